import { createAddresseeStore } from '../adapters/database/addressee-store.ts'
import { createCalendarStore } from '../adapters/database/calendar-store.ts'
import { createConditionStore } from '../adapters/database/condition-store.ts'
import type { Database } from '../adapters/database/connect.ts'
import { createHoursStore } from '../adapters/database/hours-store.ts'
import { createPeopleStore } from '../adapters/database/people-store.ts'
import { createReminderStore } from '../adapters/database/reminder-store.ts'
import { randomIds } from '../adapters/ids.ts'
import { createPhrases } from '../adapters/locales/phrases.ts'
import { createWordings } from '../adapters/locales/wordings.ts'
import type { SchoolDay } from '../core/clock.ts'
import { isRealDay } from '../features/calendar/school-year.ts'
import type { School } from '../features/people/person.ts'
import { planAhead, type YearAhead } from '../features/reminders/year-ahead.ts'
import { dryRunLines, monthTable } from './dry-run.ts'
import { NotDone, schoolNamed, type Values, withDatabase } from './setup.ts'

type CalendarValues = Values & { from?: string; to?: string; 'by-month'?: boolean }

/** `calendar dry-run`: what the calendar would send in a stretch of days. */
export async function calendarDryRun(values: CalendarValues): Promise<number> {
  const window = { from: dayGiven({ from: values.from }), to: dayGiven({ to: values.to }) }
  if (window.to < window.from) throw new NotDone('--to is before --from.')
  return await withDatabase(async (setting) => {
    const school = await schoolNamed(setting, values)
    const ahead = await aheadOf(setting.database, school, window)
    for (const line of values['by-month'] === true ? monthTable(ahead) : dryRunLines(ahead)) console.log(line)
  })
}

/** What the calendar of a school would send in these days. */
export async function aheadOf(
  { prisma }: Pick<Database, 'prisma'>,
  school: School,
  window: { from: SchoolDay; to: SchoolDay },
): Promise<YearAhead> {
  const stores = {
    calendar: createCalendarStore(prisma, randomIds),
    people: createPeopleStore(prisma, randomIds),
    reminders: createReminderStore(prisma),
    addressees: createAddresseeStore(prisma),
    conditions: createConditionStore(prisma),
    hours: createHoursStore(prisma),
  }
  return await planAhead({ ...stores, phrases: createPhrases(), wordings: createWordings() }, school, window)
}

function dayGiven(option: Readonly<Record<string, string | undefined>>): SchoolDay {
  const [name, day] = Object.entries(option)[0]!
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day) || !isRealDay(day))
    throw new NotDone(`--${name} is a day like 2026-08-01.`)
  return day
}
