import type { SchoolDay } from '../../core/clock.ts'
import type { Certainty } from './holidays.ts'
import { type SchoolYear, schoolYearOf } from './school-year.ts'

/** A school year's days: when it and its two semesters begin and end. */
export interface SchoolTerm {
  readonly schoolYear: SchoolYear
  readonly firstDay: SchoolDay
  /** The last day of the first semester. */
  readonly firstTermEnds: SchoolDay
  readonly secondTermFrom: SchoolDay
  /** The last day of the year. */
  readonly lastDay: SchoolDay
  /** `announced`: the ministry's frame. `assumed`: its pattern laid on another year. `own`: the office's word. */
  readonly certainty: Extract<Certainty, 'announced' | 'assumed'> | 'own'
}

/**
 * The frame for preschools: 2025-2026 by Decision 2269/QĐ-BGDĐT (opening 5/9, first semester before 18/1, year end before 31/5); the
 * second semester's first day is in no decision that we know, so the day after the first is taken. Other years are this
 * pattern, to be checked and set by the office: a province may shift it by two weeks.
 */
export function usualTerm(schoolYear: SchoolYear): SchoolTerm {
  const start = Number(schoolYear.slice(0, 4))
  return {
    schoolYear,
    firstDay: `${start}-09-05`,
    firstTermEnds: `${start + 1}-01-17`,
    secondTermFrom: `${start + 1}-01-18`,
    lastDay: `${start + 1}-05-30`,
    certainty: schoolYear === '2025-2026' ? 'announced' : 'assumed',
  }
}

/** What is wrong with days that the office gives for a year; undefined: nothing. */
export function termProblem({ schoolYear, firstDay, firstTermEnds, secondTermFrom, lastDay }: Omit<SchoolTerm, 'certainty'>) {
  const days = [firstDay, firstTermEnds, secondTermFrom, lastDay]
  if (days.some((day) => schoolYearOf(day) !== schoolYear)) return 'other_year' as const
  return firstDay < firstTermEnds && firstTermEnds < secondTermFrom && secondTermFrom < lastDay ? undefined : ('order' as const)
}
