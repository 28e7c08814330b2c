import { z } from 'zod'
import { addDays, type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import type { Choice } from '../../core/message.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { CalendarStore } from './calendar-store.ts'
import { parseClosing } from './closing.ts'
import { type ClosingVoice, daysText, draftText, notesText } from './closing-wording.ts'
import { type Closure, isSchoolDay } from './school-day.ts'
import { schoolYearOf } from './school-year.ts'

const Pending = z.object({
  id: z.string(),
  action: z.enum(['close', 'open', 'clear']),
  days: z.array(z.string()),
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
  /** The office wants everybody told: a first wording of the notice. */
  readonly announce?: string
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
  const classNames = (await people.classes(schoolId)).flatMap(({ code, name }) => [code, name])
  const line = parseClosing(text, { today, closures, classNames })
  if (line === undefined) return undefined
  if (line.kind === 'not_understood') return { text: phrases.text(language, 'closing.not_understood', { why: line.why }) }
  const { days, reason } = line
  // "Mai học lại" on a day that only the school's own word had shut takes that word back.
  const isReopened = days.every((day) => ownWord(day, closures) && isSchoolDay(day, []).kind === 'school_day')
  const action = line.action === 'open' && isReopened ? 'clear' : line.action
  if (action === 'clear' && !days.some((day) => ownWord(day, closures)))
    return { text: phrases.text(language, 'closing.nothing_to_clear', { days: daysText(days, { phrases, language }) }) }
  const voice: ClosingVoice = { phrases, language }
  const said = phrases.text(language, 'closing.read_back', {
    action,
    count: days.length,
    days: daysText(days, voice),
    reason: reason ?? 'none',
    notes: notesText({ action, days, closures, events: await eventsOn(calendar, schoolId, days) }, voice),
  })
  const id = ids.code(8)
  const choice = (what: 'tell' | 'keep' | 'drop') => ({
    label: phrases.text(language, `closing.${what}`),
    value: `cl:${what}:${id}`,
  })
  return {
    text: said,
    choices: [choice('tell'), choice('keep'), choice('drop')],
    pendingClosing: { id, action, days: [...days], ...(reason === undefined ? {} : { reason }) },
  }
}

/** The office chose. @param value `cl:tell|keep|drop:<id>` @param pending what the conversation kept, in whatever state it is */
export async function hearClosingChoice(
  { calendar, phrases }: Deps,
  { schoolId, language }: Asked,
  { value, pending }: { value: string; pending: unknown },
): Promise<ClosingReply> {
  const [, what, id] = value.split(':')
  const parsed = Pending.safeParse(pending)
  if (!parsed.success || parsed.data.id !== id) return { text: phrases.text(language, 'closing.gone') }
  const { action, days, reason } = parsed.data
  if (what === 'drop') return { text: phrases.text(language, 'closing.dropped') }
  if (action === 'clear') await calendar.clearClosures(schoolId, days)
  else {
    const stored = reason === undefined ? phrases.text('vi', 'closing.no_reason', { action }) : capital(reason)
    await calendar.putClosures(
      schoolId,
      days.map((day) => ({ day, open: action === 'open', reason: stored })),
    )
  }
  const params = { action, days: daysText(days, { phrases, language }), undo: undoLine(days) }
  const text = phrases.text(language, 'closing.noted', params)
  if (what !== 'tell') return { text }
  return { text, announce: draftText({ action, days, reason }, phrases) }
}

const ownWord = (day: SchoolDay, closures: readonly Closure[]) =>
  closures.some((closure) => closure.day <= day && day <= (closure.lastDay ?? closure.day))

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
