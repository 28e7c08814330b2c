import { type SchoolDay, weekdayOf, writtenDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { type CalendarEvent, readersOf } from '../calendar/event.ts'
import type { KnownClass } from '../calendar/parts-named.ts'
import type { ClassAge } from '../people/person.ts'
import { usualAudience } from './for-whom.ts'
import { merged } from './merged-event.ts'
import type { PlannedRow } from './plan.ts'
import type { ClosureDraft, EventDraft, RowProblem } from './row.ts'

export interface ImportVoice {
  readonly phrases: Phrases
  readonly language: Language
  /** To name classes by their codes. */
  readonly classes: readonly KnownClass[]
}

const ageWords: Readonly<Record<ClassAge, string>> = { nursery: 'nursery', '3-4': 'three', '4-5': 'four', '5': 'five' }

/** Parts of a school in words: `A1, khối nhà trẻ`; none: the whole school. */
export function partsText(
  { classIds = [], ageGroups = [] }: Pick<CalendarEvent, 'classIds' | 'ageGroups'>,
  { phrases, language, classes }: ImportVoice,
): string {
  const codes = classes.filter(({ id }) => classIds.includes(id)).map(({ code }) => code)
  return [...codes, ...ageGroups.map((age) => phrases.text(language, 'imports.age', { age: ageWords[age] }))].join(', ')
}

/** For whom, in words: `phụ huynh, giáo viên, A1`. */
export function whomText(event: Pick<CalendarEvent, 'audience' | 'classIds' | 'ageGroups'>, voice: ImportVoice): string {
  const readers = readersOf(event.audience)
  const parents = readers.includes('parents')
  const [teachers, office] = [readers.includes('teachers'), readers.includes('office')]
  const staff = teachers && office ? 'all' : teachers ? 'teachers' : office ? 'office' : 'none'
  return voice.phrases.text(voice.language, 'imports.whom', {
    parents: parents ? 'yes' : 'no',
    both: parents && staff !== 'none' ? 'yes' : 'no',
    staff,
    parts: partsText(event, voice) || 'none',
  })
}

/** When, in words: `T7 05/09/2026, 08:00–10:00`, `tháng 9 (chưa có ngày)`. */
export function whenText(when: CalendarEvent['when'], { phrases, language }: ImportVoice): string {
  if (when.kind === 'within') return phrases.text(language, 'imports.months', { months: when.months.join(', ') })
  const { day, lastDay, time, endTime } = when
  const one = (of: SchoolDay) => phrases.text(language, 'imports.day', { weekday: String(weekdayOf(of)), date: writtenDay(of) })
  const days = lastDay === undefined ? one(day) : phrases.text(language, 'imports.run', { first: one(day), last: one(lastDay) })
  return time === undefined ? days : phrases.text(language, 'imports.with_time', { day: days, time, end: endTime ?? 'none' })
}

/** One line as it would stand in the calendar. */
export function draftText(what: EventDraft | ClosureDraft, voice: ImportVoice): string {
  const { phrases, language } = voice
  if (what.kind === 'closure') {
    const { day, lastDay, open, reason, only } = what
    const when = whenText({ kind: 'dated', day, ...(lastDay === undefined ? {} : { lastDay }) }, voice)
    const parts = only === undefined ? {} : 'classId' in only ? { classIds: [only.classId] } : { ageGroups: [only.age] }
    const part = partsText(parts, voice) || 'none'
    return phrases.text(language, 'imports.day_off', { when, open: open ? 'yes' : 'no', reason, part })
  }
  const { when, title, place = 'none' } = what
  const whom = whomText({ ...what, audience: what.audience ?? usualAudience(title) }, voice)
  return phrases.text(language, 'imports.event', { when: whenText(when, voice), title, whom, place })
}

/** What taking a changed line changes: `Họp phụ huynh: T2 12/10/2026 → T5 15/10/2026`. */
export function changeText(planned: Extract<PlannedRow, { kind: 'changed' }>, voice: ImportVoice): string {
  const { row, before } = planned
  if (row.what.kind === 'closure' || before === undefined) return draftText(row.what, voice)
  const { phrases, language } = voice
  const after = merged(before, row.what)
  const [from, to] = [whenText(before.when, voice), whenText(after.when, voice)]
  const [forBefore, forAfter] = [whomText(before, voice), whomText(after, voice)]
  const changes = [
    ...(before.title.vi === after.title.vi ? [] : [phrases.text(language, 'imports.now_title', { title: before.title.vi })]),
    ...(from === to ? [] : [phrases.text(language, 'imports.moved', { before: from, after: to })]),
    ...(before.place === after.place ? [] : [phrases.text(language, 'imports.now_place', { place: after.place ?? '' })]),
    ...(forBefore === forAfter ? [] : [phrases.text(language, 'imports.now_whom', { whom: forAfter })]),
    ...(before.approved === after.approved ? [] : [phrases.text(language, 'imports.now_approved')]),
  ]
  return phrases.text(language, 'imports.change', { title: after.title.vi, changes: changes.join('; ') })
}

export function problemText({ sheet, line, why, text }: RowProblem, { phrases, language }: ImportVoice): string {
  return phrases.text(language, 'imports.problem', { sheet: sheet ?? 'none', line, why, text })
}
