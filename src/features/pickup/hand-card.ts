import { schoolDayOf, schoolTimeOf } from '../../core/clock.ts'
import type { Choice } from '../../core/message.ts'
import type { Language } from '../../core/phrases.ts'
import type { OwnChild } from '../absence/own-children.ts'
import { shortName } from '../checkin/wording.ts'
import type { Child, Recipient, SchoolClass } from '../people/person.ts'
import type { Collector, PickupChange } from './collector.ts'
import { type CardDeps, isOver, whenWords } from './pickup-deps.ts'

/** Who got the card of a change: the class's teachers; the office where none can be reached; nobody yet; or that comes on its day. */
export type CardsTo = 'teacher' | 'office' | 'nobody' | 'later'

type Of = { readonly change: PickupChange; readonly now: Date }

/** A child of a school and its class; undefined once it has left. */
export async function childOf(
  { people }: Pick<CardDeps, 'people'>,
  { schoolId, childId }: { schoolId: string; childId: string },
): Promise<{ one: SchoolClass; child: Child } | undefined> {
  for (const one of await people.classes(schoolId)) {
    const child = one.children.find(({ id }) => id === childId)
    if (child !== undefined) return { one, child }
  }
  return undefined
}

/** The class's teachers, or the office in their place, told or not. */
async function staffOf(deps: CardDeps, schoolId: string, classId: string): Promise<{ to: CardsTo; readers: Recipient[] }> {
  const teachers = await deps.people.recipients({ schoolId, role: 'teacher', classIds: [classId] }, { evenIfStopped: true })
  if (teachers.length > 0) return { to: 'teacher', readers: teachers }
  const office = await deps.people.recipients({ schoolId, role: 'office' }, { evenIfStopped: true })
  return { to: office.length > 0 ? 'office' : 'nobody', readers: office }
}

/** What is tapped, or typed, when a child is given to an adult. */
export function giveChoice(
  { phrases }: Pick<CardDeps, 'phrases'>,
  language: Language,
  { child, adult, value }: { child: string; adult: string; value: string },
): Choice {
  return { label: phrases.text(language, 'pickup.given', { child, adult }), value }
}

/** Puts the card of a standing change before whoever gives the child away; once. */
export async function sendCards(deps: CardDeps, { change, now }: Of): Promise<CardsTo> {
  const { pickups, phrases, outbox, offers } = deps
  const known = await childOf(deps, change)
  if (known === undefined) return 'nobody'
  const { one, child } = known
  await pickups.markCard(change, now)
  const { to, readers } = await staffOf(deps, change.schoolId, one.id)
  const name = shortName(child.rosterName)
  const listed = (await pickups.collectors(change.schoolId, [child.id])).find(({ id }) => id === change.collectorId)
  for (const { address, language, personId } of readers) {
    const text = phrases.text(language, 'pickup.card', {
      when: whenWords(phrases, language, { day: change.day, today: schoolDayOf(now) }),
      adult: change.adult,
      child: name,
      class: one.code,
      time: schoolTimeOf(change.confirmedAt ?? now),
      text: change.text.slice(0, 300),
      phone: listed?.phoneEnd ?? 'none',
    })
    await showPhoto(deps, { collector: listed, reader: { address, language, personId }, change, child: name, now })
    const choices = [giveChoice(deps, language, { child: name, adult: change.adult, value: `pk:give:${change.id}` })]
    const firstNumber = await offers.add(address, choices, now)
    const key = `pickup/${change.id}/card/${personId}`
    await outbox.add({ to: address, key, kind: 'notice', schoolId: change.schoolId, text, choices, firstNumber }, now)
  }
  return to
}

/** The photo of a listed adult goes before the card, if there is one. */
async function showPhoto(
  { pickups, phrases, outbox }: CardDeps,
  of: { collector: Collector | undefined; reader: Recipient; change: PickupChange; child: string; now: Date },
): Promise<void> {
  const { collector, reader, change, child, now } = of
  if (collector === undefined || !(await pickups.withPhoto(change.schoolId, [collector.id])).has(collector.id)) return
  const text = phrases.text(reader.language, 'pickup.photo', { adult: collector.name, child })
  const key = `pickup/${change.id}/photo/${reader.personId}`
  const photo = { to: reader.address, key, kind: 'notice', schoolId: change.schoolId, text, photoOf: collector.id } as const
  await outbox.add(photo, now)
}

/** Tells the child's other guardians of a change, silence or not: it is about who takes the child home. */
export async function tellOthers(deps: CardDeps, { change, now }: Of): Promise<number> {
  const { pickups, phrases, outbox } = deps
  const known = await childOf(deps, change)
  const guardians = await pickups.guardians(change.schoolId, [change.childId])
  await pickups.markOthersTold(change, now)
  const others = guardians.filter(({ personId, isReachable }) => personId !== change.personId && isReachable)
  for (const { address, language, personId } of known === undefined ? [] : others) {
    const text = phrases.text(language, 'pickup.told_other', {
      child: shortName(known!.child.rosterName),
      adult: change.adult,
      when: whenWords(phrases, language, { day: change.day, today: schoolDayOf(now) }),
    })
    await outbox.add(
      { to: address, key: `pickup/${change.id}/other/${personId}`, kind: 'notice', schoolId: change.schoolId, text },
      now,
    )
  }
  return others.length
}

/** A change is taken back: whoever had its card, and the other guardians, hear of it at once. @param by the guardian */
export async function tellWithdrawn(deps: CardDeps, { change, by, now }: Of & { readonly by: string }): Promise<void> {
  const { pickups, phrases, outbox } = deps
  const known = await childOf(deps, change)
  if (known === undefined || isOver(change.day, now)) return
  const { one, child } = known
  const staff = change.cardAt === null ? [] : (await staffOf(deps, change.schoolId, one.id)).readers
  const guardians = await pickups.guardians(change.schoolId, [change.childId])
  const others = guardians.filter(({ personId, isReachable }) => personId !== by && isReachable)
  for (const { address, language, personId } of [...staff, ...others]) {
    const isStaff = staff.some((reader) => reader.personId === personId)
    const text = phrases.text(language, isStaff ? 'pickup.card_withdrawn' : 'pickup.other_withdrawn', {
      adult: change.adult,
      child: shortName(child.rosterName),
      class: one.code,
      when: whenWords(phrases, language, { day: change.day, today: schoolDayOf(now) }),
    })
    const key = `pickup/${change.id}/withdrawn/${personId}`
    await outbox.add({ to: address, key, kind: 'notice', schoolId: change.schoolId, text }, now)
  }
}

/** Two guardians named two adults for one day: the later word holds, and a person of the office knows. */
export async function tellOfficeOfTwo(
  { people, phrases, outbox }: CardDeps,
  { change, earlier, child, now }: Of & { readonly earlier: PickupChange; readonly child: OwnChild },
): Promise<void> {
  const { schoolId, day } = change
  for (const { address, language, personId } of await people.recipients({ schoolId, role: 'office' }, { evenIfStopped: true })) {
    const text = phrases.text(language, 'pickup.office_two', {
      child: child.rosterName,
      class: child.classCode,
      earlier: earlier.adult,
      adult: change.adult,
      when: whenWords(phrases, language, { day, today: schoolDayOf(now) }),
    })
    await outbox.add({ to: address, key: `pickup/${change.id}/two/${personId}`, kind: 'notice', schoolId, text }, now)
  }
}
