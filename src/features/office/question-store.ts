import type { ChatAddress } from '../../core/message.ts'
import type { Language } from '../../core/phrases.ts'

/** Why something goes to the office: nobody knows, somebody wants a person, a wish that no flow serves yet, or a child may be in danger. */
export const passReasons = ['question', 'wants_person', 'request', 'urgent'] as const
export type PassReason = (typeof passReasons)[number]

/** A question that waits for the office. */
export interface Question {
  readonly id: string
  /** How the office names it: `12`. */
  readonly number: number
  readonly schoolId: string
  readonly reason: PassReason
  readonly text: string
  readonly askedAt: Date
  readonly identityId: string
  readonly asker: { readonly address: ChatAddress; readonly language: Language }
  readonly answer: string | null
  readonly answeredAt: Date | null
}

export interface QuestionStore {
  add(question: {
    readonly id: string
    readonly schoolId: string
    readonly identityId: string
    readonly text: string
    readonly reason: PassReason
    readonly now: Date
  }): Promise<Question>
  byNumber(schoolId: string, number: number): Promise<Question | undefined>
  /** Those that nobody has answered, oldest first. */
  open(schoolId: string): Promise<Question[]>
  /** The question and those that were answered with it, at once and alike. */
  answeredWith(question: Question): Promise<Question[]>
  /** @returns false when somebody else was faster. */
  answer(
    question: Question,
    answer: { readonly text: string; readonly personId: string | null; readonly now: Date },
  ): Promise<boolean>
}
