import { schoolDayOf } from '../../core/clock.ts'
import { readNotice } from '../absence/absence-conversation.ts'
import type { Whose } from '../absence/notice.ts'
import { type OwnChild, ownChildren } from '../absence/own-children.ts'
import { shortName } from '../checkin/wording.ts'
import { staffAmong } from '../people/person.ts'
import { asksAboutDay, saysSeen } from '../signoff/about-day.ts'
import { askTeacher } from '../signoff/ask-teacher.ts'
import { parseDropOff } from '../signoff/drop-off.ts'
import { leaveNote, takeNoteBack } from '../signoff/leave-note.ts'
import { chooseNoted, hearDayNote, type Noting, seeNote, undoNote } from '../signoff/note-day.ts'
import { type PendingNote, readPendingNote } from '../signoff/pending-note.ts'
import { confirmDay, showDay } from '../signoff/show-day.ts'
import type { Family, SignoffDeps, SignoffReply } from '../signoff/signoff-deps.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** A teacher's word of one child's day. `goesOn`: the class's report must be given the line, too. */
export async function hearTeacherNote(
  deps: RouteDeps,
  hearing: Hearing,
  text: string,
): Promise<{ heard: Heard; goesOn: boolean } | undefined> {
  for (const noting of notingOf(hearing)) {
    const noted = await hearDayNote(depsOf(deps, hearing), noting, text)
    if (noted !== undefined) return { heard: heardOf('day_note', noted.reply), goesOn: noted.isSerious }
  }
  return undefined
}

/** What a guardian says of their child at drop-off, or asks of its day; undefined when it is about something else. */
export async function hearFamilyNote(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard | undefined> {
  const { turn } = hearing
  const family = await familyOf(hearing)
  const { children } = family
  const [first] = children
  if (first === undefined || turn.message.isForwarded) return undefined
  const today = schoolDayOf(turn.now)
  if (deps.ask(text, { today, place: null, thread: undefined }).urgent) return undefined
  const all = depsOf(deps, hearing)
  if (saysSeen(text)) {
    const seen = await confirmDay(all, family, today)
    if (seen !== undefined) return heardOf('day_confirmed', seen)
  }
  const names = children.map(({ rosterName }) => rosterName)
  const about = asksAboutDay(text, names)
  if (about !== undefined) return heardOf('day_shown', await showDay(all, family, meantBy(about, children)))
  const closures = await turn.stores.calendar.closures(first.schoolId)
  const said = parseDropOff(text, { today, closures, children: names })
  if (said === undefined) return undefined
  const notice = await readNotice(turn.stores, { identity: hearing.identity, now: turn.now }, text)
  if (notice !== undefined && notice.parsed.kind !== 'not_an_absence') return undefined
  const meant = meantBy(said.whose, children)
  if (said.whose.kind === 'known') return heardOf('drop_off', await leaveNote(all, family, { children: meant, said, text }))
  const choices = meant.map(({ id, rosterName }) => ({ label: shortName(rosterName), value: `so:for:${id}` }))
  const pending = { text, isMedicine: said.isMedicine, day: said.day }
  return heardOf('drop_off', { text: deps.phrases.text(hearing.identity.language, 'signoff.which_child'), choices, pending })
}

/** A choice of the daily exchange; undefined when it is gone. @param value `so:…` */
export async function hearSignoffChoice(
  deps: RouteDeps,
  hearing: Hearing,
  { value, tapped }: { value: string; tapped?: string },
): Promise<Heard | undefined> {
  const [, what, id = ''] = value.split(':')
  const all = depsOf(deps, hearing)
  const pending = readPendingNote(hearing.session.pendingNote)
  for (const noting of notingOf(hearing)) {
    const reply = await chooseAsTeacher(all, noting, { what, id, text: pending?.text })
    if (reply !== undefined) return heardOf('signoff_choice', reply, tapped)
  }
  const family = await familyOf(hearing)
  const reply =
    what === 'ok'
      ? await confirmDay(all, family, id)
      : what === 'undo'
        ? await takeNoteBack(all, family, id)
        : what === 'ask'
          ? await askTeacher(all, family, id)
          : what === 'for' && pending !== undefined
            ? await leaveFor(all, family, { childId: id, pending })
            : undefined
  return reply && heardOf('signoff_choice', reply, tapped)
}

async function chooseAsTeacher(
  deps: SignoffDeps,
  noting: Noting,
  { what, id, text }: { what: string | undefined; id: string; text: string | undefined },
): Promise<SignoffReply | undefined> {
  if (what === 'seen') return await seeNote(deps, noting, id)
  if (what === 'undo') return await undoNote(deps, noting, id)
  return what === 'who' && text !== undefined ? await chooseNoted(deps, noting, { childId: id, text }) : undefined
}

async function leaveFor(
  deps: SignoffDeps,
  family: Family,
  { childId, pending }: { childId: string; pending: PendingNote },
): Promise<SignoffReply | undefined> {
  const meant = family.children.filter(({ id }) => id === childId)
  return meant.length === 0 ? undefined : await leaveNote(deps, family, { children: meant, said: pending, text: pending.text })
}

const depsOf = (deps: RouteDeps, { turn }: Hearing): SignoffDeps => ({ ...deps, ...turn.stores })

/** Whoever of the school minds children: a teacher her own classes', the office everybody's. */
function notingOf({ identity, turn }: Hearing): Noting[] {
  return staffAmong(identity.people).map((teacher) => ({ teacher, language: identity.language, now: turn.now }))
}

async function familyOf({ identity, turn }: Hearing): Promise<Family> {
  return { identity, children: await ownChildren(turn.stores.people, identity), now: turn.now }
}

function meantBy(whose: Whose, children: readonly OwnChild[]): OwnChild[] {
  return (whose.kind === 'known' ? whose.children : whose.candidates).map((index) => children[index]!)
}

function heardOf(route: string, { editsTapped, pending, ...reply }: SignoffReply, tapped?: string): Heard {
  const edits = editsTapped && tapped !== undefined ? { edits: tapped } : {}
  return { route, replies: [{ ...reply, ...edits }], session: { pendingNote: pending } }
}
