import { instantOf, type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { Language } from '../../core/phrases.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import { type Closure, closuresOf, isSchoolDay } from '../calendar/school-day.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { School } from '../people/person.ts'
import { dayExtras, type ExtraDeps, needsOfDay } from './day-extras.ts'
import { type FigureDeps, figuresOf } from './day-figures.ts'
import { changesBetween, revisionMessage } from './revision.ts'
import type { DaySummary } from './totals.ts'
import { type SummaryVoice, summaryMessage } from './wording.ts'

type Deps = FigureDeps &
  ExtraDeps & {
    readonly people: Pick<PeopleStore, 'classes' | 'recipients'>
    readonly calendar: Pick<CalendarStore, 'closures' | 'claim' | 'latest'>
    readonly outbox: Outbox
  }

/** A summary that is hours late helps nobody to call a class. School clock. */
export const usefulUntil = '17:00'
/** A correction is often followed by the next: the office is told once they have settled. */
const settleMinutes = 3

/**
 * Sends the office the day's summary once its hour has come, and after that a marked revision when figures it was sent have changed. On
 * school days only, by keys, in the caller's transaction.
 * @returns what was sent, if anything.
 */
export async function sendDueSummary(deps: Deps, school: School, now: Date): Promise<'summary' | 'revision' | undefined> {
  const day = schoolDayOf(now)
  const dueAt = instantOf(day, school.summaryTime)
  if (now < dueAt || now >= instantOf(day, usefulUntil)) return undefined
  const closures = await deps.calendar.closures(school.id)
  const isOpen = (own: readonly Closure[]) => isSchoolDay(day, own).kind === 'school_day'
  // A Saturday of lessons of one class is a day of figures, too.
  if (!isOpen(closures) && !(await deps.people.classes(school.id)).some((one) => isOpen(closuresOf(one, closures))))
    return undefined
  const { summary, changedAt } = await figuresOf(deps, school, day)
  const key = `summary/${school.id}/${day}`
  if (await deps.calendar.claim({ key, schoolId: school.id, dueAt, now, detail: summary })) {
    const of = { schoolId: school.id, day, summary }
    const extras = { vi: await dayExtras(deps, of, 'vi'), en: await dayExtras(deps, of, 'en') }
    await tellOffice(
      deps,
      { school, now, key },
      (language) => summaryMessage(summary, voiceIn(deps, { school, day, language }), extras[language]).text,
    )
    return 'summary'
  }
  if (now.getTime() - changedAt < settleMinutes * 60_000) return undefined
  const sent = await deps.calendar.latest(school.id, key)
  const before = sent?.detail as DaySummary | undefined // written by the claims of this function and by nothing else
  if (before === undefined || !changesBetween(before, summary).some(({ kind }) => kind !== 'confirmed' && kind !== 'unconfirmed'))
    return undefined
  const revisedKey = `${key}/${now.toISOString()}`
  if (!(await deps.calendar.claim({ key: revisedKey, schoolId: school.id, dueAt: now, now, detail: summary }))) return undefined
  const needs = await needsOfDay(deps, { schoolId: school.id, day, summary })
  await tellOffice(
    deps,
    { school, now, key: revisedKey },
    (language) => revisionMessage(before, summary, { ...voiceIn(deps, { school, day, language }), needs })?.text,
  )
  return 'revision'
}

function voiceIn({ phrases }: Deps, { school, ...of }: { school: School; day: SchoolDay; language: Language }): SummaryVoice {
  return { phrases, school: school.name, place: school.place, ...of }
}

type Cause = { school: School; now: Date; key: string }

async function tellOffice(
  { people, outbox }: Deps,
  { school, now, key }: Cause,
  write: (language: Language) => string | undefined,
): Promise<void> {
  // The day's figures are the office's work, like the questions: silence is for reminders.
  const office = await people.recipients({ schoolId: school.id, role: 'office' }, { evenIfStopped: true })
  for (const { address, language, personId } of office) {
    const text = write(language)
    if (text !== undefined)
      await outbox.add({ to: address, key: `${key}/${personId}`, kind: 'summary', schoolId: school.id, text }, now)
  }
}
