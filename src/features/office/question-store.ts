import type { ChatAddress } from '../../core/message.ts'
import type { Language } from '../../core/phrases.ts'

/** A question that waits for the office. */
export interface Question {
  readonly id: string
  /** How the office names it: `12`. */
  readonly number: number
  readonly schoolId: string
  readonly text: string
  readonly askedAt: Date
  readonly asker: { readonly address: ChatAddress; readonly language: Language }
  readonly answeredAt: Date | null
}

export interface QuestionStore {
  add(question: {
    readonly id: string
    readonly schoolId: string
    readonly identityId: string
    readonly text: string
    readonly now: Date
  }): Promise<Question>
  byNumber(schoolId: string, number: number): Promise<Question | undefined>
  open(schoolId: string): Promise<Question[]>
  /** @returns false when somebody else was faster. */
  answer(question: Question, answer: { readonly text: string; readonly personId: string; readonly now: Date }): Promise<boolean>
}
