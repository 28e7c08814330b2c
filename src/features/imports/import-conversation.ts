import { schoolDayOf } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import type { Choice } from '../../core/message.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import { schoolYearOf } from '../calendar/school-year.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { CalendarImport, ImportStore } from './import-store.ts'
import { type Interpreted, interpret, planFor, usualChoice, type YearChoice } from './interpret.ts'
import type { Plan } from './plan.ts'
import { changesOf, choicesFor, nameOf, previewText, problemsText, rowsText } from './preview.ts'
import { readOccurrences } from './read-occurrences.ts'
import { beginsLine, looksLikeRest, looksLikeSchedule } from './read-pasted.ts'
import type { SentFile } from './sent-file.ts'
import { takeImport, type Undone, undoImport } from './take-import.ts'
import type { ImportVoice } from './wording.ts'

type Deps = { calendar: CalendarStore; people: PeopleStore; imports: ImportStore; phrases: Phrases; ids: Ids }
export interface ImportAsked {
  readonly schoolId: string
  /** Of the office; null: the command line. */
  readonly personId: string | null
  readonly language: Language
  readonly now: Date
}
export interface ImportReply {
  readonly text: string
  readonly choices?: readonly Choice[]
  /** The import that waits for a choice; the rest of a cut text goes to it. */
  readonly pendingImport?: string
}

/** A file as it reached us: read, or not fetched from its platform. */
export type SentCalendar = { readonly name: string; readonly file: SentFile | { readonly kind: 'not_fetched' } }

/** A file of the office is shown as what it would change; nothing is written into the calendar before the choice. */
export async function hearCalendarFile(deps: Deps, asked: ImportAsked, { name, file }: SentCalendar): Promise<ImportReply> {
  const { phrases } = deps
  const refused = (why: string): ImportReply => ({
    text: phrases.text(asked.language, 'imports.unreadable', { name: nameOf({ fileName: name }), why }),
  })
  switch (file.kind) {
    case 'not_fetched':
      return refused('not_fetched')
    case 'unreadable':
      return refused(file.why)
    case 'text':
      return await show(deps, asked, { source: 'text', fileName: name, content: file })
    case 'table':
      return await show(deps, asked, { source: file.source, fileName: name, content: { kind: 'table', rows: file.rows } })
    case 'ics': {
      const reading = readOccurrences(file, { schoolId: asked.schoolId, classes: await deps.people.classes(asked.schoolId) })
      return await show(deps, asked, { source: 'ics', fileName: name, content: { kind: 'reading', reading } })
    }
  }
}

/** How soon the rest of a text follows that the messenger has cut. */
const restMinutes = 2

/** A pasted schedule, or the rest of one that was cut. Undefined: the text is something else. */
export async function hearPastedCalendar(
  deps: Deps,
  asked: ImportAsked,
  { text, pending }: { text: string; pending: string | undefined },
): Promise<ImportReply | undefined> {
  const before = pending === undefined || !looksLikeRest(text) ? undefined : await deps.imports.find(asked.schoolId, pending)
  const isRest =
    before?.state === 'shown' &&
    before.content.kind === 'text' &&
    asked.now.getTime() - before.createdAt.getTime() <= restMinutes * 60_000
  if (isRest && before.content.kind === 'text') {
    await deps.imports.step(asked.schoolId, before.id, { from: 'shown', to: 'dropped', now: asked.now })
    return await show(deps, asked, { source: 'text', content: { kind: 'text', text: continued(before.content.text, text) } })
  }
  return looksLikeSchedule(text) ? await show(deps, asked, { source: 'text', content: { kind: 'text', text } }) : undefined
}

/** A text that was cut within a line goes on with that line. */
const continued = (before: string, rest: string): string => `${before}${beginsLine(rest) ? '\n' : ' '}${rest}`

/** "hoàn tác nhập lịch", "bỏ lần nhập lịch vừa rồi", "undo import". */
export const wantsUndo = (text: string): boolean =>
  /^(?:hoan tac|huy|bo|xoa|thu hoi)(?: lai)? (?:lan |viec )?(?:nhap|ghi|tai) (?:lich|tep|file)\b|^undo (?:the )?import$/.test(
    withoutDiacritics(fold(text)),
  )

/** Undoes the last import that was taken. */
export async function hearImportUndo(deps: Deps, asked: ImportAsked): Promise<ImportReply> {
  const one = await deps.imports.lastTaken(asked.schoolId)
  return { text: undoneText(deps.phrases, asked.language, await undoImport(deps, { ...asked, one })) }
}

/** The office chose. @param value `im:take|keep|asis|errors|rows|drop|undo:<id>` */
export async function hearImportChoice(deps: Deps, asked: ImportAsked, value: string): Promise<ImportReply> {
  const { phrases, imports } = deps
  const { language, schoolId, now } = asked
  const [, what, id = ''] = value.split(':')
  const one = await imports.find(schoolId, id)
  const gone: ImportReply = { text: phrases.text(language, 'imports.gone') }
  if (one === undefined) return gone
  if (what === 'undo') return { text: undoneText(phrases, language, await undoImport(deps, { schoolId, one, now })) }
  if (one.state !== 'shown') return gone
  if (what === 'drop') {
    await imports.step(schoolId, id, { from: 'shown', to: 'dropped', now })
    return { text: phrases.text(language, 'imports.dropped') }
  }
  const choice: YearChoice = { mend: what !== 'keep', lay: what !== 'asis' }
  const { read, plan, voice } = await understood(deps, asked, { one, choice })
  if (what === 'errors' || what === 'rows') {
    const text = what === 'errors' ? problemsText(plan, voice) : rowsText(plan, voice)
    return { text, choices: choicesFor(id, { read, plan }, voice), pendingImport: id }
  }
  const taken = await takeImport(deps, { one, plan, now })
  if (taken === undefined) return gone
  const label = phrases.text(language, 'imports.undo')
  const left = one.source === 'text' ? await templateLeft(deps, asked) : 0
  const rest = left === 0 ? '' : phrases.text(language, 'imports.template_left', { count: left })
  const text = `${phrases.text(language, 'imports.taken', { ...taken, problems: plan.problems.length })}${rest}`
  return { text, choices: [{ label, value: `im:undo:${id}` }] }
}

/** A schedule of the office's own comes beside the built-in one: how much of that nobody has approved. */
async function templateLeft({ calendar }: Deps, { schoolId, now }: ImportAsked): Promise<number> {
  const events = await calendar.events(schoolId, schoolYearOf(schoolDayOf(now)))
  const isOpen = ({ when }: (typeof events)[number]) => when.kind === 'dated' || when.months.length > 0
  return events.filter((event) => event.templateKey !== null && !event.approved && isOpen(event)).length
}

type NewImport = Pick<CalendarImport, 'source' | 'fileName' | 'content'>

async function show(deps: Deps, asked: ImportAsked, given: NewImport): Promise<ImportReply> {
  const { ids, imports, phrases } = deps
  const { schoolId, personId, now, language } = asked
  const one: CalendarImport = { id: ids.uuid(), schoolId, personId, state: 'shown', createdAt: now, ...given }
  const { read, plan, voice } = await understood(deps, asked, { one, choice: usualChoice })
  const said = previewText(one, { read, plan }, voice)
  if (changesOf(plan) + plan.problems.length === 0) return { text: `${said}${phrases.text(language, 'imports.nothing_to_take')}` }
  await imports.add(one)
  const isTakeable = changesOf(plan) > 0
  return {
    text: `${said}${phrases.text(language, isTakeable ? 'imports.ask' : 'imports.nothing_to_take')}`,
    choices: choicesFor(one.id, { read, plan }, voice),
    pendingImport: one.id,
  }
}

/** An import as it would be taken now. */
export async function understood(
  { calendar, people, phrases }: Pick<Deps, 'calendar' | 'people' | 'phrases'>,
  { schoolId, language, now }: Pick<ImportAsked, 'schoolId' | 'language' | 'now'>,
  { one, choice }: { one: Pick<CalendarImport, 'content'>; choice: YearChoice },
): Promise<{ read: Interpreted; plan: Plan; voice: ImportVoice }> {
  const classes = await people.classes(schoolId)
  const today = schoolDayOf(now)
  const read = interpret(one.content, { today, classes, choice })
  const plan = await planFor(calendar, { schoolId, today }, read)
  return { read, plan, voice: { phrases, language, classes } }
}

function undoneText(phrases: Phrases, language: Language, undone: Undone): string {
  if (undone.kind === 'too_late') return phrases.text(language, 'imports.too_late')
  if (undone.kind === 'nothing') return phrases.text(language, 'imports.nothing_to_undo')
  const { removed, restored, kept } = undone
  return phrases.text(language, 'imports.undone', { removed, restored, kept: kept.slice(0, 10).join('; ') || 'none' })
}
