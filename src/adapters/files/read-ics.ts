import ICAL from 'ical.js'
import { type ProblemKind, type RowNote, type RowProblem, shortened } from '../../features/imports/row.ts'
import type { IcsOccurrence, ImportWindow, SentFile } from '../../features/imports/sent-file.ts'
import { type IcsBlock, icsBlocks } from './ics-entries.ts'
import { createZones, lastDayOf, type SchoolMoment } from './ics-zone.ts'

type Zones = ReturnType<typeof createZones>

/** The most turns of one series that are looked at: a day each since long before there were calendars like these. */
const mostTurns = 60_000
const mostOccurrences = 20_000

/** The entries of an iCalendar text that lie in the window, series unrolled; what cannot be read is told with its line. */
export function readIcs(text: string, window: ImportWindow): SentFile {
  if (!/BEGIN:VCALENDAR/i.test(text)) return { kind: 'unreadable', why: 'damaged' }
  const blocks = icsBlocks(text)
  const zones = createZones(blocks.filter(({ name }) => name === 'VTIMEZONE').map((block) => block.text))
  const occurrences: IcsOccurrence[] = []
  const problems: RowProblem[] = []
  let outside = 0
  const entries = blocks.filter(({ name }) => name === 'VEVENT').map((block) => ({ block, entry: parsed(block) }))
  const exceptions = Map.groupBy(
    entries.filter(({ entry }) => entry?.recurrenceId !== null && entry !== undefined),
    ({ entry }) => entry!.uid,
  )
  for (const { block, entry } of entries) {
    const refuse = (why: ProblemKind, said = firstWords(block)) => problems.push({ line: block.line, why, text: said })
    if (entry === undefined || block.isCut) refuse('damaged')
    else if (isCancelled(entry)) continue
    else if (occurrences.length >= mostOccurrences) refuse('too_many')
    else {
      const changed = new Set(
        entry.recurrenceId !== null ? [] : (exceptions.get(entry.uid) ?? []).map((one) => one.entry!.recurrenceId.toString()),
      )
      const read = occurrencesOf({ block, entry }, { zones, window, changed })
      if (typeof read === 'string') refuse(read, shortened(entry.summary ?? ''))
      else if (read.length === 0) outside += 1
      else occurrences.push(...read)
    }
  }
  if (entries.length === 0) return { kind: 'unreadable', why: 'empty' }
  return { kind: 'ics', occurrences, problems, outside }
}

function parsed({ text, isCut }: IcsBlock): ICAL.Event | undefined {
  if (isCut) return undefined
  try {
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text) as [string, [], []]))
    return event.startDate === null || event.startDate === undefined ? undefined : event
  } catch {
    return undefined
  }
}

const isCancelled = (entry: ICAL.Event): boolean =>
  String(entry.component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED'

const firstWords = ({ text }: IcsBlock): string =>
  shortened(/^SUMMARY[^:]*:(.*)$/im.exec(text)?.[1] ?? text.split('\r\n')[1] ?? '')

interface Reading {
  readonly zones: Zones
  readonly window: ImportWindow
  /** Turns of the series that the file gives an entry of their own. */
  readonly changed: ReadonlySet<string>
}

function occurrencesOf({ block, entry }: { block: IcsBlock; entry: ICAL.Event }, { zones, window, changed }: Reading) {
  try {
    const zoneOf = (name: string): string | undefined => {
      const tzid: unknown = entry.component.getFirstProperty(name)?.getParameter('tzid')
      return typeof tzid === 'string' ? tzid : undefined
    }
    if (isFarAway(entry, window)) return []
    const zone = zoneOf('dtstart')
    const turns = entry.isRecurring() ? turnsOf(entry, { window, changed }) : [entry.startDate]
    if (typeof turns === 'string') return turns
    const length = entry.duration
    return turns.flatMap((start): IcsOccurrence[] => {
      const from = zones.momentOf(start, zone)
      const end = start.clone()
      end.addDuration(length)
      const until = length.toSeconds() === 0 ? undefined : zones.momentOf(end, zoneOf('dtend') ?? zone)
      const turn = entry.isRecurring()
        ? from.day
        : entry.recurrenceId === null
          ? undefined
          : turnDay(entry, zones, zoneOf('recurrence-id'))
      const one = occurrence({ block, entry }, { from, until, turn })
      return (one.lastDay ?? one.day) < window.from || one.day > window.to ? [] : [one]
    })
  } catch {
    return 'damaged' as const
  }
}

/** So far that no zone and no length brings it near: the year 9999 has no day after its last. */
function isFarAway(entry: ICAL.Event, { from, to }: ImportWindow): boolean {
  const { year } = entry.startDate
  return year > Number(to.slice(0, 4)) + 1 || (!entry.isRecurring() && year < Number(from.slice(0, 4)) - 2)
}

function turnDay(entry: ICAL.Event, zones: Zones, zone: string | undefined): string {
  return zones.momentOf(entry.recurrenceId, zone).day
}

const perHour: ReadonlySet<string> = new Set(['SECONDLY', 'MINUTELY', 'HOURLY'])

/** The turns of a series in the window: an endless one ends with the school year. */
function turnsOf(entry: ICAL.Event, { window, changed }: Omit<Reading, 'zones'>): ICAL.Time[] | ProblemKind {
  const rules = entry.component.getAllProperties('rrule').map((rule) => rule.getFirstValue() as ICAL.Recur)
  if (rules.some(({ freq }) => perHour.has(freq))) return 'too_often'
  const isEndless = rules.some(({ count, until }) => !count && !until)
  const [from, to] = [window.from, isEndless ? window.seriesTo : window.to].map((day) => ICAL.Time.fromDateString(day)) as [
    ICAL.Time,
    ICAL.Time,
  ]
  // A day to spare on both ends for zones; the window itself is checked on the school's clock.
  from.adjust(-1, 0, 0, 0)
  to.adjust(isEndless ? 1 : 2, 0, 0, 0)
  const length = entry.duration.toSeconds()
  const iterator = entry.iterator()
  const turns: ICAL.Time[] = []
  for (let count = 0; ; count += 1) {
    if (count > mostTurns) return 'too_often'
    const next = iterator.next()
    if (!next || next.compare(to) > 0) return turns
    const end = next.clone()
    end.adjust(0, 0, 0, length)
    if (end.compare(from) >= 0 && !changed.has(next.toString())) turns.push(next.clone())
  }
}

interface When {
  readonly from: SchoolMoment
  readonly until: SchoolMoment | undefined
  readonly turn: string | undefined
}

function occurrence({ block, entry }: { block: IcsBlock; entry: ICAL.Event }, { from, until, turn }: When): IcsOccurrence {
  const text = (name: string): string | undefined => {
    const value: unknown = entry.component.getFirstPropertyValue(name)
    return typeof value === 'string' && value.trim() !== '' ? value.normalize('NFC').trim() : undefined
  }
  const notes: RowNote[] = from.isStrange || until?.isStrange ? ['unknown_zone'] : []
  const lastDay = until === undefined ? undefined : lastDayOf(until)
  const [time, endTime] = [from.time, until?.time === '00:00' ? undefined : until?.time]
  const [title, reason] = [text('x-mamnon-title') ?? text('summary') ?? '', text('x-mamnon-reason')]
  const [uid, place, audience, parts, dayOff] = [
    ...[entry.uid, text('location'), text('x-mamnon-audience'), text('x-mamnon-for'), text('x-mamnon-day-off')],
  ]
  return {
    ...{ line: block.line, day: from.day, notes, title: (reason ?? title).replace(/\s+/g, ' ').slice(0, 300) },
    ...(uid ? { uid } : {}),
    ...(turn === undefined ? {} : { turn }),
    ...(lastDay === undefined || lastDay <= from.day ? {} : { lastDay }),
    ...(time === undefined ? {} : { time }),
    ...(time === undefined || endTime === undefined || ((lastDay ?? from.day) === from.day && endTime <= time)
      ? {}
      : { endTime }),
    ...(place === undefined ? {} : { place }),
    ...(audience === undefined ? {} : { audience }),
    ...(parts === undefined ? {} : { parts }),
    ...(dayOff === undefined ? {} : { dayOff }),
  }
}
