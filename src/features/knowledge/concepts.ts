import { withoutDiacritics } from '../../core/text.ts'
import { asked, filler } from './lexicon/asking.ts'
import { care } from './lexicon/care.ts'
import { ages, times, wheres } from './lexicon/circumstances.ts'
import type { Concept } from './lexicon/concept.ts'
import { elsewhere } from './lexicon/elsewhere.ts'
import { aiming, enrollment } from './lexicon/enrollment.ts'
import { matters } from './lexicon/matters.ts'
import { milk, paying } from './lexicon/milk.ts'
import { names } from './lexicon/names.ts'
import { offices } from './lexicon/offices.ts'
import { children, people } from './lexicon/people.ts'
import { schools } from './lexicon/schools.ts'
import { soundOf, type Word } from './words.ts'

/**
 * What a mention is good for. `thing`: what the question is about; `colour`: helps to choose; `asked`: the kind of answer wanted;
 * `child`: said in nearly every question; `filler`: read over; the others are circumstances.
 */
export type Role = 'thing' | 'elsewhere' | 'colour' | 'asked' | 'child' | 'filler' | 'where' | 'age' | 'time'

/** A concept found in a message. */
export interface Mention {
  readonly concept: string
  readonly role: Role
  /** Index of its first word, and how many words it takes. */
  readonly at: number
  readonly length: number
  /** Read into words with a wrong mark: taken only where nothing fits as typed. */
  readonly isLoose?: boolean
}

interface Way {
  readonly concept: string
  readonly role: Role
  readonly sounds: readonly string[]
}
interface Node {
  readonly next: Map<string, Node>
  readonly ways: Way[]
}

const tables: readonly (readonly [Role, readonly Concept[]])[] = [
  ['where', wheres],
  ['age', ages],
  ['time', times],
  ['thing', names],
  ['thing', milk],
  ['thing', people],
  ['thing', enrollment],
  ['thing', care],
  ['thing', schools],
  ['thing', offices],
  ['elsewhere', elsewhere],
  ['colour', paying],
  ['colour', aiming],
  ['colour', matters],
  ['asked', asked],
  ['child', children],
  ['filler', [['filler', filler]]],
]

const root: Node = { next: new Map(), ways: [] }
const knownSounds = new Set<string>()
const lexiconWords = new Set<string>()
const subjectWords = new Set<string>()
const unmendable = new Set([...matters, ...offices].map(([concept]) => concept))
const runTogether = new Map<string, string>()
const pairs = new Set<string>()
const namePairs = new Set<string>()
const initials = new Map<string, string>()

for (const [role, concepts] of tables) {
  for (const [concept, ways] of concepts) {
    for (const way of ways.split('|'))
      addWay(
        { concept, role },
        way
          .trim()
          .toLowerCase()
          .normalize('NFC')
          .match(/[\p{L}\d%]+/gu) ?? [],
      )
  }
}

function addWay({ concept, role }: { concept: string; role: Role }, pieces: readonly string[]): void {
  if (pieces.length === 0) return
  let node = root
  for (const piece of pieces) {
    const folded = withoutDiacritics(piece)
    lexiconWords.add(folded)
    // Words of offices are everyday words too: nothing is taken for a slip of them.
    if (role !== 'filler' && !unmendable.has(concept)) subjectWords.add(folded)
    knownSounds.add(soundOf(piece))
    let next = node.next.get(folded)
    if (next === undefined) {
      next = { next: new Map(), ways: [] }
      node.next.set(folded, next)
    }
    node = next
  }
  node.ways.push({ concept, role, sounds: pieces.map(soundOf) })
  const foldedPieces = pieces.map(withoutDiacritics)
  for (let at = 1; at < foldedPieces.length; at += 1) {
    const pair = `${foldedPieces[at - 1]} ${foldedPieces[at]}`
    pairs.add(pair)
    if (concept.startsWith('name:')) namePairs.add(pair)
  }
  const second = foldedPieces[1] ?? ''
  if (role !== 'filler' && second.length >= 3) {
    const start = `${foldedPieces[0]![0]} ${second}`
    // Two first words that fit (`học sinh`, `hồ sinh`) settle nothing.
    initials.set(start, initials.has(start) && initials.get(start) !== pieces[0] ? '' : pieces[0]!)
  }
  const joined = foldedPieces.join('')
  if (pieces.length > 1 && joined.length >= 6 && !runTogether.has(joined)) runTogether.set(joined, pieces.join(' '))
}

/** Every word of the lexicon, folded; the words of the subject matter, which a slip of the keys may be mended to; phrases run together. */
export const lexicon = {
  words: lexiconWords,
  subject: subjectWords,
  joined: runTogether,
  pairs,
  namePairs,
  initials,
  sounds: knownSounds,
} as const

/**
 * The concepts of a message: of all ways to cut it into known phrases the one with the longest phrases. Words that belong to none
 * are left over. Marks decide where they are typed: `cần` is not `cân`; marks that make no known word (`sũa`) are taken for a slip.
 * @param mayBeLoose for what people type in a hurry: one wrong mark in a phrase is read over; our own texts are read as they stand.
 */
export function mentionsOf(words: readonly Word[], mayBeLoose = false): { mentions: Mention[]; leftOver: number[] } {
  const markedShare = words.filter((word) => word.isMarked).length / Math.max(1, words.length)
  const worth = new Float64Array(words.length + 1)
  const chosen: (Mention | undefined)[] = []
  for (let at = words.length - 1; at >= 0; at -= 1) {
    worth[at] = worth[at + 1]!
    for (const found of mentionsAt(words, at, markedShare > 0.6)) {
      if (found.isLoose && !mayBeLoose) continue
      const value = worthOf(found, words) + worth[at + found.length]!
      if (value <= worth[at]!) continue
      worth[at] = value
      chosen[at] = found
    }
  }
  const mentions: Mention[] = []
  const leftOver: number[] = []
  for (let at = 0; at < words.length; at += chosen[at]?.length ?? 1) {
    if (chosen[at] === undefined) leftOver.push(at)
    else mentions.push(chosen[at]!)
  }
  return { mentions, leftOver }
}

function worthOf(found: Mention, words: readonly Word[]): number {
  const isCut = words[found.at]!.phrase !== words[found.at + found.length - 1]!.phrase
  return found.length ** 1.6 + (found.isLoose ? loosePenalty : roleBonus(found)) - (isCut ? commaPenalty : 0)
}

/** A comma parts two things (`nhà trẻ, mẫu giáo`) rather than stands within one (`phòng, chống`). */
const commaPenalty = 1
/** Two words read loosely are worth more than two single ones as typed, and less than a phrase that fits. */
const loosePenalty = -0.5

/** Ties go to the question word and against the mere filler: `đóng | bao nhiêu`, not `đồng bào | nhiêu`. */
function roleBonus({ role, length }: Mention): number {
  if (role === 'filler') return -0.2
  return role === 'asked' && length > 1 ? 0.7 : 0
}

function mentionsAt(words: readonly Word[], at: number, isMarkedText: boolean): Mention[] {
  let node: Node | undefined = root
  const found: Mention[] = []
  for (let length = 1; length <= 8; length += 1) {
    const word = words[at + length - 1]
    if (word === undefined || word.sentence !== words[at]!.sentence) break
    node = node.next.get(word.folded)
    if (node === undefined) break
    const span = words.slice(at, at + length)
    const exact = bestWay(node.ways, span, isMarkedText)
    const way = exact ?? node.ways.find((other) => isOneMarkOff(other, span))
    if (way !== undefined) found.push({ concept: way.concept, role: way.role, at, length, isLoose: exact === undefined })
  }
  return found
}

/** Syllables that mean the same to everybody without their marks; others (`quen`, `cap`) could be several words. */
const clearBare = new Set(['gia', 'hop', 'luong', 'sot', 'ngoan', 'muon', 'nghi', 'thuoc', 'khoc'])

/** The way that agrees with the marks as typed, exactly if there is one. */
function bestWay(ways: readonly Way[], span: readonly Word[], isMarkedText: boolean): Way | undefined {
  if (ways.length === 0) return undefined
  // One bare syllable that may be a mere little word is taken for that: `co` for có, not cỏ; `thi` for thì.
  const isBareWord = span.length === 1 && !span[0]!.isMarked
  const little = isBareWord ? ways.find((way) => way.role === 'filler') : undefined
  // What shorthand was read as (`nhiu`: nhiêu) has its marks by now.
  const isRead = span[0]!.sound !== span[0]!.folded && span[0]!.sound !== '?'
  if (little !== undefined && !isMarkedText && !isRead) return little
  const exact = ways.find((way) => way.sounds.every((sound, i) => sound === span[i]!.sound))
  if (exact !== undefined) return exact
  const isLoneMarked = span.length === 1 && span[0]!.isMarked
  const isBare = isBareWord && !clearBare.has(span[0]!.folded)
  return (
    little ??
    ways.find(
      (way) =>
        !(isLoneMarked && span[0]!.folded.length <= 2 && span[0]!.sound !== way.sounds[0]) &&
        !((isBare || isLoneMarked) && way.role === 'elsewhere' && way.sounds[0] !== span[0]!.sound) &&
        way.sounds.every((sound, i) => agrees(sound, span[i]!, isMarkedText && span.length <= 2 && way.role !== 'where')),
    )
  )
}

const loosely = new Set<Role>(['thing', 'asked', 'age', 'time', 'colour'])

/** A subject's phrase in which one word has a mark too few, too many or wrong though the word exists: `huy đông`, `chuyên cân`. */
function isOneMarkOff({ role, sounds }: Way, span: readonly Word[]): boolean {
  const letters = span.reduce((sum, { folded }) => sum + folded.length, 0)
  if (!loosely.has(role) || sounds.length < 2 || letters < 6) return false
  const off = sounds.flatMap((sound, i) => (sound === span[i]!.sound || !span[i]!.isMarked ? [] : [[sound, span[i]!.sound]]))
  return off.length === 1 && off.every(([meant = '', typed = '']) => areOneMarkApart(meant, typed))
}

/** The same letters with another tone, or the same tone with one letter of another shape. */
function areOneMarkApart(meant: string, typed: string): boolean {
  const [letters, others] = [meant, typed].map((sound) => Array.from(sound.replace(/\d$/, ''))) as [string[], string[]]
  const shapes = letters.filter((letter, i) => letter !== others[i]).length
  return shapes + Number(meant.replace(/\D/g, '') !== typed.replace(/\D/g, '')) === 1
}

function agrees(sound: string, word: Word, isStrict: boolean): boolean {
  if (sound === word.sound) return true
  if (!word.isMarked) return !(isStrict && knownSounds.has(word.sound))
  return !knownSounds.has(word.sound)
}
