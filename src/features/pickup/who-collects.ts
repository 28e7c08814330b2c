import { schoolDayOf, schoolTimeOf } from '../../core/clock.ts'
import type { Choice } from '../../core/message.ts'
import type { Language } from '../../core/phrases.ts'
import { shortName } from '../checkin/wording.ts'
import { childrenMeant } from '../people/guardian-code.ts'
import type { Child, Person, SchoolClass } from '../people/person.ts'
import { giveChoice } from './hand-card.ts'
import { isOver, type PickupDeps, type PickupReply, whenWords } from './pickup-deps.ts'

/** More faces nobody compares at a gate. */
const mostPhotos = 3

/** A member of staff who asks or taps. */
export interface HandingOver {
  readonly staff: Person
  readonly language: Language
  readonly now: Date
}

export type Known = { readonly one: SchoolClass; readonly child: Child }

/** Classes whose children a member of staff gives away: a teacher's own, all of them for the office. */
export function classesSeen(
  { people }: Pick<PickupDeps, 'people'>,
  { schoolId, role, classIds }: Person,
): Promise<SchoolClass[]> {
  return role === 'office' ? people.classes(schoolId) : people.classes(schoolId, classIds)
}

/** A child that a member of staff may give away, by id. */
export async function childSeen(deps: Pick<PickupDeps, 'people'>, staff: Person, childId: string): Promise<Known | undefined> {
  for (const one of await classesSeen(deps, staff)) {
    const child = one.children.find(({ id }) => id === childId)
    if (child !== undefined) return { one, child }
  }
  return undefined
}

/** "Ai đón bé An": the one child meant, a choice between several, or undefined for a name that no child of theirs has. */
export async function answerWho(deps: PickupDeps, asking: HandingOver, rest: string): Promise<PickupReply | undefined> {
  if (rest === '') return await changesToday(deps, asking)
  const found = childrenMeant(rest, await classesSeen(deps, asking.staff))
  if (found.length === 0) return undefined
  if (found.length === 1) return await showCollectors(deps, asking, found[0]!)
  const choices = found
    .slice(0, 10)
    .map(({ child, one }) => ({ label: `${child.rosterName} – ${one.code}`, value: `pk:see:${child.id}` }))
  return { text: deps.phrases.text(asking.language, 'pickup.which_child'), choices }
}

/** Who may take this child home today: a worry first, then today's change, then the list; each to be tapped when it is done. */
export async function showCollectors(
  deps: PickupDeps,
  { language, now }: HandingOver,
  { one, child }: Known,
): Promise<PickupReply> {
  const { pickups, phrases } = deps
  const { schoolId } = one
  const today = schoolDayOf(now)
  const name = shortName(child.rosterName)
  const given = (await pickups.handovers(schoolId, today)).find(({ childId }) => childId === child.id)
  const changes = isOver(today, now)
    ? []
    : (await pickups.standing(schoolId, [child.id], today)).filter(({ day }) => day === today)
  const listed = await pickups.collectors(schoolId, [child.id])
  const lines = [
    phrases.text(language, 'pickup.list_title', { child: name, class: one.code, count: changes.length + listed.length }),
  ]
  if (await pickups.isWorried(schoolId, child.id, today)) lines.unshift(phrases.text(language, 'pickup.ask_office'))
  if (given !== undefined)
    lines.unshift(
      phrases.text(language, 'pickup.given_already', { child: name, adult: given.adult, time: schoolTimeOf(given.at) }),
    )
  const choices: Choice[] = []
  for (const { id, adult, confirmedAt } of changes) {
    lines.push(phrases.text(language, 'pickup.list_today', { adult, time: schoolTimeOf(confirmedAt ?? now) }))
    choices.push(giveChoice(deps, language, { child: name, adult, value: `pk:give:${id}` }))
  }
  for (const { id, name: adult, phoneEnd } of listed) {
    lines.push(`• ${phoneEnd === null ? adult : phrases.text(language, 'pickup.with_phone', { adult, phone: phoneEnd })}`)
    if (!isOver(today, now)) choices.push(giveChoice(deps, language, { child: name, adult, value: `pk:hand:${id}` }))
  }
  const seen = await pickups.withPhoto(
    schoolId,
    listed.map(({ id }) => id),
  )
  const photos = listed
    .filter(({ id }) => seen.has(id))
    .slice(0, mostPhotos)
    .map(({ id, name: adult }) => ({ id, caption: phrases.text(language, 'pickup.photo', { adult, child: name }) }))
  return { text: lines.join('\n'), photos, ...(given === undefined && choices.length > 0 ? { choices } : {}) }
}

/** "Hôm nay ai đón": every change of today in the classes somebody sees. */
async function changesToday(deps: PickupDeps, { staff, language, now }: HandingOver): Promise<PickupReply> {
  const { pickups, phrases } = deps
  const today = schoolDayOf(now)
  const known = (await classesSeen(deps, staff)).flatMap((one) => one.children.map((child) => ({ one, child })))
  const ids = known.map(({ child }) => child.id)
  const standing = isOver(today, now) ? [] : await pickups.standing(staff.schoolId, ids, today)
  const given = await pickups.handovers(staff.schoolId, today)
  const open = standing.filter(({ day, childId }) => day === today && !given.some((one) => one.childId === childId))
  const when = whenWords(phrases, language, { day: today, today })
  if (open.length === 0) return { text: phrases.text(language, 'pickup.no_changes', { when }) }
  const choices = open.map(({ id, childId, adult }) => {
    const child = shortName(known.find((one) => one.child.id === childId)?.child.rosterName ?? '')
    return giveChoice(deps, language, { child, adult, value: `pk:give:${id}` })
  })
  return { text: phrases.text(language, 'pickup.changes_today', { when, count: open.length }), choices }
}
