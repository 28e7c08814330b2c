import { takeTopic } from './complete-entry.ts'
import { choiceKeys, type Editor, type EntryDeps, type Said, saying } from './editor.ts'
import { entryTopics, type SchoolEntry } from './entry.ts'
import { approveEntry, dropPending, restoreEntry, useEntry, withdrawEntry } from './entry-steps.ts'

/** The office chose what becomes of an entry. @param value `entry:use:3`, `entry:topic:3:milk`, `entry:plain:3` */
export async function hearEntryChoice(deps: EntryDeps, editor: Editor, value: string): Promise<Said> {
  const [, what, written, detail] = value.split(':')
  const number = Number(written)
  const entry = Number.isSafeInteger(number) ? await deps.entries.byNumber(editor.staff.schoolId, number) : undefined
  const say = saying(deps, editor)
  if (entry === undefined) return say('entries.none_such', { number: written ?? '' })
  if (what === 'plain') return say('entries.no_english', { number })
  const topic = what === 'topic' ? entryTopics.find((one) => one === detail) : undefined
  if (topic !== undefined) return await takeTopic(deps, editor, { entry, topic })
  const choice = choiceKeys.find((key) => key === what)
  return choice === undefined ? say('entries.none_such', { number }) : await choose(deps, editor, { entry, choice })
}

async function choose(
  deps: EntryDeps,
  editor: Editor,
  { entry, choice }: { entry: SchoolEntry; choice: (typeof choiceKeys)[number] },
): Promise<Said> {
  switch (choice) {
    case 'approve':
      return await approveEntry(deps, editor, entry)
    case 'use':
      return await useEntry(deps, editor, { entry })
    case 'ok':
      return await useEntry(deps, editor, { entry, seen: 'changes' })
    case 'over':
      return await useEntry(deps, editor, { entry, seen: 'replacement' })
    case 'no':
      return await dropPending(deps, editor, entry)
    case 'withdraw':
      return await withdrawEntry(deps, editor, entry)
    case 'restore':
      return await restoreEntry(deps, editor, { entry })
  }
}
