import { schoolDayOf } from '../../core/clock.ts'
import { type Editor, type EntryDeps, offering, type Said, savingOf, saying } from './editor.ts'
import type { EntryContent } from './entry.ts'
import { publishEntry } from './publish-entry.ts'

/** A question, others of the same meaning, and what the office answers. */
export interface Answered {
  readonly asks: readonly string[]
  readonly answer: string
}

/** The office wants an answer it gave told to everybody who asks so: draft, approval and publication in one, the past questions tried before. */
export async function saveAnswer(deps: EntryDeps, editor: Editor, answered: Answered): Promise<Said> {
  const entry = await savedBefore(deps, editor, answered)
  if (entry?.state === 'published') return saying(deps, editor)('entries.published', { number: entry.number })
  const content = newContent(editor, answered)
  return await publishEntry(deps, editor, { content, ...(entry === undefined ? {} : { entry }) })
}

/** Keeps question and answer without answering anybody yet. */
export async function draftAnswer(deps: EntryDeps, editor: Editor, answered: Answered): Promise<Said> {
  const before = await savedBefore(deps, editor, answered)
  const { number } = before ?? (await deps.entries.add(editor.staff.schoolId, newContent(editor, answered), savingOf(editor)))
  const choices = offering(deps, editor, { number, choices: ['use', 'approve', 'no'] })
  return { ...saying(deps, editor)('entries.drafted', { number }), choices }
}

/** Tapping twice keeps one entry. */
async function savedBefore({ entries }: EntryDeps, { staff }: Editor, { asks, answer }: Answered) {
  const all = await entries.list(staff.schoolId)
  return all.find((one) => one.state !== 'withdrawn' && one.text.vi === answer && one.asks[0] === asks[0])
}

function newContent({ now }: Editor, { asks, answer }: Answered): EntryContent {
  const today = schoolDayOf(now)
  return {
    state: 'draft',
    topic: 'other',
    text: { vi: answer, en: null },
    asks,
    validFrom: today,
    validTo: null,
    saidOn: today,
    approved: null,
    replaces: [],
  }
}
