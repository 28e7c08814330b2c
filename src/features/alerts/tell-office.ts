import { addDays, schoolDayOf } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { isWithin } from '../hours/hours.ts'
import type { HoursStore } from '../hours/hours-store.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { SchoolClass } from '../people/person.ts'
import type { HealthAlert } from './alert.ts'
import type { AlertStore } from './alert-store.ts'
import { alertLine, type DiseaseCounts } from './wording.ts'

export type TellDeps = {
  readonly alerts: AlertStore
  readonly people: PeopleStore
  readonly hours: HoursStore
  readonly outbox: Outbox
  readonly phrases: Phrases
}

/** "In the last days" of a disease: this day and the six before. */
const countedDays = 7
/** What nobody could be told for so long, the summary has said. */
const usefulMs = 24 * 3_600_000

/**
 * Shows the office what it has not read of its alerts, in one message, in the caller's transaction. In the school's quiet hours nobody could act on it:
 * then the alerts stand, and are told at their end.
 * @returns how many alerts were told.
 */
export async function tellOffice(deps: TellDeps, schoolId: string, now: Date): Promise<number> {
  if (isWithin(now, (await deps.hours.of(schoolId)).quiet)) return 0
  const { alerts, people, outbox, phrases } = deps
  const pending = await alerts.pending(schoolId, new Date(now.getTime() - usefulMs))
  const [first] = pending
  if (first === undefined) return 0
  const office = await people.recipients({ schoolId, role: 'office' }, { evenIfStopped: true })
  if (office.length === 0) return 0
  const classes = await people.classes(schoolId, [...new Set(pending.map(({ classId }) => classId))])
  const known = pending.filter(({ classId }) => classes.some(({ id }) => id === classId))
  const counts = await countsOf(deps, known, now)
  // Of a class that is gone nobody reads any more.
  for (const { address, language, personId } of known.length === 0 ? [] : office) {
    const text = messageOf({ phrases, language }, { known, classes, counts })
    await outbox.add({ to: address, key: `alert/${first.id}/${first.revision}/${personId}`, kind: 'notice', schoolId, text }, now)
  }
  for (const alert of pending) await alerts.markTold(alert)
  return pending.length
}

type Counts = ReadonlyMap<string, DiseaseCounts>

async function countsOf({ alerts }: TellDeps, known: readonly HealthAlert[], now: Date): Promise<Counts> {
  const since = addDays(schoolDayOf(now), 1 - countedDays)
  const counts = new Map<string, DiseaseCounts>()
  for (const { id, schoolId, classId, subject } of known.filter(({ figures }) => figures.kind === 'disease')) {
    const byClass = await alerts.countOf(schoolId, subject, since)
    const inSchool = [...byClass.values()].reduce((sum, count) => sum + count, 0)
    counts.set(id, { inClass: byClass.get(classId) ?? 0, inSchool })
  }
  return counts
}

function messageOf(
  voice: { phrases: Phrases; language: Language },
  { known, classes, counts }: { known: readonly HealthAlert[]; classes: readonly SchoolClass[]; counts: Counts },
): string {
  const nothing = { inClass: 0, inSchool: 0 }
  return known
    .map((alert) => {
      const one = classes.find(({ id }) => id === alert.classId)!
      return alertLine(voice, { alert, one, counts: counts.get(alert.id) ?? nothing })
    })
    .join('\n')
}
