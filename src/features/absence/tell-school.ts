import { type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { shortName } from '../checkin/wording.ts'
import type { Offers } from '../outbox/offers.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Recipient } from '../people/person.ts'
import type { NoticeMeaning } from './absence-store.ts'
import { type Meeting, meetingChoices, meetingWords } from './meet-report.ts'
import type { OwnChild } from './own-children.ts'
import { daysWords, reasonWords } from './wording.ts'

export type TellDeps = {
  readonly people: PeopleStore
  readonly outbox: Outbox
  readonly offers: Offers
  readonly phrases: Phrases
}

/** Who heard of it: the class's teachers; the office where no teacher can be reached; or nobody. */
export type Told = 'teacher' | 'office' | 'nobody'

type News = {
  readonly children: readonly OwnChild[]
  readonly meaning: Pick<NoticeMeaning, 'what' | 'days' | 'daysOff' | 'reason' | 'symptoms' | 'lateAt'>
  /** As the guardian typed it; null when they chose. */
  readonly text: string | null
  /** One cause, one message a reader. */
  readonly key: string
  readonly isCancelled?: boolean
  /** How it meets reports that are there already. */
  readonly met?: readonly { readonly child: OwnChild; readonly meeting: Meeting }[]
  readonly now: Date
}

/** Tells the teachers of each child's class what was announced or taken back; a class whose teachers have no chat yet is the office's. */
export async function tellSchool(deps: TellDeps, news: News): Promise<Told> {
  const { people, outbox, offers, phrases } = deps
  const told = new Set<Told>()
  for (const [classId, children] of Map.groupBy(news.children, (child) => child.classId)) {
    const { schoolId } = children[0]!
    const teachers = await people.recipients(
      { schoolId, role: 'teacher', classIds: [classId], day: schoolDayOf(news.now) },
      { evenIfStopped: true },
    )
    const readers: Recipient[] =
      teachers.length > 0 ? teachers : await people.recipients({ schoolId, role: 'office' }, { evenIfStopped: true })
    told.add(teachers.length > 0 ? 'teacher' : readers.length > 0 ? 'office' : 'nobody')
    for (const { address, language, personId } of readers) {
      const met = (news.met ?? []).filter(({ child }) => child.classId === classId)
      const text = [newsText(deps, { news, children, language }), ...meetingWords(phrases, language, met)].join('\n')
      // Only a teacher can settle what her report says.
      const choices = teachers.length > 0 ? meetingChoices(phrases, language, met) : []
      const numbered = choices.length > 0 ? { choices, firstNumber: await offers.add(address, choices, news.now) } : {}
      const key = `${news.key}/${classId}/${personId}`
      await outbox.add({ to: address, key, kind: 'notice', schoolId, text, ...numbered }, news.now)
    }
  }
  return told.has('nobody') ? 'nobody' : told.has('office') ? 'office' : 'teacher'
}

function newsText(
  { phrases }: TellDeps,
  { news, children, language }: { news: News; children: readonly OwnChild[]; language: Language },
): string {
  const { meaning, text, isCancelled } = news
  const voice = { phrases, language }
  const today: SchoolDay = schoolDayOf(news.now)
  const said = phrases.text(language, isCancelled ? 'absence.teacher_cancelled' : `absence.teacher_${meaning.what}`, {
    children: children.map(({ rosterName }) => shortName(rosterName)).join(', '),
    class: children[0]!.classCode,
    when: daysWords(voice, meaning.days, { today, daysOff: meaning.daysOff }),
    reason: reasonWords(voice, meaning) ?? 'none',
    time: meaning.lateAt ?? 'none',
  })
  return text === null ? said : `${said}\n“${text.slice(0, 300)}”`
}
