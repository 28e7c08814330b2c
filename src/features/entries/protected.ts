import type { Ask } from '../../core/answering.ts'
import type { SchoolDay } from '../../core/clock.ts'
import { addDays } from '../../core/clock.ts'
import type { Place } from '../../core/place.ts'
import type { EntryContent } from './entry.ts'
import { type ProtectedQuestion, protectedQuestions } from './protected-questions.ts'

const protectedIds = new Set(protectedQuestions.map(({ entryId }) => entryId))

/** A protected answer that an entry would take the place of. */
export interface Replaced {
  readonly question: string
  readonly entryId: string
  /** What the documents answer. */
  readonly document: string
}

interface Seen {
  readonly ask: Ask
  readonly today: SchoolDay
  readonly place: Place
}

/**
 * What of the protected an entry would answer instead of the documents: the protected questions it takes, and whatever protected entry
 * answers its own asks now, however they are worded.
 */
export function replacedBy(
  { asks }: Pick<EntryContent, 'asks'>,
  taken: readonly ProtectedQuestion[],
  { ask, today, place }: Seen,
): Replaced[] {
  const found = new Map<string, Replaced>()
  for (const question of [...taken.map(({ text }) => text), ...asks]) {
    const answered = ask(question, { today, place, thread: undefined })
    for (const entryId of answered.kind === 'answer' ? (answered.entryIds ?? []) : []) {
      if (protectedIds.has(entryId) && !found.has(entryId)) found.set(entryId, { question, entryId, document: answered.text })
    }
  }
  return [...found.values()]
}

/** A school year and the summer around it: after that the office is asked again. */
const longestDays = 400

/**
 * What an entry must have before the office is asked whether it really replaces a protected answer: the topic of that answer, so that it
 * was meant, and an end within a school year, so that it does not outlive what it says.
 */
export function lacking(
  { topic, validFrom, validTo }: EntryContent,
  replaced: readonly Replaced[],
): 'topic' | 'period' | 'both' | null {
  const lacksTopic = replaced.some(({ entryId }) => !entryId.startsWith(`${topic}.`))
  const lacksPeriod = validTo === null || validTo > addDays(validFrom, longestDays)
  if (lacksTopic && lacksPeriod) return 'both'
  return lacksTopic ? 'topic' : lacksPeriod ? 'period' : null
}
