import { schoolDayOf, schoolTimeOf, writtenDay } from '../../core/clock.ts'
import type { SchoolClass } from '../people/person.ts'
import type { Refusal } from './checkin-store.ts'
import { jointOf } from './joint-class.ts'
import { offerConfirm, type ReportedClass, readBackAll } from './offer-confirm.ts'
import { type Recorded, type RecordedClass, recordReport, rosterOf } from './record-report.ts'
import type { CheckinDeps, CheckinReply, Said, Speaker } from './speaker.ts'
import { tellEarlierReporter } from './tell-earlier.ts'
import { announcedLines } from './wording.ts'

/** A first report outside these hours may be meant for the next morning: it is asked about. School clock. */
const dayBegins = '05:00'
const dayEnds = '18:00'

/** What a message says of one class, or of classes that learn together. */
interface Part {
  readonly classes: readonly SchoolClass[]
  readonly text: string
}

/** Records what a message says, each part as a report of its own, and answers all of them in one message; undefined when it is no report. */
export async function take(
  deps: CheckinDeps,
  speaker: Speaker,
  { parts, said }: { parts: readonly Part[]; said: Said },
): Promise<CheckinReply | undefined> {
  const { teacher, now } = speaker
  const day = schoolDayOf(now)
  const lineId = parts.length > 1 ? deps.ids.uuid() : undefined
  const refused: CheckinReply[] = []
  const reported: ReportedClass[] = []
  for (const { classes, text } of parts) {
    const stopped = await beforeRecording(deps, speaker, { classes, text, said })
    if (stopped === 'not_a_report') continue
    // Whether today is meant is asked once, for the whole message.
    if (stopped?.pendingReport !== undefined) return stopped
    const line = { ...said, text, personId: teacher.id, now, lineId }
    const recorded = stopped ?? (await recordReport(deps, { classes, day, line }))
    if ('text' in recorded) refused.push(recorded)
    else if (recorded.kind === 'recorded')
      for (const one of recorded.classes) reported.push({ ...one, known: await knownOf(deps, speaker, one) })
    else if (recorded.kind !== 'not_a_report') refused.push(await refusal(deps, speaker, { recorded, text }))
  }
  const replies = reported.length === 0 ? refused : [...refused, offerConfirm(deps, speaker, reported)]
  const last = replies.findLast(({ choices }) => choices !== undefined)
  return replies.length === 0 ? undefined : { text: replies.map(({ text }) => text).join('\n\n'), choices: last?.choices }
}

/** What keeps a line from being recorded at all: no school today, or an hour at which tomorrow may be meant. */
async function beforeRecording(
  deps: CheckinDeps,
  speaker: Speaker,
  { classes, text, said }: Part & { said: Said },
): Promise<CheckinReply | 'not_a_report' | undefined> {
  const { phrases, checkins, parse } = deps
  const { language, now } = speaker
  const day = schoolDayOf(now)
  const date = writtenDay(day).slice(0, 5)
  const isReport = () => parse(text, rosterOf(jointOf(classes).one)).error !== 'not-a-report'
  for (const one of classes) {
    const off = speaker.dayOffOf(one)
    if (off === null) continue
    if (!isReport()) return 'not_a_report'
    await refuse(deps, speaker, { why: 'day_off', text, one })
    const key = off.isClassAlone ? 'checkin.class_off' : 'checkin.day_off'
    return { text: phrases.text(language, key, { day: date, why: off.why, class: one.code }) }
  }
  const time = schoolTimeOf(now)
  if (said.isForToday === true || (dayBegins <= time && time < dayEnds)) return undefined
  const [first] = classes
  const standing = await checkins.standing({ schoolId: first!.schoolId, classId: first!.id, day })
  if (standing !== undefined) return undefined
  if (!isReport()) return 'not_a_report'
  const choices = [
    { label: phrases.text(language, 'checkin.for_today', { day: date }), value: 'ci:today' },
    { label: phrases.text(language, 'checkin.not_today'), value: 'ci:nottoday' },
  ]
  return { text: phrases.text(language, 'checkin.odd_hour', { time, day: date }), choices, pendingReport: said.text }
}

async function refusal(
  deps: CheckinDeps,
  speaker: Speaker,
  { recorded, text }: { recorded: Extract<Recorded, { kind: 'impossible_counts' | 'same' }>; text: string },
): Promise<CheckinReply> {
  const { phrases } = deps
  const { language } = speaker
  if (recorded.kind === 'impossible_counts') {
    const { joint, report } = recorded
    await refuse(deps, speaker, { why: 'impossible_counts', text, one: joint.parts[0]! })
    const { present, total } = report
    const counts = { enrolled: joint.one.children.length, present: present ?? 0, total: total ?? 0 }
    return { text: phrases.text(language, 'checkin.impossible_counts', { class: joint.one.code, ...counts }) }
  }
  const [first] = recorded.classes
  await refuse(deps, speaker, { why: 'same_as_standing', text, one: first!.one })
  const same = phrases.text(language, 'checkin.same')
  if (first!.checkin.confirmedAt !== null) return { text: `${same}\n${readBackAll(deps, language, recorded.classes)}` }
  const offered = offerConfirm(deps, speaker, recorded.classes)
  return { ...offered, text: `${same}\n${offered.text}` }
}

async function knownOf(deps: CheckinDeps, speaker: Speaker, recorded: RecordedClass): Promise<string[]> {
  const voice = { phrases: deps.phrases, language: speaker.language }
  const earlier = await tellEarlierReporter(deps, speaker, recorded)
  return [...announcedLines(voice, { ...recorded, isFirst: recorded.before === undefined }), ...earlier]
}

/** Keeps a report that is not recorded, as typed. */
export async function refuse(
  { checkins }: CheckinDeps,
  { teacher, now }: Speaker,
  { why, text, one }: { why: Refusal; text: string; one: SchoolClass },
): Promise<void> {
  const { schoolId, id: personId } = teacher
  await checkins.refuse({ schoolId, personId, classId: one.id, day: schoolDayOf(now), why, text }, now)
}
