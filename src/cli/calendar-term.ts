import { systemClock } from '../adapters/clock.ts'
import { createCalendarStore } from '../adapters/database/calendar-store.ts'
import { randomIds } from '../adapters/ids.ts'
import { schoolDayOf } from '../core/clock.ts'
import { type SchoolTerm, termProblem, usualTerm } from '../features/calendar/school-term.ts'
import { isRealDay, schoolYearOf } from '../features/calendar/school-year.ts'
import { NotDone, schoolNamed, type Values, withDatabase } from './setup.ts'

type TermValues = Values & { year?: string; days?: string }

const sureness: Readonly<Record<SchoolTerm['certainty'], string>> = {
  own: "set by the school's office",
  announced: "the ministry's frame; a province may shift it by two weeks",
  assumed: 'assumed, after the frame of 2025-2026: no decision is known',
}

/** `calendar term`: when a school year and its two terms begin and end. */
export async function calendarTerm(values: TermValues): Promise<number> {
  const schoolYear = values.year ?? schoolYearOf(schoolDayOf(systemClock.now()))
  if (!/^20\d{2}-20\d{2}$/.test(schoolYear) || Number(schoolYear.slice(5)) !== Number(schoolYear.slice(0, 4)) + 1)
    throw new NotDone('--year is a school year like 2026-2027.')
  return await withDatabase(async (setting) => {
    const school = await schoolNamed(setting, values)
    const calendar = createCalendarStore(setting.database.prisma, randomIds)
    if (values.days !== undefined) await calendar.setTerm(school.id, termGiven(schoolYear, values.days))
    const own = (await calendar.terms(school.id)).find((term) => term.schoolYear === schoolYear)
    const { firstDay, firstTermEnds, secondTermFrom, lastDay, certainty } = own ?? usualTerm(schoolYear)
    console.log(`${schoolYear}: ${firstDay} to ${lastDay}; term 1 until ${firstTermEnds}, term 2 from ${secondTermFrom}`)
    console.log(sureness[certainty])
  })
}

function termGiven(schoolYear: string, days: string): SchoolTerm {
  const [firstDay = '', firstTermEnds = '', secondTermFrom = '', lastDay = '', ...more] = days.split(',').map((day) => day.trim())
  const all = [firstDay, firstTermEnds, secondTermFrom, lastDay]
  if (more.length > 0 || !all.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && isRealDay(day)))
    throw new NotDone('--days are four days like 2026-09-07,2027-01-15,2027-01-18,2027-05-28.')
  const term = { schoolYear, firstDay, firstTermEnds, secondTermFrom, lastDay, certainty: 'own' as const }
  const problem = termProblem(term)
  if (problem !== undefined)
    throw new NotDone(problem === 'order' ? '--days are not in order.' : `--days are not all in ${schoolYear}.`)
  return term
}
