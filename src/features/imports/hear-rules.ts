import { schoolDayOf } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import type { Choice } from '../../core/message.ts'
import type { Phrases } from '../../core/phrases.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import { eventsAround } from '../calendar/events-around.ts'
import { type ExpandRule, readRhythm } from '../calendar/read-rhythm.ts'
import { type CalendarRule, isToCome, layRule } from '../calendar/rule.ts'
import { schoolYearOf } from '../calendar/school-year.ts'
import type { PeopleStore } from '../people/people-store.ts'
import { readForWhom, usualAudience } from './for-whom.ts'
import type { ImportAsked } from './import-conversation.ts'
import { comingYear } from './interpret.ts'
import { type ImportVoice, whenText, whomText } from './wording.ts'
import { writtenHours } from './written-hours.ts'

type Deps = { calendar: CalendarStore; people: PeopleStore; phrases: Phrases; ids: Ids; expandRule: ExpandRule }
export interface RuleReply {
  readonly text: string
  readonly choices?: readonly Choice[]
  /** The line that was read back, until the office says yes. */
  readonly pendingRule?: string
}

const adds =
  /^(?:them |tao |ghi )?(?:viec|lich|su kien) (?:dinh ky|lap lai)(?: moi)?\s*[:：-]\s*(?=\S)|^(?:add )?recurring(?: event)?\s*[:：]\s*(?=\S)/
const lists = /^(?:xem |danh sach )?(?:cac )?(?:viec|lich|su kien) (?:dinh ky|lap lai)(?: a| em)?$|^recurring(?: events)?$/
const removes = /^(?:bo|xoa|huy) (?:viec|lich|su kien) (?:dinh ky|lap lai) (?:so )?(?<number>\d{1,3})(?: a| em| nhe)?$/
/** "…, cho phụ huynh", "… dành cho lớp A1": whom it is for stands at the end. */
const forWhom = /[,;]?\s*(?:dành cho|cho|đối tượng:?|for)\s+(?<whom>[^,;]+)$/iu
const longestTitle = 200
const shown = 6

/**
 * Things that come back: "việc định kỳ: cân đo mỗi quý", "việc định kỳ: khám sức khoẻ 2 lần/năm học, cho phụ huynh", their list, and giving one
 * up. Undefined: the line is about something else.
 */
export async function hearRules(deps: Deps, asked: ImportAsked, text: string): Promise<RuleReply | undefined> {
  const typed = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const plain = withoutDiacritics(fold(typed)).replace(/[.!?\s]+$/, '')
  if (lists.test(plain)) return await list(deps, asked)
  const number = removes.exec(plain)?.groups?.number
  if (number !== undefined) return await remove(deps, asked, Number(number))
  const start = adds.exec(plain)?.[0]
  if (start === undefined) return undefined
  const line = typed.slice(typed.search(/[:：-]/) + 1).trim()
  const read = await readRule(deps, asked, line)
  if (typeof read === 'string') return { text: deps.phrases.text(asked.language, 'rules.unclear', { why: read }) }
  const choice = (what: 'take' | 'drop'): Choice => ({
    label: deps.phrases.text(asked.language, `rules.${what}`),
    value: `rl:${what}`,
  })
  return { text: await readBack(deps, asked, read), choices: [choice('take'), choice('drop')], pendingRule: line }
}

/** The office chose. @param value `rl:take|drop` @param pending the line that was read back */
export async function hearRuleChoice(
  deps: Deps,
  asked: ImportAsked,
  { value, pending }: { value: string; pending: string | undefined },
): Promise<RuleReply> {
  const { phrases, calendar } = deps
  const { language, schoolId, now } = asked
  const read = pending === undefined ? 'gone' : await readRule(deps, asked, pending)
  if (typeof read === 'string') return { text: phrases.text(language, 'rules.gone') }
  if (value !== 'rl:take') return { text: phrases.text(language, 'rules.dropped') }
  await calendar.addRule(schoolId, read, now)
  // What is due of it this year is in the calendar from this moment on.
  await eventsAround(calendar, schoolId, now)
  return { text: phrases.text(language, 'rules.added', { number: read.number }) }
}

type Unclear = 'no_rhythm' | 'bad_rule' | 'no_title' | 'no_such_class'

async function readRule(
  { calendar, people, ids, expandRule }: Deps,
  { schoolId, now }: ImportAsked,
  line: string,
): Promise<CalendarRule | Unclear> {
  const today = schoolDayOf(now)
  const said = forWhom.exec(line)?.groups?.whom
  const whom = said === undefined ? {} : readForWhom(said, await people.classes(schoolId))
  if (whom === 'no_such_class') return whom
  const isWhom = Object.keys(whom).length > 0
  const rhythm = readRhythm(isWhom ? line.replace(forWhom, '') : line, { today, expand: expandRule })
  if (rhythm.kind !== 'rhythm') return rhythm.kind === 'none' ? 'no_rhythm' : 'bad_rule'
  const hours = writtenHours(rhythm.rest)
  const title = (hours.time === undefined ? rhythm.rest : hours.rest).replace(/^[\s,;:–-]+|[\s,;:.–-]+$/g, '')
  if (!/\p{L}{2}/u.test(title)) return 'no_title'
  const own = (await calendar.rules(schoolId)).map(({ number }) => number)
  const named = `${title.charAt(0).toUpperCase()}${title.slice(1)}`.slice(0, longestTitle)
  return {
    ...{ id: ids.uuid(), number: Math.max(0, ...own) + 1, title: { vi: named, en: named }, rhythm: rhythm.rhythm },
    audience: whom.audience ?? usualAudience(named),
    classIds: whom.classIds ?? [],
    ageGroups: whom.ageGroups ?? [],
    ...(hours.time === undefined ? {} : { time: hours.time }),
  }
}

async function voiceOf({ people, phrases }: Deps, { schoolId, language }: ImportAsked): Promise<ImportVoice> {
  return { phrases, language, classes: await people.classes(schoolId) }
}

async function readBack(deps: Deps, asked: ImportAsked, rule: CalendarRule): Promise<string> {
  const voice = await voiceOf(deps, asked)
  const closures = await deps.calendar.closures(asked.schoolId)
  const today = schoolDayOf(asked.now)
  const years = [...new Set([schoolYearOf(today), comingYear(today)])]
  const turns = years.flatMap((year) => layRule(rule, year, closures)).filter((event) => isToCome(event, today))
  const lines = turns.slice(0, shown).map(({ when }) => `\n- ${whenText(when, voice)}`)
  const params = {
    title: rule.title.vi,
    whom: whomText(rule, voice),
    lines: lines.join(''),
    more: Math.max(0, turns.length - shown),
  }
  return deps.phrases.text(asked.language, 'rules.read_back', params)
}

async function list(deps: Deps, asked: ImportAsked): Promise<RuleReply> {
  const { calendar, phrases } = deps
  const voice = await voiceOf(deps, asked)
  const rules = await calendar.rules(asked.schoolId)
  const lines = rules.map(({ number, title, rhythm, ...rule }) => {
    const what = rhythm.kind === 'rrule' ? 'rrule' : rhythm.kind
    const count = rhythm.kind === 'times_a_year' ? rhythm.times : 0
    const on = rhythm.kind === 'monthly' ? String(rhythm.on) : 'none'
    const when = phrases.text(asked.language, 'rules.rhythm', {
      what,
      count,
      on,
      rule: rhythm.kind === 'rrule' ? rhythm.rule : '',
    })
    return `\n${number}. ${title.vi}: ${when} (${whomText(rule, voice)})`
  })
  return { text: phrases.text(asked.language, 'rules.list', { count: rules.length, lines: lines.join('') }) }
}

async function remove({ calendar, phrases }: Deps, { schoolId, language, now }: ImportAsked, number: number): Promise<RuleReply> {
  const rule = (await calendar.rules(schoolId)).find((one) => one.number === number)
  if (rule === undefined) return { text: phrases.text(language, 'rules.no_such', { number }) }
  await calendar.removeRule(schoolId, rule.id, schoolDayOf(now))
  return { text: phrases.text(language, 'rules.removed', { title: rule.title.vi }) }
}
