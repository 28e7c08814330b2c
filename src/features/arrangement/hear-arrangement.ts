import { type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import type { Choice } from '../../core/message.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import { daysText } from '../calendar/closing-wording.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Person, SchoolClass } from '../people/person.ts'
import type { Arrangement } from './arrangement.ts'
import type { ArrangementStore, NamedTeacher } from './arrangement-store.ts'
import { type ArrangementLine, readArrangement } from './read-arrangement.ts'
import { tellArrangement } from './tell-arrangement.ts'

export type ArrangementDeps = {
  readonly arrangements: ArrangementStore
  readonly calendar: CalendarStore
  readonly people: PeopleStore
  readonly outbox: Outbox
  readonly phrases: Phrases
  readonly ids: Ids
}
export type ArrangementAuthor = { readonly office: Person; readonly language: Language; readonly now: Date }
export type ArrangementReply = { readonly text: string; readonly choices?: readonly Choice[] }

/** Takes a line of the office about merged classes and substitutes; undefined when it is about something else. */
export async function hearArrangement(
  deps: ArrangementDeps,
  author: ArrangementAuthor,
  text: string,
): Promise<ArrangementReply | undefined> {
  const { arrangements, calendar, people, phrases } = deps
  const { office, language, now } = author
  const { schoolId } = office
  const today = schoolDayOf(now)
  const classes = await people.classes(schoolId)
  const teachers = await arrangements.teachers(schoolId)
  const line = readArrangement(text, { classes, teachers, today, closures: await calendar.closures(schoolId) })
  if (line === undefined) return undefined
  switch (line.kind) {
    case 'list':
      return { text: await listOf(deps, author, { classes, teachers }) }
    case 'unclear':
      return {
        text: phrases.text(language, 'arrangement.unclear', {
          why: line.why,
          names: line.names?.join(', ') ?? '',
          classes: classes.map(({ code }) => code).join(', '),
        }),
      }
    case 'undo':
      return await undoNamed(deps, author, { line, classes, teachers })
    default:
      return await take(deps, author, { line, text, classes, teachers })
  }
}

type Context = { readonly classes: readonly SchoolClass[]; readonly teachers: readonly NamedTeacher[] }

async function take(
  deps: ArrangementDeps,
  author: ArrangementAuthor,
  { line, text, ...context }: Context & { line: Extract<ArrangementLine, { kind: 'merge' | 'substitute' }>; text: string },
): Promise<ArrangementReply> {
  const { arrangements, ids, phrases } = deps
  const { office, language, now } = author
  const { schoolId, id: saidBy } = office
  const common = () => ({ id: ids.uuid(), schoolId, days: line.days, text, saidBy })
  const made =
    line.kind === 'merge'
      ? line.guests.map((guest) => ({ ...common(), kind: 'merged' as const, classId: guest.id, hostId: line.host.id }))
      : line.classes.map((one) => ({ ...common(), kind: 'substitute' as const, classId: one.id, personId: line.teacher.id }))
  let isTold = true
  for (const one of made) {
    await replaceEarlier(deps, one, now)
    await arrangements.add(one, now)
    isTold = (await tellArrangement(deps, { arrangement: one, ...context, isOver: false, now })) && isTold
  }
  const said = made.map((one) => sentence(deps, author, one, context)).join('\n')
  const undo = { label: phrases.text(language, 'arrangement.undo'), value: `ar:undo:${made[0]!.id}` }
  return {
    text: phrases.text(language, 'arrangement.noted', { said, told: isTold ? 'yes' : 'no' }),
    choices: made.length === 1 ? [undo] : undefined,
  }
}

/**
 * A class joins one class at a time, and none that joins it: a newer word for a day takes the older one's place. Several may stand in for a
 * teacher.
 */
async function replaceEarlier({ arrangements }: ArrangementDeps, made: Arrangement, now: Date): Promise<void> {
  if (made.kind !== 'merged') return
  for (const day of made.days)
    for (const old of await arrangements.on(made.schoolId, day))
      if (old.kind === 'merged' && (old.classId === made.classId || (old.hostId === made.classId && old.classId === made.hostId)))
        await arrangements.withdraw(old, day, now)
}

/** The office chose to undo. @param value `ar:undo:<id>` @returns undefined when there is nothing to undo any more. */
export async function chooseArrangement(
  deps: ArrangementDeps,
  author: ArrangementAuthor,
  value: string,
): Promise<ArrangementReply | undefined> {
  const { schoolId } = author.office
  const found = await deps.arrangements.find({ schoolId, id: value.split(':')[2] ?? '' })
  if (found === undefined) return undefined
  const classes = await deps.people.classes(schoolId)
  return await end(deps, author, { ended: [found], classes, teachers: await deps.arrangements.teachers(schoolId) })
}

async function undoNamed(
  deps: ArrangementDeps,
  author: ArrangementAuthor,
  { line, ...context }: Context & { line: Extract<ArrangementLine, { kind: 'undo' }> },
): Promise<ArrangementReply> {
  const kind = line.what === 'merge' ? 'merged' : 'substitute'
  const standing = await deps.arrangements.upcoming(author.office.schoolId, schoolDayOf(author.now))
  const about = (one: Arrangement) => [one.classId, ...(one.kind === 'merged' ? [one.hostId] : [])]
  const ended = standing.filter(
    (one) => one.kind === kind && (line.classes.length === 0 || line.classes.some(({ id }) => about(one).includes(id))),
  )
  if (ended.length === 0) return { text: deps.phrases.text(author.language, 'arrangement.nothing_to_undo') }
  return await end(deps, author, { ended, ...context })
}

async function end(
  deps: ArrangementDeps,
  author: ArrangementAuthor,
  { ended, ...context }: Context & { ended: readonly Arrangement[] },
): Promise<ArrangementReply> {
  const { now, language } = author
  for (const one of ended) {
    await deps.arrangements.withdraw(one, schoolDayOf(now), now)
    await tellArrangement(deps, { arrangement: one, ...context, isOver: true, now })
  }
  const said = ended.map((one) => sentence(deps, author, one, context)).join('\n')
  return { text: deps.phrases.text(language, 'arrangement.undone', { said }) }
}

async function listOf(deps: ArrangementDeps, author: ArrangementAuthor, context: Context): Promise<string> {
  const standing = await deps.arrangements.upcoming(author.office.schoolId, schoolDayOf(author.now))
  if (standing.length === 0) return deps.phrases.text(author.language, 'arrangement.none')
  return standing.map((one) => sentence(deps, author, one, context)).join('\n')
}

function sentence(
  { phrases }: Pick<ArrangementDeps, 'phrases'>,
  { language, now }: Pick<ArrangementAuthor, 'language' | 'now'>,
  arrangement: Arrangement,
  { classes, teachers }: Context,
): string {
  const code = (id: string) => classes.find((one) => one.id === id)?.code ?? ''
  const left: readonly SchoolDay[] = arrangement.days.filter((day) => day >= schoolDayOf(now))
  const days = daysText(left, { phrases, language })
  if (arrangement.kind === 'merged')
    return phrases.text(language, 'arrangement.merged', {
      guest: code(arrangement.classId),
      host: code(arrangement.hostId),
      days,
    })
  const teacher = teachers.find(({ id }) => id === arrangement.personId)?.name ?? ''
  return phrases.text(language, 'arrangement.substitute', { teacher, class: code(arrangement.classId), days })
}
