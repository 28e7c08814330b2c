import { addDays, type SchoolDay, weekdayOf } from '../../core/clock.ts'
import { solarDayOf } from './lunar-days.ts'

export type HolidayName = 'new_year' | 'tet' | 'hung_kings' | 'reunification' | 'labour_day' | 'national_day'

/**
 * How sure a day off is.
 * - `law`: the Labour Code fixes it
 * - `announced`: the authorities' decision, seen in three or more sources
 * - `reported`: a decision seen in one or two sources
 * - `assumed`: our rule for years without a known decision; the office is meant to check it
 */
export type Certainty = 'law' | 'announced' | 'reported' | 'assumed'

export interface Holiday {
  readonly day: SchoolDay
  readonly name: HolidayName
  /** `made_up_holiday`: in place of one on a weekend. `swapped_day_off`: a bridge day, worked on a Saturday instead. */
  readonly kind: 'holiday' | 'made_up_holiday' | 'swapped_day_off'
  readonly certainty: Certainty
}

/** A bridge day that offices swapped for a Saturday. It binds civil servants; a school that works the Saturday opens it itself. */
export interface SwapDay {
  readonly off: SchoolDay
  readonly worked: SchoolDay
  readonly beside: HolidayName
  readonly certainty: Certainty
}

/** Swaps known for 2025 and 2026 (the first of 2026: 12729/VPCP-KGVX of 25/12/2025). None is known for 2027 yet. */
export const swapDays: readonly SwapDay[] = [
  { off: '2025-05-02', worked: '2025-04-26', beside: 'reunification', certainty: 'reported' },
  { off: '2026-01-02', worked: '2026-01-10', beside: 'new_year', certainty: 'reported' },
  { off: '2026-08-31', worked: '2026-08-22', beside: 'national_day', certainty: 'reported' },
]

/**
 * Ngày Văn hóa Việt Nam, 24/11: Resolution 80-NQ/TW of 7/1/2026 wants it as a paid day off, but no change of the Labour
 * Code is known. So it is a school day until the office adds a closure.
 */
export const undecidedHolidays = [{ name: 'culture_day', monthDay: '11-24' }] as const

/** Years whose Tết break is known by decision, and how sure. Later years follow the rule alone. */
const tetCertainty: Readonly<Record<number, Certainty>> = {
  2020: 'reported',
  2021: 'reported',
  2022: 'reported',
  2023: 'reported',
  2024: 'reported',
  2025: 'reported',
  2026: 'announced',
}
const lastKnownNationalDay = 2026
const firstYearOfTwoNationalDays = 2021 // the Labour Code 2019 has been in force since 1/1/2021

const isWeekend = (day: SchoolDay) => weekdayOf(day) === 0 || weekdayOf(day) === 6

/**
 * The five statutory days of Tết (Labour Code 2019, art. 112), made-up days not counted; empty outside the lunar table.
 * The decision of each year chooses where they lie; this rule (one day before mùng 1 when that is a Monday or Tuesday,
 * else two) gives the decided days of 2020 to 2026. Pupils' breaks are set by the province and often longer: a closure.
 */
export function tetBreak(year: number): readonly SchoolDay[] {
  const first = solarDayOf({ year, month: 1, day: 1 })
  if (first === undefined) return []
  const before = [1, 2].includes(weekdayOf(first)) ? 1 : 2
  return [0, 1, 2, 3, 4].map((offset) => addDays(first, offset - before))
}

/** Quốc khánh is two days: 2/9 and the day before or after, whichever makes the longer break, as decided 2021 to 2026. */
function nationalDays(year: number): SchoolDay[] {
  const day = `${year}-09-02`
  if (year < firstYearOfTwoNationalDays) return [day]
  return [0, 1, 4].includes(weekdayOf(day)) ? [day, addDays(day, 1)] : [addDays(day, -1), day]
}

function statutory(year: number): Holiday[] {
  const holiday = (day: SchoolDay, name: HolidayName, certainty: Certainty = 'law'): Holiday => ({
    day,
    name,
    kind: 'holiday',
    certainty,
  })
  const hungKings = solarDayOf({ year, month: 3, day: 10 })
  const secondNationalDay = year > lastKnownNationalDay ? 'assumed' : 'reported'
  return [
    holiday(`${year}-01-01`, 'new_year'),
    ...tetBreak(year).map((day) => holiday(day, 'tet', tetCertainty[year] ?? 'assumed')),
    ...(hungKings === undefined ? [] : [holiday(hungKings, 'hung_kings')]),
    holiday(`${year}-04-30`, 'reunification'),
    holiday(`${year}-05-01`, 'labour_day'),
    ...nationalDays(year).map((day) => holiday(day, 'national_day', day.endsWith('09-02') ? 'law' : secondNationalDay)),
  ]
}

/** A holiday on a weekly rest day is made up on the next working day that is not off already (Labour Code 2019, art. 111). */
function madeUp(holidays: readonly Holiday[]): Holiday[] {
  const taken = new Set(holidays.map(({ day }) => day))
  return holidays
    .filter(({ day }) => isWeekend(day))
    .map((holiday) => {
      let day = addDays(holiday.day, 1)
      while (isWeekend(day) || taken.has(day)) day = addDays(day, 1)
      taken.add(day)
      return { ...holiday, day, kind: 'made_up_holiday' }
    })
}

const known = new Map<number, ReadonlyMap<SchoolDay, Holiday>>()

function holidaysByDay(year: number): ReadonlyMap<SchoolDay, Holiday> {
  const found = known.get(year)
  if (found) return found
  const holidays = statutory(year)
  const swaps = swapDays
    .filter(({ off }) => Number(off.slice(0, 4)) === year)
    .map(({ off, beside, certainty }): Holiday => ({ day: off, name: beside, kind: 'swapped_day_off', certainty }))
  const all = [...holidays, ...madeUp(holidays), ...swaps].sort((one, other) => one.day.localeCompare(other.day))
  const byDay = new Map(all.map((holiday) => [holiday.day, holiday]))
  known.set(year, byDay)
  return byDay
}

/** Public days off of a calendar year in order: statutory, made up and swapped. Outside the lunar table only the fixed ones. */
export function holidaysOf(year: number): readonly Holiday[] {
  return [...holidaysByDay(year).values()]
}

/** The public day off that this day is, or undefined. */
export function holidayOn(day: SchoolDay): Holiday | undefined {
  return holidaysByDay(Number(day.slice(0, 4))).get(day)
}
