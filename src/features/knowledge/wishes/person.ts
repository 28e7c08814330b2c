/** A wish to reach a person, or a complaint that only a person can take. Patterns over folded text. */
const someone =
  '(nguoi( that| thiet| phu trach| khac| quan ly| lon| co (trach nhiem|tham quyen)| chiu trach nhiem)?|nhan vien|van phong|(co |thay )?(hieu truong|hieu pho)|co giao|giao vien|(co )?chu nhiem|co van phong|co|thay|thay co|ban giam hieu|tu van vien|quan ly|admin|ai do|ai (co|chiu) trach nhiem|ai khac|ke toan|bao ve|phong giao vu|giao vu|nha truong|can bo|lanh dao|cap tren|sep|dai dien)'
const reach =
  '(gap|noi chuyen|noi truc tiep|ket noi|trao doi|lien lac|lien he|chuyen( may| loi| tin)?|noi may|hoi truc tiep|nc|tu van truc tiep)'
const between = '( truc tiep| rieng| duoc| lai| ngay| cho| toi| den| voi| mot| 1| vs| cac| chi| anh| ban| dong chi){0,4}'

const wishes = new RegExp(
  [
    `\\b${reach}${between} ${someone}\\b`,
    // Called out: "gọi cô ra đây", "kêu hiệu trưởng lên gặp tôi", "cô đâu rồi".
    `\\b(goi|keu|moi|bao|nhan|nho) (giup |dum |ho )?(mot |1 |may )?${someone}( \\w+){0,2} (ra|len|xuong|toi|den|vao|qua|gap|nghe may|noi chuyen|tiep|goi|lien he|lien lac|nhan lai|tra loi|rep)\\b`,
    `\\b${someone} (dau roi|dau het roi|o dau het|ra day|len day)\\b`,
    '\\b(toi|em|minh|chi|anh|tui) (can|muon|xin) (duoc )?(noi chuyen|trao doi|gap) (gap|ngay|truc tiep|rieng|lien)\\b',
    '\\bai (co|chiu|phu) trach( nhiem)?( \\w+){0,3} (ra|len|tra loi|gap|goi) (day|toi|em|minh|tui|chi|anh|lai)\\b',
    '\\b(goi (lai |dien )?cho (toi|em|minh|chi|anh|me)|goi dien lai|call me|ring me)\\b',
    '\\b(talk|speak|chat|connect|transfer|put|get|give|find)\\b.{0,20}\\b(human|person|someone|somebody|whoever|staff|teacher|principal|office|operator|agent|manager|in charge|supervisor)\\b',
    '\\b(real (person|human)|human (please|agent|being please)|nguoi that (di|tra loi|dau)|toi (can|muon|chi can) (gap )?nguoi( that)?)\\b',
    // Enough of the machine.
    '\\b(khong|chan|met) (muon |them |thich )?(noi|nc|nhan tin|chat|tra loi|hoi)( chuyen)? voi (may|bot|robot|chatbot)\\b',
    '\\b(noi chuyen|noi|chat) voi (may|bot|robot)( \\w+){0,2} (chan|met|buc|vo ich|khong hieu)\\b',
    '\\b(co|con) (ai|nguoi)( nao| that)?( \\w+){0,3} (tra loi|giai quyet|tiep|ho tro|xu ly|giup)( \\w+){0,2} (khong|k|di|voi)\\b',
    '\\b(khong|chang|cha|chua) (co |thay )?(ai|nguoi nao) (giai quyet|tra loi|xu ly|phan hoi|nghe may|tiep)\\b',
    '\\b(co )?ai la nguoi( that)? thi (nhan|tra loi|goi|rep)\\b',
    '\\b(nho|cho|xin) .{0,15}(van phong|co hieu truong|hieu truong)\\b.{0,15}(goi|nhan|lien he|tra loi|ho tro)',
    '^(van phong|cho (em |toi |minh )?gap (co|van phong|nguoi|thay).*|gap (co|van phong|nguoi|thay|hieu truong).*|noi chuyen voi .*)$',
  ].join('|'),
)

const complaints =
  /\b(khieu nai|khieu kien|to cao|phan anh|complain|complaint|buc xuc|that vong|don kien|kien nghi|gop y|bao xau|bat binh|khong hai long|khong dong tinh|khong chap nhan duoc|qua dang|qua te|lam an (kieu gi|the nao)|doi lai cong bang)\b/
/** Reporting difficulties upwards is a school's duty in the documents. */
const duty = /\b(vuong mac|kho khan|bao nhieu|phan tram|hop dong|ke hoach|trach nhiem)\b/
const sharp = /\b(khieu nai|khieu kien|to cao|buc xuc|complain|complaint|bat binh)\b/

const harm = new RegExp(
  [
    '\\b(danh|tat|cau|veo|quat|mang|nhot|bo doi|hanh ha|bao hanh|ngat|bop)\\b.{0,20}\\b(con|chau|be) (toi|em|minh|nha|chi|anh|tui)\\b',
    '\\b(con|chau|be) (toi|em|minh|nha em|nha minh|chi|anh|tui)?\\b.{0,25}\\bbi (co|ban|giao vien|co giao|ban be)\\b.{0,15}\\b(danh|tat|can|cau|bat nat|mang|nhot|phat|bo doi|day|xo)\\b',
  ].join('|'),
)
/** Figures are asked of documents, not of persons. */
const figure = /\b(bao nhieu|phan tram)\b/

/** Whether the words call for a person: a wish to speak to one, a complaint, harm done to a child. */
export function wantsPerson(text: string): boolean {
  if (harm.test(text)) return true
  if (wishes.test(text)) return !figure.test(text) && !/\b(hop dong|ke hoach)\b/.test(text)
  return complaints.test(text) && (sharp.test(text) || !duty.test(text))
}
