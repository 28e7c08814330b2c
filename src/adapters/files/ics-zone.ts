import ICAL from 'ical.js'
import { addDays, schoolDayOf, schoolTimeOf } from '../../core/clock.ts'

/** A moment of an entry, on the school's clock. */
export interface SchoolMoment {
  readonly day: string
  /** Absent: the whole day. */
  readonly time?: string
  /** Its zone is none we know, so its hours are taken as they stand. */
  readonly isStrange: boolean
}

/** Names of other programs for zones that the machine knows by another. */
const windowsZones: Readonly<Record<string, string>> = {
  'SE Asia Standard Time': 'Asia/Ho_Chi_Minh',
  'Asia/Hanoi': 'Asia/Ho_Chi_Minh',
  'Singapore Standard Time': 'Asia/Singapore',
  'China Standard Time': 'Asia/Shanghai',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'Korea Standard Time': 'Asia/Seoul',
  'GMT Standard Time': 'Europe/London',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Eastern Standard Time': 'America/New_York',
  'Pacific Standard Time': 'America/Los_Angeles',
  'AUS Eastern Standard Time': 'Australia/Sydney',
}

/** Time zones that a file brings along, and those that the machine knows. */
export function createZones(blocks: readonly string[]) {
  const own = new Map<string, ICAL.Timezone>()
  for (const text of blocks) {
    try {
      const component = new ICAL.Component(ICAL.parse(text) as [string, [], []])
      const zone = new ICAL.Timezone(component)
      own.set(zone.tzid, zone)
    } catch {
      // An entry that names it is told that its zone is unknown.
    }
  }
  return {
    /** @param tzid the zone's name in the file, absent for UTC and floating times */
    momentOf(time: ICAL.Time, tzid: string | undefined): SchoolMoment {
      const day = `${pad(time.year, 4)}-${pad(time.month)}-${pad(time.day)}`
      if (time.isDate) return { day, isStrange: false }
      const clock = `${pad(time.hour)}:${pad(time.minute)}`
      if (tzid === undefined && time.zone !== ICAL.Timezone.utcTimezone) return { day, time: clock, isStrange: false }
      const instant = tzid === undefined ? time.toJSDate() : instantIn(time, { day, clock, tzid, own: own.get(tzid) })
      if (instant === undefined) return { day, time: clock, isStrange: true }
      return { day: schoolDayOf(instant), time: schoolTimeOf(instant), isStrange: false }
    },
  }
}

interface Named {
  readonly day: string
  readonly clock: string
  readonly tzid: string
  readonly own: ICAL.Timezone | undefined
}

function instantIn(time: ICAL.Time, { day, clock, tzid, own }: Named): Date | undefined {
  const name = windowsZones[tzid] ?? tzid.replace(/^\/[^/]+\/[^/]+\//, '')
  if (isKnown(name)) return zonedInstant(day, clock, name)
  if (own === undefined) return undefined
  const zoned = time.clone()
  zoned.zone = own
  return zoned.toJSDate()
}

function isKnown(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined && name.includes('/')
  } catch {
    return false
  }
}

/** The instant at which a zone's clock shows this. Found by looking: the offset there is first guessed, then mended. */
function zonedInstant(day: string, clock: string, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${clock}:00Z`)
  const shown = (at: number): number => {
    const parts = new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    }).formatToParts(at)
    const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '00'
    return Date.parse(`${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:00Z`)
  }
  let at = wanted
  for (let round = 0; round < 2; round += 1) at += wanted - shown(at)
  return new Date(at)
}

const pad = (count: number, length = 2): string => String(count).padStart(length, '0')

/** The last day of an entry that ends here: an end at midnight, or a whole day's end, is not part of it. */
export const lastDayOf = (end: SchoolMoment): string =>
  end.time === undefined || end.time === '00:00' ? addDays(end.day, -1) : end.day
