import type { Choice } from '../../core/message.ts'
import type { SchoolClass } from '../people/person.ts'
import type { Checkin, CheckinStore } from './checkin-store.ts'
import type { CheckinDeps, CheckinReply, Speaker } from './speaker.ts'
import { readBack } from './wording.ts'

/** One class's report as it stands. */
export interface ReportedClass {
  readonly one: SchoolClass
  readonly checkin: Checkin
  /** What else the teacher should know of it. */
  readonly known?: readonly string[]
}

type Voice = Pick<CheckinDeps, 'phrases'>

/** The reports in one message, to be confirmed, settled or undone together. */
export function offerConfirm(
  { phrases }: Voice,
  { language }: Pick<Speaker, 'language'>,
  reported: readonly ReportedClass[],
): CheckinReply {
  const text = readBackAll({ phrases }, language, reported)
  const doubtful = reported.find(({ checkin }) => checkin.report.ambiguous.length > 0)
  const { checkin } = doubtful ?? reported[0]!
  const ref = `${checkin.id}:${checkin.version}`
  const undo = { label: phrases.text(language, 'checkin.undo'), value: `ci:undo:${ref}` }
  const [mention] = checkin.report.ambiguous
  if (mention !== undefined) {
    const candidates = mention.candidates.map((name, index) => ({ label: name, value: `ci:who:${ref}:${index}` }))
    return { text, choices: [...candidates, undo] }
  }
  const confirm: Choice = { label: phrases.text(language, 'checkin.confirm'), value: `ci:ok:${ref}` }
  return { text: `${text}\n${phrases.text(language, 'checkin.right')}`, choices: [confirm, undo] }
}

export function readBackAll({ phrases }: Voice, language: Speaker['language'], reported: readonly ReportedClass[]): string {
  return reported
    .map(({ one, checkin, known = [] }) =>
      [readBack({ phrases, language }, { one, day: checkin.day, report: checkin.report }), ...known].join('\n'),
    )
    .join('\n\n')
}

/** Everything the line behind a report made: itself, and the reports of the classes that were in the same line and still stand. */
export async function ofOneLine(checkins: CheckinStore, checkin: Checkin): Promise<Checkin[]> {
  if (checkin.lineId === null) return [checkin]
  const all = await checkins.ofDay(checkin.schoolId, checkin.day)
  return [checkin, ...all.filter(({ id, lineId }) => id !== checkin.id && lineId === checkin.lineId)]
}
