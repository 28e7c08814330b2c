import { schoolDayOf, writtenDay } from '../../core/clock.ts'
import { nextToComplete } from './complete-entry.ts'
import {
  approvalOf,
  contentOf,
  type Editor,
  type EntryDeps,
  offering,
  type Said,
  savingOf,
  saying,
  setAside,
  shortened,
} from './editor.ts'
import type { EntryContent, SchoolEntry } from './entry.ts'
import { lacking, type Replaced, replacedBy } from './protected.ts'
import { type Change, type Trial, tryEntry } from './trial.ts'

const examplesShown = 5
/** The past questions that a change is tried on. */
const triedQuestions = 500
/** As much of a document's answer as is shown beside the school's. */
const quotedLength = 200

/** A wording that somebody wants to count. */
export interface Proposal {
  /** Absent: it is new. */
  readonly entry?: SchoolEntry
  readonly content: EntryContent
  /** It stands among the versions already. */
  readonly isKept?: boolean
  /** What the office has read and said yes to: which past questions change, which protected answer it replaces. */
  readonly seen?: 'changes' | 'replacement'
}

/**
 * Tries a wording on the past questions: it counts at once when no other answer changes; else it is kept as a draft and the office reads
 * first what it would do. One that takes a protected question is refused unless it says what for and for how long, and the office has seen
 * both answers.
 */
export async function publishEntry(deps: EntryDeps, editor: Editor, proposal: Proposal): Promise<Said> {
  const { entry, content, seen } = proposal
  const { trial, replaced } = await tryOut(deps, editor, proposal)
  const unsaid = replaced.filter(({ entryId }) => !content.replaces.includes(entryId))
  if (unsaid.length > 0 && seen !== 'replacement') return await askAboutReplacing(deps, editor, { ...proposal, unsaid, trial })
  if (unsaid.length > 0 && lacking(content, unsaid) !== null)
    return await askAboutReplacing(deps, editor, { ...proposal, unsaid, trial })
  if (trial.changes.length > 0 && seen === undefined) {
    const number = await keep(deps, editor, proposal)
    return {
      text: changesText(deps, editor, trial.changes),
      choices: offering(deps, editor, { number, choices: ['ok', 'no'] }),
    }
  }
  const replaces = [...new Set([...content.replaces, ...unsaid.map(({ entryId }) => entryId)])]
  const standing = { ...content, state: 'published' as const, approved: content.approved ?? approvalOf(editor), replaces }
  const saved =
    entry === undefined
      ? await deps.entries.add(editor.staff.schoolId, standing, savingOf(editor))
      : await deps.entries.save(entry, standing, savingOf(editor))
  const say = saying(deps, editor)
  const told = [say('entries.published', { number: saved.number }).text]
  if (trial.changes.length === 0 && trial.tried > 0) told.push(say('entries.tried', { count: trial.tried }).text)
  const next = nextToComplete(deps, editor, saved)
  return next === undefined ? { text: told.join('\n') } : { ...next, text: [...told, next.text].join('\n') }
}

async function tryOut({ entries, people, own, ask }: EntryDeps, { staff, now }: Editor, { entry, content }: Proposal) {
  const { place } = await people.school(staff.schoolId)
  const index = await own.indexOf(entries, staff.schoolId)
  const asked = await entries.asked(staff.schoolId, triedQuestions)
  const base = { id: '', schoolId: staff.schoolId, number: 0, version: 0, ...entry }
  const candidate = { ...base, ...content, state: 'published' as const, savedAt: now }
  // What holds only from September on is tried as of then.
  const today = schoolDayOf(now) < content.validFrom ? content.validFrom : schoolDayOf(now)
  const trial = tryEntry(index, { entry: candidate, asked, today, place })
  return { trial, replaced: replacedBy(content, trial.taken, { ask, today, place }) }
}

/** Keeps a wording that may not count yet, so that nothing typed is lost. @returns the entry's number */
async function keep({ entries }: EntryDeps, editor: Editor, { entry, content, isKept }: Proposal): Promise<number> {
  if (isKept === true && entry !== undefined) return entry.number
  const draft = { ...contentOf(content), state: 'draft' as const, approved: null }
  if (entry === undefined) return (await entries.add(editor.staff.schoolId, draft, savingOf(editor))).number
  await setAside({ entries }, editor, { entry, content: draft })
  return entry.number
}

async function askAboutReplacing(
  deps: EntryDeps,
  editor: Editor,
  { unsaid, trial, ...proposal }: Proposal & { unsaid: readonly Replaced[]; trial: Trial },
): Promise<Said> {
  const { content } = proposal
  const number = await keep(deps, editor, proposal)
  const say = saying(deps, editor)
  const { question, document } = unsaid[0]!
  const both = { number, question: shortened(question), document: shortened(document, quotedLength) }
  const lacks = lacking(content, unsaid)
  if (lacks !== null) return say('entries.protected', { ...both, lacks })
  const period = { from: writtenDay(content.validFrom), until: writtenDay(content.validTo!) }
  const asked = say('entries.replaces', { ...both, ...period, own: shortened(content.text.vi, quotedLength) }).text
  const text = trial.changes.length === 0 ? asked : `${changesText(deps, editor, trial.changes)}\n${asked}`
  return { text, choices: offering(deps, editor, { number, choices: ['over', 'no'] }) }
}

function changesText(deps: EntryDeps, editor: Editor, changes: readonly Change[]): string {
  const say = saying(deps, editor)
  const told = (one: SchoolEntry | undefined, answeredBy: readonly string[]) =>
    one === undefined
      ? say(answeredBy.length > 0 ? 'entries.by_documents' : 'entries.by_office').text
      : `“${shortened(one.text.vi)}”`
  const examples = changes
    .slice(0, examplesShown)
    .map(
      ({ asked, before, after }) =>
        `– “${shortened(asked.text)}”: ${told(before, asked.answeredBy)} → ${told(after, before === undefined ? asked.answeredBy : [])}`,
    )
  return say('entries.changes', { count: changes.length, examples: examples.join('\n') }).text
}
