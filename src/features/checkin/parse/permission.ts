const families = [
  'mẹ',
  'bố',
  'ba',
  'má',
  'bà',
  'ông',
  'bà nội',
  'bà ngoại',
  'ông nội',
  'ông ngoại',
  'bố mẹ',
  'ba mẹ',
  'ba má',
  'gia đình',
  'phụ huynh',
  'ph',
  'người nhà',
  'nhà',
  'dì',
  'cô ruột',
]
const whose = ['', ' cháu', ' bé', ' con', ' em', ' bạn', ' bạn ấy', ' bé ấy', ' cháu ấy']
const already = ['', ' đã', ' có', ' vừa', ' mới']
const verbs = [
  'báo',
  'báo nghỉ',
  'nhắn',
  'nhắn tin',
  'gọi',
  'gọi điện',
  'gọi báo',
  'điện',
  'điện báo',
  'xin',
  'xin nghỉ',
  'xin phép',
  'cho nghỉ',
  'báo tin',
  'nt',
]
/** With these a family word alone would say too little: "nhà báo". */
const bare = new Set(['nhà báo', 'nhà nói', 'nhà điện', 'ông nói', 'bà nói', 'mẹ nói', 'nhà gọi'])

/** "mẹ báo", "gia đình cháu đã xin phép", "bà ngoại bé gọi điện xin nghỉ": ways to say that the family told the school. */
export const permissionPhrases: readonly string[] = families
  .flatMap((family) =>
    whose.flatMap((child) => already.flatMap((time) => verbs.map((verb) => `${family}${child}${time} ${verb}`))),
  )
  .filter((phrase) => !bare.has(phrase))
