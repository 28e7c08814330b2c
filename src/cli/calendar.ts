import { systemClock } from '../adapters/clock.ts'
import { createCalendarStore } from '../adapters/database/calendar-store.ts'
import type { Database } from '../adapters/database/connect.ts'
import { createFeedStore } from '../adapters/database/feed-store.ts'
import { createPeopleStore } from '../adapters/database/people-store.ts'
import { randomIds } from '../adapters/ids.ts'
import { createPhrases } from '../adapters/locales/phrases.ts'
import { type SchoolDay, schoolDayOf, schoolTimeOf } from '../core/clock.ts'
import { feedReaders } from '../features/calendar/ics.ts'
import { isRealDay } from '../features/calendar/school-year.ts'
import { dayOffText } from '../features/calendar/wording.ts'
import { type AheadLine, planAhead, type SilentLine, type YearAhead } from '../features/calendar/year-ahead.ts'
import type { School } from '../features/people/person.ts'
import { NotDone, type Setting, schoolNamed, type Values, withDatabase } from './setup.ts'

type CalendarValues = Values & { from?: string; to?: string; 'by-month'?: boolean }

/** `calendar dry-run`: what the calendar would send in a stretch of days. */
export async function calendarDryRun(values: CalendarValues): Promise<number> {
  const window = { from: dayGiven({ from: values.from }), to: dayGiven({ to: values.to }) }
  if (window.to < window.from) throw new NotDone('--to is before --from.')
  return await withDatabase(async (setting) => {
    const school = await schoolNamed(setting, values)
    const ahead = await aheadOf(setting.database, school, window)
    for (const line of values['by-month'] === true ? monthTable(ahead) : dryRunLines(ahead)) console.log(line)
  })
}

/** What the calendar of a school would send in these days. */
export async function aheadOf({ prisma }: Pick<Database, 'prisma'>, school: School, window: { from: SchoolDay; to: SchoolDay }) {
  const stores = { calendar: createCalendarStore(prisma, randomIds), people: createPeopleStore(prisma, randomIds) }
  return await planAhead({ ...stores, phrases: createPhrases() }, school, window)
}

function dayGiven(option: Readonly<Record<string, string | undefined>>): SchoolDay {
  const [name, day] = Object.entries(option)[0]!
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day) || !isRealDay(day))
    throw new NotDone(`--${name} is a day like 2026-08-01.`)
  return day
}

/** One line for each message, then what is silent and why. */
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

function noteOf({ moved, late, to }: AheadLine): string {
  const notes = [
    ...(moved === undefined ? [] : [`moved: ${moved.from} is off, ${dayOffText(moved.because, createPhrases(), 'en')}`]),
    ...(late ? ['late'] : []),
    ...(to.guardian + to.teacher + to.office === 0 ? ['nobody is linked'] : []),
  ]
  return notes.length === 0 ? '' : `  (${notes.join('; ')})`
}

const reasons: Record<SilentLine['why'], string> = {
  undated: 'no day yet, the office is asked',
  over: 'its time had passed',
  no_school_day_before: 'no school day before it',
}
const silentLine = ({ what, day, why }: SilentLine) => `  ${what}${day === undefined ? '' : ` on ${day}`}: ${reasons[why]}`

const written = (at: Date) => `${schoolDayOf(at)} ${schoolTimeOf(at)}`

/** A table with one row for each month that has something. */
export function monthTable({ lines }: YearAhead): string[] {
  const rows = [...Map.groupBy(lines, ({ at }) => schoolDayOf(at).slice(0, 7))].map(([month, own]) => {
    const reminders = own.filter(({ kind }) => kind === 'reminder')
    const to = (role: keyof AheadLine['to']) => own.reduce((sum, line) => sum + line.to[role], 0)
    const moved = own.filter((line) => line.moved !== undefined).length
    const asked = own.reduce((sum, line) => sum + (line.lines ?? 0), 0)
    return [month, reminders.length, moved, asked, to('guardian'), to('teacher'), to('office')]
  })
  const head = ['month', 'reminders', 'of them moved', 'lines asked for', 'to parents', 'to teachers', 'to office']
  const sums = ['total', ...[1, 2, 3, 4, 5, 6].map((column) => rows.reduce((sum, row) => sum + Number(row[column]), 0))]
  return [head, head.map(() => '---'), ...rows, sums].map((row) => `| ${row.join(' | ')} |`)
}

type FeedValues = CalendarValues & { for?: string; renew?: boolean }

/** 30 letters of 30: some 147 bits. */
const tokenLength = 30

/** `calendar feed`: the address of a school's or a class's calendar, made on first asking, and anew with `--renew`. */
export async function calendarFeed(values: FeedValues): Promise<number> {
  const reader = feedReaders.find((one) => one === (values.for ?? 'parents'))
  if (reader === undefined) throw new NotDone(`--for is one of: ${feedReaders.join(', ')}`)
  return await withDatabase(async (setting) => {
    const school = await schoolNamed(setting, values)
    const feeds = createFeedStore(setting.database.prisma)
    const feed = { schoolId: school.id, reader, ...(await classAsked(setting, school, values)) }
    const known = await feeds.tokenOf(feed)
    const token = known === undefined || values.renew === true ? randomIds.code(tokenLength) : known
    if (token !== known) await feeds.setToken(feed, { token, now: systemClock.now() })
    const root = setting.config.publicUrl ?? `http://${setting.config.host}:${setting.config.port}`
    console.log(`${root}/calendar/${token}.ics`)
    if (known !== undefined && token !== known) console.log('The old address is over.')
  })
}

async function classAsked({ database }: Setting, { id }: School, { class: codes = [] }: FeedValues): Promise<{ classId?: string }> {
  const [code, ...more] = codes
  if (code === undefined) return {}
  if (more.length > 0) throw new NotDone('One --class at a time.')
  const classes = await createPeopleStore(database.prisma, randomIds).classes(id)
  const found = classes.find((one) => one.code.toLowerCase() === code.toLowerCase())
  if (found === undefined) throw new NotDone(`No class ${code}; there are: ${classes.map((one) => one.code).join(', ')}`)
  return { classId: found.id }
}
