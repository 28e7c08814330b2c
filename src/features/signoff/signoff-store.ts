import type { SchoolDay } from '../../core/clock.ts'
import type { GuardianContact } from '../people/guardian-contact.ts'

/** What a guardian said of a child for one school day. */
export interface DropOffNote {
  readonly id: string
  readonly schoolId: string
  readonly childId: string
  readonly day: SchoolDay
  /** The guardian. */
  readonly personId: string
  /** As typed. */
  readonly text: string
  readonly isMedicine: boolean
  readonly saidAt: Date
  readonly toldAt: Date | null
  /** The teacher who confirmed it. */
  readonly seenBy: string | null
  readonly seenAt: Date | null
}

/** What a teacher noted of a child's day. */
export interface DayNote {
  readonly id: string
  readonly schoolId: string
  readonly childId: string
  readonly day: SchoolDay
  /** The teacher. */
  readonly personId: string
  /** As typed. */
  readonly text: string
  readonly saidAt: Date
}

/** What one guardian was shown of one child's day. */
export interface DayLine {
  readonly id: string
  readonly schoolId: string
  readonly childId: string
  readonly day: SchoolDay
  /** The guardian. */
  readonly personId: string
  /** What it told: the same is not told twice. */
  readonly facts: string
  /** As shown. */
  readonly text: string
  readonly shownAt: Date
  readonly confirmedAt: Date | null
}

type Key = { readonly schoolId: string; readonly id: string }

/** The daily exchange on a child's health between family and teacher; nothing is overwritten. */
export interface SignoffStore {
  /** When families are told what there is to tell of the day, `HH:MM` on the school's clock. */
  pickupTime(schoolId: string): Promise<string>
  /** Linked guardians of these children. */
  guardians(schoolId: string, childIds: readonly string[]): Promise<GuardianContact[]>

  leave(note: DropOffNote): Promise<void>
  dropOff(key: Key): Promise<DropOffNote | undefined>
  /** What stands for a day of the school. */
  dropOffs(schoolId: string, day: SchoolDay): Promise<DropOffNote[]>
  markTold(note: DropOffNote, now: Date): Promise<void>
  /** @returns false when somebody was faster. */
  see(note: DropOffNote, by: { readonly personId: string; readonly now: Date }): Promise<boolean>
  withdrawDropOff(note: DropOffNote, now: Date): Promise<void>

  note(note: DayNote): Promise<void>
  dayNote(key: Key): Promise<DayNote | undefined>
  dayNotes(schoolId: string, day: SchoolDay): Promise<DayNote[]>
  withdrawNote(note: DayNote, now: Date): Promise<void>

  show(line: Omit<DayLine, 'id' | 'confirmedAt'>): Promise<void>
  lines(schoolId: string, day: SchoolDay): Promise<DayLine[]>
  /** @returns false when it was confirmed before. */
  confirmLine(line: DayLine, now: Date): Promise<boolean>
}
