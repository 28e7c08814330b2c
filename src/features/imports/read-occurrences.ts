import { addDays } from '../../core/clock.ts'
import { type Audience, audiences } from '../calendar/event.ts'
import type { KnownClass } from '../calendar/parts-named.ts'
import type { SchoolPart } from '../calendar/school-day.ts'
import { schoolYearOf } from '../calendar/school-year.ts'
import { type ClassAge, classAges } from '../people/person.ts'
import { asDayOff } from './day-off-line.ts'
import { type ImportRow, mostRows, type ProblemKind, type Reading, type RowProblem, shortened } from './row.ts'
import type { IcsOccurrence, SentFile } from './sent-file.ts'

/** How our own feed names an event, and so knows it again: `event-<id>@<school>`. */
const ownUid = /^event-(?<id>[\w-]+)@(?<school>[\w-]+)$/

/**
 * The entries of an iCalendar file as events and days off. What our own feed wrote is known by its ids and marks; other programs drop the
 * marks, and then the line says nothing of them.
 */
export function readOccurrences(
  { occurrences, problems, outside }: Extract<SentFile, { kind: 'ics' }>,
  { schoolId, classes }: { readonly schoolId: string; readonly classes: readonly KnownClass[] },
): Reading {
  const rows: ImportRow[] = []
  const refused: RowProblem[] = [...problems]
  for (const occurrence of occurrences) {
    const what = meaning(occurrence, { schoolId, classes })
    const why: ProblemKind | undefined = typeof what === 'string' ? what : rows.length >= mostRows ? 'too_many' : undefined
    if (why !== undefined) refused.push({ line: occurrence.line, why, text: shortened(occurrence.title) })
    else if (typeof what !== 'string') rows.push({ line: occurrence.line, what, notes: occurrence.notes })
  }
  return { rows, problems: refused, ...(outside > 0 ? { outside } : {}) }
}

type Context = { readonly schoolId: string; readonly classes: readonly KnownClass[] }

function meaning(occurrence: IcsOccurrence, context: Context): ImportRow['what'] | ProblemKind {
  const { title, day, lastDay, dayOff } = occurrence
  if (title.trim() === '') return 'no_title'
  if (lastDay !== undefined && lastDay < day) return 'backwards'
  if (lastDay !== undefined && lastDay > addDays(day, 120)) return 'too_long'
  const parts = partsOf(occurrence.parts, context.classes)
  if (parts === undefined) return 'no_such_class'
  const span = { day, ...(lastDay === undefined || lastDay === day ? {} : { lastDay }) }
  if (dayOff !== undefined) {
    const [only] = parts
    return { kind: 'closure', ...span, open: dayOff === 'open', reason: title, ...(only === undefined ? {} : { only }) }
  }
  const { uid, turn, time, endTime, place, audience } = occurrence
  const own = ownUid.exec(uid ?? '')?.groups
  const isOurs = own?.school === context.schoolId
  const classIds = parts.flatMap((one) => ('classId' in one ? [one.classId] : []))
  const ageGroups = parts.flatMap((one) => ('age' in one ? [one.age] : []))
  const draft = {
    ...{ kind: 'event' as const, title, schoolYear: schoolYearOf(day) },
    ...(isOurs ? { ownId: own!.id } : uid === undefined ? {} : { sourceKey: `${uid}${turn === undefined ? '' : `#${turn}`}` }),
    when: {
      ...{ kind: 'dated' as const, ...span },
      ...(time === undefined ? {} : { time }),
      ...(endTime === undefined ? {} : { endTime }),
    },
    ...(place === undefined ? {} : { place }),
    ...(audience === undefined ? {} : { audience: audiencesOf(audience) }),
    ...(occurrence.parts === undefined ? {} : { classIds, ageGroups }),
  }
  return isOurs ? draft : asDayOff(draft)
}

const audiencesOf = (said: string): Audience[] => audiences.filter((one) => said.split(',').includes(one))

/** `class:A1,age:nursery` as parts of the school; undefined when one is unknown. */
function partsOf(said: string | undefined, classes: readonly KnownClass[]): SchoolPart[] | undefined {
  const parts: SchoolPart[] = []
  for (const part of said?.split(',').filter((one) => one !== '') ?? []) {
    const [kind, name = ''] = part.split(':')
    const age = classAges.find((one): one is ClassAge => kind === 'age' && one === name)
    const found = kind === 'class' ? classes.find(({ code }) => code === name) : undefined
    if (age === undefined && found === undefined) return undefined
    parts.push(age === undefined ? { classId: found!.id } : { age })
  }
  return parts
}
