import { type SchoolDay, weekdayOf, writtenDay } from '../../../core/clock.ts'
import type { PhraseKey, PhraseParams } from '../../../core/phrases.ts'
import type { CheckinStore } from '../../checkin/checkin-store.ts'
import type { SchoolClass } from '../../people/person.ts'
import type { FiguredDay } from '../day-figures.ts'
import { writtenPercent } from '../percent.ts'
import { sum } from '../totals.ts'
import type { PeriodVoice } from './period-message.ts'

/** One class over some days, a line a day, and who was away how often: for its teachers and the office. */
export async function classMessage(
  { checkins }: { readonly checkins: Pick<CheckinStore, 'standing'> },
  { one, days, period }: { one: SchoolClass; days: readonly FiguredDay[]; period: string },
  voice: PeriodVoice,
): Promise<string> {
  const say = (key: PhraseKey, params: PhraseParams = {}) => voice.phrases.text(voice.language, key, params)
  const own = days.flatMap(({ day, summary }) => {
    const found = summary.classes.find(({ className }) => className === one.name)
    return found === undefined ? [] : [{ day, ...found }]
  })
  const { present, enrolled } = sum(own)
  if (enrolled === 0) return say('summary.period.nothing', { period: `${one.code}, ${period}`, school: voice.school })
  const lines = own.map(({ day, figures }) => {
    const when = {
      weekday: say('summary.picture.weekday', { weekday: String(weekdayOf(day)) }),
      date: writtenDay(day).slice(0, 5),
    }
    if (figures === null) return say('summary.period.class_day_missing', when)
    const ill = figures.illAbsent + figures.illPresent
    return say('summary.period.class_day', {
      ...when,
      figure: `${figures.present}/${figures.enrolled}`,
      absent: figures.absent,
      ill,
    })
  })
  const away = await daysAway(
    checkins,
    one,
    days.map(({ day }) => day),
  )
  const names = away.map(([name, count]) => say('summary.period.child_days', { name, count })).join(', ')
  return [
    say('summary.period.class_headline', {
      class: one.name,
      period,
      rate: writtenPercent(present, enrolled, voice),
      present,
      enrolled,
    }),
    ...lines,
    ...(away.length === 0 ? [] : [say('summary.period.class_absent', { names })]),
  ].join('\n')
}

/** Most days first. */
async function daysAway(
  checkins: Pick<CheckinStore, 'standing'>,
  { id: classId, schoolId }: SchoolClass,
  days: readonly SchoolDay[],
): Promise<[string, number][]> {
  const counts = new Map<string, number>()
  for (const day of days) {
    const standing = await checkins.standing({ schoolId, classId, day })
    for (const { name } of standing?.report.absent ?? []) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort(([one, often], [other, rarely]) => rarely - often || one.localeCompare(other, 'vi'))
}
