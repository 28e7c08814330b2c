import { schoolDayOf, writtenDay } from '../../core/clock.ts'
import type { Choice } from '../../core/message.ts'
import type { Language, PhraseKey, PhraseParams, Phrases } from '../../core/phrases.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Person } from '../people/person.ts'
import type { EntryContent, SchoolEntry } from './entry.ts'
import type { EntryCommand } from './entry-command.ts'
import type { EntryStore } from './entry-store.ts'
import type { OwnAnswers } from './own-answers.ts'
import { tryEntry } from './trial.ts'

export interface EntryDeps {
  readonly entries: EntryStore
  readonly people: PeopleStore
  readonly phrases: Phrases
  readonly own: OwnAnswers
}

/** The member of the office who is at it. */
export interface Editor {
  readonly staff: Person
  readonly language: Language
  readonly now: Date
}

export interface Said {
  readonly text: string
  readonly choices?: readonly Choice[]
}

const listed = 30
const examplesShown = 5
/** The past questions that a change is tried on. */
const triedQuestions = 500
const shownLength = 80

/** One line of a text, for lists and examples. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= shownLength ? line : `${line.slice(0, shownLength - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** The office answered a question and wants it answered so for everybody. @param asks the question, and others of the same meaning */
export async function saveAnswer(
  deps: EntryDeps,
  editor: Editor,
  { asks, answer }: { asks: readonly string[]; answer: string },
): Promise<Said> {
  const today = schoolDayOf(editor.now)
  const content: EntryContent = {
    state: 'published',
    topic: 'other',
    text: { vi: answer, en: null },
    asks,
    validFrom: today,
    validTo: null,
    saidOn: today,
  }
  // Tapping twice keeps one entry.
  const all = await deps.entries.list(editor.staff.schoolId)
  const entry = all.find((one) => one.state !== 'withdrawn' && one.text.vi === answer && one.asks[0] === asks[0])
  if (entry?.state === 'published') return saying(deps, editor)('entries.published', { number: entry.number })
  return await publish(deps, editor, { content, ...(entry === undefined ? {} : { entry }) })
}

/** Does what was typed about one of the school's answers. */
export async function hearEntryCommand(deps: EntryDeps, editor: Editor, command: EntryCommand): Promise<Said> {
  const { entries } = deps
  const say = saying(deps, editor)
  if (command.kind === 'no_such_day') return say('entries.no_such_day')
  if (command.kind === 'list') return await list(deps, editor)
  const { number } = command
  const entry = await entries.byNumber(editor.staff.schoolId, number)
  if (entry === undefined) return say('entries.none_such', { number })
  const saving = { personId: editor.staff.id, now: editor.now }
  switch (command.kind) {
    case 'withdraw':
      if (entry.state === 'withdrawn') return say('entries.withdrawn_before', { number })
      await entries.save(entry, { ...contentOf(entry), state: 'withdrawn' }, saving)
      return say('entries.withdrawn', { number, text: shortened(entry.text.vi) })
    case 'validity': {
      const period = { validFrom: command.from ?? entry.validFrom, validTo: command.to }
      await entries.save(entry, { ...contentOf(entry), ...period }, saving)
      return say('entries.valid', { number, until: command.to === null ? 'none' : writtenDay(command.to) })
    }
    case 'edit': {
      const text = { ...entry.text, [command.language]: command.text }
      return await publish(deps, editor, {
        entry,
        content: { ...contentOf(entry), text, state: 'published', saidOn: schoolDayOf(editor.now) },
      })
    }
    case 'restore': {
      const content = await earlierContent(entries, entry)
      if (content === undefined) return say('entries.nothing_earlier', { number })
      return await publish(deps, editor, { entry, content: { ...content, state: 'published' } })
    }
  }
}

/** The office saw what a change would do, and confirms it or not. @param value `entry:ok:3`, `entry:no:3` */
export async function hearEntryChoice(deps: EntryDeps, editor: Editor, value: string): Promise<Said> {
  const say = saying(deps, editor)
  const [, decision, written] = value.split(':')
  const number = Number(written)
  const entry = Number.isSafeInteger(number) ? await deps.entries.byNumber(editor.staff.schoolId, number) : undefined
  const drafted = entry && (await deps.entries.versions(entry)).at(-1)
  if (entry === undefined || drafted === undefined || drafted.state !== 'draft') return say('entries.none_such', { number })
  const saving = { personId: editor.staff.id, now: editor.now }
  if (decision !== 'ok') {
    // The draft stays among the versions; what stood goes on standing, and a new answer that nobody wants is withdrawn.
    const standing = entry.version === drafted.version ? { ...contentOf(entry), state: 'withdrawn' as const } : contentOf(entry)
    await deps.entries.save(entry, standing, saving)
    return say('entries.dropped')
  }
  const { version: _, ...content } = drafted
  await deps.entries.save(entry, { ...content, state: 'published' }, saving)
  return say('entries.published', { number })
}

/** Tries a wording on the past questions: it is published at once when no other answer changes, refused when it may not, else shown first. */
async function publish(
  { entries, people, own, phrases }: EntryDeps,
  editor: Editor,
  { entry, content }: { entry?: SchoolEntry; content: EntryContent },
): Promise<Said> {
  const { staff, language, now } = editor
  const say = saying({ phrases }, editor)
  const { place } = await people.school(staff.schoolId)
  const index = await own.indexOf(entries, staff.schoolId)
  const asked = await entries.asked(staff.schoolId, triedQuestions)
  const candidate = { id: '', schoolId: staff.schoolId, number: 0, version: 0, ...entry, ...content, savedAt: now }
  const { changes, breaks } = tryEntry(index, { entry: candidate, asked, today: schoolDayOf(now), place })
  if (breaks !== undefined) return say('entries.refused', { question: breaks.text })
  const saving = { personId: staff.id, now }
  if (changes.length === 0) {
    const { number } =
      entry === undefined ? await entries.add(staff.schoolId, content, saving) : await entries.save(entry, content, saving)
    return say('entries.published', { number })
  }
  const draft = { ...content, state: 'draft' as const }
  const { number } = entry ?? (await entries.add(staff.schoolId, draft, saving))
  if (entry !== undefined) await entries.draft(entry, draft, saving)
  const told = (one: SchoolEntry | undefined) =>
    one === undefined ? phrases.text(language, 'entries.by_documents') : `“${shortened(one.text.vi)}”`
  const examples = changes
    .slice(0, examplesShown)
    .map(({ text, before, after }) => `– “${shortened(text)}”: ${told(before)} → ${told(after)}`)
  return {
    ...say('entries.changes', { count: changes.length, examples: examples.join('\n') }),
    choices: [
      { label: phrases.text(language, 'entries.choice_publish'), value: `entry:ok:${number}` },
      { label: phrases.text(language, 'entries.choice_drop'), value: `entry:no:${number}` },
    ],
  }
}

async function list({ entries, phrases }: EntryDeps, { staff, language, now }: Editor): Promise<Said> {
  const today = schoolDayOf(now)
  const all = (await entries.list(staff.schoolId)).filter(({ state }) => state === 'published')
  const shown = all.slice(-listed).map((entry) => {
    const until =
      entry.validTo === null
        ? ''
        : phrases.text(language, entry.validTo < today ? 'entries.ended' : 'entries.until', { date: writtenDay(entry.validTo) })
    return `${entry.number}. ${shortened(entry.asks[0] ?? '')} → ${shortened(entry.text.vi)}${until}`
  })
  if (all.length === 0) return { text: phrases.text(language, 'entries.list_none') }
  return { text: phrases.text(language, 'entries.list', { count: all.length, list: shown.join('\n') }) }
}

/** What was published last before what stands, and said something else; of a withdrawn answer, what it said. */
async function earlierContent(entries: EntryStore, entry: SchoolEntry): Promise<EntryContent | undefined> {
  const same = (one: EntryContent) =>
    one.text.vi === entry.text.vi &&
    one.text.en === entry.text.en &&
    one.validFrom === entry.validFrom &&
    one.validTo === entry.validTo
  const found = (await entries.versions(entry)).findLast(
    (one) => one.version < entry.version && one.state === 'published' && (entry.state !== 'published' || !same(one)),
  )
  if (found === undefined) return undefined
  const { version: _, ...content } = found
  return content
}

function contentOf({ state, topic, text, asks, validFrom, validTo, saidOn }: SchoolEntry): EntryContent {
  return { state, topic, text, asks, validFrom, validTo, saidOn }
}

function saying({ phrases }: Pick<EntryDeps, 'phrases'>, { language }: Editor) {
  return (key: PhraseKey, parameters: PhraseParams = {}): Said => ({ text: phrases.text(language, key, parameters) })
}
