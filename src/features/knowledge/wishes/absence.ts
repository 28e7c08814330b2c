/** A guardian announces an absence, a late arrival or an early pick-up. Patterns over folded text. */
const child = '(be|con|chau|cu|em be|nhoc|my son|my daughter|my child|my kid|my baby|our son|our daughter|our child)'
const day =
  '(hom nay|ngay mai|mai|ngay kia|sang nay|chieu nay|trua nay|sang mai|chieu mai|thu (hai|ba|tu|nam|sau|\\d)|tuan (nay|sau|toi)|may hom|\\d+ (hom|ngay|buoi)|(mot|hai|ba|vai|may) (hom|ngay|buoi)|today|tomorrow|this week|next week|monday|tuesday|wednesday|thursday|friday)'
const absence = new RegExp(
  [
    `\\b(xin( phep)?|bao|nhan|thong bao)\\b.{0,40}\\b(nghi|vang|den muon|di muon|den tre|di tre|vao muon|don som|ve som|di hoc muon)\\b`,
    `\\b${child}\\b.{0,40}\\b(nghi|vang|den muon|di muon|den tre|den lop muon|vao lop muon|ve som|don som|khong (di|den) (hoc|lop|truong)|khong den|o nha)\\b.{0,40}\\b${day}\\b`,
    `\\b${day}\\b.{0,40}\\b(nghi|vang|den muon|di muon|den tre|di tre|ve som|don som|don (be |con |chau )?som|khong (di|den) (hoc|lop|truong)|khong den|khong di|xin nghi)\\b`,
    `\\b${day}\\b.{0,20}\\b${child}\\b.{0,40}\\bo nha\\b`,
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
  /\btruong( minh| em| ta)? co (cho|phai|duoc) .{0,20}\bnghi|\b(sua|hoc duong|milk)\b.{0,25}\b(cho|khi|luc|may hom|hom) (be|con|chau)?.{0,12}\bnghi( hoc| om)? (duoc |co )?(khong|the nao|thi sao)\b|\b(nghi (he|le|tet|dong)|lich nghi|duoc nghi|may (ngay|hom|bua)|nghi (covid|corona|ngo|nhiem|mac|la bi|bi)|tap huan|trained|bao nhieu (ngay|hom|bua)|bao lau|tru tien|hoan tien|tra lai tien|tien an|hoan lai|truoc may|don xin nghi|mau don|quy dinh|khi nao|bao gio|truong co nghi|co nghi|bi phat|nghi thi co|phan tram|holiday|how many days|how long|refund|ra sao|hoc phi|nghi huu|bao nhieu tuoi|nghi viec|nghi thai san|xin nghi day)\b/

const asked = new RegExp(`\\b${day}\\b|\\b(xin( phep)?|cho (be|con|chau) (\\w+ )?nghi|bao (nghi|vang))\\b`)

/** Whether an absence is announced for a day or asked for: beside a question "bé hay ốm, nghỉ nhiều" is only how it came up. */
export function announcesAbsencePlainly(text: string): boolean {
  return announcesAbsence(text) && asked.test(text)
}

/** Whether the words announce an absence; not whether they ask about absences. */
export function announcesAbsence(text: string): boolean {
  return absence.test(text) && !notAbsence.test(text)
}
