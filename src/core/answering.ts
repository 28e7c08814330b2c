import type { SchoolDay } from './clock.ts'
import type { Place } from './place.ts'

/** What a message to the bot turned out to be; the closed set of the batch command. */
export const answerKinds = ['answer', 'clarify', 'unknown', 'smalltalk', 'handoff', 'feature'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** Things the bot does rather than knows. */
export const featureNames = ['absence', 'subscribe', 'unsubscribe', 'language', 'privacy', 'help', 'daily-report'] as const
export type FeatureName = (typeof featureNames)[number]

/** How a question was answered, as the conversation around it needs to know. */
export interface Answered {
  readonly kind: AnswerKind
  readonly text: string
  /** With `clarify`: the choices, in the order of their numbers. */
  readonly options?: readonly string[]
  readonly feature?: FeatureName
  /** The entries it stands on. */
  readonly entryIds?: readonly string[]
  /** An emergency: a person must be told at once. */
  readonly urgent?: boolean
  /** A notice of absence with a question beside it: the two parts as typed, and what the documents say to the question (also at the end of `text`). */
  readonly beside?: { readonly notice: string; readonly question: string; readonly answer?: string }
  /** A part of it was not found and has to reach the office, as its text says. */
  readonly isPartial?: boolean
  /** With `isPartial`: the text without what it promises of the rest. */
  readonly found?: string
  /** To be given back with the next message of the conversation; opaque, JSON. */
  readonly thread: unknown
}

/** Answers one message, made for a day and, where known, a place. Pure and quick. */
export type Ask = (
  text: string,
  context: { readonly today: SchoolDay; readonly place: Place | null; readonly thread: unknown },
) => Answered
