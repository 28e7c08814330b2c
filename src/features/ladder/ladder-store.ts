import type { SchoolDay } from '../../core/clock.ts'
import type { Recipient } from '../people/person.ts'
import type { LadderHours } from './hours.ts'

/** `away`, `at_school`: a guardian's answer. `arrived`, `explained`: the teacher's later report made the question idle. */
export type InquiryAnswer = 'away' | 'at_school' | 'arrived' | 'explained'

/** A child of whom nobody had said anything, asked after. */
export interface Inquiry {
  readonly id: string
  readonly schoolId: string
  readonly childId: string
  readonly day: SchoolDay
  readonly askedAt: Date
  readonly answer: InquiryAnswer | null
  readonly officeToldAt: Date | null
}

export interface LadderStore {
  hours(schoolId: string): Promise<LadderHours>
  inquiriesOf(schoolId: string, day: SchoolDay): Promise<Inquiry[]>
  inquiry(key: { readonly schoolId: string; readonly id: string }): Promise<Inquiry | undefined>
  /** @returns its id; undefined when the child was asked after that day already. */
  begin(inquiry: Omit<Inquiry, 'id' | 'answer'>): Promise<string | undefined>
  /** @returns false when somebody was faster. */
  answer(
    inquiry: Inquiry,
    answer: { readonly answer: InquiryAnswer; readonly personId: string | null; readonly now: Date },
  ): Promise<boolean>
  markOfficeTold(inquiry: Inquiry, now: Date): Promise<void>
  /** A child's guardians who can be written to, silence or not: it is about where the child is. */
  guardiansOf(schoolId: string, childId: string): Promise<Recipient[]>
}
