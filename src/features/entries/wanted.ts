/** The kinds of answer a question of daily school life wants; `nothing`: it tells something. Two questions that want different kinds are two questions. */
export const wantedKinds = [
  'percent',
  'amount',
  'count',
  'number',
  'clock',
  'weekday',
  'date',
  'where',
  'who',
  'how-often',
  'how-long',
  'why',
  'whether',
  'open',
  'nothing',
] as const
export type Wanted = (typeof wantedKinds)[number]

const money = /\b(tien|phi|gia|quy|hoc phi|phu thu|dong hoc|tuition|fees?|cost|price|pay|dong|nop|thu|bao hiem)\b(?! hinh| chi)/
const children = '(?:be|ban|tre|chau|hoc sinh|em|con|children|kids|pupils)'
const howMuch = '(?:bao nhieu|nhieu|may|bao nhiu)'

const forms: readonly (readonly [Wanted, RegExp])[] = [
  ['percent', /\b(?:phan tram|percent|percentage)\b|%|\b(?:bao nhieu|may) phan\b|\b(?:ty|ti) le\b/],
  [
    'amount',
    new RegExp(
      `\\b${howMuch} (?:tien|dong|nghin|ngan|trieu|k\\b)|\\b(?:gia|phi|muc|tien)\\b.*\\b(?:the nao|nhu the nao|ra sao)$|how much`,
    ),
  ],
  ['count', new RegExp(`\\b${howMuch} (?:${children})\\b|\\bsi so\\b|how many ${children}`)],
  ['clock', /\b(?:may|luc may) (?:gio|h)\b(?! dong ho)|\bgio nao\b|\bluc nao\b|what time|\bgio giac\b/],
  ['weekday', /\b(?:ngay )?thu may\b|\bnhung thu nao\b|which day/],
  [
    'date',
    /\b(?:khi nao|bao gio|ngay nao|ngay may|hom nao|bua nao|thang nao|thang may|chung nao|when)\b|\bhan (?:dong|nop)\b|\b(?:lich|ngay) nghi\b/,
  ],
  ['where', /\b(?:o dau|cho nao|noi nao|dau vay|tai dau|where|nhung dau)\b|\bdau$|\bdau (?:a|vay|the|ha|co|nhi)\b/],
  ['who', /\b(?:ai|co nao|thay nao|nguoi nao|who|whom)\b/],
  ['how-often', /\b(?:may|bao nhieu) (?:lan|buoi)\b|how often|bao lau (?:mot|1) lan/],
  ['how-long', /\b(?:bao lau|may ngay|bao nhieu ngay|may tieng|how long)\b(?! (?:mot|1) lan)/],
  ['why', /\b(?:tai sao|vi sao|sao lai|why)\b/],
  ['open', /\b(?:gi|nhung gi|nao|the nao|nhu the nao|sao|cach nao|what|which|how)\b/],
]
const whether =
  /\b(?:khong|chua|hay khong|phai khong|duoc khong)(?: (?:a|vay|the|nhi|co|ad|em|chi|anh|nhe|ha|da|oi|cho|be|con))*$|\bco\b.*\b(?:khong|chua)\b|^(?:is|are|do|does|can|could|will|has|have|may)\b/
const closing = /(?: (?:a|vay|the|nhi|co|ad|em|chi|anh|nhe|ha|da|oi|thua|cam on|em cam on|nha|hen))+$/

/** What a question wants, by its mended words without marks; nothing when it only names a thing. */
export function wantedBy(text: string): ReadonlySet<Wanted> {
  const words = text.replace(closing, '')
  const found = new Set(forms.filter(([kind, form]) => kind !== 'open' && form.test(words)).map(([kind]) => kind))
  const isCounting = /\b(?:bao nhieu|nhieu|how many)\b/.test(words) && !found.has('percent')
  if (isCounting && !found.has('amount') && !found.has('count')) found.add(money.test(words) ? 'amount' : 'number')
  if (found.has('amount')) found.delete('count')
  if (/\bmuc (?:hoc phi|tien|phi|dong|thu|an)\b/.test(words)) found.add('amount')
  if (found.size === 0 && forms.at(-1)![1].test(words)) found.add('open')
  if (found.size === 0 && whether.test(words)) found.add('whether')
  if (found.size === 0 && /\b(?:roi|already)$/.test(words)) found.add('nothing')
  return found
}

/** Whether an answer to the one kind may be one to the other. Something that only names a thing may want any. */
export function mayWantSame(one: ReadonlySet<Wanted>, other: ReadonlySet<Wanted>): boolean {
  if (one.size === 0 || other.size === 0) return true
  if (!one.isDisjointFrom(other)) return true
  return [...one].some((kind) => [...other].some((another) => near.has(`${kind} ${another}`) || near.has(`${another} ${kind}`)))
}

/** Whether a question wants something that an answer to the other does not give. */
export function wantsMore(one: ReadonlySet<Wanted>, other: ReadonlySet<Wanted>): boolean {
  return one.size > 1 && other.size > 0 && [...one].some((kind) => !mayWantSame(new Set([kind]), other))
}

/** `nghỉ mấy ngày` and `nghỉ từ ngày nào`; `bao nhiêu` without saying of what. */
const near = new Set(['date how-long', 'weekday date', 'number amount', 'number count'])
