import { withoutDiacritics } from '../../../core/text.ts'
import type { Symptom } from '../report.ts'
import { actsForChild, frameAt } from './frames.ts'
import type { Hint, Item } from './item.ts'
import { type Entry, isKnownWord, phraseAt } from './lexicon.ts'
import { nameOdds } from './name-odds.ts'
import { numberAt } from './numbers.ts'
import { namesAt, type RosterNames } from './roster-names.ts'
import type { Line, Separator, Token } from './token.ts'

/** A place where a word may be a name or a word, or a name one child or two. `odds` is how likely the other reading is. */
export interface Fork {
  readonly at: number
  readonly odds: number
}

/** One way to read a line, and where it could be read otherwise. */
export interface Reading {
  readonly items: readonly Item[]
  readonly forks: readonly Fork[]
}

const emojiSymptoms: Readonly<Record<string, readonly Symptom[]>> = {
  '🤒': ['fever'],
  '🌡': ['fever'],
  '🥵': ['fever'],
  '🤧': ['runny-nose'],
  '🤮': ['vomiting'],
  '🤢': ['vomiting'],
  '🤕': ['injury'],
  '😷': [],
  '🏥': [],
  '💊': [],
}

/** Reads the line from left to right; places in `flipped` take their less likely reading. */
export function itemsOf(line: Line, names: RosterNames, flipped: ReadonlySet<number>): Reading {
  const items: Item[] = []
  const forks: Fork[] = []
  const { tokens } = line
  let at = 0
  while (at < tokens.length) {
    const read = readAt({ line, names, items, forks, at, flipped: flipped.has(at), together: flipped.has(at + 0.5) })
    items.push(read.item)
    at = Math.max(read.next, at + 1)
  }
  return { items, forks }
}

interface Place {
  readonly line: Line
  readonly names: RosterNames
  readonly items: readonly Item[]
  readonly forks: Fork[]
  readonly at: number
  readonly flipped: boolean
  /** Take this name and the one right behind it for one stranger. */
  readonly together: boolean
}

interface Read {
  readonly item: Item
  readonly next: number
}

function readAt(place: Place): Read {
  const { line, names, items, at } = place
  const token = line.tokens[at]!
  if (token.kind === 'separator')
    return { item: { kind: 'separator', separator: token.low as Separator, start: at, end: at + 1 }, next: at + 1 }
  if (token.kind === 'emoji') return readEmoji(token, at)
  const className = classNameAt(line, names, at)
  if (className > 0) return read(at, className, word)
  const frame = frameAt({ line, items, names, at })
  if (frame?.maybeName) place.forks.push({ at, odds: 0.4 })
  if (frame !== undefined && !(frame.maybeName && place.flipped))
    return { item: { kind: 'sense', sense: frame.sense, codes: [], start: at, end: at + frame.length }, next: at + frame.length }
  const number = numberAt(line, items, { at, total: names.roster.children.length })
  const asNames = namesAt(line, at, names)
  if (number !== undefined && asNames.length === 0)
    return { item: { ...number.item, start: at, end: at + number.length }, next: at + number.length }
  const phrase = token.kind === 'word' ? phraseAt(line.tokens, at, typedAsName(line, names)) : undefined
  const name = asNames[0]
  if (name === undefined)
    return phrase === undefined || strangersName(place, phrase) ? readUnknown(place) : readPhrase(place, phrase)
  if (line.tokens[at + name.length]?.low === 'ơi') return read(at, name.length, word)
  if (line.marked && token.capital && adult(line, at, name.length)) {
    place.forks.push({ at, odds: 0.45 })
    return place.flipped ? readName({ ...place, flipped: false }) : read(at, name.length, word)
  }
  const other =
    number ?? (phrase && preferable(line, phrase, at) ? { item: senseOf(phrase), length: phrase.words.length } : undefined)
  if (other === undefined) return readName(place)
  const odds = nameOdds({
    line,
    items,
    at,
    names,
    name: name.length,
    phrase: number ? { length: number.length, sense: 'number' } : { length: phrase!.words.length, sense: phrase!.sense },
  })
  const takeName = odds >= 0.5 !== place.flipped
  place.forks.push({ at, odds: odds >= 0.5 ? 1 - odds : odds })
  if (takeName) return readName({ ...place, flipped: false })
  return { item: { ...other.item, start: at, end: at + other.length }, next: at + other.length }
}

/** "cô Bình nghỉ ốm" speaks of a teacher, "chào cô Bình" greets one. */
function adult(line: Line, at: number, length: number): boolean {
  const { tokens } = line
  const title = tokens[at - 1]
  if (/^(mẹ|bố|bác)$/.test(title?.low ?? '') && actsForChild(line, at + length)) return false
  return title?.kind === 'word' && /^(cô|thầy|chị|mẹ|bố|bác)$/.test(title.low) && !/^(vắng|nghỉ)$/.test(tokens[at - 2]?.low ?? '')
}

/** With marks in the line, a word typed exactly like a name is no part of a phrase with other marks: "bỏ An" is not "bỏ ăn". */
function typedAsName(line: Line, names: RosterNames): (token: Token) => boolean {
  return (token) => line.marked && (token.capital || !token.plain) && names.words.has(token.low)
}

/** "vắng Mai" in a class without a Mai: an ordinary word, but written and placed like a name. */
function strangersName({ line, items, at }: Place, phrase: Entry): boolean {
  const token = line.tokens[at]!
  const soft = ['word', 'tomorrow', 'chat', 'each', 'mild', 'besides', 'ask'].includes(phrase.sense)
  if (!token.capital || phrase.words.length > 1 || !soft || token.raw.length < 2) return false
  const last = items.at(-1)
  const placed =
    last?.kind === 'sense' ? ['away', 'noun', 'and'].includes(last.sense) : last?.kind === 'separator' && last.separator === ','
  return placed && last!.end === at
}

const word = { kind: 'sense', sense: 'word', codes: [] } as const

function read(at: number, length: number, item: typeof word): Read {
  return { item: { ...item, start: at, end: at + length }, next: at + length }
}

function senseOf(phrase: Entry) {
  return { kind: 'sense', sense: phrase.sense, codes: phrase.codes } as const
}

/** In a line with marks, `Chi` typed exactly as the child's name is not `chỉ`. */
function preferable(line: Line, phrase: Entry, at: number): boolean {
  return !(line.marked && phrase.words.length === 1 && line.tokens[at]!.low !== phrase.words[0]!.low)
}

function readEmoji(token: Token, at: number): Read {
  const codes = emojiSymptoms[token.raw]
  const span = { start: at, end: at + 1 }
  if (token.raw === '❌') return { item: { kind: 'sense', sense: 'away', codes: [], ...span }, next: at + 1 }
  return { item: { kind: 'emoji', codes: codes ?? [], sick: codes !== undefined, ...span }, next: at + 1 }
}

function readPhrase(place: Place, phrase: Entry): Read {
  const { at, line, names } = place
  const length = phrase.words.length
  // "me bao" may still hold a child's name: the counts may say so.
  for (let inside = at + 1; inside < at + length; inside += 1)
    if (namesAt(line, inside, names).length > 0) {
      place.forks.push({ at, odds: line.tokens[inside]!.capital ? 0.45 : 0.12 })
      if (!place.flipped) break
      return { item: { ...word, start: at, end: inside }, next: inside }
    }
  return { item: { ...senseOf(phrase), start: at, end: at + length }, next: at + length }
}

function readName(place: Place): Read {
  const { line, names, at } = place
  const readings = namesAt(line, at, names)
  let reading = readings[0]!
  if (readings.length > 1 || partsAt(place, reading.length)) {
    place.forks.push({ at, odds: 0.3 })
    if (place.flipped && readings.length > 1) reading = readings[1]!
  }
  const next = at + reading.length
  const behind = line.tokens[next]
  if (line.marked && behind?.capital && line.tokens[at]!.capital && namesAt(line, next, names).length > 0) {
    // "Minh Thu" where there are a Minh and a Thu: two children, or one whom nobody knows.
    place.forks.push({ at: at + 0.5, odds: 0.3 })
    if (place.together) return stranger(place, at, next + 1)
  }
  const before = strangerBefore(place)
  const after = strangerAfter(place, next)
  if (before || after) return stranger(place, before ? place.at : at, after ? next + 1 : next)
  return { item: { kind: 'name', mention: typed(line, at, next), candidates: reading.candidates, start: at, end: next }, next }
}

function partsAt(place: Place, length: number): boolean {
  return length > 1 && namesAt(place.line, place.at, place.names).some((reading) => reading.length < length)
}

function typed(line: Line, start: number, end: number): string {
  return line.text.slice(line.tokens[start]!.start, line.tokens[end - 1]!.end)
}

/** A capitalised word that is nothing else, right next to a name, makes it the name of somebody else ("Khánh Vy" where only Bảo Vy is known). */
function strangerAfter({ line, names }: Place, next: number): boolean {
  const token = line.tokens[next]
  if (token?.kind !== 'word' || !token.capital) return false
  // "Kiệt X": an initial, unless the line shouts or the letter says something by itself (P: có phép).
  const named = line.tokens[next - 1]!
  if (/^[A-ZĐ]$/.test(token.raw)) return named.raw !== named.raw.toUpperCase() && !/^[CKPV]$/.test(token.raw)
  if (token.raw === token.raw.toUpperCase()) return false
  return namesAt(line, next, names).length === 0 && phraseAt(line.tokens, next, typedAsName(line, names)) === undefined
}

/** Likewise one right before it: "Hoàng Anh" is not the Tú Anh of this class. */
function strangerBefore({ items, line, names, at }: Place): boolean {
  const last = items.at(-1)
  if (last?.kind !== 'unknown' || last.end !== at) return false
  return last.sure || [...names.words].some((name) => withoutDiacritics(name) === line.tokens[at - 1]!.bare)
}

function stranger(place: Place, start: number, end: number): Read {
  const { line, items } = place
  const last = items.at(-1)
  const joined = last?.kind === 'unknown' && last.end === start ? last : undefined
  if (joined) (items as Item[]).pop()
  const from = joined?.start ?? start
  const sure =
    line.tokens.slice(from, end).some((token) => token.capital) ||
    place.items.at(-1)?.kind === 'name' ||
    namesAt(line, start, place.names).length > 0
  return { item: { kind: 'unknown', mention: typed(line, from, end), sure, hint: 'none', start: from, end }, next: end }
}

/** The "B" of "Bảo A, B": the same name with another letter. */
function letterTwin({ line, items, names, at }: Place): Read | undefined {
  const letter = line.tokens[at]!.raw.toUpperCase()
  const before = items.at(-2)
  if (!/^[A-E]$/.test(letter) || before?.kind !== 'name' || before.candidates.length !== 1) return undefined
  const twin = names.roster.children[before.candidates[0]!]!.replace(/ [A-E]$/, ` ${letter}`)
  const child = names.roster.children.indexOf(twin)
  if (child < 0 || before.candidates[0] === child) return undefined
  return { item: { kind: 'name', mention: line.tokens[at]!.raw, candidates: [child], start: at, end: at + 1 }, next: at + 1 }
}

function readUnknown(place: Place): Read {
  const { line, at, items, names } = place
  const token = line.tokens[at]!
  if (token.kind !== 'word') return read(at, 1, word)
  const twin = letterTwin(place)
  if (twin !== undefined) return twin
  const last = items.at(-1)
  // Shouted words and the first word of the text tell nothing by their capital.
  const sure = token.capital && at > 0
  if (last?.kind === 'unknown' && last.end === at && last.sure === sure) return stranger(place, at, at + 1)
  if (last?.kind === 'name' && last.end === at && sure && names.words.has(last.mention)) return stranger(place, at, at + 1)
  const hint: Hint = token.capital && at === 0 ? 'opening' : isKnownWord(token.low) ? 'part' : 'none'
  return { item: { kind: 'unknown', mention: token.raw, sure, hint, start: at, end: at + 1 }, next: at + 1 }
}

/** How many tokens of the class's own name stand here. */
function classNameAt(line: Line, names: RosterNames, at: number): number {
  const { tokens } = line
  // Later in the line the same words are rather a child's name.
  const early = at < 6 || tokens[at - 1]?.bare === 'lop'
  for (const words of names.classNames) {
    const fits = words.every((part, offset) => {
      const token = tokens[at + offset]
      // As typed: "K1" is no "không 1" here.
      if (token === undefined) return false
      const typedSo = (token.bare === part && part.length > 1) || withoutDiacritics(token.raw.toLowerCase()) === part
      return typedSo || (token.kind === 'number' && Number(part) === token.value)
    })
    const figured = words.length > 1 && /\d/.test(words.at(-1)!) && (tokens[at]!.capital || !names.words.has(tokens[at]!.low))
    if (fits && (early || figured) && !(words.length === 1 && names.words.has(tokens[at]!.low) && at > 1)) return words.length
  }
  const code =
    /^[a-eg-jlmn]$/.test(tokens[at]!.bare) &&
    tokens[at + 1]?.kind === 'number' &&
    tokens[at + 1]!.glued &&
    tokens[at + 1]!.value < 10
  return code ? 2 : 0
}
