import type { OfficeSpan } from './office-hours.ts'
import type { Question } from './question-store.ts'

/** A conversation that a person of the office has taken over, or is asked to; named by its question's number. */
export interface Handoff {
  readonly question: Question
  readonly openedAt: Date
  /** The last message of either side. */
  readonly lastAt: Date
  /** The office's first answer. */
  readonly answeredAt: Date | null
  readonly closedAt: Date | null
}

export type HandoffChange = { readonly [K in 'lastAt' | 'answeredAt' | 'closedAt']?: Date | null }

export interface HandoffStore {
  /** The person's open one, the latest if several. */
  current(identityId: string): Promise<Handoff | undefined>
  open(schoolId: string): Promise<Handoff[]>
  /** Opens it, or opens it again, with the change. */
  put(question: Question, change: HandoffChange & { readonly now: Date }): Promise<void>
  change(handoff: Pick<Handoff, 'question'>, change: HandoffChange): Promise<void>
  /** @returns false when somebody else closed it. */
  close(handoff: Pick<Handoff, 'question'>, now: Date): Promise<boolean>
  /** The school's hours. */
  officeSpans(schoolId: string): Promise<OfficeSpan[]>
}
