import { schoolDayOf, schoolTimeOf } from '../../core/clock.ts'
import { shortName } from '../checkin/wording.ts'
import { childrenMeant } from '../people/guardian-code.ts'
import { isSameAdult } from './adult.ts'
import { isOver, type PickupDeps, type PickupReply } from './pickup-deps.ts'
import { alarmWords } from './unknown-adult.ts'
import { answerWho, childSeen, classesSeen, type HandingOver, type Known } from './who-collects.ts'

const undoMinutes = 10

type Given = {
  readonly known: Known
  readonly adult: string
  readonly changeId: string | null
  readonly collectorId: string | null
  /** The guardian who asked for the change, who is told. */
  readonly askedBy: string | null
}

/** A member of staff tapped that a child was given to the adult of a card. @param id of the change @returns undefined when it is gone */
export async function giveByCard(deps: PickupDeps, giving: HandingOver, id: string): Promise<PickupReply | undefined> {
  const { pickups, phrases } = deps
  const change = await pickups.change({ schoolId: giving.staff.schoolId, id })
  const known = change && (await childSeen(deps, giving.staff, change.childId))
  if (change === undefined || known === undefined) return undefined
  const today = schoolDayOf(giving.now)
  const child = shortName(known.child.rosterName)
  if (change.day !== today || isOver(today, giving.now))
    return { text: phrases.text(giving.language, 'pickup.card_over', { child }) }
  // Withdrawn, replaced, or the guardian who asked is no guardian any more.
  const stands = (await pickups.standing(change.schoolId, [change.childId], today)).some((one) => one.id === id)
  if (!stands) return { text: phrases.text(giving.language, 'pickup.card_gone', { adult: change.adult, child }) }
  const { adult, collectorId, personId } = change
  return await give(deps, giving, { known, adult, changeId: id, collectorId, askedBy: personId })
}

/** The same for an adult of the child's list. @param id of the collector */
export async function giveByList(deps: PickupDeps, giving: HandingOver, id: string): Promise<PickupReply | undefined> {
  for (const one of await classesSeen(deps, giving.staff)) {
    const listed = await deps.pickups.collectors(
      one.schoolId,
      one.children.map((child) => child.id),
    )
    const collector = listed.find((candidate) => candidate.id === id)
    const child = one.children.find((candidate) => candidate.id === collector?.childId)
    if (collector === undefined || child === undefined) continue
    const given = { known: { one, child }, adult: collector.name, changeId: null, collectorId: id, askedBy: null }
    return await give(deps, giving, given)
  }
  return undefined
}

/** "Đã giao bé An cho bác Tư", typed. An adult whom no guardian named is not recorded: the office hears of it at once. */
export async function giveByWords(
  deps: PickupDeps,
  giving: HandingOver,
  { rest, adult }: { rest: string; adult: string | null },
): Promise<PickupReply | undefined> {
  const found = childrenMeant(rest, await classesSeen(deps, giving.staff))
  if (found.length !== 1) return found.length === 0 ? undefined : await answerWho(deps, giving, rest)
  const known = found[0]!
  const { schoolId } = known.one
  const today = schoolDayOf(giving.now)
  const changes = isOver(today, giving.now)
    ? []
    : (await deps.pickups.standing(schoolId, [known.child.id], today)).filter(({ day }) => day === today)
  const listed = await deps.pickups.collectors(schoolId, [known.child.id])
  const change = changes.find((one) => adult === null || isSameAdult(one.adult, adult))
  if (change !== undefined) return await giveByCard(deps, giving, change.id)
  if (adult === null) return await answerWho(deps, giving, rest)
  const meant = listed.filter(({ name }) => isSameAdult(name, adult))
  if (meant.length === 1) return await giveByList(deps, giving, meant[0]!.id)
  return await alarmWords(deps, giving, { known, adult })
}

async function give(
  deps: PickupDeps,
  { staff, language, now }: HandingOver,
  { known, adult, changeId, collectorId, askedBy }: Given,
): Promise<PickupReply> {
  const { pickups, phrases, ids } = deps
  const { one, child } = known
  const day = schoolDayOf(now)
  const name = shortName(child.rosterName)
  const before = (await pickups.handovers(one.schoolId, day)).find(({ childId }) => childId === child.id)
  if (before !== undefined)
    return {
      text: phrases.text(language, 'pickup.given_already', { child: name, adult: before.adult, time: schoolTimeOf(before.at) }),
    }
  const id = ids.uuid()
  await pickups.giveOver({
    id,
    schoolId: one.schoolId,
    childId: child.id,
    day,
    adult,
    changeId,
    collectorId,
    personId: staff.id,
    at: now,
  })
  if (changeId !== null && askedBy !== null) await tellAsker(deps, { known, adult, id, askedBy, now })
  return {
    text: phrases.text(language, 'pickup.given_noted', {
      child: name,
      adult,
      class: one.code,
      time: schoolTimeOf(now),
      minutes: undoMinutes,
    }),
    editsTapped: true,
  }
}

/** Whoever asked for another adult reads that the child is on its way. */
async function tellAsker(
  { pickups, phrases, outbox }: PickupDeps,
  { known: { one, child }, adult, id, askedBy, now }: { known: Known; adult: string; id: string; askedBy: string; now: Date },
): Promise<void> {
  const guardians = await pickups.guardians(one.schoolId, [child.id])
  const asker = guardians.find(({ personId, isStopped, isReachable }) => personId === askedBy && !isStopped && isReachable)
  if (asker === undefined) return
  const text = phrases.text(asker.language, 'pickup.asker_told', {
    child: shortName(child.rosterName),
    adult,
    time: schoolTimeOf(now),
  })
  await outbox.add({ to: asker.address, key: `handover/${id}`, kind: 'notice', schoolId: one.schoolId, text }, now)
}

/** "Hoàn tác" right after a hand-over: the last one of whoever types it, as long as it can have been a slip; undefined when there is none. */
export async function undoGiven(deps: PickupDeps, { staff, language, now }: HandingOver): Promise<PickupReply | undefined> {
  const { pickups, phrases } = deps
  const own = (await pickups.handovers(staff.schoolId, schoolDayOf(now))).filter(({ personId }) => personId === staff.id)
  const last = own.at(-1)
  if (last === undefined || now.getTime() - last.at.getTime() > undoMinutes * 60_000) return undefined
  if (!(await pickups.undoHandover(last, now))) return undefined
  return { text: phrases.text(language, 'pickup.undone', { adult: last.adult }) }
}
