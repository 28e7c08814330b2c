import { instantOf, type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { alertLines } from '../alerts/alert-lines.ts'
import type { AlertStore } from '../alerts/alert-store.ts'
import type { ArrangementStore } from '../arrangement/arrangement-store.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import { type Closure, closuresOf, isSchoolDay } from '../calendar/school-day.ts'
import type { CheckinStore } from '../checkin/checkin-store.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { School } from '../people/person.ts'
import { type FigureDeps, figuresOf } from './day-figures.ts'
import { changesBetween, revisionMessage } from './revision.ts'
import type { DaySummary, ReportState } from './totals.ts'
import { summaryMessage } from './wording.ts'

type Deps = {
  calendar: CalendarStore
  arrangements: ArrangementStore
  checkins: CheckinStore
  people: PeopleStore
  outbox: Outbox
  phrases: Phrases
  alerts: AlertStore
}
type ReadDeps = FigureDeps & Pick<Deps, 'phrases' | 'alerts' | 'people'>

/** A summary that is hours late helps nobody to call a class. School clock. */
const usefulUntil = '17:00'
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
    const warnings = {
      vi: await warningsIn(deps, school, { day, language: 'vi' }),
      en: await warningsIn(deps, school, { day, language: 'en' }),
    }
    await tellOffice(
      deps,
      { school, now, key },
      (language) =>
        summaryMessage(
          summary,
          { phrases: deps.phrases, language, school: school.name, place: school.place, day },
          warnings[language],
        ).text,
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
  await tellOffice(
    deps,
    { school, now, key: revisedKey },
    (language) =>
      revisionMessage(before, summary, { phrases: deps.phrases, language, school: school.name, place: school.place, day })?.text,
  )
  return 'revision'
}

/** The summary as it would be sent now, for whoever of the office asks. */
export async function summaryOfToday(
  deps: ReadDeps,
  { schoolId, language, now }: { schoolId: string; language: Language; now: Date },
): Promise<string> {
  const school = await deps.people.school(schoolId)
  const day = schoolDayOf(now)
  const { summary } = await figuresOf(deps, school, day)
  const voice = { phrases: deps.phrases, language, school: school.name, place: school.place, day }
  return summaryMessage(summary, voice, await warningsIn(deps, school, { day, language })).text
}

async function warningsIn(
  deps: ReadDeps,
  school: School,
  of: { day: SchoolDay; language: Language },
): Promise<readonly string[]> {
  return await alertLines(deps, { schoolId: school.id, ...of })
}

/** Which classes have not reported today, and which report nobody has confirmed. */
export async function missingToday(
  deps: ReadDeps,
  { schoolId, language, now }: { schoolId: string; language: Language; now: Date },
): Promise<string> {
  const school = await deps.people.school(schoolId)
  const { summary } = await figuresOf(deps, school, schoolDayOf(now))
  const of = (state: ReportState) => summary.classes.filter((one) => one.state === state).map(({ className }) => className)
  const lines = (['not_reported', 'unconfirmed'] as const).flatMap((state) => {
    const names = of(state)
    return names.length === 0
      ? []
      : [deps.phrases.text(language, `summary.${state}`, { count: names.length, names: names.join(', ') })]
  })
  return lines.length === 0 ? deps.phrases.text(language, 'summary.all_reported') : lines.join('\n')
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
