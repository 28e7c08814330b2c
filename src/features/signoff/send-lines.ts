import { schoolDayOf } from '../../core/clock.ts'
import { chatKey } from '../../core/wake-ups.ts'
import { isSchoolDay } from '../calendar/school-day.ts'
import { isWithin } from '../hours/hours.ts'
import type { GuardianContact } from '../people/guardian-contact.ts'
import type { School } from '../people/person.ts'
import { factsOf, fingerprint, hasNews } from './day-facts.ts'
import { readDay } from './day-of-school.ts'
import { eveningOf } from './evening.ts'
import { dayText } from './show-day.ts'
import { findChild, type SignoffDeps } from './signoff-deps.ts'
import { tellTeacher } from './tell-teacher.ts'

/** A slip of the thumb is undone before families read it. */
const settleMinutes = 5

/**
 * Sends what there is to tell at the end of the day, in the caller's transaction: to each linked guardian one message with their own
 * children's lines, and nothing on an ordinary day. What was told is not told again; whoever asked for silence reads it when they ask.
 * @returns how many messages
 */
export async function sendDayLines(deps: Omit<SignoffDeps, 'ids'>, school: School, now: Date): Promise<number> {
  const { calendar, signoffs, hours } = deps
  const day = schoolDayOf(now)
  if (eveningOf(now, await signoffs.pickupTime(school.id)) !== 'open') return 0
  if (isSchoolDay(day, await calendar.closures(school.id)).kind !== 'school_day') return 0
  if (isWithin(now, (await hours.of(school.id)).quiet)) return 0
  const settled = new Date(now.getTime() - settleMinutes * 60_000)
  const { classes, reports, notes, names } = await readDay(deps, school.id, day)
  const news = new Map(
    classes.flatMap((one) =>
      one.children.flatMap((child) => {
        const checkin = reports.get(one.id)
        const facts = factsOf(child, {
          checkin: checkin !== undefined && checkin.reportedAt <= settled ? checkin : undefined,
          notes: notes.filter(({ saidAt }) => saidAt <= settled),
        })
        return hasNews(facts) ? [[child.id, facts] as const] : []
      }),
    ),
  )
  if (news.size === 0) return 0
  const shown = await signoffs.lines(school.id, day)
  const isTold = ({ childId, personId }: GuardianContact) =>
    shown.some((line) => line.childId === childId && line.personId === personId && line.facts === fingerprint(news.get(childId)!))
  const readers = (await signoffs.guardians(school.id, [...news.keys()])).filter(
    (one) => one.isReachable && !one.isStopped && !isTold(one),
  )
  let sent = 0
  for (const own of Map.groupBy(readers, ({ address }) => chatKey(address)).values()) {
    const [first] = own
    if (first === undefined) continue
    const { address, language, personId } = first
    const before = shown.filter((line) => own.some((one) => one.personId === line.personId)).length
    const key = `day-line/${school.id}/${day}/${personId}/${before}`
    if (!(await calendar.claim({ key, schoolId: school.id, dueAt: now, now }))) continue
    const parts: string[] = []
    for (const contact of own) {
      const known = findChild(classes, contact.childId)!
      const facts = news.get(contact.childId)!
      const text = dayText(deps, language, { known, facts, day, today: day, names })
      const of = {
        schoolId: school.id,
        childId: contact.childId,
        day,
        personId: contact.personId,
        facts: fingerprint(facts),
        text,
      }
      await signoffs.show({ ...of, shownAt: now })
      // Two persons behind one chat may be guardians of one child.
      if (!parts.includes(text)) parts.push(text)
    }
    const choices = [{ label: deps.phrases.text(language, 'signoff.confirm'), value: `so:ok:${day}` }]
    const firstNumber = await deps.offers.add(address, choices, now)
    const said = {
      to: address,
      key,
      kind: 'notice',
      schoolId: school.id,
      text: parts.join('\n\n'),
      choices,
      firstNumber,
    } as const
    await deps.outbox.add(said, now)
    sent += 1
  }
  return sent
}

/** Words of guardians for today that came at night or for a later day: to the teachers as soon as the night is over. @returns how many */
export async function tellWaitingNotes(deps: Omit<SignoffDeps, 'ids'>, school: School, now: Date): Promise<number> {
  const day = schoolDayOf(now)
  if (isWithin(now, (await deps.hours.of(school.id)).quiet)) return 0
  const waiting = (await deps.signoffs.dropOffs(school.id, day)).filter(({ toldAt }) => toldAt === null)
  for (const note of waiting) await tellTeacher(deps, note, now)
  return waiting.length
}
