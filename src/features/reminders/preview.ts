import { classesOf } from '../calendar/event.ts'
import { cheapestOf, type Window, windowOf } from '../outbox/ways.ts'
import type { SchoolClass } from '../people/person.ts'
import type { Addressee, StaffMember } from './addressee.ts'
import type { Occurrence } from './occurrence.ts'
import { type NotReached, type Outcome, type OutcomeContext, outcomeOf } from './outcome.ts'

/** One chat that gets it. */
export interface Reached {
  readonly chat: Addressee
  readonly outcome: Outcome
  /** Undefined on other channels. */
  readonly window?: Window
}

/** Somebody who does not: a child of whose guardians none gets it, or a member of the staff. */
export interface Missed {
  readonly name: string
  /** Of a child. */
  readonly classCode?: string
  readonly why: NotReached
}

export interface Preview {
  readonly reached: readonly Reached[]
  readonly missed: readonly Missed[]
}

type Context = Omit<OutcomeContext, 'classes'> & { readonly classes: readonly SchoolClass[] }

/** Who gets a reminder and who does not, by the functions that will send it. */
export function previewOf(
  occurrence: Occurrence,
  { chats, staff }: { readonly chats: readonly Addressee[]; readonly staff: readonly StaffMember[] },
  context: Context,
): Preview {
  const all = chats.flatMap((chat): Reached[] => {
    const outcome = outcomeOf(occurrence, chat, context)
    if (outcome === undefined) return []
    if (chat.address.channel !== 'zalo') return [{ chat, outcome }]
    const window = windowOf(cheapestOf(waysOf(chat, chats), outcome.moment) ?? chat, outcome.moment)
    const not = outcome.not ?? (window === 'closed' ? ('window_closed' as const) : undefined)
    return [{ chat, outcome: not === undefined ? outcome : { ...outcome, not }, window }]
  })
  const reached = all.filter(({ outcome }) => outcome.not === undefined)
  const refused = all.flatMap(({ outcome }) => (outcome.not === undefined ? [] : [{ ...outcome, not: outcome.not }]))
  const exempted = chats.flatMap(({ people }) => people).filter(({ personId }) => context.exempt.people.has(personId))
  const excused = new Set([...context.exempt.children, ...exempted.flatMap(({ children }) => children.map(({ id }) => id))])
  const known = { reached, refused, excused }
  return {
    reached,
    missed: [...missedChildren(occurrence, known, context), ...missedStaff(occurrence, { ...known, staff }, context)],
  }
}

/** The open chats of everybody behind this one: delivery takes the cheapest of them. */
function waysOf(chat: Addressee, chats: readonly Addressee[]): Addressee[] {
  const reaches = (other: Addressee) =>
    chat.people.every(({ personId }) => other.people.some((person) => person.personId === personId))
  return chats.filter((other) => other === chat || (!other.left && !other.stopped && reaches(other)))
}

type Refused = Outcome & { readonly not: Exclude<NotReached, 'no_link'> }
type Known = {
  readonly reached: readonly Reached[]
  readonly refused: readonly Refused[]
  /** Children of whom the condition does not hold, themselves or through a guardian. */
  readonly excused: ReadonlySet<string>
}

function missedChildren({ reminder, event }: Occurrence, { reached, refused, excused }: Known, { classes }: Context): Missed[] {
  if (!reminder.roles.includes('guardian')) return []
  const own = reminder.classIds.length + reminder.ageGroups.length > 0 ? reminder : event
  const gets = new Set(reached.flatMap(({ outcome }) => outcome.children.map(({ id }) => id)))
  const why = new Map(refused.flatMap(({ children, not }) => children.map(({ id }) => [id, not] as const)))
  return (classesOf(own, classes) ?? classes).flatMap(({ code, children }) =>
    children
      .filter(({ id }) => !gets.has(id) && !excused.has(id))
      .map(({ id, rosterName }) => ({ name: rosterName, classCode: code, why: why.get(id) ?? 'no_link' })),
  )
}

function missedStaff(
  { reminder, event }: Occurrence,
  { reached, refused, staff }: Known & { readonly staff: readonly StaffMember[] },
  { classes, exempt }: Context,
): Missed[] {
  const own = reminder.classIds.length + reminder.ageGroups.length > 0 ? reminder : event
  const only = classesOf(own, classes)?.map(({ id }) => id)
  const idsOf = (outcome: Outcome) => outcome.people.map(({ personId }) => personId)
  const gets = new Set(reached.flatMap(({ outcome }) => idsOf(outcome)))
  const why = new Map(refused.flatMap((outcome) => idsOf(outcome).map((id) => [id, outcome.not] as const)))
  return staff
    .filter(({ role }) => reminder.roles.includes(role))
    .filter(({ role, classIds }) => role === 'office' || only === undefined || classIds.some((id) => only.includes(id)))
    .filter(({ personId }) => !gets.has(personId) && !exempt.people.has(personId))
    .map(({ personId, name }) => ({ name, why: why.get(personId) ?? 'no_link' }))
}
