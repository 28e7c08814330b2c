import { z } from 'zod'
import { addDays, type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import type { Choice } from '../../core/message.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { PeopleStore } from '../people/people-store.ts'
import { classAges } from '../people/person.ts'
import type { CalendarStore } from './calendar-store.ts'
import { parseClosing } from './closing.ts'
import { type ClosingVoice, daysText, draftText, notesText, whoText } from './closing-wording.ts'
import { classesIn, isSamePart } from './parts-named.ts'
import { type Closure, isSchoolDay, type SchoolPart } from './school-day.ts'
import { schoolYearOf } from './school-year.ts'

const Pending = z.object({
  id: z.string(),
  action: z.enum(['close', 'open', 'clear']),
  days: z.array(z.string()),
  parts: z.array(z.union([z.object({ classId: z.string() }), z.object({ age: z.enum(classAges) })])).default([]),
  reason: z.string().optional(),
})
/** What was understood and waits for the office's word. It lives in the conversation: nothing is written before the choice. */
export type PendingClosing = z.output<typeof Pending>

type Deps = { calendar: CalendarStore; people: PeopleStore; phrases: Phrases; ids: Ids }
type Asked = { schoolId: string; language: Language; now: Date }
export type ClosingReply = {
  readonly text: string
  readonly choices?: readonly Choice[]
  readonly pendingClosing?: PendingClosing
  /** The office wants everybody told: a first wording of the notice, and the classes it is for; none: the whole school. */
  readonly announce?: { readonly text: string; readonly classIds: readonly string[] }
}

/**
 * A line of the office about days off is read back with what it means for the calendar. Undefined: it is about something else.
 * @returns `pendingClosing` for the conversation to keep until the choice.
 */
export async function hearClosing(deps: Deps, asked: Asked, text: string): Promise<ClosingReply | undefined> {
  const { calendar, people, phrases, ids } = deps
  const { schoolId, language, now } = asked
  const today = schoolDayOf(now)
  const closures = await calendar.closures(schoolId)
  const classes = await people.classes(schoolId)
  const line = parseClosing(text, { today, closures, classes })
  if (line === undefined) return undefined
  if (line.kind === 'not_understood') return { text: phrases.text(language, 'closing.not_understood', { why: line.why }) }
  const { days, reason } = line
  const voice: ClosingVoice = { phrases, language, classes }
  // "Bỏ nghỉ 25/11" when only classes have a word of their own that day: theirs is meant.
  const parts = line.parts.length > 0 || line.action !== 'clear' ? line.parts : partsWithWord(days, closures)
  const own = (day: SchoolDay) => hasWord(day, { closures, parts })
  // "Mai học lại" on a day that only the school's own word had shut takes that word back.
  const isReopened = days.every((day) => own(day) && isSchoolDay(day, []).kind === 'school_day')
  const action = line.action === 'open' && isReopened ? 'clear' : line.action
  if (action === 'clear' && !days.some(own))
    return { text: phrases.text(language, 'closing.nothing_to_clear', { days: daysText(days, voice) }) }
  const said = phrases.text(language, 'closing.read_back', {
    action,
    who: whoText(parts, voice),
    count: days.length,
    days: daysText(days, voice),
    reason: reason ?? 'none',
    notes: notesText({ action, days, parts, closures, events: await eventsOn(calendar, schoolId, days) }, voice),
  })
  const id = ids.code(8)
  const choice = (what: 'tell' | 'keep' | 'drop') => ({
    label: phrases.text(language, `closing.${what}`),
    value: `cl:${what}:${id}`,
  })
  return {
    text: said,
    choices: [choice('tell'), choice('keep'), choice('drop')],
    pendingClosing: { id, action, days: [...days], parts: [...parts], ...(reason === undefined ? {} : { reason }) },
  }
}

/** The office chose. @param value `cl:tell|keep|drop:<id>` @param pending what the conversation kept, in whatever state it is */
export async function hearClosingChoice(
  { calendar, people, phrases }: Deps,
  { schoolId, language }: Asked,
  { value, pending }: { value: string; pending: unknown },
): Promise<ClosingReply> {
  const [, what, id] = value.split(':')
  const parsed = Pending.safeParse(pending)
  if (!parsed.success || parsed.data.id !== id) return { text: phrases.text(language, 'closing.gone') }
  const { action, days, parts, reason } = parsed.data
  const classes = await people.classes(schoolId)
  const voice: ClosingVoice = { phrases, language, classes }
  if (what === 'drop') return { text: phrases.text(language, 'closing.dropped') }
  const each: readonly (SchoolPart | undefined)[] = parts.length === 0 ? [undefined] : parts
  if (action === 'clear') for (const only of each) await calendar.clearClosures(schoolId, days, only ?? 'whole')
  else {
    if (action === 'close' && parts.length === 0) await shutParts(calendar, schoolId, days)
    const stored = reason === undefined ? phrases.text('vi', 'closing.no_reason', { action }) : capital(reason)
    await calendar.putClosures(
      schoolId,
      days.flatMap((day) =>
        each.map((only) => ({ day, open: action === 'open', reason: stored, ...(only === undefined ? {} : { only }) })),
      ),
    )
  }
  const who = whoText(parts, voice)
  const params = { action, who, days: daysText(days, voice), undo: `${parts.length === 0 ? '' : `${who} `}${undoLine(days)}` }
  const text = phrases.text(language, 'closing.noted', params)
  if (what !== 'tell') return { text }
  const classIds = parts.length === 0 ? [] : classesIn(parts, classes).map((one) => one.id)
  return { text, announce: { text: draftText({ action, days, parts, reason }, { phrases, classes }), classIds } }
}

const covers = (closure: Closure, day: SchoolDay) => closure.day <= day && day <= (closure.lastDay ?? closure.day)

/** Whether the school has a word of its own for a day: for one of these parts, or without parts for all of it. */
const hasWord = (day: SchoolDay, { closures, parts }: { closures: readonly Closure[]; parts: readonly SchoolPart[] }): boolean =>
  closures.some(
    (closure) =>
      covers(closure, day) &&
      (parts.length === 0 ? closure.only === undefined : parts.some((part) => isSamePart(part, closure.only))),
  )

/** The parts that have a word of their own on these days, where the school as a whole has none. */
function partsWithWord(days: readonly SchoolDay[], closures: readonly Closure[]): SchoolPart[] {
  const own = closures.filter((closure) => days.some((day) => covers(closure, day)))
  if (own.some(({ only }) => only === undefined)) return []
  const parts = own.flatMap(({ only }) => only ?? [])
  return parts.filter((part, index) => parts.findIndex((other) => isSamePart(part, other)) === index)
}

/** The school shuts: what classes were to have on these days is over, too. */
async function shutParts(calendar: CalendarStore, schoolId: string, days: readonly SchoolDay[]): Promise<void> {
  for (const { day, open, only } of await calendar.closures(schoolId))
    if (open && only !== undefined && days.includes(day)) await calendar.clearClosures(schoolId, [day], only)
}

async function eventsOn(calendar: CalendarStore, schoolId: string, days: readonly SchoolDay[]) {
  const years = new Set(days.map(schoolYearOf))
  const events = await calendar.events(schoolId, ...years)
  return events.filter(({ when }) => when.kind === 'dated' && days.includes(when.day))
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** What to type to take it back: "bỏ nghỉ 25/11", "bỏ nghỉ 25/11 đến 27/11". */
function undoLine(days: readonly SchoolDay[]): string {
  const short = (day: SchoolDay) => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`
  const [first, last] = [days[0]!, days.at(-1)!]
  if (first === last) return short(first)
  const isRun = addDays(first, days.length - 1) === last
  return isRun ? `${short(first)} đến ${short(last)}` : days.map(short).join(', ')
}
