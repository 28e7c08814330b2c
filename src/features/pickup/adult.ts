import { fold, withoutDiacritics } from '../../core/text.ts'
import { isCapital, isKin, maybeName, type Word, wordsOf } from './adult-words.ts'

/** An adult as somebody named them. */
export interface Adult {
  /** As typed, whose relation they are left out: `bác Tư`, `bà ngoại`. */
  readonly called: string
  /** Whether that holds a name, not only how they are related. */
  readonly isNamed: boolean
}

/** An adult in a text, and where. */
export interface FoundAdult extends Adult {
  readonly start: number
  readonly end: number
}

const verbs = new Set(['don', 'ruoc', 'pick', 'picks', 'picking', 'collect', 'collects'])
const before = /^(?:se|qua|den|toi|ra|di|len|vao|sang|ghe|xuong|duoc|cung|chay|thay|truong|lop|giup|ho|will|is|can|to|is going)$/
const sides = /^(?:noi|ngoai|trai|gai|ho|re|dau|ruot)$/
const works = /^(?:hang xom|giup viec|lai xe|tai xe|bao mau|xe om)$/
const owners = /^(?:em|e|toi|minh|be|con|chau|no|§|gia dinh)$/
/** Whoever writes so speaks of themselves, or to the teacher. */
const speakers = new Set(['em', 'anh', 'chi', 'co', 'ban'])
const mostNameWords = 5

/** The adult whom a text says to collect a child; undefined when it names nobody but the writer. @param text own children's names taken out for `§` */
export function adultIn(text: string): FoundAdult | undefined {
  const words = wordsOf(text)
  for (const [at, word] of words.entries()) {
    if (!verbs.has(word.bare)) continue
    const found = beforeVerb(text, words, at) ?? afterVerb(text, words, at)
    if (found !== undefined) return found
  }
  return undefined
}

/** The nearest relation before the verb with all that belongs to it, or else a name in capitals: "chồng em", "bác hàng xóm tên Tư", "Hùng". */
function beforeVerb(text: string, words: readonly Word[], verbAt: number): FoundAdult | undefined {
  let last = verbAt - 1
  while (last >= 0 && before.test(words[last]!.bare) && !words[last + 1]!.isCut) last -= 1
  if (last < 0 || words[last + 1]!.isCut) return undefined
  let nearest: (FoundAdult & { readonly from: number }) | undefined
  for (let from = last; from >= 0 && last - from < 9; from -= 1) {
    if (from < last && words[from + 1]!.isCut) break
    if (!isKin(words[from]!)) continue
    const name = afterRelation(words, from)
    if (name > last + 1 || (nearest !== undefined && name <= nearest.from)) break
    const found = adultOf(text, words, { from, name, to: last + 1 })
    if (found !== undefined) nearest = { ...found, from }
  }
  return nearest ?? inCapitals(text, words, last)
}

/** "Người đón hôm nay là dì Hoa". */
function afterVerb(text: string, words: readonly Word[], verbAt: number): FoundAdult | undefined {
  if (words[verbAt - 1]?.bare !== 'nguoi') return undefined
  const is = words.findIndex(({ bare, isCut }, at) => at > verbAt && at < verbAt + 6 && (bare === 'la' || isCut))
  const from = is < 0 ? -1 : words[is]!.bare === 'la' ? is + 1 : is
  return from < 0 ? undefined : adultAt(text, words, from)
}

function adultAt(text: string, words: readonly Word[], from: number): FoundAdult | undefined {
  const first = words[from]
  if (first === undefined) return undefined
  const name = isKin(first) ? afterRelation(words, from) : from
  let to = name
  while (to < words.length && to - name < mostNameWords && maybeName(words[to]!) && (to === from || !words[to]!.isCut)) to += 1
  return adultOf(text, words, { from, name, to })
}

/** The place behind a relation: "bác", "em trai", "bà của con". */
function afterRelation(words: readonly Word[], from: number): number {
  const goesOn = (at: number) => words[at] !== undefined && !words[at].isCut
  let at = from + 1
  if (goesOn(at) && sides.test(words[at]!.bare) && !isCapital(words[at]!)) at += 1
  if (goesOn(at) && goesOn(at + 1) && works.test(`${words[at]!.bare} ${words[at + 1]!.bare}`)) at += 2
  if (goesOn(at) && words[at]!.bare === 'cua') at += 1
  if (goesOn(at) && owners.test(words[at]!.bare) && !isCapital(words[at]!)) at += 1
  if (goesOn(at) && words[at]!.bare === '§') at += 1
  return at
}

function adultOf(
  text: string,
  words: readonly Word[],
  { from, name, to }: { from: number; name: number; to: number },
): FoundAdult | undefined {
  const rest = words.slice(name, to).filter(({ bare }) => bare !== 'ten' && bare !== 'la')
  const role =
    rest.length > 2
      ? rest
          .slice(-2)
          .map(({ bare }) => bare)
          .join(' ')
      : ''
  const named = works.test(role) ? rest.slice(0, -2) : rest
  const relation = words.slice(from, name)
  if (to <= from || named.length > mostNameWords || !named.every(maybeName)) return undefined
  const [only] = relation
  const isSpeaker = relation.length === 1 && speakers.has(only!.bare)
  // "em tu don" is "em tự đón".
  if (isSpeaker && (named.length === 0 || (named.length === 1 && named[0]!.raw === 'tu'))) return undefined
  const kept = relation.filter(
    (word, at) => at === 0 || !(owners.test(word.bare) || word.bare === 'cua') || sides.test(word.bare),
  )
  const called = [...kept, ...rest].map(({ raw }) => raw).join(' ')
  return { called, isNamed: named.length > 0, start: words[from]!.start, end: Math.min(words[to - 1]!.end, text.length) }
}

function inCapitals(text: string, words: readonly Word[], last: number): FoundAdult | undefined {
  if (text === text.toUpperCase()) return undefined
  let from = last + 1
  while (from > 0 && last + 1 - from < mostNameWords && isCapital(words[from - 1]!) && maybeName(words[from - 1]!)) {
    from -= 1
    if (words[from]!.isCut) break
  }
  return from > last ? undefined : adultOf(text, words, { from, name: from, to: last + 1 })
}

/** What was typed as an answer to "tên gì ạ": a relation, a name or both; undefined when it can be no name. */
export function adultTyped(text: string): Adult | undefined {
  const typed = text.normalize('NFC').trim()
  if (typed.length > 60 || /[?@/\d]/.test(typed)) return undefined
  const words = wordsOf(typed.replace(/[.!\s]+$/u, ''))
  const from = words.findIndex(({ bare }) => !/^(?:da|vang|thua|la|ten|a)$/.test(bare))
  const to = words.findLastIndex(({ bare }) => !/^(?:a|nhe|nha|co)$/.test(bare)) + 1
  const said = words.slice(Math.max(from, 0), to)
  // Several small words without a relation are a sentence rather than a name.
  if (said.length > 1 && !isKin(said[0]!) && !said.every(isCapital)) return undefined
  const found = adultAt(typed, said, 0)
  return found === undefined || found.end < said.at(-1)!.end ? undefined : { called: found.called, isNamed: found.isNamed }
}

/** How an adult is related and what they are called, without marks. */
export function partsOf(called: string): { readonly relation: string; readonly name: string } {
  const words = wordsOf(called)
  const name = words[0] !== undefined && isKin(words[0]) ? afterRelation(words, 0) : 0
  const text = (part: readonly Word[]) =>
    part
      .map(({ bare }) => bare)
      .filter((bare) => bare !== 'ten' && bare !== 'la')
      .join(' ')
  return { relation: text(words.slice(0, name)), name: text(words.slice(name)) }
}

/** Whether two wordings can be one adult: the same name and no other relation, or the relation alone. */
export function isSameAdult(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)]
  const related = a.relation === '' || b.relation === '' || a.relation.startsWith(b.relation) || b.relation.startsWith(a.relation)
  if (a.name === '' || b.name === '') return a.relation !== '' && b.relation !== '' && related
  return related && (a.name === b.name || a.name.endsWith(` ${b.name}`) || b.name.endsWith(` ${a.name}`))
}

/** Two wordings letter by letter, marks and capitals aside. */
export function isSameWording(one: string, other: string): boolean {
  return withoutDiacritics(fold(one)) === withoutDiacritics(fold(other))
}
