/** Words of danger to a child, over folded text. */
const emergency =
  /\b(kho tho|tim tai|co giat|giat kinh|ngat xiu|ngat|bat tinh|hon me|ngung tho|khong tho duoc|hoc (di vat|xuong|hat|keo|sua|thach|do an|com|nghen)|bi hoc|mac hoc|bi nghen|mac nghen|nghen tho|dap dau|nga (dap|tu|lau|cau thang|xuong)|chay mau (nhieu|dau|khong)|gay (tay|chan|xuong)|bi bong|bong nang|bong nuoc|duoi nuoc|dien giat|uong nham|swallow(ed|s|ing)?|nuot (phai|nham|pin|xu|hoa chat)|ngo doc|trung doc|soc phan ve|sot cao co giat|seizures?|convuls\w+|chok(e|ed|es|ing)|unconscious|not breathing|cant breathe|(trouble|difficulty|problems?) breathing|can t breathe|cannot breathe|turning blue|turned blue|poison(ed|ing)|anaphyla\w+|drown\w*|bleeding|hit (his|her|the) head|head injury|cap cuu (gap|ngay)|cuu (voi|em|be|con)|burn(ed|t) (his|her))\b/
const notEmergency =
  /\b(ngo doc thuc pham|food poisoning|phong (chong|tranh|ngua)|tap huan|quy dinh|bieu hien|chi tieu|khong de xay ra|de xay ra|prevent\w*|policy|poisoning cases|train(ed|ing)?|know what to do|bao nhieu vu|ke hoach|thong tu|an toan thuc pham|so cuu ban dau|trach nhiem|biet (cach )?(xu tri|xu ly|so cuu)|(co|duoc|da) (hoc|day) (cach )?(so cuu|xu tri|xu ly))\b/
/** Said of a child now, whatever else is asked beside it. */
const now =
  /\b(dang (bi )?(kho tho|ngat|co giat|hoc|nghen|chay mau)|(kho tho|tim tai|co giat|ngat|hoc|chay mau|ngo doc)( \w+){0,2} (qua|roi|lam|oi|tu (sang|trua|chieu|nay|hom qua|dem))|cuu (voi|em|be|con)|cap cuu (gap|ngay)|(is|are) (choking|not breathing|bleeding))\b/
const poisonedChild = /\b(be|con|chau|em|my (son|daughter|child))\b.{0,20}\b(bi ngo doc|has food poisoning)\b/

/** Whether a child is in danger now; a question about training, rules or prevention that names the same danger is not. */
export function isEmergency(text: string): boolean {
  if (poisonedChild.test(text)) return true
  return emergency.test(text) && (!notEmergency.test(text) || now.test(text))
}
