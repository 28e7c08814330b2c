import { schoolDayOf, writtenDay } from '../../core/clock.ts'
import { takeEnglish, takeTopic } from './complete-entry.ts'
import { contentOf, type Editor, type EntryDeps, pendingOf, type Said, saying, setAside } from './editor.ts'
import type { EntryContent, SchoolEntry } from './entry.ts'
import type { EntryCommand } from './entry-command.ts'
import { approveEntry, restoreEntry, useEntry, withdrawEntry } from './entry-steps.ts'
import { listEntries, showEntry } from './list-entries.ts'
import { publishEntry } from './publish-entry.ts'
import { draftAnswer } from './save-answer.ts'

const longestNotice = 120

/** Does what was typed about the school's answers. */
export async function hearEntryCommand(deps: EntryDeps, editor: Editor, command: EntryCommand): Promise<Said> {
  const say = saying(deps, editor)
  switch (command.kind) {
    case 'no_such_day':
      return say('entries.no_such_day')
    case 'list':
      return await listEntries(deps, editor)
    case 'add':
      return await draftAnswer(deps, editor, { asks: [command.ask], answer: command.text })
    case 'notice':
      if (command.days < 1 || command.days > longestNotice) return say('entries.notice_wrong', { most: longestNotice })
      await deps.entries.setNoticeDays(editor.staff.schoolId, command.days)
      return say('entries.notice_set', { days: command.days })
    default:
      return await hearAboutOne(deps, editor, command)
  }
}

type AboutOne = Extract<EntryCommand, { number: number }>

async function hearAboutOne(deps: EntryDeps, editor: Editor, command: AboutOne): Promise<Said> {
  const { number } = command
  const entry = await deps.entries.byNumber(editor.staff.schoolId, number)
  if (entry === undefined) return saying(deps, editor)('entries.none_such', { number })
  switch (command.kind) {
    case 'show':
      return await showEntry(deps, editor, entry)
    case 'approve':
      return await approveEntry(deps, editor, entry)
    case 'use':
      return await useEntry(deps, editor, { entry })
    case 'withdraw':
      return await withdrawEntry(deps, editor, entry)
    case 'restore':
      return await restoreEntry(deps, editor, { entry, version: command.version })
    case 'topic':
      return await takeTopic(deps, editor, { entry, topic: command.topic })
    case 'edit':
      if (command.language === 'en') return await takeEnglish(deps, editor, { entry, text: command.text })
      // The English said what the Vietnamese said before.
      return await change(deps, editor, { entry, to: { text: { vi: command.text, en: null }, saidOn: schoolDayOf(editor.now) } })
    case 'asks': {
      const { asks } = (await pendingOf(deps, entry)) ?? entry
      return await change(deps, editor, { entry, to: { asks: command.isMore ? [...asks, command.ask] : [command.ask] } })
    }
    case 'validity': {
      const { validFrom } = (await pendingOf(deps, entry)) ?? entry
      const said = await change(deps, editor, { entry, to: { validFrom: command.from ?? validFrom, validTo: command.to } })
      const until = command.to === null ? 'none' : writtenDay(command.to)
      const valid = saying(deps, editor)('entries.valid', { number, until }).text
      return { ...said, text: `${valid}\n${said.text}` }
    }
  }
}

/** A wording that waits is changed where it waits; one that counts is tried again before the change counts. */
async function change(
  deps: EntryDeps,
  editor: Editor,
  { entry, to }: { entry: SchoolEntry; to: Partial<EntryContent> },
): Promise<Said> {
  const pending = await pendingOf(deps, entry)
  if (pending === undefined && entry.state === 'published')
    return await publishEntry(deps, editor, { entry, content: { ...contentOf(entry), ...to, approved: null } })
  const content: EntryContent = { ...contentOf(pending ?? entry), ...to, state: 'draft', approved: null }
  await setAside(deps, editor, { entry, content })
  return await showEntry(deps, editor, (await deps.entries.byNumber(entry.schoolId, entry.number)) ?? entry)
}
