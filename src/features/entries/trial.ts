import type { SchoolDay } from '../../core/clock.ts'
import type { Place } from '../../core/place.ts'
import type { AskedQuestion, SchoolEntry } from './entry.ts'
import type { EntryIndex } from './entry-index.ts'
import { type ProtectedQuestion, protectedQuestions } from './protected-questions.ts'
import { foldedWording, readWording, type Wording } from './wording.ts'

/** A past question that a change would answer otherwise. `before` undefined: the documents' answer, or the office's. */
export interface Change {
  readonly asked: AskedQuestion
  readonly before: SchoolEntry | undefined
  readonly after: SchoolEntry | undefined
}

export interface Trial {
  /** How many past questions were asked again. */
  readonly tried: number
  readonly changes: readonly Change[]
  /** Protected questions that the entry would answer. */
  readonly taken: readonly ProtectedQuestion[]
}

interface Tried {
  /** The entry as it would stand. */
  readonly entry: SchoolEntry
  readonly asked: readonly AskedQuestion[]
  /** A day on which it would hold. */
  readonly today: SchoolDay
  readonly place: Place
}

let protectedWordings: readonly { question: ProtectedQuestion; wording: Wording }[] | undefined

function readProtected() {
  protectedWordings ??= protectedQuestions.map((question) => ({ question, wording: readWording(question.text) }))
  return protectedWordings
}

/**
 * Asks the past questions again as if the entry already stood so. What the office had to answer and the entry now answers in the very same
 * words is what it is made for, and no change. The index is afterwards what it was; nothing is awaited in between.
 */
export function tryEntry(index: EntryIndex, { entry, asked, today, place }: Tried): Trial {
  const meant = new Set(entry.asks.map(foldedWording))
  const questions = asked.map((one) => ({ one, wording: readWording(one.text) }))
  const answerOf = (wording: Wording) => index.find({ wording, today, place })?.entry
  const before = questions.map(({ wording }) => answerOf(wording))
  const stood = index.put(entry)
  try {
    const changes = questions.flatMap(({ one, wording }, at): Change[] => {
      const after = answerOf(wording)
      const isMeant = one.answeredBy.length === 0 && before[at] === undefined && meant.has(wording.folded)
      return isMeant || saysSame(before[at], after) ? [] : [{ asked: one, before: before[at], after }]
    })
    const taken = readProtected().filter(({ wording }) => answerOf(wording)?.id === entry.id)
    return { tried: asked.length, changes, taken: taken.map(({ question }) => question) }
  } finally {
    if (stood === undefined) index.drop(entry.id)
    else index.put(stood)
  }
}

function saysSame(one: SchoolEntry | undefined, other: SchoolEntry | undefined): boolean {
  return one?.id === other?.id && one?.text.vi === other?.text.vi && one?.text.en === other?.text.en
}
