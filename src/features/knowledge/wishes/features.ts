import type { FeatureName } from '../../../core/answering.ts'

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
  /\bbot\b.{0,40}\b(features?|menu)\b|\b(show|xem|hien) menu( giup| cho| a| di| nhe| voi| minh| em| toi| bot)*$|^(help|menu|huong dan|tro giup|giup|giup (em|toi|minh|voi)|start|bat dau|cuu|lenh|commands?|\?+|huong dan su dung|cach dung|how to use|hdsd|cach su dung|options?)( a| voi| em| toi| di| nhe| me| please)?$|\b(bot|ban|ad|tro ly|em|may|he thong|kenh nay|cai nay|day|trang nay|nhom nay)( nay| oi)?( co the| biet| co)?( the)? (lam|giup|tra loi|ho tro)( duoc)?( cho)?( toi| em| minh)? ?(nhung )?(gi|viec gi|duoc gi|cai gi|viec nao|nhung viec)\b|\b(what (can|do) you (do|help|know|answer)|how do i use|how does this (bot|work)|how can you help|what is this bot|how (to|do i) use|cach (su dung|dung) (bot|tro ly|kenh|cai)|huong dan (em |toi |minh )?(su dung|dung|cach)|(hoi|nhan) (duoc )?(nhung gi|ve gi|gi)( o day| duoc| tren day| vay| a| the)*$|dung bot|su dung bot|dung cai nay|(?<!phong )chuc nang|tinh nang|bot nay de lam gi|what can i ask)\b/
const dailyReport =
  /\b(bao cao|tong hop|thong ke|si so|diem danh|so lieu|tinh hinh|bao nhieu (be|tre|chau|con|hoc sinh|em|ban)|may (be|chau|ban|em|tre)|vang (may|bao nhieu)|lop nao|ai (vang|nghi)|danh sach (vang|nghi))\b.{0,50}\b(hom nay|sang nay|ngay hom nay|today|hom qua|nay|trong ngay|ngay \d)\b|\b(hom nay|sang nay|today|hom qua)\b.{0,50}\b(si so|vang|diem danh|bao cao|chua bao|tong hop|may be di hoc|bao nhieu (be|chau|tre|hoc sinh|em|ban)|co mat|attendance|absent|present|reported)\b|\b(daily report|bao cao (ngay|cuoi ngay|si so|hang ngay|diem danh|suc khoe ngay)|lop nao chua (bao|nop|gui)|today s (report|attendance|figures|numbers)|attendance report|report for today|how many (children|kids) (are|were) (absent|present|here|in class)|si so toan truong|which classes (have|haven))\b/
const notDailyReport = /\b(chi tieu|bien che|nam hoc|phan tram|thoi han|nop ve|ke hoach|target)\b/

/** The daily figures, asked for in any words. */
export function asksDailyReport(text: string): boolean {
  return dailyReport.test(text) && !notDailyReport.test(text)
}

export function asksPrivacy(text: string): boolean {
  return privacy.test(text) && !notPrivacy.test(text)
}

/** What the bot is told to do about itself: its notices, its language, its help. */
export function serviceWish(text: string): FeatureName | undefined {
  if (unsubscribe.test(text)) return 'unsubscribe'
  if (subscribe.test(text) && !notSubscribe.test(text)) return 'subscribe'
  if (language.test(text) && !notLanguage.test(text)) return 'language'
  return help.test(text) ? 'help' : undefined
}
