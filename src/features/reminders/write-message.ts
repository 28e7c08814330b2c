import { addDays, schoolDayOf, schoolTimeOf, weekdayOf, writtenDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { classesOf, type Reader } from '../calendar/event.ts'
import type { Closure } from '../calendar/school-day.ts'
import { reminderPhrase } from '../calendar/wording.ts'
import { shortName } from '../checkin/wording.ts'
import type { Role, School } from '../people/person.ts'
import type { AddressedChild, ClassName } from './addressee.ts'
import { keyOf, type Occurrence } from './occurrence.ts'
import { type Field, valuesOf, type Wordings } from './wordings.ts'

/** What a message is written with. */
export interface Voice {
  readonly phrases: Phrases
  readonly wordings: Wordings
  readonly school: School
  readonly classes: readonly ClassName[]
  readonly closures: readonly Closure[]
  /** The assistant's own words of this moment, which are the same for all readers of a role and language. */
  readonly known?: Map<string, string>
}

/** One reminder as one chat reads it. */
export interface Item {
  readonly occurrence: Occurrence
  readonly role: Role
  readonly children: readonly AddressedChild[]
  readonly late: boolean
}

const readerOf: Record<Role, Reader> = { guardian: 'parents', teacher: 'teachers', office: 'office' }

/** One reminder as a message of its own. */
export function singleText(voice: Voice, item: Item, { language, now }: { language: Language; now: Date }): string {
  const { phrases, school } = voice
  const { occurrence, late } = item
  const { vi, en } = occurrence.reminder.text
  const key = `${keyOf(occurrence)} ${item.role} ${language} ${late} ${now.getTime()}`
  const known = vi === undefined && en === undefined ? voice.known?.get(key) : undefined
  if (known !== undefined) return known
  const own = ownWords(voice, item, language)
  const built = reminderPhrase(readerOf[item.role], occurrence.event, {
    today: schoolDayOf(now),
    closures: voice.closures,
    school: school.name,
    language,
    classes: classCodes(voice, occurrence),
  })
  const said =
    own !== undefined
      ? phrases.text(language, 'reminders.own_words', { school: school.name, text: own })
      : built === null
        ? occurrence.event.title[language]
        : phrases.text(language, built.key, built.params)
  const lateWord = late ? `\n${phrases.text(language, 'reminders.late', dueParams(occurrence))}` : ''
  const text = `${requiredWord(phrases, occurrence, language)}${said}${lateWord}`
  if (own === undefined) voice.known?.set(key, text)
  return text
}

/** Several reminders in one message: a day's digest, or what an outage held up. */
export function mergedText(voice: Voice, items: readonly Item[], { language, now }: { language: Language; now: Date }): string {
  const { phrases, school } = voice
  const lines = items.map((item) => {
    const { day, event } = item.occurrence
    const text = ownWords(voice, item, language) ?? event.title[language]
    const relative = day === schoolDayOf(now) ? 'today' : day === addDays(schoolDayOf(now), 1) ? 'tomorrow' : 'later'
    const time = event.when.kind === 'dated' ? (event.when.time ?? 'none') : 'none'
    const line = phrases.text(language, 'reminders.line', { ...dayParams(day), relative, time, text })
    return `• ${requiredWord(phrases, item.occurrence, language)}${line}`
  })
  const late = items.some((item) => item.late) ? 'yes' : 'no'
  return phrases.text(language, 'reminders.merged', { school: school.name, count: items.length, late, lines: lines.join('\n') })
}

function ownWords({ wordings, school, ...voice }: Voice, { occurrence, children }: Item, language: Language): string | undefined {
  const { reminder, event, day } = occurrence
  const message = reminder.text[language] ?? reminder.text.vi
  if (message === undefined) return undefined
  const time = event.when.kind === 'dated' ? event.when.time : undefined
  const values: Record<Field, string> = {
    title: event.title[language],
    date: writtenDay(day),
    weekday: voice.phrases.text(language, 'reminders.weekday', { weekday: String(weekdayOf(day)) }),
    time: time ?? '',
    place: event.place ?? '',
    classes: classCodes({ ...voice }, occurrence).join(', '),
    children: children.map(({ name }) => shortName(name)).join(', '),
    school: school.name,
  }
  // A field that is empty for this reader leaves no gap.
  return wordings.fill(message, language, valuesOf(values)).replace(/ {2,}/g, ' ').trim()
}

function classCodes({ classes }: Pick<Voice, 'classes'>, { reminder, event }: Occurrence): string[] {
  const own = reminder.classIds.length + reminder.ageGroups.length > 0 ? reminder : event
  return (classesOf(own, classes) ?? []).map(({ code }) => code)
}

function requiredWord(phrases: Phrases, { reminder }: Occurrence, language: Language): string {
  return reminder.required === null ? '' : `${phrases.text(language, 'reminders.required', { why: reminder.required })} `
}

const dayParams = (day: string) => ({ weekday: String(weekdayOf(day)), date: writtenDay(day) })
const dueParams = ({ dueAt }: Occurrence) => ({ time: schoolTimeOf(dueAt), date: writtenDay(schoolDayOf(dueAt)).slice(0, 5) })
