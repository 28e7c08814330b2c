import { schoolDayOf } from '../../core/clock.ts'
import type { SchoolClass } from '../people/person.ts'
import type { Checkin } from './checkin-store.ts'
import { childActs, chooseChild } from './choose-child.ts'
import { hearReport } from './hear-report.ts'
import { offerConfirm, ofOneLine, type ReportedClass, readBackAll } from './offer-confirm.ts'
import { settleMention } from './record-report.ts'
import type { CheckinDeps, CheckinReply, Speaker } from './speaker.ts'
import { unitsOf } from './target.ts'

const undoMinutes = 10

/** A teacher chose something that a check-in message offered. @param value what the choice carried, `ci:…`. */
export async function chooseReport(
  deps: CheckinDeps,
  speaker: Speaker,
  { value, pendingReport }: { value: string; pendingReport?: string },
): Promise<CheckinReply> {
  const { checkins, people, phrases } = deps
  const gone = { text: phrases.text(speaker.language, 'checkin.gone') }
  const [, act, id = '', version, candidate] = value.split(':')
  const { schoolId, classIds } = speaker.teacher
  if (act === 'nottoday') return { text: phrases.text(speaker.language, 'checkin.left_for_tomorrow'), editsTapped: true }
  if (act === 'class' || act === 'today') {
    if (pendingReport === undefined) return gone
    const said = { text: pendingReport, isForToday: act === 'today' }
    if (act === 'today') return (await hearReport(deps, speaker, said)) ?? gone
    const own = await people.classes(schoolId, classIds)
    const chosen = unitsOf(own, speaker.groups).find(([first]) => first!.id === id)
    return (chosen && (await hearReport(deps, speaker, { ...said, chosen }))) ?? gone
  }
  const childAct = childActs.find((one) => one === act)
  if (childAct !== undefined) return (await chooseChild(deps, speaker, { act: childAct, childId: id })) ?? gone
  const checkin = await checkins.find({ schoolId, id })
  if (checkin === undefined || !classIds.includes(checkin.classId) || checkin.version !== Number(version)) return gone
  const reported = await reportedWith(deps, checkin)
  if (reported === undefined) return gone
  switch (act) {
    case 'ok':
      return await confirm(deps, speaker, reported)
    case 'undo':
      return await undo(deps, speaker, reported)
    case 'who': {
      const settled = await settleMention(deps, {
        reported,
        candidate: Number(candidate),
        personId: speaker.teacher.id,
        now: speaker.now,
      })
      if (settled === undefined) return gone
      const now = reported.map(({ one, checkin: old }) => ({ one, checkin: settled.find((each) => each.id === old.id) ?? old }))
      return { ...offerConfirm(deps, speaker, now), editsTapped: true }
    }
    default:
      return gone
  }
}

/** A report and what was in the same line, with their classes. */
async function reportedWith({ checkins, people }: CheckinDeps, checkin: Checkin): Promise<ReportedClass[] | undefined> {
  const all = await ofOneLine(checkins, checkin)
  const classes = await people.classes(
    checkin.schoolId,
    all.map(({ classId }) => classId),
  )
  const found = all.flatMap((each) => {
    const one: SchoolClass | undefined = classes.find(({ id }) => id === each.classId)
    return one === undefined ? [] : [{ one, checkin: each }]
  })
  return found[0]?.checkin.id === checkin.id ? found : undefined
}

async function confirm(deps: CheckinDeps, { language, now }: Speaker, reported: readonly ReportedClass[]): Promise<CheckinReply> {
  for (const { checkin } of reported) if (checkin.confirmedAt === null) await deps.checkins.confirm(checkin, now)
  const [{ checkin }] = reported as readonly [ReportedClass]
  return {
    text: `${deps.phrases.text(language, 'checkin.confirmed')}\n${readBackAll(deps, language, reported)}`,
    choices: [{ label: deps.phrases.text(language, 'checkin.undo'), value: `ci:undo:${checkin.id}:${checkin.version}` }],
    editsTapped: true,
  }
}

async function undo(deps: CheckinDeps, { language, now }: Speaker, reported: readonly ReportedClass[]): Promise<CheckinReply> {
  const { checkins, phrases } = deps
  const [{ checkin }] = reported as readonly [ReportedClass]
  // A day gone by was corrected for a reason that the office has read: it is not undone in silence.
  if (checkin.day !== schoolDayOf(now) || now.getTime() - checkin.reportedAt.getTime() > undoMinutes * 60_000)
    return { text: phrases.text(language, 'checkin.undo_too_late', { minutes: undoMinutes }) }
  const standing: ReportedClass[] = []
  for (const { one, checkin: each } of reported) {
    const before = await checkins.undo(each, now)
    if (before !== undefined) standing.push({ one, checkin: before })
  }
  const codes = reported.map(({ one }) => one.code).join(', ')
  if (standing.length === 0) return { text: phrases.text(language, 'checkin.undone', { class: codes }), editsTapped: true }
  const text = readBackAll(deps, language, standing)
  return { text: `${phrases.text(language, 'checkin.undone_to_earlier')}\n${text}`, editsTapped: true }
}
