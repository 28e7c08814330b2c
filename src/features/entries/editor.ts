import type { Ask } from '../../core/answering.ts'
import type { Choice } from '../../core/message.ts'
import type { Language, PhraseKey, PhraseParams, Phrases } from '../../core/phrases.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Person } from '../people/person.ts'
import type { EntryContent, EntryVersion, SchoolEntry } from './entry.ts'
import type { EntryStore } from './entry-store.ts'
import type { OwnAnswers } from './own-answers.ts'

export interface EntryDeps {
  readonly entries: EntryStore
  readonly people: PeopleStore
  readonly phrases: Phrases
  readonly own: OwnAnswers
  /** What the documents answer. */
  readonly ask: Ask
}

/** The member of the office who is at it. */
export interface Editor {
  readonly staff: Person
  readonly language: Language
  readonly now: Date
}

/** What the office reads. */
export interface Said {
  readonly text: string
  readonly choices?: readonly Choice[]
  /** The entry whose English wording may come as the next message. */
  readonly pendingEntry?: { readonly number: number }
}

export const choiceKeys = ['use', 'approve', 'withdraw', 'restore', 'ok', 'over', 'no'] as const
/** What the office may choose to be done with an entry. */
export type EntryChoice = (typeof choiceKeys)[number]

const shownLength = 80

/** One line of a text, for lists and examples. */
export function shortened(text: string, length = shownLength): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= length ? line : `${line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

export function saying({ phrases }: Pick<EntryDeps, 'phrases'>, { language }: Pick<Editor, 'language'>) {
  return (key: PhraseKey, parameters: PhraseParams = {}): Said => ({ text: phrases.text(language, key, parameters) })
}

/** Numbered choices on one entry. */
export function offering(
  { phrases }: Pick<EntryDeps, 'phrases'>,
  { language }: Pick<Editor, 'language'>,
  { number, choices }: { number: number; choices: readonly EntryChoice[] },
): Choice[] {
  return choices.map((choice) => ({
    label: phrases.text(language, `entries.choice_${choice}`),
    value: `entry:${choice}:${number}`,
  }))
}

/** A wording beside the one that stands, which waits for somebody to approve or publish it. */
export async function pendingOf({ entries }: Pick<EntryDeps, 'entries'>, entry: SchoolEntry): Promise<EntryVersion | undefined> {
  const last = (await entries.versions(entry)).at(-1)
  return last?.state === 'draft' || last?.state === 'approved' ? last : undefined
}

/** Keeps a wording until somebody publishes it: beside the one that answers, else as the one that stands. */
export async function setAside(
  { entries }: Pick<EntryDeps, 'entries'>,
  editor: Editor,
  { entry, content }: { entry: SchoolEntry; content: EntryContent },
): Promise<void> {
  if (entry.state === 'published') await entries.draft(entry, content, savingOf(editor))
  else await entries.save(entry, content, savingOf(editor))
}

export function contentOf(from: EntryContent): EntryContent {
  const { state, topic, text, asks, validFrom, validTo, saidOn, approved, replaces } = from
  return { state, topic, text, asks, validFrom, validTo, saidOn, approved, replaces }
}

export const savingOf = ({ staff, now }: Editor) => ({ personId: staff.id, now })
export const approvalOf = ({ staff, now }: Editor) => ({ personId: staff.id, at: now })
