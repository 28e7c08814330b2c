import { type SchoolDay, schoolDayOf, writtenDay } from '../../core/clock.ts'
import type { Choice } from '../../core/message.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Person, SchoolClass } from '../people/person.ts'
import type { Checkin, CheckinStore } from './checkin-store.ts'
import { type AnnouncedIn, type ParseReport, recordReport, settleMention } from './record-report.ts'
import { mentionedClass } from './which-class.ts'
import { announcedLines, readBack } from './wording.ts'

/** What to say, and what can be chosen then. `editsTapped`: takes the place of the message whose button was tapped. */
export interface CheckinReply {
  readonly text: string
  readonly choices?: readonly Choice[]
  readonly editsTapped?: boolean
  /** The line waits for its class to be chosen. */
  readonly pendingReport?: string
}

type Deps = { checkins: CheckinStore; people: PeopleStore; parse: ParseReport; phrases: Phrases; announcedIn: AnnouncedIn }
type Speaker = { teacher: Person; language: Language; now: Date; dayOff: string | null }

const undoMinutes = 10

/**
 * A teacher typed something. Takes it as a class report if it is one; undefined: it is none, and somebody else's to answer.
 * @param speaker.dayOff why today is no school day, in words; null on a school day.
 */
export async function hearTeacher(deps: Deps, speaker: Speaker, text: string): Promise<CheckinReply | undefined> {
  // A bare number is a choice that is gone, never a count of children.
  if (/^\s*\d+\s*$/.test(text)) return undefined
  const { people, parse, phrases } = deps
  const all = await people.classes(speaker.teacher.schoolId)
  const own = all.filter((one) => speaker.teacher.classIds.includes(one.id))
  if (own.length === 0) return undefined
  const named = mentionedClass(text, all)
  const one = named ?? (own.length === 1 ? own[0] : undefined)
  const isReport = (candidate: SchoolClass) =>
    parse(text, { class: candidate.name, children: candidate.children.map((child) => child.rosterName) }).error !== 'not-a-report'
  if (one === undefined) {
    if (!own.some(isReport)) return undefined
    const choices = own.map((candidate) => ({ label: candidate.name, value: `ci:class:${candidate.id}` }))
    return { text: phrases.text(speaker.language, 'checkin.which_class'), choices, pendingReport: text }
  }
  if (!own.includes(one))
    return isReport(one) ? { text: phrases.text(speaker.language, 'checkin.not_your_class', { class: one.code }) } : undefined
  return await record(deps, speaker, { one, text })
}

/** A teacher chose something that a check-in message offered. @param value what the choice carried, `ci:…`. */
export async function hearChoice(
  deps: Deps,
  speaker: Speaker,
  { value, pendingReport }: { value: string; pendingReport?: string },
): Promise<CheckinReply> {
  const { checkins, people, phrases } = deps
  const say = (key: 'gone' | 'undo_too_late') => ({ text: phrases.text(speaker.language, `checkin.${key}`) })
  const [, act, id = '', version, candidate] = value.split(':')
  const { schoolId, classIds } = speaker.teacher
  if (act === 'class') {
    const [one] = await people.classes(schoolId, classIds.includes(id) ? [id] : [])
    if (one === undefined || pendingReport === undefined) return say('gone')
    return (await record(deps, speaker, { one, text: pendingReport })) ?? say('gone')
  }
  const checkin = await checkins.find({ schoolId, id })
  if (checkin === undefined || !classIds.includes(checkin.classId) || checkin.version !== Number(version)) return say('gone')
  const [one] = await people.classes(schoolId, [checkin.classId])
  if (one === undefined) return say('gone')
  switch (act) {
    case 'ok':
      return await confirm(deps, speaker, { checkin, one })
    case 'undo':
      return await undo(deps, speaker, { checkin, one })
    case 'who': {
      const settled = await settleMention(deps, {
        checkin,
        one,
        candidate: Number(candidate),
        personId: speaker.teacher.id,
        now: speaker.now,
      })
      return settled === undefined
        ? say('gone')
        : { ...askToConfirm(deps, speaker, { checkin: settled, one }), editsTapped: true }
    }
    default:
      return say('gone')
  }
}

async function record(
  deps: Deps,
  speaker: Speaker,
  { one, text }: { one: SchoolClass; text: string },
): Promise<CheckinReply | undefined> {
  const { phrases } = deps
  const day: SchoolDay = schoolDayOf(speaker.now)
  if (speaker.dayOff !== null) {
    const report = deps.parse(text, { class: one.name, children: one.children.map((child) => child.rosterName) })
    if (report.error === 'not-a-report') return undefined
    return { text: phrases.text(speaker.language, 'checkin.day_off', { day: writtenDay(day).slice(0, 5), why: speaker.dayOff }) }
  }
  const recorded = await recordReport(deps, { one, day, text, personId: speaker.teacher.id, now: speaker.now })
  switch (recorded.kind) {
    case 'not_a_report':
      return undefined
    case 'impossible_counts': {
      const { present, total } = recorded.report
      return {
        text: phrases.text(speaker.language, 'checkin.impossible_counts', {
          class: one.code,
          enrolled: recorded.enrolled,
          present: present ?? 0,
          total: total ?? 0,
        }),
      }
    }
    case 'recorded':
      return askToConfirm(deps, speaker, {
        checkin: recorded.checkin,
        one,
        known: announcedLines({ phrases, ...speaker }, recorded),
      })
  }
}

function askToConfirm(
  { phrases }: Deps,
  { language }: Speaker,
  { checkin, one, known = [] }: { checkin: Checkin; one: SchoolClass; known?: readonly string[] },
): CheckinReply {
  const text = [readBack({ phrases, language }, { one, day: checkin.day, report: checkin.report }), ...known].join('\n')
  const ref = `${checkin.id}:${checkin.version}`
  const undoChoice = { label: phrases.text(language, 'checkin.undo'), value: `ci:undo:${ref}` }
  const [mention] = checkin.report.ambiguous
  if (mention !== undefined) {
    const candidates = mention.candidates.map((name, index) => ({ label: name, value: `ci:who:${ref}:${index}` }))
    return { text, choices: [...candidates, undoChoice] }
  }
  const confirmChoice = { label: phrases.text(language, 'checkin.confirm'), value: `ci:ok:${ref}` }
  return { text: `${text}\n${phrases.text(language, 'checkin.right')}`, choices: [confirmChoice, undoChoice] }
}

async function confirm(
  { checkins, phrases }: Deps,
  { language, now }: Speaker,
  { checkin, one }: { checkin: Checkin; one: SchoolClass },
): Promise<CheckinReply> {
  if (checkin.confirmedAt === null) await checkins.confirm(checkin, now)
  const text = readBack({ phrases, language }, { one, day: checkin.day, report: checkin.report })
  return {
    text: `${phrases.text(language, 'checkin.confirmed')}\n${text}`,
    choices: [{ label: phrases.text(language, 'checkin.undo'), value: `ci:undo:${checkin.id}:${checkin.version}` }],
    editsTapped: true,
  }
}

async function undo(
  { checkins, phrases }: Deps,
  { language, now }: Speaker,
  { checkin, one }: { checkin: Checkin; one: SchoolClass },
): Promise<CheckinReply> {
  // A day gone by was corrected for a reason that the office has read: it is not undone in silence.
  if (checkin.day !== schoolDayOf(now) || now.getTime() - checkin.reportedAt.getTime() > undoMinutes * 60_000) {
    return { text: phrases.text(language, 'checkin.undo_too_late', { minutes: undoMinutes }) }
  }
  const standing = await checkins.undo(checkin, now)
  if (standing === undefined) return { text: phrases.text(language, 'checkin.undone', { class: one.code }), editsTapped: true }
  const text = readBack({ phrases, language }, { one, day: standing.day, report: standing.report })
  return { text: `${phrases.text(language, 'checkin.undone_to_earlier')}\n${text}`, editsTapped: true }
}
