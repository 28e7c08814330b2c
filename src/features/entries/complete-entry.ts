import { approvalOf, contentOf, type Editor, type EntryDeps, pendingOf, type Said, savingOf, saying, setAside } from './editor.ts'
import { type EntryContent, type EntryTopic, entryTopics, type SchoolEntry } from './entry.ts'
import { figuresOnlyIn } from './same-figures.ts'

type Asking = Pick<EntryDeps, 'phrases'>

/** What an entry still lacks that makes it better, one thing at a time: a topic, an English wording. Both may be left out. */
export function nextToComplete(deps: Asking, editor: Pick<Editor, 'language'>, entry: SchoolEntry): Said | undefined {
  if (entry.topic === 'other') return askTopic(deps, editor, entry)
  return entry.text.en === null ? askEnglish(deps, editor, entry) : undefined
}

function askTopic(deps: Asking, { language }: Pick<Editor, 'language'>, { number }: SchoolEntry): Said {
  const topics = entryTopics.filter((topic) => topic !== 'other')
  const choices = topics.map((topic) => ({
    label: deps.phrases.text(language, `entries.topic_${topic}`),
    value: `entry:topic:${number}:${topic}`,
  }))
  const skip = { label: deps.phrases.text(language, 'entries.choice_skip'), value: `entry:topic:${number}:other` }
  return { text: deps.phrases.text(language, 'entries.ask_topic'), choices: [...choices, skip] }
}

function askEnglish(deps: Asking, { language }: Pick<Editor, 'language'>, { number }: SchoolEntry): Said {
  const skip = { label: deps.phrases.text(language, 'entries.choice_skip'), value: `entry:plain:${number}` }
  return { text: deps.phrases.text(language, 'entries.ask_english'), choices: [skip], pendingEntry: { number } }
}

/** The office chose what an entry is about, or that it does not matter; the English wording is asked for next. */
export async function takeTopic(
  deps: EntryDeps,
  editor: Editor,
  { entry, topic }: { entry: SchoolEntry; topic: EntryTopic },
): Promise<Said> {
  const amended = topic === 'other' ? entry : await amend(deps, editor, { entry, change: { topic } })
  const say = saying(deps, editor)
  const done = say(topic === 'other' ? 'entries.no_topic' : 'entries.topic_taken', {
    topic: deps.phrases.text(editor.language, `entries.topic_${topic}`),
  })
  if (amended.text.en !== null) return done
  const asked = askEnglish(deps, editor, entry)
  return { ...asked, text: `${done.text}\n${asked.text}` }
}

/**
 * The English wording of an entry. A figure in it that the Vietnamese does not have is a slip of somebody's hand: it is not taken, and the
 * office may type it again.
 */
export async function takeEnglish(
  deps: EntryDeps,
  editor: Editor,
  { entry, text }: { entry: SchoolEntry; text: string },
): Promise<Said> {
  const say = saying(deps, editor)
  const { number } = entry
  const { vi } = ((await pendingOf(deps, entry)) ?? entry).text
  const strange = figuresOnlyIn(text, vi)
  if (strange.length > 0) return { ...say('entries.english_figures', { figures: strange.join(', ') }), pendingEntry: { number } }
  await amend(deps, editor, { entry, change: { text: { vi, en: text } } })
  return say('entries.english_taken', { number })
}

/** Adds to the wording that waits, else to the one that stands; what it answers does not change by it. */
async function amend(
  deps: EntryDeps,
  editor: Editor,
  { entry, change }: { entry: SchoolEntry; change: Partial<EntryContent> },
): Promise<SchoolEntry> {
  const pending = await pendingOf(deps, entry)
  if (pending === undefined)
    return await deps.entries.save(entry, { ...contentOf(entry), ...change, approved: approvalOf(editor) }, savingOf(editor))
  const content: EntryContent = { ...contentOf(pending), ...change, state: 'draft', approved: null }
  await setAside(deps, editor, { entry, content })
  return { ...entry, ...content }
}
