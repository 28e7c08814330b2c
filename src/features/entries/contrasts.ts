/** Little words of which one makes another question: `sáng` or `chiều`, `lớp` or `trường`, `tuần này` or `tuần sau`. */
const families: readonly (readonly [family: string, members: Readonly<Record<string, RegExp>>])[] = [
  [
    'time of day',
    {
      morning: /\b(?:buoi )?sang\b(?! tao| kien)|\bmorning\b|\bdrop(?:ping)? off\b/,
      noon: /\btrua\b|\bnoon\b/,
      afternoon: /\bchieu\b(?! cao)|\bafternoon\b|\b(?:tra (?:be|tre|con|chau)|tan hoc|tan truong|pick up)\b/,
      evening: /\b(?:buoi )?toi (?:may|nay|mai)\b|\bbuoi toi\b|\bevening\b/,
    },
  ],
  [
    'part of a span',
    { start: /\bdau (?:nam|thang|tuan|ky)\b|\bkhai giang\b/, end: /\bcuoi (?:nam|thang|tuan|ky)\b|\bbe giang\b/ },
  ],
  [
    'which week',
    {
      this: /\b(?:tuan|thang|nam) nay\b/,
      next: /\b(?:tuan|thang|nam) (?:sau|toi)\b|\bsang nam\b/,
      last: /\b(?:tuan|thang|nam) (?:truoc|ngoai|roi)\b/,
    },
  ],
  [
    'rhythm',
    {
      day: /\b(?:mot|1|moi|hang) ngay\b|\ba day\b|\bper day\b|\bdaily\b/,
      month: /\b(?:mot|1|moi|hang|ca) thang\b|\bthang (?:nay|sau|truoc)\b|\bmonth/,
      year: /\b(?:mot|1|moi|hang|ca) nam\b|\ba year\b/,
      box: /\b(?:mot|1|moi) hop\b/,
    },
  ],
  ['season', { summer: /\b(?:mua|nghi|hoc|tre|dip) he\b|\bsummer\b/, winter: /\bmua dong\b|\bwinter\b/ }],
  ['holiday', { tet: /\btet\b(?! (?:duong|thieu nhi|trung thu))/, newYear: /\btet duong\b/, summer: /\bnghi he\b|\bsummer\b/ }],
  ['whose', { class: /\b(?:quy|chuyen|doi|camera) lop\b/, school: /\b(?:quy|chuyen|doi) truong\b/ }],
  ['from or to', { from: /\bmo cua (?:tu|luc)\b/, to: /\bmo(?: cua)? (?:den|toi)\b|\bdong cua\b/ }],
  ['in or out', { in: /\bvao lop\b/, out: /\bra lop\b|\btan hoc\b/ }],
  ['parent or teacher', { boy: /\b(?:be|con|chau) trai\b/, girl: /\b(?:be|con|chau) gai\b/ }],
]

/** What a question says of each family, by its mended words without marks. */
export function contrastsIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [family, members] of families) {
    const said = Object.entries(members).filter(([, form]) => form.test(text))
    if (said.length > 0) found.set(family, said.map(([member]) => member).join(' '))
  }
  return found
}

/** Whether two questions say different things of one family. */
export function contradict(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return families.some(([family]) => {
    const [said, there] = [one.get(family), other.get(family)]
    if (said !== undefined && there !== undefined) return said !== there
    return neverMeant.test(said ?? there ?? '')
  })
}

/** Whoever means last year, the next week or a whole year says so. */
const neverMeant = /^(?:last|next|year|box)$/
