/** What a school sets for itself. */
export const settingKeys = [
  'firstCall',
  'secondCall',
  'deputyCall',
  'officeCall',
  'cutOff',
  'answerMinutes',
  'mealCutOff',
  'summaryTime',
  'reminderTime',
  'officeHours',
  'quietHours',
  'restHours',
  'milkPrice',
  'milkBoxes',
  'meals',
  'ward',
] as const
export type SettingKey = (typeof settingKeys)[number]

/**
 * How a setting is written.
 * - `time`: `HH:MM`, school clock
 * - `minutes`: whole minutes
 * - `span`: `HH:MM-HH:MM`, may span midnight
 * - `spans`: several of a day, `07:30-11:30, 13:30-17:00`
 * - `money`: whole đồng
 * - `count`: a whole number, of a child and day
 * - `name`: a name as typed
 */
export type SettingKind = 'time' | 'minutes' | 'span' | 'spans' | 'money' | 'count' | 'name'

export const kindOf: Readonly<Record<SettingKey, SettingKind>> = {
  firstCall: 'time',
  secondCall: 'time',
  deputyCall: 'time',
  officeCall: 'time',
  cutOff: 'time',
  answerMinutes: 'minutes',
  mealCutOff: 'time',
  summaryTime: 'time',
  reminderTime: 'time',
  officeHours: 'spans',
  quietHours: 'span',
  restHours: 'span',
  milkPrice: 'money',
  milkBoxes: 'count',
  meals: 'count',
  ward: 'name',
}

/** Settings a school may do without. */
export const mayBeUnset: ReadonlySet<SettingKey> = new Set(['mealCutOff', 'milkPrice', 'milkBoxes', 'meals', 'ward'])

/** Every setting as it is written; null where it is not set. */
export type Settings = Readonly<Record<SettingKey, string | null>>

/**
 * Why a value is not taken.
 * - `unreadable`: not of the setting's form
 * - `needed`: the school cannot do without it
 * - `order`: the calls must come one after the other: teacher, again, colleagues, office
 * - `out_of_range`: an hour or a number that makes no sense for it
 * - `overlap`: spans of a day overlap, or one ends before it begins
 */
export type SettingProblem = 'unreadable' | 'needed' | 'order' | 'out_of_range' | 'overlap'

/** Between which values each makes sense; both ends included. School clock. */
const ranges: Partial<Record<SettingKey, readonly [string, string]>> = {
  firstCall: ['06:00', '10:00'],
  secondCall: ['06:00', '10:15'],
  deputyCall: ['06:00', '10:30'],
  officeCall: ['06:00', '10:45'],
  // Families are asked until 11:00.
  cutOff: ['07:00', '10:30'],
  mealCutOff: ['05:00', '11:00'],
  summaryTime: ['07:00', '16:30'],
  reminderTime: ['06:00', '20:30'],
}
/** By kind, of those that are numbers; both ends included. */
const numberRanges: Partial<Record<SettingKind, readonly [number, number]>> = {
  minutes: [5, 180],
  money: [100, 999_999],
  count: [1, 5],
}
const longestName = 60
const calls = ['firstCall', 'secondCall', 'deputyCall', 'officeCall'] as const

/** What is wrong with setting this value now; undefined when nothing is. */
export function problemWith(settings: Settings, key: SettingKey, value: string | null): SettingProblem | undefined {
  if (value === null) return mayBeUnset.has(key) ? undefined : 'needed'
  const [from, to] = ranges[key] ?? ['', '~']
  const range = numberRanges[kindOf[key]]
  if (kindOf[key] === 'name') return value.length <= longestName ? undefined : 'out_of_range'
  if (range !== undefined && !(range[0] <= Number(value) && Number(value) <= range[1])) return 'out_of_range'
  if (range === undefined && !(from <= value && value <= to)) return 'out_of_range'
  const next = { ...settings, [key]: value }
  if (calls.some((call) => call === key) && calls.some((call, at) => at > 0 && next[calls[at - 1]!]! >= next[call]!))
    return 'order'
  if (kindOf[key] === 'spans') return overlaps(value.split(', ')) ? 'overlap' : undefined
  if (kindOf[key] === 'span') {
    const [begin, end] = value.split('-')
    // Only the quiet hours go over midnight.
    return begin === end || (key === 'restHours' && begin! > end!) ? 'overlap' : undefined
  }
  return undefined
}

function overlaps(spans: readonly string[]): boolean {
  const ends = spans.map((span) => span.split('-') as [string, string])
  return ends.some(([begin, end], at) => begin >= end || (at > 0 && begin < ends[at - 1]![1]))
}
