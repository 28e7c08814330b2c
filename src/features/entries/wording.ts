import type { Language } from '../../core/phrases.ts'
import type { Place } from '../../core/place.ts'
import { withoutDiacritics } from '../../core/text.ts'
import { packSearchIndex } from '../knowledge/answer.ts'
import type { Circumstances } from '../knowledge/circumstances.ts'
import { mentionsOf } from '../knowledge/concepts.ts'
import { intentOf } from '../knowledge/intent.ts'
import { readMessage } from '../knowledge/reading.ts'
import { contrastsIn } from './contrasts.ts'
import { figuresIn, weekdaysIn } from './figures.ts'
import { sameWordsIn } from './same-words.ts'
import { type Term, termsOf } from './terms.ts'
import { type Wanted, wantedBy } from './wanted.ts'

/** A question as it is compared with others of the same school. */
export interface Wording {
  /** Lower case, no marks, white space and trailing signs folded: equal for the same question typed twice. */
  readonly folded: string
  readonly terms: readonly Term[]
  readonly words: ReadonlySet<string>
  /** Everything the documents' vocabulary knows of it. */
  readonly concepts: ReadonlySet<string>
  /** What its terms name, whichever words they use. */
  readonly names: ReadonlySet<string>
  /** The kinds of answer wanted: when, how much. */
  readonly wanted: ReadonlySet<Wanted>
  /** Numbers, ages, classes and weekdays: two questions that differ in one are two questions. */
  readonly figures: ReadonlySet<string>
  readonly contrasts: ReadonlyMap<string, string>
  readonly circumstances: Circumstances
  readonly isMedical: boolean
  /** About one child, on one day: another family's answer is none for this one. */
  readonly isPersonal: boolean
  readonly language: Language
}

const ofOneDay =
  /\b(hom (nay|qua|kia)|bua nay|(sang|trua|chieu|toi) (nay|qua|mai)|ngay mai|today|yesterday|tomorrow|tonight|this (morning|afternoon))\b/

/** The same for the same question, however it was typed; what past questions are kept under. */
export function foldedWording(text: string): string {
  return (withoutDiacritics(text.normalize('NFC').toLowerCase()).match(/[\p{L}\d%]+/gu) ?? []).join(' ')
}

/** Reads a question for comparing. Never throws; long texts are read by their beginning and end. */
export function readWording(text: string): Wording {
  // Mended by the words of the documents, whatever a school's entries say: asks and questions alike, and neither again later.
  const reading = readMessage(text, packSearchIndex().speller)
  const { mentions } = mentionsOf(reading.words)
  const days = weekdaysIn(reading.words)
  const terms = termsOf(reading.words, { mentions, days, sameWords: sameWordsIn(reading.words) })
  const folded = foldedWording(text)
  const concepts = new Set(mentions.map(({ concept }) => concept))
  const hasChild = mentions.some(({ role }) => role === 'child')
  return {
    folded,
    terms,
    words: new Set(terms.map(({ word }) => word)),
    concepts,
    names: new Set(terms.flatMap(({ name }) => name ?? [])),
    wanted: wantedBy(reading.text),
    figures: figuresIn(terms, { folded, mentions, days }),
    contrasts: contrastsIn(reading.text),
    circumstances: reading.circumstances,
    isMedical: intentOf(reading)?.kind === 'medical',
    isPersonal: concepts.has('how-is-my-child') || (hasChild && ofOneDay.test(folded)),
    language: reading.language,
  }
}

/** Whether it asks, and about something that it names itself: more than "được không ạ" or "thế có được miễn không". */
export function asksOfSubstance({ wanted, terms }: Wording): boolean {
  const substance = terms.reduce((sum, { weight }) => sum + (weight > 0.3 ? weight : 0), 0)
  return wanted.size > 0 && !wanted.has('nothing') && substance >= 0.9
}

/** Whether a question leaves this school: another place, or a document of the pack. */
export function isAboutElsewhere({ circumstances }: Wording, place: Place): boolean {
  const { places, isElsewhere, documents } = circumstances
  return isElsewhere || documents.length > 0 || (places.length > 0 && !places.includes(place))
}
