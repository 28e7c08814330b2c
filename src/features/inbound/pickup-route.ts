import { schoolDayOf } from '../../core/clock.ts'
import { ownChildren } from '../absence/own-children.ts'
import { childrenNamed } from '../absence/which-child.ts'
import { shortName } from '../checkin/wording.ts'
import { staffAmong } from '../people/person.ts'
import { type Draft, readDraft } from '../pickup/draft.ts'
import { giveByCard, giveByList, giveByWords, undoGiven } from '../pickup/give-over.ts'
import { choosePickup, hearPickup } from '../pickup/hear-pickup.ts'
import { parsePickup } from '../pickup/parse-pickup.ts'
import { parseStaffPickup } from '../pickup/parse-staff.ts'
import { readPhotoWish, takePhoto } from '../pickup/photo.ts'
import type { Family, PickupDeps, PickupReply } from '../pickup/pickup-deps.ts'
import { passWorry, refusePickup } from '../pickup/refuse-pickup.ts'
import { answerWho, childSeen, type HandingOver, showCollectors } from '../pickup/who-collects.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** "Ai đón bé An", "đã giao bé An cho bác Tư", typed by staff; undefined when it is neither, or about no child of theirs. */
export async function hearStaffPickup(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard | undefined> {
  const said = parseStaffPickup(text)
  if (said === undefined || hearing.turn.message.isForwarded) return undefined
  for (const giving of handingOver(hearing)) {
    const all = depsOf(deps, hearing)
    const reply =
      said.kind === 'who'
        ? await answerWho(all, giving, said.rest)
        : said.kind === 'undo'
          ? await undoGiven(all, giving)
          : await giveByWords(all, giving, said)
    if (reply !== undefined) return heardOf('pickup_staff', reply)
  }
  return undefined
}

/** What a guardian, or somebody who has proved to be nobody, types about who collects a child; undefined when it is about something else. */
export async function hearFamilyPickup(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard | undefined> {
  const { turn, identity, session } = hearing
  // Somebody in danger first, whoever collects.
  if (deps.ask(text, { today: schoolDayOf(turn.now), place: null, thread: undefined }).urgent) return undefined
  const family = await familyOf(hearing)
  const isForwarded = turn.message.isForwarded ?? false
  if (family.children.length > 0) {
    const draft = readDraft(session.pendingPickup)
    const reply = await hearPickup(depsOf(deps, hearing), family, { text, draft, isForwarded })
    return reply && heardOf('pickup', reply)
  }
  if (identity.people.length > 0) return undefined
  const parsed = parsePickup(text, { today: schoolDayOf(turn.now), closures: [], children: [] })
  if (parsed === undefined || parsed.kind === 'list') return undefined
  const said = { identity, text, now: turn.now, eventId: turn.message.eventId }
  const all = depsOf(deps, hearing)
  const reply =
    parsed.kind === 'worry' ? await passWorry(all, family, { text, childIds: [] }) : await refusePickup(all, said, 'unlinked')
  return heardOf('pickup_refused', reply)
}

/** The photo of an adult whom a guardian has just put on the list; undefined when none was asked for. */
export async function hearCollectorPhoto(deps: RouteDeps, hearing: Hearing): Promise<Heard | undefined> {
  const { photo, message } = hearing.turn
  const wish = readPhotoWish(hearing.session.pendingPickup)
  if (photo === undefined || wish === undefined) return undefined
  const isForwarded = message.isForwarded ?? false
  const reply = await takePhoto(depsOf(deps, hearing), await familyOf(hearing), { wish, photo, isForwarded })
  return reply && heardOf('pickup_photo', reply)
}

/** Whether somebody of the school speaks of who collects a child of their own, by its name. */
export async function isOwnPickup(hearing: Hearing, text: string): Promise<boolean> {
  if (!hearing.identity.people.some(({ role }) => role === 'guardian')) return false
  const names = (await familyOf(hearing)).children.map(({ rosterName }) => rosterName)
  if (!childrenNamed(text, names).rest.includes('§')) return false
  return parsePickup(text, { today: schoolDayOf(hearing.turn.now), closures: [], children: names }) !== undefined
}

/** A choice about who collects; undefined when it is gone. @param value `pk:…` */
export async function hearPickupChoice(
  deps: RouteDeps,
  hearing: Hearing,
  { value, tapped }: { value: string; tapped?: string },
): Promise<Heard | undefined> {
  const [, what, id = ''] = value.split(':')
  const all = depsOf(deps, hearing)
  for (const giving of handingOver(hearing)) {
    const reply = await chooseAsStaff(all, giving, { what, id })
    if (reply !== undefined) return heardOf('pickup_staff_choice', reply, tapped)
  }
  const family = await familyOf(hearing)
  const reply = await choosePickup(all, family, { value, draft: readDraft(hearing.session.pendingPickup) })
  return reply && heardOf('pickup_choice', reply, tapped)
}

/** What was said of the children just chosen, with their names: other things in the same words are about them, too. @param value `pk:who:…` */
export async function saidOfChosen(hearing: Hearing, value: string): Promise<string | undefined> {
  const draft = readDraft(hearing.session.pendingPickup)
  if (draft === undefined || !value.startsWith('pk:who:')) return undefined
  const family = await familyOf(hearing)
  const ids = chosenOf(draft, family, value.slice('pk:who:'.length))
  const names = family.children.filter(({ id }) => ids.includes(id)).map(({ rosterName }) => `bé ${shortName(rosterName)}`)
  return names.length === 0 ? undefined : `${draft.text} (${names.join(' và ')})`
}

function chosenOf(draft: Draft, { children }: Family, pick: string): string[] {
  const ids = children.map(({ id }) => id).filter((id) => draft.childIds.includes(id))
  return pick === 'all' ? ids : ids.slice(Number(pick), Number(pick) + 1)
}

async function chooseAsStaff(
  deps: PickupDeps,
  giving: HandingOver,
  { what, id }: { what: string | undefined; id: string },
): Promise<PickupReply | undefined> {
  if (what === 'give') return await giveByCard(deps, giving, id)
  if (what === 'hand') return await giveByList(deps, giving, id)
  const known = what === 'see' ? await childSeen(deps, giving.staff, id) : undefined
  return known && (await showCollectors(deps, giving, known))
}

const depsOf = (deps: RouteDeps, { turn }: Hearing): PickupDeps => ({ ...deps, ...turn.stores })

function handingOver({ identity, turn }: Hearing): HandingOver[] {
  return staffAmong(identity.people).map((staff) => ({ staff, language: identity.language, now: turn.now }))
}

async function familyOf({ identity, turn }: Hearing): Promise<Family> {
  const children = await ownChildren(turn.stores.people, identity)
  return { identity, children, now: turn.now, eventId: turn.message.eventId }
}

function heardOf(route: string, { editsTapped, pending, photos = [], ...reply }: PickupReply, tapped?: string): Heard {
  const shown = photos.map(({ id, caption }) => ({ text: caption, photoOf: id }))
  const edits = editsTapped && tapped !== undefined ? { edits: tapped } : {}
  return { route, replies: [...shown, { ...reply, ...edits }], session: { pendingPickup: pending } }
}
