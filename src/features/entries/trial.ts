import type { SchoolDay } from '../../core/clock.ts'
import type { Place } from '../../core/place.ts'
import type { AskedQuestion, SchoolEntry } from './entry.ts'
import type { EntryIndex } from './entry-index.ts'
import { type ProtectedQuestion, protectedQuestions } from './protected.ts'
import { readWording, type Wording } from './wording.ts'

/** A past question that a change would answer otherwise. Undefined: the documents' answer, or the office. */
export interface Change {
  readonly text: string
  readonly before: SchoolEntry | undefined
  readonly after: SchoolEntry | undefined
}

export interface Trial {
  readonly changes: readonly Change[]
  /** A protected question that the entry would answer; then it may not be published. */
  readonly breaks: ProtectedQuestion | undefined
}

interface Tried {
  /** The entry as it would stand. */
  readonly entry: SchoolEntry
  readonly asked: readonly AskedQuestion[]
  readonly today: SchoolDay
  readonly place: Place
}

let protectedWordings: readonly { question: ProtectedQuestion; wording: Wording }[] | undefined

function readProtected() {
  protectedWordings ??= protectedQuestions.map((question) => ({ question, wording: readWording(question.text) }))
  return protectedWordings
}

/** Asks the past questions again as if the entry already stood so. The index is afterwards what it was; nothing is awaited in between. */
export function tryEntry(index: EntryIndex, { entry, asked, today, place }: Tried): Trial {
  const questions = asked.map(({ text }) => ({ text, wording: readWording(text) }))
  const answerOf = (wording: Wording) => index.find({ wording, today, place })?.entry
  const before = questions.map(({ wording }) => answerOf(wording))
  const stood = index.put(entry)
  try {
    const changes = questions.flatMap(({ text, wording }, at): Change[] => {
      const after = answerOf(wording)
      return saysSame(before[at], after) ? [] : [{ text, before: before[at], after }]
    })
    const breaks = readProtected().find(({ wording }) => answerOf(wording)?.id === entry.id)
    return { changes, breaks: breaks?.question }
  } finally {
    if (stood === undefined) index.drop(entry.id)
    else index.put(stood)
  }
}

function saysSame(one: SchoolEntry | undefined, other: SchoolEntry | undefined): boolean {
  return one?.id === other?.id && one?.text.vi === other?.text.vi && one?.text.en === other?.text.en
}
