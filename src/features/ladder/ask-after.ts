import { instantOf } from '../../core/clock.ts'
import type { AnnouncedAbsence } from '../absence/absence-store.ts'
import type { AbsentChild } from '../checkin/report.ts'
import { shortName } from '../checkin/wording.ts'
import type { Child } from '../people/person.ts'
import { type Calls, callLines, type Missed } from './call-lines.ts'
import type { Inquiry } from './ladder-store.ts'
import type { LadderDeps, Morning } from './send-ladder.ts'
import { askForNames } from './unnamed.ts'

/** Until then a family is asked where the child is; later the school has long called. School clock. */
const askUntil = '11:00'
/** A child announced as late has this long after its hour. */
const lateMinutes = 30

/**
 * Sees that no child is missed, in the caller's transaction: from the cut-off on, the guardians of a child who is away by a confirmed report,
 * without a reason and without notice, are asked at once; a child nobody is linked to, or nobody answers for in time, is
 * the office's to call, all of them in one message.
 * @returns how many messages went out.
 */
export async function askAfterMissed(deps: LadderDeps, morning: Morning): Promise<number> {
  const { school, day, now, hours } = morning
  if (now < instantOf(day, hours.cutOff)) return 0
  const inquiries = await deps.ladder.inquiriesOf(school.id, day)
  const toCall: Missed[] = []
  let sent = 0
  if (now < instantOf(day, askUntil)) {
    const asked = new Set(inquiries.map(({ childId }) => childId))
    const announced = await deps.absences.ofDay(school.id, day)
    for (const missed of unexplained(morning, announced).filter(({ child }) => !asked.has(child.id))) {
      const outcome = await ask(deps, morning, missed)
      if (outcome === 'nobody_linked') toCall.push(missed)
      if (outcome === 'asked') sent += 1
    }
  }
  const silent = await withoutAnswer(deps, morning, inquiries)
  const names = await askForNames(deps, morning)
  return sent + names.sent + (await listForOffice(deps, morning, { lost: [], silent, unlinked: toCall, unnamed: names.fresh }))
}

function unexplained({ classes, reports, now, day }: Morning, announced: readonly AnnouncedAbsence[]): Missed[] {
  const isAnnounced = ({ id }: Child) =>
    announced.some(({ childId, kind, lateAt }) => {
      if (childId !== id) return false
      const end = kind === 'late' && lateAt !== null ? instantOf(day, lateAt).getTime() + lateMinutes * 60_000 : undefined
      return end === undefined || now.getTime() < end
    })
  return classes.flatMap((one) => {
    const checkin = reports.get(one.id)
    if (checkin === undefined || checkin.confirmedAt === null) return []
    return checkin.report.absent.filter(isUnexplained).flatMap(({ name }) => {
      const child = one.children.find(({ rosterName }) => rosterName === name)
      return child === undefined || isAnnounced(child) ? [] : [{ child, one }]
    })
  })
}

function isUnexplained({ reason, symptoms, temperatureC, excused }: AbsentChild): boolean {
  return reason === null && symptoms.length === 0 && temperatureC === null && excused !== true
}

async function ask(
  { ladder, outbox, offers, phrases }: LadderDeps,
  { school, day, now }: Morning,
  { child, one }: Missed,
): Promise<'asked' | 'nobody_linked' | 'asked_before'> {
  const guardians = await ladder.guardiansOf(school.id, child.id)
  const officeToldAt = guardians.length === 0 ? now : null
  const id = await ladder.begin({ schoolId: school.id, childId: child.id, day, askedAt: now, officeToldAt })
  if (id === undefined) return 'asked_before'
  for (const { address, language, personId } of guardians) {
    const text = phrases.text(language, 'ladder.ask_guardian', { class: one.code, child: shortName(child.rosterName) })
    const choices = (['yes', 'no'] as const).map((answer) => ({
      label: phrases.text(language, `ladder.guardian_${answer}`),
      value: `ab:${answer}:${id}`,
    }))
    const key = `inquiry/${school.id}/${day}/${child.id}/${personId}`
    const firstNumber = await offers.add(address, choices, now)
    await outbox.add({ to: address, key, kind: 'notice', schoolId: school.id, text, choices, firstNumber }, now)
  }
  return guardians.length === 0 ? 'nobody_linked' : 'asked'
}

/** Children still away for whom nobody answered in time. What a later report made idle is closed, and the family told. */
async function withoutAnswer(deps: LadderDeps, morning: Morning, inquiries: readonly Inquiry[]): Promise<Missed[]> {
  const { now, hours } = morning
  const silent: Missed[] = []
  for (const inquiry of inquiries.filter(({ answer }) => answer === null)) {
    const reported = reportedChild(morning, inquiry)
    if (reported === undefined) continue
    const { child, one, absent } = reported
    if (absent === undefined || !isUnexplained(absent))
      await close(deps, morning, { inquiry, child, isHere: absent === undefined })
    else if (inquiry.officeToldAt === null && now.getTime() - inquiry.askedAt.getTime() >= hours.answerMinutes * 60_000) {
      await deps.ladder.markOfficeTold(inquiry, now)
      silent.push({ child, one })
    }
  }
  return silent
}

/** A child asked after, as its class's report has it now; undefined when there is no report or no such child any more. */
function reportedChild({ classes, reports }: Morning, { childId }: Inquiry) {
  const one = classes.find(({ children }) => children.some(({ id }) => id === childId))
  const child = one?.children.find(({ id }) => id === childId)
  const report = one && reports.get(one.id)?.report
  if (one === undefined || child === undefined || report === undefined) return undefined
  return { child, one, absent: report.absent.find(({ name }) => name === child.rosterName) }
}

/** The child of an inquiry that is still away without a word; undefined once it came or its class knows why. */
export function stillMissed(morning: Morning, inquiry: Inquiry): Missed | undefined {
  const reported = reportedChild(morning, inquiry)
  return reported?.absent !== undefined && isUnexplained(reported.absent) ? reported : undefined
}

async function close(
  { ladder, outbox, phrases }: LadderDeps,
  { school, day, now }: Morning,
  { inquiry, child, isHere }: { inquiry: Inquiry; child: Child; isHere: boolean },
): Promise<void> {
  if (!(await ladder.answer(inquiry, { answer: isHere ? 'arrived' : 'explained', personId: null, now })) || !isHere) return
  for (const { address, language, personId } of await ladder.guardiansOf(school.id, child.id)) {
    const text = phrases.text(language, 'ladder.arrived', { child: shortName(child.rosterName) })
    const key = `inquiry/${school.id}/${day}/${child.id}/arrived/${personId}`
    await outbox.add({ to: address, key, kind: 'notice', schoolId: school.id, text }, now)
  }
}

async function listForOffice(
  { people, outbox, phrases }: LadderDeps,
  { school, day, now }: Morning,
  calls: Calls,
): Promise<number> {
  const office = await people.recipients({ schoolId: school.id, role: 'office' }, { evenIfStopped: true })
  let sent = 0
  for (const { address, language, personId } of office) {
    const lines = callLines(phrases, language, calls)
    if (lines.length === 0) return 0
    const key = `call/${school.id}/${day}/${now.toISOString()}/${personId}`
    await outbox.add({ to: address, key, kind: 'notice', schoolId: school.id, text: lines.join('\n') }, now)
    sent += 1
  }
  return sent
}
