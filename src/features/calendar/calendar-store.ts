import type { SchoolDay } from '../../core/clock.ts'
import type { CalendarEvent } from './event.ts'
import type { CalendarRule } from './rule.ts'
import type { Closure, SchoolPart } from './school-day.ts'
import type { SchoolTerm } from './school-term.ts'

/** Something that was due and has been done, once per key over all processes. */
export interface DoneTask {
  /** `reminder/…`, `summary/…`, `ask-dates/…`. */
  readonly key: string
  readonly schoolId: string
  readonly dueAt: Date
  readonly now: Date
  /** What later steps need, such as the numbered lines the office was shown. Never names. */
  readonly detail?: unknown
}

/** A school's events, its own days off, and what its calendar has already caused. */
export interface CalendarStore {
  closures(schoolId: string): Promise<Closure[]>
  /** The school's word for these days, in place of what it said of them before. */
  putClosures(schoolId: string, closures: readonly Pick<Closure, 'day' | 'open' | 'reason' | 'only'>[]): Promise<void>
  /** As if the school had said nothing of these days: of this part of it, of the whole but not its parts, or, without `only`, of either. */
  clearClosures(schoolId: string, days: readonly SchoolDay[], only?: SchoolPart | 'whole'): Promise<void>
  /** All events of these school years, dated and not. */
  events(schoolId: string, ...schoolYears: readonly string[]): Promise<CalendarEvent[]>
  /** Adds events whose template line the school does not have yet that year. */
  lay(schoolId: string, events: readonly CalendarEvent[]): Promise<void>
  setDay(schoolId: string, eventId: string, day: SchoolDay): Promise<void>
  /** The office stands behind these as they are. */
  approve(schoolId: string, eventIds: readonly string[]): Promise<void>
  /** The school does not hold it this year: it is asked about no more. */
  drop(schoolId: string, eventId: string): Promise<void>
  /** What the office has set of its school years. */
  terms(schoolId: string): Promise<SchoolTerm[]>
  setTerm(schoolId: string, term: SchoolTerm): Promise<void>
  /** What comes back by itself, by number. */
  rules(schoolId: string): Promise<CalendarRule[]>
  addRule(schoolId: string, rule: CalendarRule, now: Date): Promise<void>
  /** Ends a rule, and takes away what it has laid from this day on, dated or not. */
  removeRule(schoolId: string, ruleId: string, today: SchoolDay): Promise<void>
  /** Keys among these that are done already. */
  done(schoolId: string, keys: readonly string[]): Promise<Set<string>>
  /** Claims a task in this transaction. @returns false when another process or an earlier run has it. */
  claim(task: DoneTask): Promise<boolean>
  /** The newest task whose key begins like this. */
  latest(
    schoolId: string,
    keyPrefix: string,
  ): Promise<{ readonly key: string; readonly dueAt: Date; readonly detail: unknown } | undefined>
}
