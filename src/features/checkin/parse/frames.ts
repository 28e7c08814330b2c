import { withoutDiacritics } from '../../../core/text.ts'
import type { Item } from './item.ts'
import { phraseAt } from './lexicon.ts'
import type { Sense } from './phrases.ts'
import { namesAt, type RosterNames } from './roster-names.ts'
import type { Line, Token } from './token.ts'
import { places, shortPlaces } from './words/places.ts'

/** What a construction says, and over how many tokens. */
export interface Frame {
  readonly sense: Sense
  readonly length: number
  /** A word of it is a child of the class too: the numbers may want the name. */
  readonly maybeName?: boolean
}

interface Where {
  readonly line: Line
  readonly items: readonly Item[]
  readonly names: RosterNames
  readonly at: number
}

/** Constructions that no list of phrases can hold, because they end on a place, an hour, a name or the end of the clause. */
export function frameAt(where: Where): Frame | undefined {
  if (where.line.tokens[where.at]?.kind !== 'word') return undefined
  return (
    nobody(where) ?? unseen(where) ?? weekday(where) ?? exception(where) ?? journey(where) ?? goingHome(where) ?? arrival(where)
  )
}

const wordLists = new Map<string, { readonly low: ReadonlySet<string>; readonly bare: ReadonlySet<string> }>()

function listOf(words: string) {
  const known = wordLists.get(words)
  if (known !== undefined) return known
  const low = words.split(' ')
  const list = { low: new Set(low), bare: new Set(low.map(withoutDiacritics)) }
  wordLists.set(words, list)
  return list
}

function typed(token: Token | undefined, words: string): boolean {
  if (token?.kind !== 'word') return false
  const list = listOf(words)
  return list.low.has(token.low) || (token.plain && list.bare.has(token.bare))
}

/** "cả lớp nghỉ": nobody came; "cả lớp nghỉ trưa" and "cả lớp nghỉ 2 bạn" say something else. */
function nobody({ line: { tokens }, at }: Where): Frame | undefined {
  if (!typed(tokens[at], 'cả toàn nguyên') || !typed(tokens[at + 1], 'lớp') || !typed(tokens[at + 2], 'nghỉ vắng'))
    return undefined
  let next = at + 3
  while (typed(tokens[next], 'hết học cả luôn hôm nay bữa sáng rồi ạ nha nhé vì do')) next += 1
  const end = tokens[next]
  const other = end?.kind === 'number' || typed(end, 'trưa ngơi giải hè lễ tết bù có mỗi mình trừ một hai ba bốn năm ít đông')
  return other ? undefined : { sense: 'nobody', length: 3 }
}

/** "mấy bạn khác chưa thấy": not come yet, when nothing follows. */
function unseen({ line: { tokens }, at }: Where): Frame | undefined {
  if (!typed(tokens[at], 'chưa') || !typed(tokens[at + 1], 'thấy')) return undefined
  let next = at + 2
  while (typed(tokens[next], tail)) next += 1
  return tokens[next] === undefined || tokens[next]!.kind === 'separator' ? { sense: 'away', length: 2 } : undefined
}

const days = 'hai ba tư năm sáu bảy bẩy'
const toCome = ['tới', 'sau', 'tuần sau', 'tuần tới', 'này', 'tuần này']
const gone = ['trước', 'tuần trước', 'vừa rồi', 'tuần rồi', 'tuần vừa rồi', 'rồi']

/** "thứ 6 tới", "vào thứ hai tuần sau", "chủ nhật này": another day than today. */
function weekday({ line: { tokens }, at }: Where): Frame | undefined {
  let next = at
  while (typed(tokens[next], 'vào ngày hôm từ')) next += 1
  if (typed(tokens[next], 'thứ t') && (tokens[next + 1]?.kind === 'number' || typed(tokens[next + 1], days))) next += 2
  else if (typed(tokens[next], 'chủ') && typed(tokens[next + 1], 'nhật')) next += 2
  else if (typed(tokens[next], 'cn')) next += 1
  else return undefined
  const follows = (phrase: string) => {
    const words = phrase.split(' ')
    return words.every((word, offset) => typed(tokens[next + offset], word)) ? words.length : 0
  }
  const longest = (phrases: readonly string[]) => Math.max(...phrases.map(follows))
  // "nghỉ đến thứ 6 tới" takes today in.
  const until = typed(tokens[at - 1], 'đến tới hết')
  const [ahead, back] = [longest(toCome), longest(gone)]
  // "thu 2 nay 30/32" heads today's report.
  if (ahead > 0 && !(tokens[next]!.low === 'nay' && tokens[next + 1]?.kind === 'number'))
    return { sense: until ? 'word' : 'tomorrow', length: next + ahead - at }
  return back > 0 ? { sense: 'yesterday', length: next + back - at } : undefined
}

/** "ngoài Huy ra thì đủ". */
function exception({ line, names, at }: Pick<Where, 'line' | 'names' | 'at'>): Frame | undefined {
  if (typed(line.tokens[at], 'không') && typed(line.tokens[at + 1], 'có')) return nobodyBut({ line, names, at })
  if (!typed(line.tokens[at], 'ngoài') && line.tokens[at]!.low !== 'chừa') return undefined
  let next = at + 1
  while (typed(line.tokens[next], 'bạn bé cháu con em mỗi có trừ') || line.tokens[next]?.kind === 'number') next += 1
  return namesAt(line, next, names).length > 0 ? { sense: 'except', length: 1 } : undefined
}

/** "đủ hết, không có Cường thôi". */
function nobodyBut({ line, names, at }: Pick<Where, 'line' | 'names' | 'at'>): Frame | undefined {
  const [name] = namesAt(line, at + 2, names)
  const full = line.tokens.slice(0, at).some((token) => typed(token, 'đủ'))
  if (name === undefined || !full) return undefined
  const end = line.tokens[at + 2 + name.length]
  return end === undefined || end.kind === 'separator' || typed(end, 'thôi là nha ạ nhé')
    ? { sense: 'except', length: 2 }
    : undefined
}

const travel = 'về đi sang vào vô ra lên xuống qua bay'
const stay = 'ở tại quê dưới trên trong thăm chơi'

/** How many tokens of a place stand here: one of the list, or with marks any capitalised words that are no child. */
function placeAt({ line, names }: Where, at: number, firm: boolean): { length: number; maybeName: boolean } | undefined {
  const { tokens } = line
  if (names.classNames.some(([word]) => word === tokens[at]?.bare && tokens[at + 1]?.kind === 'word')) return undefined
  let key = ''
  let found = 0
  for (let length = 1; length <= 3; length += 1) {
    const token = tokens[at + length - 1]
    if (token?.kind !== 'word') break
    key = length === 1 ? token.bare : `${key} ${token.bare}`
    if (places.has(key) || (length === 1 && shortPlaces.has(key) && (!line.marked || token.capital || !token.plain)))
      found = length
  }
  const readings = namesAt(line, at, names)
  if (found > 0 && ((firm && found > 1) || (readings[0]?.length ?? 0) < (found > 1 ? found : 2)))
    return { length: found, maybeName: readings.length > 0 }
  let unknown = 0
  while (tokens[at + unknown]?.kind === 'word' && tokens[at + unknown]!.capital && unknown < 4) unknown += 1
  const stranger = line.marked && unknown > 0 && (readings[0]?.length ?? 0) < unknown
  const shouted = tokens[at]?.raw === tokens[at]?.raw.toUpperCase()
  if (!stranger || shouted || (unknown === 1 && phraseAt(tokens, at, () => false) !== undefined)) return undefined
  return { length: unknown, maybeName: false }
}

/** "về Nghệ An", "ra Bắc", "ở Sài Gòn": a journey of the family, unless it leads to a doctor. */
function journey(where: Where): Frame | undefined {
  const { line, items, at } = where
  const { tokens } = line
  const goes = typed(tokens[at], travel)
  if (!goes && !typed(tokens[at], stay)) return undefined
  let next = at + 1
  if (goes && typed(tokens[next], 'vô vào ra sang lên xuống về qua đi quê')) next += 1
  if (typed(tokens[next], 'ở tại quê tỉnh tp huyện dưới trên ngoài trong')) next += 1
  const place = placeAt(where, next, goes && items.at(-1)?.kind === 'name')
  if (place === undefined) return undefined
  if (next - at === 1 && place.length === 1 && place.maybeName && items.at(-1)?.kind !== 'name') return undefined
  const length = next + place.length - at
  if (!goes && typed(tokens[at], 'thăm chơi')) return { sense: 'family', length, maybeName: place.maybeName }
  for (let ahead = at + length; ahead < at + length + 3 && tokens[ahead]?.kind === 'word'; ahead += 1) {
    const behind = phraseAt(tokens, ahead, () => false)
    if (behind?.words.length === 1 && typed(tokens[ahead], 'khám chữa mổ'))
      return { sense: 'other', length, maybeName: place.maybeName }
    if (behind !== undefined && ['sick', 'symptom', 'other', 'late'].includes(behind.sense))
      return { sense: 'word', length, maybeName: place.maybeName }
  }
  return { sense: 'family', length, maybeName: place.maybeName }
}

function isClock(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.kind === 'number' && (typed(tokens[at + 1], 'h g giờ') || (tokens[at + 1]?.low === ':' && tokens[at + 1]!.glued))
  )
}

/** "về 14h". */
function goingHome({ line: { tokens }, at }: Where): Frame | undefined {
  return typed(tokens[at], 'về') && isClock(tokens, at + 1) ? { sense: 'leave', length: 1 } : undefined
}

const tail = 'rồi r ròi ạ nha nhé nhe nè c cô chị ơi á đó đấy luôn hết cả mới em anh bác mẹ'

/** "vô lớp rồi", "vừa tới", "(mẹ chở) đến lúc 9h": whoever comes is there. Only at the end of what is said: "sốt đến 39" arrives nowhere. */
function arrival({ line: { tokens }, items, at }: Where): Frame | undefined {
  if (!typed(tokens[at], 'đến tới vô vào lên qua')) return comeAlready({ tokens, items, at })
  let next = at + 1
  while (typed(tokens[next], 'tới đến vô vào') && next < at + 2) next += 1
  const aim = typed(tokens[next], 'lớp trường')
  if (aim) next += 1
  const length = next - at
  const last = items.at(-1)
  const brought = bringing(tokens, at)
  const done = typed(tokens[next], 'rồi r ròi')
  if (!typed(tokens[at], 'đến tới') && !aim && !brought && !done && length < 2) return undefined
  const closely = last?.kind === 'name' || brought || typed(tokens[at - 1], 'đã vừa mới cũng đều lại được cùng')
  if (!closely) return undefined
  while (typed(tokens[next], tail)) next += 1
  const end = tokens[next]
  const ends =
    end === undefined ||
    end.kind === 'separator' ||
    end.kind === 'emoji' ||
    isClock(tokens, next) ||
    typed(end, 'lúc hồi khoảng nên giờ')
  if (!ends) return undefined
  // "chưa thấy Hậu đến"
  const clause = tokens.slice(Math.max(0, at - 4), at)
  const spoken = clause.slice(clause.findLastIndex(({ kind }) => kind === 'separator') + 1)
  const denied = spoken.some((token) => typed(token, 'chưa không chẳng'))
  return { sense: denied ? 'away' : 'here', length }
}

/** "có Hòa rồi nhé": the child that was awaited. */
function comeAlready({ tokens, items, at }: { tokens: readonly Token[]; items: readonly Item[]; at: number }): Frame | undefined {
  const name = items.at(-1)
  if (!typed(tokens[at], 'rồi r') || name?.kind !== 'name' || !typed(tokens[name.start - 1], 'có thấy')) return undefined
  let next = at
  while (typed(tokens[next], tail)) next += 1
  return tokens[next] === undefined || tokens[next]!.kind === 'separator' ? { sense: 'here', length: 1 } : undefined
}

/** "mẹ mới chở Bình …": somebody brings a child. */
function bringing(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 6); back -= 1) {
    if (tokens[back]!.kind !== 'word') return false
    if (typed(tokens[back], 'chở đưa dẫn bế đem bồng cõng đèo cho')) return true
  }
  return false
}

/** "bố Bình vừa đưa con đến", "mẹ Huy xin nghỉ": the parent named by the child does something for it. "Mẹ Huy cho em hỏi" does not. */
export function actsForChild({ tokens }: Line, behind: number): boolean {
  const leave = tokens.slice(behind).some((token) => typed(token, 'nghỉ ngỉ phép ốm bệnh viện sốt muộn trễ sớm học'))
  for (let next = behind; next < behind + 4; next += 1)
    if (typed(tokens[next], 'chở đưa dẫn bế đem đón rước đèo') || (leave && typed(tokens[next], 'xin báo nhắn gọi cho điện')))
      return true
  return false
}
