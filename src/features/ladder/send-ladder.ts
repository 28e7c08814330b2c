import { schoolDayOf } from '../../core/clock.ts'
import type { Phrases } from '../../core/phrases.ts'
import type { AbsenceStore } from '../absence/absence-store.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import { closuresOf, isSchoolDay } from '../calendar/school-day.ts'
import type { Checkin, CheckinStore } from '../checkin/checkin-store.ts'
import type { Offers } from '../outbox/offers.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Recipient, School, SchoolClass } from '../people/person.ts'
import { isConfirmTime, type LadderHours, type LadderStep, stepsNow } from './hours.ts'
import type { LadderStore } from './ladder-store.ts'

export type LadderDeps = {
  readonly calendar: CalendarStore
  readonly checkins: CheckinStore
  readonly people: PeopleStore
  readonly outbox: Outbox
  readonly offers: Offers
  readonly absences: AbsenceStore
  readonly ladder: LadderStore
  readonly phrases: Phrases
}

/** One look at one school's morning. */
export interface Morning {
  readonly school: School
  readonly day: string
  readonly now: Date
  readonly hours: LadderHours
  /** Classes with children that have school today, by code. */
  readonly classes: readonly SchoolClass[]
  readonly reports: ReadonlyMap<string, Checkin>
}

/** Whoever has only just reported is about to confirm. */
const confirmMinutes = 10

/** The morning as it stands; undefined when no class has school: nobody is asked anything then. */
export async function readMorning(deps: LadderDeps, school: School, now: Date): Promise<Morning | undefined> {
  const day = schoolDayOf(now)
  const closures = await deps.calendar.closures(school.id)
  const isOpen = (one: SchoolClass) => isSchoolDay(day, closuresOf(one, closures)).kind === 'school_day'
  const classes = (await deps.people.classes(school.id)).filter((one) => one.children.length > 0 && isOpen(one))
  if (classes.length === 0) return undefined
  const reports = new Map((await deps.checkins.ofDay(school.id, day)).map((checkin) => [checkin.classId, checkin]))
  return { school, day, now, hours: await deps.ladder.hours(school.id), classes, reports }
}

/**
 * Reminds of reports that are out, in the caller's transaction: a class's teacher twice, then its other teachers, then the office. A class
 * that has reported, confirmed or not, is left alone; each step goes once a class and day, and not at all once its quarter of an hour is over.
 * @returns how many messages went out.
 */
export async function sendLadder(deps: LadderDeps, morning: Morning): Promise<number> {
  const { day, now, hours, classes, reports } = morning
  const missing = classes.filter(({ id }) => !reports.has(id))
  let sent = 0
  for (const step of missing.length === 0 ? [] : stepsNow(hours, day, now))
    sent += step === 'office' ? await tellOffice(deps, morning, missing) : await remindTeachers(deps, morning, { step, missing })
  if (isConfirmTime(hours, day, now)) sent += await askToConfirm(deps, morning)
  return sent
}

const keyOf = ({ school, day }: Morning, step: string) => `ladder/${school.id}/${day}/${step}`

async function claim({ calendar }: LadderDeps, { school, now }: Morning, key: string): Promise<boolean> {
  return await calendar.claim({ key, schoolId: school.id, dueAt: now, now })
}

async function remindTeachers(
  deps: LadderDeps,
  morning: Morning,
  { step, missing }: { step: Exclude<LadderStep, 'office'>; missing: readonly SchoolClass[] },
): Promise<number> {
  const { school, now } = morning
  const readers = new Map<string, { recipient: Recipient; classes: SchoolClass[] }>()
  for (const one of missing) {
    const teachers = await deps.people.recipients({ schoolId: school.id, role: 'teacher', classIds: [one.id], day: morning.day })
    const called = step === 'deputy' ? teachers.slice(1) : teachers.slice(0, 1)
    if (called.length === 0 || !(await claim(deps, morning, `${keyOf(morning, step)}/${one.id}`))) continue
    for (const recipient of called) {
      const reader = readers.get(recipient.personId) ?? { recipient, classes: [] }
      reader.classes.push(one)
      readers.set(recipient.personId, reader)
    }
  }
  for (const { recipient, classes } of readers.values()) {
    const [first] = classes
    const text = deps.phrases.text(recipient.language, `ladder.${step}`, {
      classes: classes.map(({ code }) => code).join(', '),
      example: `${first!.code} ${first!.children.length}/${first!.children.length}`,
    })
    const key = `${keyOf(morning, step)}/${recipient.personId}/${classes.map(({ id }) => id).join('+')}`
    await deps.outbox.add({ to: recipient.address, key, kind: 'reminder', schoolId: school.id, text }, now)
  }
  return readers.size
}

async function tellOffice(deps: LadderDeps, morning: Morning, missing: readonly SchoolClass[]): Promise<number> {
  const { school, now } = morning
  const key = keyOf(morning, 'office')
  const office = await deps.people.recipients({ schoolId: school.id, role: 'office' }, { evenIfStopped: true })
  if (office.length === 0 || !(await claim(deps, morning, key))) return 0
  for (const { address, language, personId } of office) {
    const text = deps.phrases.text(language, 'ladder.office', {
      count: missing.length,
      classes: missing.map(({ name }) => name).join(', '),
    })
    await deps.outbox.add({ to: address, key: `${key}/${personId}`, kind: 'reminder', schoolId: school.id, text }, now)
  }
  return office.length
}

async function askToConfirm(deps: LadderDeps, morning: Morning): Promise<number> {
  const { school, now, classes, reports } = morning
  let sent = 0
  for (const one of classes) {
    const checkin = reports.get(one.id)
    if (checkin === undefined || checkin.confirmedAt !== null) continue
    if (now.getTime() - checkin.reportedAt.getTime() <= confirmMinutes * 60_000) continue
    const teachers = await deps.people.recipients({ schoolId: school.id, role: 'teacher', classIds: [one.id], day: morning.day })
    const reporter = teachers.find(({ personId }) => personId === checkin.reportedBy) ?? teachers[0]
    const key = `${keyOf(morning, 'confirm')}/${one.id}`
    if (reporter === undefined || !(await claim(deps, morning, key))) continue
    const { address, language, personId } = reporter
    const { present, total } = checkin.report
    const text = deps.phrases.text(language, 'ladder.confirm', { class: one.code, present: present ?? 0, total: total ?? 0 })
    const ref = `${checkin.id}:${checkin.version}`
    const choices = [
      { label: deps.phrases.text(language, 'checkin.confirm'), value: `ci:ok:${ref}` },
      { label: deps.phrases.text(language, 'checkin.undo'), value: `ci:undo:${ref}` },
    ]
    const firstNumber = await deps.offers.add(address, choices, now)
    const message = { to: address, key: `${key}/${personId}`, kind: 'reminder' as const, schoolId: school.id }
    await deps.outbox.add({ ...message, text, choices, firstNumber }, now)
    sent += 1
  }
  return sent
}
