import { type Place, places } from '../../core/place.ts'
import type { Circumstances } from './circumstances.ts'
import type { Feature } from './features.ts'

/** One choice offered: its label as shown, and what taking it answers. */
export interface Option {
  readonly label: string
  readonly entryIds?: readonly string[]
  /** Asked again in place of the number that was typed. */
  readonly question?: string
}

/** What a conversation remembers from one message to the next: plain JSON, versioned, no text of the person. */
export interface ThreadState {
  readonly version: 1
  /** The place that was named last; holds until another is named. */
  readonly place: Place | null
  /** The place of the last answer, where nobody named one. */
  readonly lastPlace: Place | null
  readonly features: readonly Feature[]
  /** Those of the turn before it, for what the last one does not tell. */
  readonly before: readonly Feature[]
  readonly ages: Circumstances['ages']
  readonly period: Circumstances['period']
  readonly documents: Circumstances['documents']
  readonly options: readonly Option[] | null
}

export const newThread: ThreadState = {
  version: 1,
  place: null,
  lastPlace: null,
  features: [],
  before: [],
  ages: [],
  period: null,
  documents: [],
  options: null,
}

/** A thread as it came back from storage; a new one when it is missing or of another version. */
export function readThread(stored: unknown): ThreadState {
  if (typeof stored !== 'object' || stored === null) return newThread
  const state = stored as Partial<ThreadState>
  if (state.version !== 1 || !Array.isArray(state.features) || !Array.isArray(state.ages) || !Array.isArray(state.documents))
    return newThread
  const place = places.find((known) => known === state.place) ?? null
  const lastPlace = places.find((known) => known === state.lastPlace) ?? null
  const options = Array.isArray(state.options) ? state.options : null
  const before = Array.isArray(state.before) ? state.before : []
  const { features, ages, documents, period = null } = state
  return { version: 1, place, lastPlace, features, before, ages, period, documents, options }
}

const ordinals = [
  'mot|nhat|dau|dau tien|first|one|1',
  'hai|nhi|second|two|2',
  'ba|third|three|3',
  'bon|tu|fourth|four|4',
  'nam|fifth|five|5',
]

/** Which of the offered choices a short reply takes: `2`, `số 2`, `cái thứ hai`, or the label itself; undefined when it takes none. */
export function choiceOf(text: string, options: readonly Option[], fold: (label: string) => string): Option | undefined {
  const reply = text
    .replace(/\b(a|anh|da|nhe|nha|em|chi|cho|di|vay|please|chon|lua chon|phuong an)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const numbered = /^(?:so|cai|cau|option|number|y|muc|the|no|thu)? ?(?:thu |so |the )?(\w+(?: tien)?)(?: one)?$/.exec(reply)?.[1]
  if (numbered !== undefined) {
    const at = ordinals.findIndex((names) => names.split('|').includes(numbered))
    if (at >= 0 && at < options.length) return options[at]
  }
  return options.find((option) => fold(option.label) === reply)
}
