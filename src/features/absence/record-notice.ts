import { instantOf, schoolDayOf } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import type { Choice } from '../../core/message.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import type { CheckinStore } from '../checkin/checkin-store.ts'
import { shortName } from '../checkin/wording.ts'
import type { Identity } from '../people/person.ts'
import type { AbsenceStore, AnnouncedAbsence, StoredNotice } from './absence-store.ts'
import { meetReport } from './meet-report.ts'
import type { OwnChild } from './own-children.ts'
import { type TellDeps, type Told, tellSchool } from './tell-school.ts'
import { daysWords, listWords, reasonWords } from './wording.ts'

/** What the guardian reads, and what can be chosen then. */
export interface AbsenceReply {
  readonly text: string
  readonly choices?: readonly Choice[]
  /** Takes the place of the message whose button was tapped. */
  readonly editsTapped?: boolean
}

export type AbsenceDeps = TellDeps & {
  readonly absences: AbsenceStore
  readonly calendar: CalendarStore
  readonly checkins: CheckinStore
  readonly ids: Ids
}

export interface Guardian {
  readonly identity: Identity
  readonly now: Date
}

/** Announces what a notice says of these children, holds it against reports that are there, and tells the school. */
export async function record(
  deps: AbsenceDeps,
  { identity, now }: Guardian,
  { notice, children }: { notice: StoredNotice; children: readonly OwnChild[] },
): Promise<AbsenceReply> {
  const { absences, phrases } = deps
  const { language } = identity
  const { meaning } = notice
  for (const child of children) await absences.announce(notice, child.id, now)
  const said = { meaning, text: notice.text, isCancelled: false, now }
  const met = await meetReports(deps, children, said)
  const told = await tellSchool(deps, { children, meaning, text: notice.text, key: `absence/${notice.id}`, met, now })
  const voice = { phrases, language }
  const today = schoolDayOf(now)
  const lines = [
    phrases.text(language, `absence.noted_${meaning.what}`, {
      children: names(children),
      when: daysWords(voice, meaning.days, { today, daysOff: meaning.daysOff }),
      reason: reasonWords(voice, meaning) ?? 'none',
      time: meaning.lateAt ?? 'none',
      told: toldWords(deps, language, { told, children }),
    }),
  ]
  if (meaning.daysOff.length > 0)
    lines.push(phrases.text(language, 'absence.skipped', { days: listWords(voice, meaning.daysOff, today) }))
  if (meaning.openEnded) lines.push(phrases.text(language, 'absence.open_ended'))
  const cutOff = await absences.mealCutOff(notice.schoolId)
  if (cutOff !== null && meaning.what === 'away' && meaning.days.includes(today) && now >= instantOf(today, cutOff))
    lines.push(phrases.text(language, 'absence.meal_too_late', { time: cutOff }))
  const undo = { label: phrases.text(language, 'absence.undo'), value: `ab:undo:${notice.id}` }
  return { text: lines.join('\n'), choices: [undo] }
}

/** Takes announced days back, and tells the school. */
export async function drop(
  deps: AbsenceDeps,
  { identity, now }: Guardian,
  { absences, children }: { absences: readonly AnnouncedAbsence[]; children: readonly OwnChild[] },
): Promise<AbsenceReply> {
  const { phrases } = deps
  const { language } = identity
  for (const [schoolId, own] of Map.groupBy(children, (child) => child.schoolId))
    await deps.absences.cancel(
      schoolId,
      absences.filter(({ childId }) => own.some(({ id }) => id === childId)),
      now,
    )
  const days = [...new Set(absences.map(({ day }) => day))].sort()
  const [first] = absences
  const meaning = { what: first?.kind ?? 'away', days, daysOff: [], reason: null, symptoms: [], lateAt: null } as const
  const key = `absence/${first?.noticeId}/back/${now.toISOString()}`
  const met = await meetReports(deps, children, { meaning, text: '', isCancelled: true, now })
  const told = await tellSchool(deps, { children, meaning, text: null, key, isCancelled: true, met, now })
  const text = phrases.text(language, 'absence.taken_back', {
    children: names(children),
    when: daysWords({ phrases, language }, days, { today: schoolDayOf(now), daysOff: [] }),
    told: toldWords(deps, language, { told, children }),
  })
  return { text, editsTapped: true }
}

async function meetReports(
  deps: AbsenceDeps,
  children: readonly OwnChild[],
  said: Omit<Parameters<typeof meetReport>[1], 'child'>,
) {
  const met = []
  for (const child of children) {
    const meeting = await meetReport(deps, { child, ...said })
    if (meeting !== undefined) met.push({ child, meeting })
  }
  return met
}

function names(children: readonly OwnChild[]): string {
  return children.map(({ rosterName }) => shortName(rosterName)).join(', ')
}

function toldWords(
  { phrases }: TellDeps,
  language: Identity['language'],
  { told, children }: { told: Told; children: readonly OwnChild[] },
): string {
  const classes = [...new Set(children.map(({ classCode }) => classCode))].join(', ')
  return phrases.text(language, `absence.told_${told}`, { classes })
}
