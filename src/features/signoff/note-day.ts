import { schoolDayOf, schoolTimeOf } from '../../core/clock.ts'
import type { Language } from '../../core/phrases.ts'
import { shortName } from '../checkin/wording.ts'
import type { Person } from '../people/person.ts'
import { parseDayNote } from './day-note.ts'
import { eveningOf } from './evening.ts'
import type { Known, SignoffDeps, SignoffReply } from './signoff-deps.ts'

/** A teacher who writes. */
export interface Noting {
  readonly teacher: Person
  readonly language: Language
  readonly now: Date
}

export interface NotedDay {
  readonly reply: SignoffReply
  /** The class's report must have it, too. */
  readonly isSerious: boolean
}

const undoMinutes = 10

/** A teacher's word of one child's day: kept as typed, for its family to read at the end of the day. Undefined when it is something else. */
export async function hearDayNote(deps: SignoffDeps, noting: Noting, text: string): Promise<NotedDay | undefined> {
  const known = await childrenTaught(deps, noting.teacher)
  const time = schoolTimeOf(noting.now)
  const parsed = parseDayNote(text, { children: known.map(({ child }) => child.rosterName), time })
  if (parsed === undefined) return undefined
  const { whose, isSerious } = parsed
  if (whose.kind === 'known')
    return { reply: await keep(deps, noting, { children: whose.children.map((index) => known[index]!), text }), isSerious }
  const choices = whose.candidates.slice(0, 8).map((index) => {
    const { child, one } = known[index]!
    return { label: `${child.rosterName} – ${one.code}`, value: `so:who:${child.id}` }
  })
  const asked = deps.phrases.text(noting.language, 'checkin.which_child', { mention: whose.mention ?? '' })
  return { reply: { text: asked, choices, pending: { text } }, isSerious: false }
}

/** The teacher chose whom her word is about; undefined when the words are gone or the child is not hers. */
export async function chooseNoted(
  deps: SignoffDeps,
  noting: Noting,
  { childId, text }: { childId: string; text: string },
): Promise<SignoffReply | undefined> {
  const meant = (await childrenTaught(deps, noting.teacher)).filter(({ child }) => child.id === childId)
  return meant.length === 0 ? undefined : { ...(await keep(deps, noting, { children: meant, text })), editsTapped: true }
}

async function childrenTaught({ people }: SignoffDeps, { schoolId, classIds }: Person): Promise<Known[]> {
  return (await people.classes(schoolId, classIds)).flatMap((one) => one.children.map((child) => ({ one, child })))
}

async function keep(
  { signoffs, phrases, ids }: SignoffDeps,
  { teacher, language, now }: Noting,
  { children, text }: { children: readonly Known[]; text: string },
): Promise<SignoffReply> {
  const { schoolId } = teacher
  const day = schoolDayOf(now)
  const kept: string[] = []
  for (const { child } of children) {
    const id = ids.uuid()
    await signoffs.note({ id, schoolId, childId: child.id, day, personId: teacher.id, text, saidAt: now })
    kept.push(id)
  }
  const guardians = await signoffs.guardians(
    schoolId,
    children.map(({ child }) => child.id),
  )
  const isLinked = children.every(({ child }) =>
    guardians.some(({ childId, isReachable }) => childId === child.id && isReachable),
  )
  const time = await signoffs.pickupTime(schoolId)
  const said = phrases.text(language, 'signoff.noted', {
    child: children.map(({ child }) => shortName(child.rosterName)).join(', '),
    text: text.slice(0, 300),
    time,
    read: isLinked ? eveningOf(now, time) : 'unlinked',
  })
  return { text: said, choices: [{ label: phrases.text(language, 'signoff.undo'), value: `so:undo:${kept[0]}` }] }
}

/** A teacher takes her word back, as long as it can have been a slip. */
export async function undoNote(
  deps: SignoffDeps,
  { teacher, language, now }: Noting,
  id: string,
): Promise<SignoffReply | undefined> {
  const { signoffs, phrases } = deps
  const note = await signoffs.dayNote({ schoolId: teacher.schoolId, id })
  if (note === undefined || note.personId !== teacher.id) return undefined
  if (now.getTime() - note.saidAt.getTime() > undoMinutes * 60_000)
    return { text: phrases.text(language, 'pickup.undo_too_late', { minutes: undoMinutes }) }
  const alike = (await signoffs.dayNotes(teacher.schoolId, note.day)).filter(
    ({ personId, saidAt, text }) =>
      personId === note.personId && saidAt.getTime() === note.saidAt.getTime() && text === note.text,
  )
  for (const one of alike) await signoffs.withdrawNote(one, now)
  return { text: phrases.text(language, 'signoff.note_undone'), editsTapped: true }
}

/** A teacher confirms a guardian's word; of medicine the guardian reads that it was seen, and by whom. */
export async function seeNote(
  deps: SignoffDeps,
  { teacher, language, now }: Noting,
  id: string,
): Promise<SignoffReply | undefined> {
  const { signoffs, people, phrases, outbox } = deps
  const note = await signoffs.dropOff({ schoolId: teacher.schoolId, id })
  if (note === undefined) return undefined
  const classes = await people.classes(teacher.schoolId, teacher.role === 'office' ? undefined : teacher.classIds)
  const child = classes.flatMap(({ children }) => children).find((one) => one.id === note.childId)
  if (child === undefined) return undefined
  const name = shortName(child.rosterName)
  if (!(await signoffs.see(note, { personId: teacher.id, now })))
    return { text: phrases.text(language, 'signoff.seen_before', { child: name }) }
  const asker = (await signoffs.guardians(note.schoolId, [note.childId])).find(({ personId }) => personId === note.personId)
  if (note.isMedicine && asker?.isReachable) {
    const who = teacher.name ?? phrases.text(asker.language, 'signoff.a_teacher')
    const text = phrases.text(asker.language, 'signoff.medicine_seen', { teacher: who, child: name, time: schoolTimeOf(now) })
    await outbox.add({ to: asker.address, key: `drop-off/${id}/seen`, kind: 'notice', schoolId: note.schoolId, text }, now)
  }
  return { text: phrases.text(language, 'signoff.seen_noted', { child: name, time: schoolTimeOf(now) }) }
}
