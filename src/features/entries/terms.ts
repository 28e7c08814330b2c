import type { Mention } from '../knowledge/concepts.ts'
import type { Word } from '../knowledge/words.ts'
import { isPlain } from './plain-words.ts'
import type { SameWord } from './same-words.ts'

/** One word that counts, and the thing it belongs to: `học phí` and `tuition` are one thing. */
export interface Term {
  readonly word: string
  readonly name: string | undefined
  readonly weight: number
}

const slight = 0.02
const roleWeights = {
  thing: 1,
  elsewhere: 1,
  colour: 0.5,
  asked: slight,
  age: slight,
  time: slight,
  where: slight,
  child: slight,
  filler: slight,
} as const
/** Compared by themselves, as the kind of answer wanted, a rhythm or an hour: beside the thing asked about they say nothing new. */
const light = new Set(
  'price pay money every-day every-month every-year hours activity schedule class-size head-count = surcharge = deadline'
    .split(' ')
    .map((name, at, all) => (all[at - 1] === '=' ? `= ${name}` : name)),
)
/** These concepts lump what a school answers apart: its words decide. */
const coarse = new Set(
  'hours today holiday illness medicine allergy keepsake school-things means-of-payment brand refuse-milk homework football lost bring bank transfer paperwork child-minding register min-age performance photo meal'.split(
    ' ',
  ),
)
/** Read over by the documents, and yet what a parent may be asking about. */
const readOver = 0.3

interface Read {
  readonly mentions: readonly Mention[]
  readonly days: readonly { readonly at: number; readonly length: number }[]
  readonly sameWords: readonly SameWord[]
}

/** The words of a question with what they name and how much they count: a thing once, however many syllables name it. */
export function termsOf(words: readonly Word[], { mentions, days, sameWords }: Read): Term[] {
  const terms = words.map(bare)
  const isTaken = (at: number) => [...sameWords, ...days].some((one) => at >= one.at && at < one.at + one.length)
  for (const { concept, role, at, length } of mentions) {
    const places = Array.from({ length }, (_, i) => at + i)
    // What is left of a phrase of which the better half names something else, is left to itself.
    if (places.some(isTaken)) continue
    for (const i of places) terms[i] = termIn(words[i]!, { concept, role, length })
  }
  for (const { name, at, length } of sameWords) {
    const weight = (light.has(`= ${name}`) ? slight : name === 'collect' ? readOver : 1) / length ** 0.5
    for (let i = at; i < at + length; i += 1) terms[i] = { word: terms[i]!.word, name: `= ${name}`, weight }
  }
  for (const { at, length } of days) {
    for (let i = at; i < at + length; i += 1) terms[i] = { ...terms[i]!, name: undefined, weight: 0 }
  }
  return terms
}

function bare(word: Word): Term {
  const { folded } = word
  const isNumber = /^\d/.test(folded)
  const weight = isPlain(word) || (folded.length === 1 && !isNumber) ? slight : isNumber ? 0.3 : 1
  return { word: folded, name: undefined, weight }
}

function termIn(word: Word, { concept, role, length }: { concept: string; role: Mention['role']; length: number }): Term {
  const term = bare(word)
  if (role === 'filler') return { ...term, weight: Math.min(term.weight, readOver) }
  if (light.has(concept)) return { ...term, name: concept, weight: slight }
  if (coarse.has(concept)) return term
  // A thing counts once, however many syllables name it, though three say a little more than one.
  return { ...term, name: concept, weight: roleWeights[role] / length ** 0.5 }
}
