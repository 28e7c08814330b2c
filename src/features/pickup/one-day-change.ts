import { type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { OwnChild } from '../absence/own-children.ts'
import { shortName } from '../checkin/wording.ts'
import { isSameAdult } from './adult.ts'
import type { PickupChange } from './collector.ts'
import { type CardsTo, sendCards, tellOfficeOfTwo, tellOthers, tellWithdrawn } from './hand-card.ts'
import { classesOf, type Family, isNight, isOver, namesOf, type PickupDeps, type PickupReply, whenWords } from './pickup-deps.ts'

/** Reads a change back. Nothing holds before the guardian's tap. */
export async function askChange(
  deps: PickupDeps,
  family: Family,
  { children, day, adult, text }: { children: readonly OwnChild[]; day: SchoolDay; adult: string; text: string },
): Promise<PickupReply> {
  const { phrases, pickups, ids } = deps
  const { language } = family.identity
  const today = schoolDayOf(family.now)
  if (day < today || isOver(day, family.now)) return { text: phrases.text(language, 'pickup.day_over') }
  const askId = ids.uuid()
  for (const { id: childId, schoolId, personId } of children) {
    const listed = (await pickups.collectors(schoolId, [childId])).filter(({ name }) => isSameAdult(adult, name))
    const collectorId = listed.length === 1 ? listed[0]!.id : null
    const asked = { id: ids.uuid(), schoolId, childId, askId, day, adult, collectorId, personId, text, askedAt: family.now }
    await pickups.ask(asked)
  }
  const params = {
    when: whenWords(phrases, language, { day, today }),
    adult,
    child: namesOf(children),
    classes: classesOf(children),
  }
  const choices = (['ok', 'no'] as const).map((what) => ({
    label: phrases.text(language, `pickup.choice_${what}`),
    value: `pk:${what}:${askId}`,
  }))
  return { text: phrases.text(language, 'pickup.read_back', params), choices }
}

/** The guardian's tap: from now on the change holds. Undefined when there is nothing of theirs to confirm. */
export async function confirmChange(deps: PickupDeps, family: Family, askId: string): Promise<PickupReply | undefined> {
  const { pickups, phrases } = deps
  const { language } = family.identity
  const asked = await ownChanges(deps, family, askId)
  const [first] = asked
  if (first === undefined) return undefined
  const { day, adult } = first.change
  const today = schoolDayOf(family.now)
  if (isOver(day, family.now)) return { text: phrases.text(language, 'pickup.day_over'), editsTapped: true }
  const told = new Set<CardsTo>()
  const confirmed: OwnChild[] = []
  for (const { change, child } of asked) {
    const before = await pickups.standing(change.schoolId, [change.childId], day)
    if (!(await pickups.confirm(change, family.now))) continue
    confirmed.push(child)
    for (const earlier of before.filter((one) => one.day === day)) {
      await pickups.end(earlier, { ending: 'replaced', personId: change.personId, now: family.now })
      if (earlier.personId !== change.personId) await tellOfficeOfTwo(deps, { change, earlier, child, now: family.now })
    }
    const standing = { ...change, confirmedAt: family.now }
    // In quiet hours nobody is told; the morning sends what is open.
    const isLater = await isNight(deps, change.schoolId, family.now)
    told.add(day === today && !isLater ? await sendCards(deps, { change: standing, now: family.now }) : 'later')
    if (!isLater) await tellOthers(deps, { change: standing, now: family.now })
  }
  if (confirmed.length === 0) return undefined
  const params = { when: whenWords(phrases, language, { day, today }), adult, child: namesOf(confirmed) }
  const to = (['nobody', 'office', 'later', 'teacher'] as const).find((one) => told.has(one)) ?? 'nobody'
  const text = [
    phrases.text(language, 'pickup.confirmed', params),
    phrases.text(language, `pickup.card_to_${to}`, { classes: classesOf(confirmed) }),
  ].join(' ')
  return { text, editsTapped: true }
}

/** "Không phải": nothing was in force, nothing is. */
export async function dropChange(deps: PickupDeps, family: Family, askId: string): Promise<PickupReply | undefined> {
  const asked = (await ownChanges(deps, family, askId)).filter(({ change }) => change.confirmedAt === null)
  for (const { change } of asked)
    await deps.pickups.end(change, { ending: 'dropped', personId: change.personId, now: family.now })
  if (asked.length === 0) return undefined
  return { text: deps.phrases.text(family.identity.language, 'pickup.dropped'), editsTapped: true }
}

/** Takes standing changes back: any linked guardian of the child may, whoever asked. Undefined when none stands. */
export async function withdraw(
  deps: PickupDeps,
  family: Family,
  which: (change: PickupChange) => boolean,
): Promise<PickupReply | undefined> {
  const { pickups, phrases } = deps
  const { language } = family.identity
  const today = schoolDayOf(family.now)
  const gone: { change: PickupChange; child: OwnChild }[] = []
  for (const child of family.children)
    for (const change of await pickups.standing(child.schoolId, [child.id], today)) {
      if (!which(change) || isOver(change.day, family.now)) continue
      if (!(await pickups.end(change, { ending: 'withdrawn', personId: child.personId, now: family.now }))) continue
      await tellWithdrawn(deps, { change, by: child.personId, now: family.now })
      gone.push({ change, child })
    }
  if (gone.length === 0) return undefined
  const lines = gone.map(({ change, child }) =>
    phrases.text(language, 'pickup.withdrawn', {
      adult: change.adult,
      child: shortName(child.rosterName),
      when: whenWords(phrases, language, { day: change.day, today }),
    }),
  )
  return { text: [...lines, phrases.text(language, 'pickup.withdrawn_told')].join('\n'), editsTapped: true }
}

/** What this very guardian asked for in one message and nobody has ended. */
async function ownChanges(deps: PickupDeps, { children }: Family, askId: string) {
  const own: { change: PickupChange; child: OwnChild }[] = []
  for (const schoolId of new Set(children.map((child) => child.schoolId)))
    for (const change of await deps.pickups.asked(schoolId, askId)) {
      const child = children.find(({ id, personId }) => id === change.childId && personId === change.personId)
      if (child !== undefined && change.endedAt === null) own.push({ change, child })
    }
  return own
}
