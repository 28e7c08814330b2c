import { addDays, instantOf, schoolDayOf } from '../../core/clock.ts'
import { classesOf } from '../calendar/event.ts'
import { type HourRule, type HoursOf, momentFor } from '../hours/hours.ts'
import type { Role, SchoolClass } from '../people/person.ts'
import type { AddressedChild, AddressedPerson, Addressee } from './addressee.ts'
import type { Exempt } from './condition.ts'
import { keyOf, type Occurrence } from './occurrence.ts'

/** What moved somebody's reminder away from its time. */
export type MovedBy = HourRule | 'digest'

/** Why somebody whom a reminder concerns does not get it. */
export type NotReached = 'no_link' | 'left' | 'stopped' | 'off' | 'other_way' | 'window_closed' | 'too_late'

/** What a reminder comes to for one chat: whom it reaches there, when, moved by which rules. */
export interface Outcome {
  readonly people: readonly AddressedPerson[]
  /** In which role it is read. */
  readonly role: Role
  /** Children it is about, of the guardians among the people. */
  readonly children: readonly AddressedChild[]
  readonly moment: Date
  readonly moved: readonly MovedBy[]
  /** Set: nobody here gets it. */
  readonly not?: Exclude<NotReached, 'no_link'>
}

export interface OutcomeContext {
  readonly classes: readonly Pick<SchoolClass, 'id' | 'age'>[]
  readonly exempt: Exempt
  readonly school: HoursOf
  /** What was worked out for readers of the same hours already: most of a school's are. */
  readonly known?: Map<string, ReturnType<typeof momentOf>>
}

const rank: Record<Role, number> = { office: 0, teacher: 1, guardian: 2 }

/** What an occurrence comes to in one chat; undefined when it concerns nobody there, or reaches them elsewhere. */
export function outcomeOf(occurrence: Occurrence, chat: Addressee, context: OutcomeContext): Outcome | undefined {
  const { reminder } = occurrence
  const concerned = chat.people
    .filter(({ usual }) => (reminder.channel === null ? usual.ofAll : usual.ofChannel))
    .flatMap((person) => {
      const children = concernsOf(occurrence, person, context)
      return children === undefined ? [] : [{ person, children }]
    })
    .sort((one, other) => rank[one.person.role] - rank[other.person.role])
  const [first] = concerned
  if (first === undefined) return undefined
  const { moment, moved } = knownMoment(occurrence, { chat, role: first.person.role }, context)
  const not = refusal(occurrence, chat, moment)
  return {
    people: concerned.map(({ person }) => person),
    role: first.person.role,
    children: concerned.flatMap(({ children }) => children),
    moment,
    moved,
    ...(not === undefined ? {} : { not }),
  }
}

/** Children through whom, or none but the person themselves, a reminder concerns somebody; undefined when it does not. */
function concernsOf(
  { reminder, event }: Occurrence,
  { personId, role, classIds, children }: AddressedPerson,
  { classes, exempt }: OutcomeContext,
): readonly AddressedChild[] | undefined {
  if (!reminder.roles.includes(role) || exempt.people.has(personId)) return undefined
  const own = reminder.classIds.length + reminder.ageGroups.length > 0 ? reminder : event
  const only = classesOf(own, classes)
  const isMeant = (id: string) => only === undefined || only.some((one) => one.id === id)
  if (role === 'guardian') {
    const about = children.filter(({ id, classId }) => isMeant(classId) && !exempt.children.has(id))
    return about.length === 0 ? undefined : about
  }
  // The office hears of every class; a teacher without a class of what concerns the whole school.
  return role === 'office' || only === undefined || classIds.some(isMeant) ? [] : undefined
}

function knownMoment(occurrence: Occurrence, reader: { chat: Addressee; role: Role }, { known, school }: OutcomeContext) {
  const { address, preference } = reader.chat
  const hours = `${reader.role} ${address.channel} ${preference.quiet?.from} ${preference.quiet?.to} ${preference.digestAt}`
  const key = `${keyOf(occurrence)} ${hours}`
  const found = known?.get(key) ?? momentOf(occurrence, reader, school)
  known?.set(key, found)
  return found
}

function momentOf(
  { reminder, dueAt, usefulUntil }: Occurrence,
  { chat, role }: { chat: Addressee; role: Role },
  school: HoursOf,
): { moment: Date; moved: readonly MovedBy[] } {
  const { quiet, digestAt } = chat.preference
  const reader = { role, channel: chat.address.channel, ...(quiet === undefined ? {} : { quiet }) }
  const alone = momentFor(dueAt, 'ordinary', reader, school)
  const single = { moment: alone.at, moved: alone.moved }
  if (digestAt === undefined || reminder.required !== null) return single
  const today = instantOf(schoolDayOf(dueAt), digestAt)
  const gathered = today >= dueAt ? today : instantOf(addDays(schoolDayOf(dueAt), 1), digestAt)
  const { at, moved } = momentFor(gathered, 'ordinary', reader, school)
  // A digest that came too late for it is no service: then it comes by itself.
  return at < usefulUntil ? { moment: at, moved: gathered > dueAt ? ['digest', ...moved] : moved } : single
}

function refusal(
  { reminder, usefulUntil }: Occurrence,
  { left, stopped, preference, address }: Addressee,
  moment: Date,
): Outcome['not'] {
  if (left) return 'left'
  if (reminder.channel !== null && address.channel !== reminder.channel) return 'other_way'
  if (reminder.required === null && stopped) return 'stopped'
  if (reminder.required === null && preference.off.includes('reminders')) return 'off'
  return moment >= usefulUntil ? 'too_late' : undefined
}
