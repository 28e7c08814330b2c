import type { SchoolDay } from '../../../core/clock.ts'
import { documents } from '../documents.ts'
import type { Reading } from '../reading.ts'

const job =
  /\b(tuyen (giao vien|gv|co|nguoi|nhan vien|dung|bao mau|co nuoi|ke toan|bao ve)|ung tuyen|xin viec|tim viec|viec lam|nop (cv|ho so xin viec)|phong van|job|vacanc(y|ies)|hiring|recruit(ing)?|thu viec|luong (khoi diem|bao nhieu|thang|the nao))\b/
const notJob =
  /\b(vi tri viec lam|dinh muc|hop dong giao vien|ke hoach tuyen|xet tuyen|phong noi vu|tuyen dung vien chuc|hai phong|noi vu)\b/
const admissionDate =
  /\b(bao gio|khi nao|ngay nao|thang nao|luc nao|when|ngay may|thang may|han|deadline)\b.{0,40}\b(tuyen sinh|nhan ho so|nhap hoc|dang ky|nop ho so|khai giang|tuu truong|enrol\w*|admissions?|registration|apply|opening|nhan (tre|be|con|chau))\b|\b(tuyen sinh|nhan ho so|nhap hoc|nop ho so|khai giang|tuu truong|enrol\w*|admissions?|registration|opening day|nhan (tre|be|con|chau))\b.{0,40}\b(bao gio|khi nao|ngay nao|ngay may|thang nao|thang may|luc nao|when|tu ngay|date)\b/
const notAdmissionDate =
  /\b(ke hoach|huong dan|chi tieu|quy dinh|dieu tra|quyet dinh|thanh lap|giay phep|cap phep|uu tien|huy dong)\b/
const holidayDate =
  /\b(nghi (he|tet|le|dong|giua ky)|lich nghi|holidays?|summer break|tet break|day off|days off)\b.{0,40}\b(bao gio|khi nao|ngay nao|may ngay|bao nhieu ngay|tu ngay|the nao|bao lau|when|how long|how many)\b|\b(bao gio|khi nao|ngay nao|lich|may ngay|when|how long|how many)\b.{0,40}\b(nghi (he|tet|le|dong)|duoc nghi|nghi le|holidays?|summer break|tet break)\b|\b(tet|le|he)\b( nay| nam nay| sap toi)?.{0,20}\bnghi\b.{0,20}\b(khi nao|bao gio|ngay nao|may ngay|bao nhieu ngay|tu ngay|bao lau)\b/
const youngChild =
  /\b(\d{1,2} thang( tuoi)?|1 tuoi|2 tuoi|mot tuoi|hai tuoi|\d+ months?|2 years?)\b.{0,30}\b(nhan|hoc duoc|vao hoc|di hoc duoc|gui|accept|take|admit|enrol|join|attend)|\b(nhan|gui|accept|take|admit|enrol)\b.{0,30}\b(\d{1,2} thang|1 tuoi|2 tuoi|\d+ months?)\b/
const youngestAge =
  /\b(nhan|gui|vao|di hoc)\b.{0,25}\b(may|bao nhieu|bn) thang( tuoi)?( a| vay| the| co| duoc| ad| nhi| la)*$|\b(may|bao nhieu) (tuoi|thang)( tuoi)?( thi| la| moi| tro len)?( duoc| co the)? (vao lop|vao hoc|vao truong|nhan|gui|di hoc|di tre)\b(?!.*\buu tien)/
const closure = /\btruong( minh| em| ta)? co (cho|phai|duoc) .{0,20}\bnghi( hoc)? (khong|chua|k)\b/
const existingCount =
  /\btong so (truong|tre|lop|giao vien|hoc sinh)\b.{0,25}\bhien (co|nay|tai)\b|\b(hien|dang|hien dang|hien nay|hien tai) co (tat ca |tong cong )?(bao nhieu|may) (truong|giao vien|hoc sinh|lop)\b/
const head = '(hieu truong|hieu pho|co giao|co chu nhiem|giao vien|chu nhiem|bao ve|principal|head ?teacher|teacher)'
const theirName = new RegExp(
  [
    `\\b${head}\\b.{0,45}\\b(ten (la )?gi|la ai|ho ten|name)\\b`,
    `\\b(ten|name of)\\b.{0,15}\\b${head}\\b`,
    `\\b(ai (dang )?(la|lam)|who (is|was)( the| your| our)?) (co |the |your |our )?${head}\\b`,
  ].join('|'),
)
const advice =
  /\b(co nen|nen khong|should i|should we|should my|tot nhat|nen chon|nen cho (con|be)|best (pre)?school|which (pre)?school should)\b/
const contact =
  /\b(cho|xin) (em |toi |minh |chi |xin )*so (cua|co|thay|truong|phong|lop|nha|hieu|dt|may)\b|\b(so tai khoan|stk|ma qr|bank account)\b/
/** Passwords and groups of a class: nobody's document has them. */
const access =
  /\b(mat khau|password|pass|mk|mật khẩu) (wifi|mang|internet|camera|zalo|cua)\b|\b(wifi|mang|camera)\b.{0,20}\b(mat khau|password|pass|mk)\b|\b(nhom|group|gr) (zalo|fb|facebook|chat|lop)\b.{0,20}\b(khong|k|chua|dau|nao|link)\b/

/** What has to be handed in to enrol a child. */
const papers =
  /\b(giay to|ho so|thu tuc|giay khai sinh|papers?|documents|paperwork)\b.{0,60}\b(gi|nao|gom|sao|nhung|what|need)\b|\bwhat (papers|documents|paperwork)\b/
const enrolling =
  /\b(nhap hoc|xin (cho )?(hoc|vao|be|con|chau)|vao (truong|hoc|lop)|di hoc|dang ky (hoc|cho)|ghi danh|nhap truong|chuyen truong|enrol\w*|admission|register)\b/
const officePapers = /\b(chuan quoc gia|pho cap|so sach|dien tu|giao vien|kiem dinh|thanh lap|cap phep|vien chuc)\b/

/** Whether the time asked about is one that a schedule among the documents covers. */
function isScheduled({ circumstances: { period } }: Reading): boolean {
  const { validFrom, validTo }: { validFrom: SchoolDay; validTo: SchoolDay } = documents['001']
  return period !== null && period.from <= validTo && validFrom <= period.to
}

/**
 * Dates of this year's admission and holidays, the youngest age taken, who the teachers are, work at the school: a school's own matters, in
 * no document.
 * @param asksSubject the message asks a figure or rhythm of a subject that the documents have
 */
export function isOwnMatter(reading: Reading, { text, asksSubject }: { text: string; asksSubject: boolean }): boolean {
  if (job.test(text) && !notJob.test(text)) return true
  if (theirName.test(text) || contact.test(text) || access.test(text) || advice.test(text)) return true
  if (papers.test(text) && enrolling.test(text) && !officePapers.test(text)) return true
  if (youngestAge.test(text) || (existingCount.test(text) && !/\b(phan tram|%|chuan|chat luong)\b/.test(text))) return true
  if (/\b(truong|ben|lop) (minh|ta|em|nay)\b.{0,30}\b(tuyen|nhan)( sinh| them)? (bao nhieu|may)\b/.test(text)) return true
  if (!asksSubject && youngChild.test(text)) return true
  if (isScheduled(reading)) return false
  if (admissionDate.test(text) && !notAdmissionDate.test(text)) return reading.circumstances.period === null
  return holidayDate.test(text) || closure.test(text)
}
