import { type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { Choice } from '../../core/message.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import type { CalendarStore } from './calendar-store.ts'
import { daysText } from './closing-wording.ts'
import { parseDateAnswer } from './date-answer.ts'
import type { CalendarEvent } from './event.ts'
import { monthsOfYear, schoolYearOf } from './school-year.ts'

type Deps = { calendar: CalendarStore; phrases: Phrases }
type Asked = { schoolId: string; language: Language; now: Date }

export interface ApproveReply {
  readonly text: string
  readonly choices?: readonly Choice[]
  /** Ids of the events in the order of their numbers, for the conversation to keep. */
  readonly pendingApproval?: string[]
}

const shown = 20

/** "duyệt lịch", "lịch nào chưa duyệt", "duyệt lịch mẫu". */
const wantsList =
  /^(?:xem )?(?:duyet lich(?: mau| truong| nam hoc)?|lich (?:mau |nao )?chua duyet|(?:approve|unapproved) (?:the )?calendar)(?: a| em| nhe| voi)?$/
const wantsAll = /^duyet (?:het|tat ca|toan bo)(?: lich(?: mau)?)?(?: a| em| nhe| di)?$/
const dropsAll = /^(?:bo|xoa|huy) (?:het |tat ca |toan bo )?lich mau(?: chua duyet)?(?: a| em| nhe| di)?$/
const picks = /^(?<what>duyet|bo lich mau|bo viec)(?: (?:so|viec|dong))* (?<rest>\d.*)$/

/**
 * The office approves what came from the built-in schedule or from another year: all of it, some of it ("duyệt 1, 3"), on another day ("duyệt
 * 2: 18/9"), or gives it up ("bỏ lịch mẫu"). Undefined: the line is about something else.
 * @param pending the numbers that the conversation last showed
 */
export async function hearApproval(
  deps: Deps,
  asked: Asked,
  { text, pending = [] }: { text: string; pending?: readonly string[] | undefined },
): Promise<ApproveReply | undefined> {
  const plain = withoutDiacritics(fold(text)).replace(/[.!?\s]+$/, '')
  if (wantsList.test(plain)) return await list(deps, asked)
  if (wantsAll.test(plain)) return await approveAll(deps, asked)
  if (dropsAll.test(plain)) return await dropAll(deps, asked)
  const { what, rest } = picks.exec(plain)?.groups ?? {}
  if (what === undefined || rest === undefined || pending.length === 0) return undefined
  return await pick(deps, asked, { isDrop: what !== 'duyet', rest, pending })
}

/** The office chose. @param value `ap:all|drop|later` */
export async function hearApprovalChoice(deps: Deps, asked: Asked, value: string): Promise<ApproveReply> {
  if (value === 'ap:all') return await approveAll(deps, asked)
  if (value === 'ap:drop') return await dropAll(deps, asked)
  return { text: deps.phrases.text(asked.language, 'approve.later') }
}

async function open({ calendar }: Deps, { schoolId, now }: Asked): Promise<{ dated: CalendarEvent[]; undated: CalendarEvent[] }> {
  const today = schoolDayOf(now)
  const start = Number(schoolYearOf(today).slice(0, 4))
  const events = await calendar.events(schoolId, `${start}-${start + 1}`, `${start + 1}-${start + 2}`)
  const own = events.filter(({ approved }) => !approved)
  const dayOf = ({ when }: CalendarEvent): SchoolDay => (when.kind === 'dated' ? when.day : '')
  return {
    dated: own
      .filter((event) => dayOf(event) >= today)
      .sort((one, other) => dayOf(one).localeCompare(dayOf(other)) || one.id.localeCompare(other.id)),
    undated: own.filter(({ when }) => when.kind === 'within' && when.months.length > 0),
  }
}

async function list(deps: Deps, asked: Asked): Promise<ApproveReply> {
  const { phrases } = deps
  const { language } = asked
  const { dated, undated } = await open(deps, asked)
  if (dated.length + undated.length === 0) return { text: phrases.text(language, 'approve.nothing') }
  const lines = dated.slice(0, shown).map(({ title, when }, index) => {
    const day = when.kind === 'dated' ? daysText([when.day], { phrases, language }) : ''
    return `\n${index + 1}. ${day}: ${title[language]}`
  })
  const choice = (what: 'all' | 'drop' | 'later', count: number): Choice => ({
    label: phrases.text(language, `approve.choice_${what}`, { count }),
    value: `ap:${what}`,
  })
  return {
    text: phrases.text(language, 'approve.list', {
      ...{ dated: dated.length, undated: undated.length, lines: lines.join(''), more: Math.max(0, dated.length - shown) },
    }),
    choices: [
      ...(dated.length === 0 ? [] : [choice('all', dated.length)]),
      choice('drop', dated.length + undated.length),
      choice('later', 0),
    ],
    pendingApproval: dated.slice(0, shown).map(({ id }) => id),
  }
}

async function approveAll(deps: Deps, asked: Asked): Promise<ApproveReply> {
  const { dated, undated } = await open(deps, asked)
  await deps.calendar.approve(
    asked.schoolId,
    dated.map(({ id }) => id),
  )
  const params = { approved: dated.length, undated: undated.length }
  return { text: deps.phrases.text(asked.language, 'approve.approved', params) }
}

async function dropAll(deps: Deps, asked: Asked): Promise<ApproveReply> {
  const { dated, undated } = await open(deps, asked)
  for (const { id } of [...dated, ...undated]) await deps.calendar.drop(asked.schoolId, id)
  return { text: deps.phrases.text(asked.language, 'approve.dropped', { count: dated.length + undated.length }) }
}

async function pick(
  deps: Deps,
  asked: Asked,
  { isDrop, rest, pending }: { isDrop: boolean; rest: string; pending: readonly string[] },
): Promise<ApproveReply> {
  const { calendar, phrases } = deps
  const { schoolId, language, now } = asked
  const { dated } = await open(deps, asked)
  const numbered = pending.flatMap((id, index) => {
    const event = dated.find((one) => one.id === id)
    return event === undefined ? [] : [{ number: index + 1, event }]
  })
  const unclear = { text: phrases.text(language, 'approve.unclear'), pendingApproval: [...pending] }
  if (/^[\d\s,;va]+$/.test(rest)) {
    const numbers = (rest.match(/\d+/g) ?? []).map(Number)
    const meant = numbered.filter(({ number }) => numbers.includes(number))
    if (meant.length === 0 || meant.length < new Set(numbers).size) return unclear
    if (isDrop) for (const { event } of meant) await calendar.drop(schoolId, event.id)
    else
      await calendar.approve(
        schoolId,
        meant.map(({ event }) => event.id),
      )
    const titles = meant.map(({ event }) => event.title[language]).join('; ')
    const text = phrases.text(language, isDrop ? 'approve.dropped_these' : 'approve.approved_these', { titles })
    return { text, pendingApproval: [...pending] }
  }
  const lines = numbered.map(({ number, event: { id, when, schoolYear } }) => ({
    ...{ number, eventId: id },
    months: when.kind === 'dated' ? [when.day.slice(0, 7)] : monthsOfYear(schoolYear, when.months),
  }))
  const answer = parseDateAnswer(rest, lines, { today: schoolDayOf(now), closures: await calendar.closures(schoolId) })
  if (answer.kind !== 'dates' || isDrop) return unclear
  for (const { eventId, day } of answer.items) await calendar.setDay(schoolId, eventId, day)
  const titles = answer.items.map(({ eventId, day }) => {
    const title = numbered.find(({ event }) => event.id === eventId)?.event.title[language] ?? ''
    return `${title} (${daysText([day], { phrases, language })})`
  })
  return { text: phrases.text(language, 'approve.approved_these', { titles: titles.join('; ') }), pendingApproval: [...pending] }
}
