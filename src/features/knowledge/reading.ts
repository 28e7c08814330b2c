import type { Language } from '../../core/phrases.ts'
import { hasDiacritics } from '../../core/text.ts'
import { type Circumstances, circumstancesOf } from './circumstances.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { type Feature, featuresOf } from './features.ts'
import type { Speller } from './spelling.ts'
import { clean, type Word, wordsOf } from './words.ts'

/** A message as it was understood, before anything is looked up. */
export interface Reading {
  readonly words: readonly Word[]
  /** The mended words without marks, for patterns; sentences are parted by ` . `. */
  readonly text: string
  /** The same with the marks that were typed. */
  readonly clauses: readonly Clause[]
  readonly circumstances: Circumstances
  readonly language: Language
  /** Words that carry content of the subject: 0 means there is nothing to look up. */
  readonly substance: number
}

const englishWords =
  /\b(the|is|are|was|do|does|did|how|what|when|which|where|who|of|for|my|our|have|has|please|children|child|school|parents|can|you|your|there|any|much|many|to|in|and|i|we|be|will|with|this|hello|thanks|speak|kids|milk|rate|class)\b/g
const vietnameseWords =
  /\b(la|co|khong|cua|cho|em|be|tre|bao|nhieu|duoc|phai|nao|thi|nay|con|truong|lop|hoc|sua|vay|nhu|the nao|ai|dau|khi|gi|may|va|den|dong|phu|huynh|a|ko)\b/g

/** Reads a message as typed. */
export function readMessage(text: string, speller: Speller): Reading {
  const cleaned = clean(text)
  const words = speller.mend(wordsOf(cleaned))
  const { features: all, mentions } = featuresOf(words)
  const circumstances = circumstancesOf(words, mentions)
  // A single figure is a claim to be checked, not a mark of the entry that happens to have it.
  const features = isLoneFigure(all) && all.some(({ role }) => role === 'thing') ? all.filter(({ key }) => !shortNumber.test(key)) : all
  const clauses = clausesOf(words, features)
  return {
    words,
    text: joined(words),
    clauses,
    circumstances,
    language: languageOf(cleaned, words),
    substance: features.filter(({ role }) => ['thing', 'elsewhere', 'word', 'colour', 'number'].includes(role)).length,
  }
}

const shortNumber = /^#\d{1,2}(,\d+)?$/

function isLoneFigure(features: readonly Feature[]): boolean {
  return features.filter(({ key }) => shortNumber.test(key)).length <= 1
}

/** English when its little words outnumber the Vietnamese ones and there are no marks to speak of. */
function languageOf(cleaned: string, words: readonly Word[]): Language {
  const folded = words.map((word) => word.folded).join(' ')
  const english = [...folded.matchAll(englishWords)].length
  const vietnamese = [...folded.matchAll(vietnameseWords)].length
  const marked = words.filter((word) => word.isMarked).length
  if (hasDiacritics(cleaned) && marked > words.length / 4) return 'vi'
  return english > vietnamese && english >= Math.max(1, words.length / 5) ? 'en' : 'vi'
}

function joined(words: readonly Word[]): string {
  let text = ''
  words.forEach((word, at) => {
    if (at > 0) text += words[at - 1]!.sentence === word.sentence ? ' ' : ' . '
    text += word.folded
  })
  return text
}
