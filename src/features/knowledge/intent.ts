import type { FeatureName } from '../../core/answering.ts'
import { asksOwnSubject, type Reading } from './reading.ts'

/** What a message wants when it is no question to the documents. */
export type Intent =
  | { readonly kind: 'emergency' | 'handoff' | 'medical' | 'unanswerable' }
  | { readonly kind: 'smalltalk'; readonly about: 'greeting' | 'thanks' | 'bye' | 'machine' | 'chat' }
  | { readonly kind: 'feature'; readonly feature: FeatureName }

const child = '(be|con|chau|cu|em be|nhoc|my son|my daughter|my child|my kid|my baby|our son|our daughter|our child)'
const day =
  '(hom nay|ngay mai|mai|ngay kia|sang nay|chieu nay|trua nay|sang mai|chieu mai|thu (hai|ba|tu|nam|sau|\\d)|tuan (nay|sau|toi)|may hom|\\d+ (hom|ngay|buoi)|(mot|hai|ba|vai|may) (hom|ngay|buoi)|today|tomorrow|this week|next week|monday|tuesday|wednesday|thursday|friday)'

const emergency =
  /\b(kho tho|tim tai|co giat|giat kinh|ngat xiu|ngat|bat tinh|hon me|ngung tho|khong tho duoc|hoc (di vat|xuong|hat|keo|sua|thach|do an|com|nghen)|bi hoc|mac hoc|bi nghen|mac nghen|nghen tho|dap dau|nga (dap|tu|lau|cau thang|xuong)|chay mau (nhieu|dau|khong)|gay (tay|chan|xuong)|bi bong|bong nang|bong nuoc|duoi nuoc|dien giat|uong nham|swallow(ed|s|ing)?|nuot (phai|nham|pin|xu|hoa chat)|ngo doc|trung doc|soc phan ve|sot cao co giat|seizures?|convuls\w+|chok(e|ed|es|ing)|unconscious|not breathing|cant breathe|trouble breathing|can t breathe|cannot breathe|turning blue|turned blue|poison(ed|ing)|anaphyla\w+|drown\w*|bleeding|hit (his|her|the) head|head injury|cap cuu (gap|ngay)|cuu (voi|em|be|con)|burn(ed|t) (his|her))\b/
const notEmergency =
  /\b(ngo doc thuc pham|food poisoning|phong (chong|tranh|ngua)|tap huan|quy dinh|bieu hien|chi tieu|khong de xay ra|de xay ra|prevent\w*|policy|poisoning cases|training|bao nhieu vu|ke hoach|thong tu|an toan thuc pham|so cuu ban dau|trach nhiem)\b/

const handoff = new RegExp(
  [
    '\\b(gap|noi chuyen|noi truc tiep|ket noi|trao doi|lien lac|lien he|chuyen (may|loi|tin)?|noi may|hoi truc tiep|nc|tu van truc tiep)( truc tiep| rieng| duoc| lai| ngay| cho| toi| den| voi| mot| 1| vs| cac| chi| anh| ban| dong chi){0,4} (nguoi( that| thiet| phu trach)?|nhan vien|van phong|hieu truong|hieu pho|co giao|giao vien|co|thay|thay co|chu nhiem|ban giam hieu|tu van vien|quan ly|admin|ai do|ke toan|bao ve|phong giao vu|giao vu|nha truong|can bo|lanh dao)\\b',
    '\\b(khieu nai|to cao|phan anh|complain|complaint|buc xuc|that vong|don kien|kien nghi|gop y|bao xau|bat binh|khong hai long|qua te)\\b',
    '\\b(goi (lai |dien )?cho (toi|em|minh|chi|anh|me)|goi dien lai|call me|ring me)\\b',
    '\\b(talk|speak|chat|connect|transfer|put)\\b.{0,20}\\b(human|person|someone|somebody|staff|teacher|principal|office|operator|agent|manager)\\b',
    '\\b(real (person|human)|human (please|agent|being please)|nguoi that (di|tra loi|dau)|toi (can|muon|chi can) (gap )?nguoi( that)?|khong (muon )?noi chuyen voi (may|bot|robot))\\b',
    '\\b(danh|tat|cau|veo|quat|mang|nhot|bo doi|hanh ha|bao hanh|ngat|bop)\\b.{0,20}\\b(con|chau|be) (toi|em|minh|nha|chi|anh|tui)\\b',
    `\\b(con|chau|be) (toi|em|minh|nha em|nha minh|chi|anh|tui)?\\b.{0,25}\\bbi (co|ban|giao vien|co giao|ban be)\\b.{0,15}\\b(danh|tat|can|cau|bat nat|mang|nhot|phat|bo doi|day|xo)\\b`,
    '\\b(nho|cho|xin) .{0,15}(van phong|co hieu truong|hieu truong)\\b.{0,15}(goi|nhan|lien he|tra loi|ho tro)',
    '^(van phong|cho (em |toi |minh )?gap (co|van phong|nguoi|thay).*|gap (co|van phong|nguoi|thay|hieu truong).*|noi chuyen voi .*)$',
  ].join('|'),
)

const absence = new RegExp(
  [
    `\\b(xin( phep)?|bao|nhan|thong bao)\\b.{0,40}\\b(nghi|vang|den muon|di muon|den tre|di tre|vao muon|don som|ve som|di hoc muon)\\b`,
    `\\b${child}\\b.{0,40}\\b(nghi|vang|den muon|di muon|den tre|den lop muon|vao lop muon|ve som|don som|khong (di|den) (hoc|lop|truong)|khong den|o nha)\\b.{0,40}\\b${day}\\b`,
    `\\b${day}\\b.{0,40}\\b(nghi|vang|den muon|di muon|den tre|di tre|ve som|don som|khong (di|den) (hoc|lop|truong)|khong den|khong di|xin nghi)\\b`,
    `\\b${child}\\b.{0,30}\\b(nghi (hoc|om|benh|phep)|bi (om|sot|ho|cam|benh).{0,30}(nghi|khong di|o nha)|(om|sot|benh).{0,25}(nghi|khong di|o nha))\\b`,
    `^(cho |xin )?.{0,15}\\b(nghi (hoc|om|phep)( hom nay| mai| a| nhe)?|xin nghi( phep| hoc| hom nay| mai| a)*)$`,
    '\\b(den (muon|tre)|di (hoc )?(muon|tre)|vao lop muon|don (be |con |chau )?som|ve som)\\b.{0,30}(\\d|mot chut|mot ti|a$|nhe|nha|tieng|phut|gio)',
    `\\b${child}\\b.{0,40}\\b(absent|sick today|is sick|is ill|has a fever|not coming|won t (come|be)|wont (come|be)|can t come|cannot come|will be late|be late|day off|stay(ing)? home|miss (school|class)|not (attend|go)|won t attend|be away)\\b`,
    `\\b(is|are|feels?|got) (sick|ill|unwell|not well|feverish)\\b.{0,40}\\b${day}\\b|\\b${day}\\b.{0,40}\\b(sick|ill|unwell|absent)\\b|\\bwill (stay|be) (at )?home\\b|\\bstaying home\\b`,
    '\\b(can t|cannot|won t|not able to) (come|attend|go)\\b.{0,25}\\b(today|tomorrow|this week)\\b',
    '\\b(will|going to|gonna|might) (be|arrive|come|get there) (a bit |a little )?late\\b|\\barriv(e|ing) late\\b|\\brunning late\\b',
    '\\b(report|tell|inform|let) .{0,20}\\b(absence|absent|off sick)\\b|\\b(absence (note|notice|report)|call(ing)? in sick|pick (him|her|my \\w+|them) up (early|at))\\b',
    '\\b(tin|don|loi|giay)? ?(xin nghi|bao nghi|bao vang)\\b',
  ].join('|'),
)
const notAbsence =
  /\btruong( minh| em| ta)? co (cho|phai|duoc) .{0,20}\bnghi|\b(sua|hoc duong|milk)\b.{0,25}\b(cho|khi|luc|may hom|hom) (be|con|chau)?.{0,12}\bnghi( hoc| om)? (duoc |co )?(khong|the nao|thi sao)\b|\b(nghi (he|le|tet|dong)|lich nghi|duoc nghi|may (ngay|hom|bua)|bao nhieu (ngay|hom|bua)|bao lau|tru tien|hoan tien|tra lai tien|tien an|hoan lai|truoc may|don xin nghi|mau don|quy dinh|khi nao|bao gio|truong co nghi|co nghi|bi phat|nghi thi co|phan tram|holiday|how many days|how long|refund|ra sao|hoc phi|nghi huu|bao nhieu tuoi|nghi viec|nghi thai san|xin nghi day)\b/

const privacy =
  /\b(xoa|delete|erase|remove|quen|go bo|rut)\b.{0,30}\b(du lieu|thong tin|data|tin nhan|tai khoan|lich su|information|dong y|account|messages|lien ket)\b|\b(du lieu|thong tin)( cua| ve)? (toi|em|be|con|minh|ca nhan|chau|tre|gia dinh|nha em|nha minh|rieng)\b|\bthong tin ca nhan\b|\bwho (can|will|could) (see|read|access)\b|\b(privacy|personal (data|information)|my data|(my|our) (childs?|child s|son s|daughter s) (data|information))\b|\bbao mat\b|\brieng tu\b|\bai (xem|doc|thay|biet)( duoc| het)?( thong tin| tin nhan| du lieu| nhung gi| duoc)|\b(luu|giu|thu thap|ban|chia se|lo) .{0,20}(du lieu|thong tin|tin nhan)\b|\b(store|keep|share|collect|sell)\b.{0,20}\b(data|information|messages)\b|\bdong y\b.{0,20}\b(rut|huy)\b/
const notPrivacy = /\b(du lieu nganh|co so du lieu|pho cap|cong khai thong tin|database|phan mem|cong thong tin|bao cao)\b/

const unsubscribe =
  /\b(huy|tat|ngung|ngung nhan|dung|khong (muon )?nhan|khong can|bo|thoi|stop|cancel|turn off|mute|no more|chan|don t (send|want)|do not (send|want)|khoi)\b.{0,30}\b(thong bao|nhac( nho| lich)?|tin nhan|ban tin|nhan tin|gui tin|gui nua|gui|dang ky nhan|notifications?|reminders?|messages?|messaging|newsletter|notices?|spam|texting|sending|update|updates)\b|^(stop|unsubscribe|huy|huy dang ky|huy nhan tin|huy theo doi|unfollow|ngung)$|\bunsubscribe\b|\b(dung|ngung) (lam phien|nhan|gui)\b/
const subscribe =
  /\b(dang k[yi]|bat|muon nhan|nhan duoc|cho (em|toi|minh|chi|me) (duoc )?nhan|theo doi|subscribe|sign me up|sign up|turn on|gui cho (em|toi|minh|chi|me)|gui|nhac( nho)? (em|toi|minh|me|chi)|send me|notify|remind|add me|start receiving|receive|get)\b.{0,35}\b(thong bao|nhac( nho| lich)?|ban tin|tin nhan|cap nhat|tin tuc|lich|khi co|notifications?|reminders?|notices?|updates?|newsletter|alerts?|announcements?|messages|news from)\b|^(subscribe|dang ky( nhan tin)?|dang ky nhan thong bao|nhac toi|nhac em|follow)$|\bsubscribe\b/
const notSubscribe =
  /\b(bao nhieu|phan tram|sua|cong khai|bao cao|tin bai|tuyen sinh|nhap hoc|cho hoc|milk|enrol\w*|percent|how often|health)\b/

const language =
  /\b(noi|chuyen( sang)?|tra loi|doi( sang)?|su dung|dung|xai|viet|nhan|chat|switch|change|speak|reply|answer|write|talk|use|respond|translate)\b.{0,22}\b(tieng (anh|viet|phap|trung|nhat|han)|english|vietnamese|ngon ngu|language|korean|chinese|japanese|french)\b|^(tieng (anh|viet)|english|vietnamese)( please| di| pls| a| nhe| only)?$|\b(in english|in vietnamese|bang tieng (anh|viet)|english please|english version|biet tieng anh|hieu tieng anh|doi ngon ngu|change language|understand english)\b/
const notLanguage =
  /\b(hoc|day|lam quen|lop|tre|be|con|giao vien|chuong trinh|children|lessons?|classes|learn|teach\w*|kids|tang cuong|co giao|chau|mau giao)\b/

const help =
  /\bbot\b.{0,40}\b(features?|menu)\b|\b(show|xem|hien) menu( giup| cho| a| di| nhe| voi| minh| em| toi| bot)*$|^(help|menu|huong dan|tro giup|giup|giup (em|toi|minh|voi)|start|bat dau|cuu|lenh|commands?|\?+|huong dan su dung|cach dung|how to use|hdsd|cach su dung|options?)( a| voi| em| toi| di| nhe| me| please)?$|\b(bot|ban|ad|tro ly|em|may|he thong|kenh nay|cai nay|day|trang nay|nhom nay)( nay| oi)?( co the| biet| co)?( the)? (lam|giup|tra loi|ho tro)( duoc)?( cho)?( toi| em| minh)? ?(nhung )?(gi|viec gi|duoc gi|cai gi|viec nao|nhung viec)\b|\b(what (can|do) you (do|help|know|answer)|how do i use|how does this (bot|work)|how can you help|what is this bot|how (to|do i) use|cach (su dung|dung) (bot|tro ly|kenh|cai)|huong dan (em |toi |minh )?(su dung|dung|cach)|(hoi|nhan) (duoc )?(nhung gi|ve gi|gi)( o day| duoc| tren day| vay| a| the)*$|dung bot|su dung bot|dung cai nay|chuc nang|tinh nang|bot nay de lam gi|what can i ask)\b/

const dailyReport =
  /\b(bao cao|tong hop|thong ke|si so|diem danh|so lieu|tinh hinh|bao nhieu (be|tre|chau|con|hoc sinh|em|ban)|may (be|chau|ban|em|tre)|vang (may|bao nhieu)|lop nao|ai (vang|nghi)|danh sach (vang|nghi))\b.{0,50}\b(hom nay|sang nay|ngay hom nay|today|hom qua|nay|trong ngay|ngay \d)\b|\b(hom nay|sang nay|today|hom qua)\b.{0,50}\b(si so|vang|diem danh|bao cao|chua bao|tong hop|may be di hoc|bao nhieu (be|chau|tre|hoc sinh|em|ban)|co mat|attendance|absent|present|reported)\b|\b(daily report|bao cao (ngay|cuoi ngay|si so|hang ngay|diem danh|suc khoe ngay)|lop nao chua (bao|nop|gui)|today s (report|attendance|figures|numbers)|attendance report|report for today|how many (children|kids) (are|were) (absent|present|here|in class)|si so toan truong|which classes (have|haven))\b/
const notDailyReport = /\b(chi tieu|bien che|nam hoc|phan tram|thoi han|nop ve|ke hoach|target)\b/

const job =
  /\b(tuyen (giao vien|gv|co|nguoi|nhan vien|dung|bao mau|co nuoi|ke toan|bao ve)|ung tuyen|xin viec|tim viec|viec lam|nop (cv|ho so xin viec)|phong van|job|vacanc(y|ies)|hiring|recruit(ing)?|thu viec|luong (khoi diem|bao nhieu|thang|the nao))\b/
const notJob =
  /\b(vi tri viec lam|dinh muc|hop dong giao vien|ke hoach tuyen|xet tuyen|phong noi vu|tuyen dung vien chuc|hai phong|noi vu)\b/

const machine =
  /\b(nguoi (that )?hay (la )?(may|bot|robot|ai|chatbot|chat bot)|(may|bot|robot|ai) hay (la )?(nguoi|co)|co phai (la )?(may|robot|bot|nguoi that|nguoi|tro ly ao|ai)|(ban|em|may|ad) (la|ten) (ai|gi|may|bot|robot)|la (nguoi|may|bot|robot|chatbot)( that)?( a| ha| khong| vay| dung khong| tra loi)*$|ten (ban|em|bot)( la)? gi|are you (a |an )?(human|robot|bot|real|machine|person|ai)|who are you|what are you|your name|ai (tao|lam|viet) ra (ban|em|bot)|ban bao nhieu tuoi|ban o dau|who (made|created) you|chatgpt|dang noi chuyen voi (ai|may|bot)|may tra loi)\b/
const greetingOnly =
  /^(hi+|hello+|hey|alo+|a lo|halo|xin chao|chao|dear|good (morning|afternoon|evening)|chao buoi (sang|chieu|toi)|em chao|kinh chao|yo|da chao|hi there|greetings)\b/
const thanksWords = /\b(cam on|cam on nhieu|thank(s| you)?|tks|thanks|biet on|on nhieu)\b/
const byeWords = /\b(tam biet|bye+|goodbye|good night|chuc ngu ngon|hen gap lai|see you|pp|chao nhe|chao tam biet|ngu ngon)\b/
const chatOnly =
  /^(ok|oke|okie|okay|uh|um|u|vang|da|da vang|uhm|hay qua|tot qua|gioi qua|gioi ghe|haha+|hihi+|hehe+|kk+|hay|tuyet|tuyet voi|great|good|nice|cool|ok em|ok a|da roi|vang a|da em biet roi|da (em )?(biet|hieu|ro|nho) roi|(em |minh |toi |chi |anh )?(biet|hieu|ro|nam) (duoc )?roi|roi|dung roi|de thuong|de thuong qua|ngu qua|bot ngu|dot|chan qua|buon qua|vui qua|yeu ban|i love you|you are great|lol|test|thu|thoi|khoe khong|ban khoe khong|how are you|em khoe khong|an com chua|ban an com chua|chuc .*|happy .*|ke chuyen.*|hat .*|doc tho.*|ok cam on.*|tell me a joke.*)( a| anh| nhe| nha| qua| nhi| em| ban| ad| roi| khong| vay| the| bot| oi| co| chi| cac| thay| bac| shop| minh| vang| da| uh| u| ok| oke| cam on| hieu| biet| nhieu)*$/

/** Recognises those wishes by their wording; undefined when the message is a question to look up (or nothing at all). */
export function intentOf(reading: Reading): Intent | undefined {
  const text = reading.text.replaceAll("'", ' ').replace(/\b(chung nao|hoi nao|luc nao|bua nao|hom nao)\b/g, 'khi nao')
  const concepts = new Set(reading.clauses.flatMap((clause) => clause.features.map((feature) => feature.key)))
  if (
    (emergency.test(text) && !notEmergency.test(text)) ||
    /\b(be|con|chau|em|my (son|daughter|child))\b.{0,20}\b(bi ngo doc|has food poisoning)\b/.test(text)
  )
    return { kind: 'emergency' }
  const isPhone =
    (concepts.has('phone') || /\b(cho|xin) (em |toi |minh |chi |anh |me |xin )?(so )?(zalo|fb|facebook)\b/.test(text)) &&
    /\b(so|hotline|sdt|email|phone|number|dia chi|zalo|fb|facebook)\b/.test(text)
  if (privacy.test(text) && !notPrivacy.test(text)) return { kind: 'feature', feature: 'privacy' }
  if (/\b(are you|co phai|hay (la )?(may|nguoi|bot))\b/.test(text) && machine.test(text))
    return { kind: 'smalltalk', about: 'machine' }
  if (!isPhone && handoff.test(text) && !/\b(bao nhieu|phan tram|trach nhiem|hop dong|ke hoach)\b/.test(text))
    return { kind: 'handoff' }
  if (dailyReport.test(text) && !notDailyReport.test(text)) return { kind: 'feature', feature: 'daily-report' }
  if (concepts.has('medicine') && !/\b(nghi|absent)\b/.test(text) && isMedical(concepts, text)) return { kind: 'medical' }
  const isQuestionOfOwn = asksOwnSubject(reading.clauses.flatMap((clause) => clause.features))
  if (!isQuestionOfOwn && absence.test(text) && !notAbsence.test(text)) return { kind: 'feature', feature: 'absence' }
  if (unsubscribe.test(text)) return { kind: 'feature', feature: 'unsubscribe' }
  if (subscribe.test(text) && !notSubscribe.test(text)) return { kind: 'feature', feature: 'subscribe' }
  if (language.test(text) && !notLanguage.test(text)) return { kind: 'feature', feature: 'language' }
  if (help.test(text)) return { kind: 'feature', feature: 'help' }
  if (isMedical(concepts, text)) return { kind: 'medical' }
  if (isPhone || (job.test(text) && !notJob.test(text)) || isOfThisSchool(reading, text)) return { kind: 'unanswerable' }
  return smalltalkOf(text, concepts, reading.substance)
}

const admissionDate =
  /\b(bao gio|khi nao|ngay nao|thang nao|luc nao|when|ngay may|thang may|han|deadline)\b.{0,40}\b(tuyen sinh|nhan ho so|nhap hoc|dang ky|nop ho so|khai giang|tuu truong|enrol\w*|admissions?|registration|apply|opening|nhan (tre|be|con|chau))\b|\b(tuyen sinh|nhan ho so|nhap hoc|nop ho so|khai giang|tuu truong|enrol\w*|admissions?|registration|opening day|nhan (tre|be|con|chau))\b.{0,40}\b(bao gio|khi nao|ngay nao|ngay may|thang nao|thang may|luc nao|when|tu ngay|date)\b/
const notAdmissionDate =
  /\b(ke hoach|huong dan|chi tieu|quy dinh|dieu tra|quyet dinh|thanh lap|giay phep|cap phep|uu tien|huy dong)\b/
const holidayDate =
  /\b(nghi (he|tet|le|dong|giua ky)|lich nghi|holidays?|summer break|tet break|day off|days off)\b.{0,40}\b(bao gio|khi nao|ngay nao|may ngay|bao nhieu ngay|tu ngay|the nao|bao lau|when|how long|how many)\b|\b(bao gio|khi nao|ngay nao|lich|may ngay|when|how long|how many)\b.{0,40}\b(nghi (he|tet|le|dong)|duoc nghi|nghi le|holidays?|summer break|tet break)\b/
const youngChild =
  /\b(\d{1,2} thang( tuoi)?|1 tuoi|2 tuoi|mot tuoi|hai tuoi|\d+ months?|2 years?)\b.{0,30}\b(nhan|hoc duoc|vao hoc|di hoc duoc|gui|accept|take|admit|enrol|join|attend)|\b(nhan|gui|accept|take|admit|enrol)\b.{0,30}\b(\d{1,2} thang|1 tuoi|2 tuoi|\d+ months?)\b/
const youngestAge = /\b(nhan|gui|vao|di hoc)\b.{0,25}\b(may|bao nhieu|bn) thang( tuoi)?( a| vay| the| co| duoc| ad| nhi| la)*$/
/** Whether school is closed on a day: `mai bão trường có cho nghỉ không`. */
const closure = /\btruong( minh| em| ta)? co (cho|phai|duoc) .{0,20}\bnghi( hoc)? (khong|chua|k)\b/
const existingCount =
  /\btong so (truong|tre|lop|giao vien|hoc sinh)\b.{0,25}\bhien (co|nay|tai)\b|\b(hien|dang|hien dang|hien nay|hien tai) co (tat ca |tong cong )?(bao nhieu|may) (truong|giao vien|hoc sinh|lop)\b/
const theirName =
  /\b(hieu truong|hieu pho|co giao|co chu nhiem|giao vien|chu nhiem|bao ve|principal|teacher)\b.{0,25}\b(ten (la )?gi|la ai|ten gi|name)\b|\b(ten|name of)\b.{0,15}\b(hieu truong|co giao|co chu nhiem|giao vien|principal|teacher)\b/

/** Dates of this year's admission, the youngest age taken, who the teachers are: a school's own matters, in no document. */
function isOfThisSchool({ circumstances }: Reading, text: string): boolean {
  if (admissionDate.test(text) && !notAdmissionDate.test(text) && circumstances.period === null) return true
  if (/\b(truong|ben|lop) (minh|ta|em|nay)\b.{0,30}\b(tuyen|nhan)( sinh| them)? (bao nhieu|may)\b/.test(text)) return true
  if (closure.test(text) && circumstances.period === null) return true
  if (youngestAge.test(text) || (existingCount.test(text) && !/\b(phan tram|%|chuan|chat luong)\b/.test(text))) return true
  if (holidayDate.test(text) && circumstances.period === null) return true
  if (/\b(co nen|nen khong|should i|should we|should my)\b/.test(text)) return true
  if (/\b(cho|xin) (em |toi |minh |chi |xin )*so (cua|co|thay|truong|phong|lop|nha|hieu|dt|may)\b/.test(text)) return true
  if (
    /\b(tot nhat|nen chon|nen cho (con|be)|best (pre)?school|which (pre)?school should|so tai khoan|stk|ma qr|bank account)\b/.test(
      text,
    )
  )
    return true
  return youngChild.test(text) || theirName.test(text)
}

function isMedical(concepts: ReadonlySet<string>, text: string): boolean {
  if (concepts.has('medicine') && !concepts.has('medicine-cabinet')) return true
  if (concepts.has('sick-days') && (concepts.has('illness') || concepts.has('epidemic'))) return true
  const isAboutOneChild = /\b(be|con|chau|my (son|daughter|child|kid|baby))\b/.test(text)
  return concepts.has('illness') && isAboutOneChild && !/\b(phong (dich|chong)|tap huan|xu tri|bieu hien)\b/.test(text)
}

function smalltalkOf(text: string, concepts: ReadonlySet<string>, substance: number): Intent | undefined {
  if (machine.test(text)) return { kind: 'smalltalk', about: 'machine' }
  if (chatOnly.test(text)) return { kind: 'smalltalk', about: thanksWords.test(text) ? 'thanks' : 'chat' }
  const isAsking = /\b(hoi|bao nhieu|khi nao|o dau|the nao|phan tram|may|how|when|where|what|khong|chua)\b/.test(text)
  const isAboutSomething = [...concepts].some(
    (key) => /^[a-z]/.test(key) && !/^(child|preschool|continue|health|when|every|what|which|age)/.test(key),
  )
  if (isAsking || isAboutSomething || text.split(' ').length > 16) return undefined
  if (byeWords.test(text)) return { kind: 'smalltalk', about: 'bye' }
  if (thanksWords.test(text)) return { kind: 'smalltalk', about: 'thanks' }
  if (greetingOnly.test(text) && substance <= 1) return { kind: 'smalltalk', about: 'greeting' }
  return undefined
}
