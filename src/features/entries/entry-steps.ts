import {
  approvalOf,
  contentOf,
  type Editor,
  type EntryDeps,
  offering,
  pendingOf,
  type Said,
  savingOf,
  saying,
  setAside,
  shortened,
} from './editor.ts'
import type { EntryContent, EntryVersion, SchoolEntry } from './entry.ts'
import { type Proposal, publishEntry } from './publish-entry.ts'

/** Somebody of the office stands for the wording that waits; it does not answer yet. */
export async function approveEntry(deps: EntryDeps, editor: Editor, entry: SchoolEntry): Promise<Said> {
  const { number } = entry
  const pending = await pendingOf(deps, entry)
  const say = saying(deps, editor)
  if (pending === undefined) return say('entries.nothing_waits', { number })
  const choices = offering(deps, editor, { number, choices: ['use', 'no'] })
  if (pending.state === 'approved') return { ...say('entries.approved_before', { number }), choices }
  const content = { ...contentOf(pending), state: 'approved' as const, approved: approvalOf(editor) }
  await setAside(deps, editor, { entry, content })
  return { ...say('entries.approved', { number }), choices }
}

/** The wording that waits is to answer from now on. @param seen what the office has read of its consequences */
export async function useEntry(
  deps: EntryDeps,
  editor: Editor,
  { entry, seen }: { entry: SchoolEntry; seen?: Proposal['seen'] },
): Promise<Said> {
  const pending = await pendingOf(deps, entry)
  if (pending === undefined) {
    if (entry.state === 'withdrawn') return await restoreEntry(deps, editor, { entry })
    return saying(deps, editor)('entries.nothing_waits', { number: entry.number })
  }
  return await publishEntry(deps, editor, {
    entry,
    content: contentOf(pending),
    isKept: true,
    ...(seen === undefined ? {} : { seen }),
  })
}

/** It answers no longer. Needs no trial: it takes away what the office no longer stands behind. */
export async function withdrawEntry(deps: EntryDeps, editor: Editor, entry: SchoolEntry): Promise<Said> {
  const { number } = entry
  const say = saying(deps, editor)
  if (entry.state === 'withdrawn') return say('entries.withdrawn_before', { number })
  await deps.entries.save(entry, { ...contentOf(entry), state: 'withdrawn' }, savingOf(editor))
  const choices = offering(deps, editor, { number, choices: ['restore'] })
  return { ...say('entries.withdrawn', { number, text: shortened(entry.text.vi) }), choices }
}

/** The draft stays among the versions; what stood goes on standing, and a new answer that nobody wants is withdrawn. */
export async function dropPending(deps: EntryDeps, editor: Editor, entry: SchoolEntry): Promise<Said> {
  const say = saying(deps, editor)
  if ((await pendingOf(deps, entry)) === undefined) return say('entries.none_such', { number: entry.number })
  const isNew = entry.state === 'draft' || entry.state === 'approved'
  await deps.entries.save(entry, isNew ? { ...contentOf(entry), state: 'withdrawn' } : contentOf(entry), savingOf(editor))
  return say('entries.dropped')
}

/** An earlier version is to answer again. @param version of that number; else what answered last before what stands, and said something else */
export async function restoreEntry(
  deps: EntryDeps,
  editor: Editor,
  { entry, version }: { entry: SchoolEntry; version?: number | undefined },
): Promise<Said> {
  const { number } = entry
  const versions = await deps.entries.versions(entry)
  const found = version === undefined ? earlier(versions, entry) : versions.find((one) => one.version === version)
  if (found === undefined) return saying(deps, editor)('entries.nothing_earlier', { number })
  return await publishEntry(deps, editor, { entry, content: { ...contentOf(found), approved: null } })
}

/** Of a withdrawn answer, what it said. */
function earlier(versions: readonly EntryVersion[], entry: SchoolEntry): EntryVersion | undefined {
  const same = (one: EntryContent) =>
    one.text.vi === entry.text.vi &&
    one.text.en === entry.text.en &&
    one.validFrom === entry.validFrom &&
    one.validTo === entry.validTo
  return (
    versions.findLast(
      (one) => one.version < entry.version && one.state === 'published' && (entry.state !== 'published' || !same(one)),
    ) ?? (entry.state === 'withdrawn' ? versions.findLast((one) => one.state === 'draft' || one.state === 'approved') : undefined)
  )
}
