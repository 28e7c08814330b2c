import type { Answered } from '../../core/answering.ts'
import type { SchoolDay } from '../../core/clock.ts'
import type { Language } from '../../core/phrases.ts'
import type { Place } from '../../core/place.ts'
import { numbered, type Source, sourceOf } from './compose.ts'
import type { Entry } from './entry.ts'
import type { Search } from './follow-up.ts'
import type { Reading } from './reading.ts'
import { type SentenceKey, sentence } from './sentences.ts'
import type { Option, ThreadState } from './thread.ts'

/** What an answer is made for. `thread` is what the answer before it gave back; anything else starts anew. */
export interface AskContext {
  readonly today: SchoolDay
  /** The person's own place, where known; a place named in the conversation comes first. */
  readonly place: Place | null
  readonly thread?: unknown
}

/** An answer with what it stands on. */
export interface Answer extends Answered {
  readonly sources: readonly Source[]
  readonly entryIds: readonly string[]
  /** How sure the kind and content are, 0 to 1. */
  readonly confidence: number
  readonly language: Language
  readonly thread: ThreadState
}

/** One message being answered. */
export interface Turn extends Search {
  readonly reading: Reading
  readonly context: AskContext
  readonly thread: ThreadState
}

/** An answer of one sentence, without sources. */
export function plain(
  turn: Turn,
  kind: Answer['kind'],
  key: SentenceKey,
  parameters: Readonly<Record<string, string>> = {},
): Answer {
  const { language } = turn.reading
  const place = turn.reading.circumstances.places.at(-1) ?? turn.thread.place
  const thread = { ...turn.thread, place, options: null }
  return { kind, text: sentence(language, key, parameters), sources: [], entryIds: [], confidence: 0.9, language, thread }
}

/** Choices to ask back with. */
export interface Offer {
  readonly key: SentenceKey
  readonly options: readonly Option[]
  readonly entries: readonly Entry[]
  readonly confidence: number
  /** What is shown, when it is more than the labels. */
  readonly shown?: readonly string[]
}

/** Asks back with numbered choices. */
export function offer(turn: Turn, { key, options, entries, confidence, shown }: Offer): Answer {
  const { language } = turn.reading
  const labels = options.map(({ label }) => label)
  const asked = plain(turn, 'clarify', key)
  return {
    ...asked,
    text: `${sentence(language, key)}\n${numbered(shown ?? labels, language)}`,
    options: labels,
    sources: entries.map(sourceOf),
    entryIds: entries.map(({ id }) => id),
    confidence,
    thread: { ...asked.thread, options },
  }
}
