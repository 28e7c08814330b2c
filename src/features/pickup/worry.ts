import { aligned } from './aligned-text.ts'

const adults = '(?:bo|ba|cha|me|ma|ong|chong|vo|anh ta|co ta|nguoi|ai|bac|chu|di|cau|co|anh|chi|nha|ben|ho|nguoi la)'
const forbidden = new RegExp(
  [
    // "không cho bố bé đón", "đừng giao con cho ai"
    `\\b(?:khong|dung|cam|chua|ko|k|chang|chi)(?: (?:duoc|nen|co))?(?: (?:cho|de|phep))*(?: [a-z§]+){0,5}? (?:don|ruoc)\\b(?! (?:duoc|kip|nua|noi|som|muon|tre|dung gio))`,
    `\\b(?:khong|dung|cam|chua|ko|chi)(?: (?:duoc|nen))? (?:cho [a-z§ ]{0,30})?(?:giao|dua|tra) (?:be|con|chau|§|no)\\b`,
    `\\bdon't (?:let|give|hand)\\b|\\bdo not (?:let|give|hand)\\b|\\bnot allowed to (?:pick|collect)\\b`,
  ].join('|'),
)
/** "Bác Tư không đón nữa" only says who does not come. */
const letting = /\b(?:cho|de|giao|dua|tra|phep|cam|duoc (?:don|ruoc)|let|give|hand|allowed)\b/
const dispute = new RegExp(
  `\\b(?:quyen nuoi (?:con|be)|gianh (?:quyen )?(?:nuoi )?(?:con|be|chau)|tranh (?:chap|gianh)(?: [a-z]+)? (?:con|be|quyen)|bat coc|cuop (?:con|be)|bat (?:mat )?(?:con|be|chau)|(?:doa|de doa)(?: se)? (?:bat|don|cuop)|custody|kidnap\\w*|restraining)\\b|\\b(?:ly hon|ly than|toa an|toa (?:xu|giao|phan))\\b.{0,80}\\b(?:don|ruoc|giao|be|con|chau|§)\\b|\\b(?:nguoi la|la mat)\\b.{0,40}\\b(?:don|ruoc|dua)\\b.{0,20}\\b(?:be|con|chau|§)\\b|\\b${adults}\\b.{0,20}\\btu y\\b.{0,10}\\b(?:don|ruoc)\\b`,
)

/** Whether a message says that somebody may not have the child, or that a family is at odds over it: a person's business, whoever wrote. */
export function saysWorry(text: string): boolean {
  // A teacher (cô giáo) is not giving (giao), an elder sister (chị) is not only (chỉ).
  const bare = aligned(text.slice(0, 2_000).replace(/giáo/giu, 'zao').replace(/chị/giu, 'zi')).replace(/\s+/g, ' ')
  const found = forbidden.exec(bare)
  return (found !== null && letting.test(found[0])) || dispute.test(bare)
}
