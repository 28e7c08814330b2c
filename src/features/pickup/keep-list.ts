import { schoolDayOf } from '../../core/clock.ts'
import type { OwnChild } from '../absence/own-children.ts'
import { shortName } from '../checkin/wording.ts'
import { isSameWording } from './adult.ts'
import type { Collector } from './collector.ts'
import { type Family, namesOf, type PickupDeps, type PickupReply, whenWords } from './pickup-deps.ts'

/** A list nobody reads through protects nobody. */
const mostCollectors = 8
/** Whoever taps a day later has forgotten what was asked. */
const proposalHours = 24

/** Reads one more adult of the list back. Nobody is on it before the guardian's tap. */
export async function proposeCollector(
  deps: PickupDeps,
  family: Family,
  { children, called, phoneEnd }: { children: readonly OwnChild[]; called: string; phoneEnd: string | null },
): Promise<PickupReply> {
  const { pickups, phrases, ids } = deps
  const { language } = family.identity
  const askId = ids.uuid()
  const wanted: OwnChild[] = []
  for (const child of children) {
    const listed = await pickups.collectors(child.schoolId, [child.id])
    if (listed.length >= mostCollectors)
      return { text: phrases.text(language, 'pickup.list_full', { child: shortName(child.rosterName), count: mostCollectors }) }
    if (listed.some(({ name }) => isSameWording(name, called))) continue
    const { id: childId, schoolId, personId: addedBy } = child
    await pickups.propose({ id: ids.uuid(), schoolId, childId, askId, name: called, phoneEnd, addedBy }, family.now)
    wanted.push(child)
  }
  if (wanted.length === 0)
    return { text: phrases.text(language, 'pickup.listed_already', { adult: called, child: namesOf(children) }) }
  const text = phrases.text(language, 'pickup.read_back_add', {
    adult: called,
    child: namesOf(wanted),
    phone: phoneEnd ?? 'none',
  })
  const choices = [
    { label: phrases.text(language, 'pickup.choice_add'), value: `pk:ok:${askId}` },
    { label: phrases.text(language, 'pickup.choice_no'), value: `pk:no:${askId}` },
  ]
  return { text, choices }
}

/** The guardian's tap: the adult is on the list. Undefined when there is nothing of theirs to confirm. */
export async function confirmCollector(deps: PickupDeps, family: Family, askId: string): Promise<PickupReply | undefined> {
  const { pickups, phrases } = deps
  const proposed = await ownProposed(deps, family, askId)
  const added: OwnChild[] = []
  const collectorIds: string[] = []
  for (const { collector, child } of proposed)
    if (await pickups.confirmProposed(collector, family.now)) {
      added.push(child)
      collectorIds.push(collector.id)
      await tellOtherGuardians(deps, family, { collector, child, how: 'added' })
    }
  const [first] = proposed
  if (first === undefined || added.length === 0) return undefined
  const text = phrases.text(family.identity.language, 'pickup.added', { adult: first.collector.name, child: namesOf(added) })
  return { text, editsTapped: true, pending: { wants: 'photo', collectorIds } }
}

/** "Không phải": the proposal is gone. */
export async function dropCollector(deps: PickupDeps, family: Family, askId: string): Promise<PickupReply | undefined> {
  const proposed = await ownProposed(deps, family, askId)
  for (const { collector, child } of proposed) await deps.pickups.remove(collector, { personId: child.personId, now: family.now })
  return proposed.length === 0
    ? undefined
    : { text: deps.phrases.text(family.identity.language, 'pickup.dropped'), editsTapped: true }
}

/** Takes an adult off the list of a child; any linked guardian may. */
export async function removeCollector(deps: PickupDeps, family: Family, id: string): Promise<PickupReply | undefined> {
  for (const child of family.children) {
    const collector = (await deps.pickups.collectors(child.schoolId, [child.id])).find((one) => one.id === id)
    if (collector === undefined) continue
    if (!(await deps.pickups.remove(collector, { personId: child.personId, now: family.now }))) return undefined
    await tellOtherGuardians(deps, family, { collector, child, how: 'removed' })
    const params = { adult: collector.name, child: shortName(child.rosterName) }
    return { text: deps.phrases.text(family.identity.language, 'pickup.removed', params), editsTapped: true }
  }
  return undefined
}

/** Today's change and the list of each child, with what can be done by number. */
export async function showList(deps: PickupDeps, family: Family, children: readonly OwnChild[]): Promise<PickupReply> {
  const { pickups, phrases } = deps
  const { language } = family.identity
  const today = schoolDayOf(family.now)
  const lines: string[] = []
  const removable: { label: string; value: string }[] = []
  for (const child of children) {
    const name = shortName(child.rosterName)
    const listed = await pickups.collectors(child.schoolId, [child.id])
    lines.push(phrases.text(language, 'pickup.list_title', { child: name, class: child.classCode, count: listed.length }))
    for (const { day, adult } of await pickups.standing(child.schoolId, [child.id], today))
      lines.push(phrases.text(language, 'pickup.list_change', { adult, when: whenWords(phrases, language, { day, today }) }))
    for (const collector of listed) {
      lines.push(`• ${collectorWords(deps, family, collector)}`)
      const label = phrases.text(language, 'pickup.choice_remove', {
        adult: collector.name,
        child: children.length > 1 ? name : 'none',
      })
      removable.push({ label, value: `pk:del:${collector.id}` })
    }
  }
  const add = { label: phrases.text(language, 'pickup.choice_new'), value: 'pk:new' }
  return { text: lines.join('\n'), choices: [add, ...removable] }
}

/** An adult as the list has them, with the end of a telephone number where there is one. */
function collectorWords({ phrases }: PickupDeps, { identity }: Family, { name, phoneEnd }: Collector): string {
  return phoneEnd === null ? name : phrases.text(identity.language, 'pickup.with_phone', { adult: name, phone: phoneEnd })
}

async function ownProposed(deps: PickupDeps, { children, now }: Family, askId: string) {
  const since = new Date(now.getTime() - proposalHours * 3_600_000)
  const own: { collector: Collector; child: OwnChild }[] = []
  for (const schoolId of new Set(children.map((child) => child.schoolId)))
    for (const collector of await deps.pickups.proposed(schoolId, askId, since)) {
      const child = children.find(({ id, personId }) => id === collector.childId && personId === collector.addedBy)
      if (child !== undefined) own.push({ collector, child })
    }
  return own
}

async function tellOtherGuardians(
  { pickups, phrases, outbox }: PickupDeps,
  { now }: Family,
  { collector, child, how }: { collector: Collector; child: OwnChild; how: 'added' | 'removed' },
): Promise<void> {
  const { schoolId, childId, id, name } = collector
  for (const { address, language, personId, isReachable } of await pickups.guardians(schoolId, [childId])) {
    if (personId === child.personId || !isReachable) continue
    const text = phrases.text(language, `pickup.other_${how}`, { adult: name, child: shortName(child.rosterName) })
    await outbox.add({ to: address, key: `collector/${id}/${how}/${personId}`, kind: 'notice', schoolId, text }, now)
  }
}
