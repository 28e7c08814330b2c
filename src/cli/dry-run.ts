import { createPhrases } from '../adapters/locales/phrases.ts'
import { schoolDayOf, schoolTimeOf } from '../core/clock.ts'
import { dayOffText } from '../features/calendar/wording.ts'
import type { AheadLine, SilentLine, YearAhead } from '../features/reminders/year-ahead.ts'

/** One line for each sending, then what is silent and why. */
export function dryRunLines({ lines, silent }: YearAhead): string[] {
  const sent = lines.map((line) => {
    const { guardian, teacher, office } = line.to
    const what =
      line.kind === 'reminder' ? `${line.what} on ${line.day}` : `question: ${line.lines} lines of ${line.what} without a day`
    return `${written(line.at)}  ${what}  → parents ${guardian}, teachers ${teacher}, office ${office}${noteOf(line)}`
  })
  const messages = lines.reduce((sum, { to }) => sum + to.guardian + to.teacher + to.office, 0)
  const total = `${lines.length} times, ${messages} messages`
  return silent.length === 0 ? [...sent, total] : [...sent, total, '', 'No reminder:', ...silent.map(silentLine)]
}

const rules: Record<keyof AheadLine['moved'], string> = {
  quiet: 'quiet hours',
  own_quiet: "the person's own quiet hours",
  rest: "the teachers' rest",
  office_hours: 'office hours',
  platform_night: "the platform's night",
  digest: "the person's daily digest",
}

function noteOf({ kind, movedDay, moved, late, to }: AheadLine): string {
  const byRule = Object.entries(moved) as [keyof typeof rules, number][]
  const nobody = kind === 'reminder' && to.guardian + to.teacher + to.office === 0
  const notes = [
    ...(movedDay === undefined ? [] : [`moved: ${movedDay.from} is off, ${dayOffText(movedDay.because, createPhrases(), 'en')}`]),
    ...byRule.map(([rule, count]) => `${count} moved by ${rules[rule]}`),
    ...(late ? ['late'] : []),
    ...(nobody ? ['nobody can be written to yet'] : []),
  ]
  return notes.length === 0 ? '' : `  (${notes.join('; ')})`
}

const reasons: Record<SilentLine['why'], string> = {
  undated: 'no day yet, the office is asked',
  over: 'its time had passed',
  none: 'no reminder is on, or no school day is before it',
}
const silentLine = ({ what, day, why }: SilentLine) => `  ${what}${day === undefined ? '' : ` on ${day}`}: ${reasons[why]}`

const written = (at: Date) => `${schoolDayOf(at)} ${schoolTimeOf(at)}`

/** A table with one row for each month that has something. */
export function monthTable({ lines }: YearAhead): string[] {
  const rows = [...Map.groupBy(lines, ({ at }) => schoolDayOf(at).slice(0, 7))].map(([month, own]) => {
    const reminders = new Set(own.flatMap(({ kind, reminderId, day }) => (kind === 'reminder' ? [`${reminderId}/${day}`] : [])))
    const to = (role: keyof AheadLine['to']) => own.reduce((sum, line) => sum + line.to[role], 0)
    const movedDay = new Set(own.flatMap((line) => (line.movedDay === undefined ? [] : [`${line.reminderId}/${line.day}`]))).size
    const moved = own.reduce((sum, line) => sum + Object.values(line.moved).reduce((all, count) => all + count, 0), 0)
    const asked = own.reduce((sum, line) => sum + (line.lines ?? 0), 0)
    return [month, reminders.size, movedDay, moved, asked, to('guardian'), to('teacher'), to('office')]
  })
  const head = [
    'month',
    'reminders',
    'moved from a day off',
    'moved by hours',
    'lines asked for',
    'to parents',
    'to teachers',
    'to office',
  ]
  const columns = head.slice(1).map((_title, index) => index + 1)
  const sums = ['total', ...columns.map((column) => rows.reduce((sum, row) => sum + Number(row[column]), 0))]
  return [head, head.map(() => '---'), ...rows, sums].map((row) => `| ${row.join(' | ')} |`)
}
