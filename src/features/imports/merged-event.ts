import { fold } from '../../core/text.ts'
import type { CalendarEvent } from '../calendar/event.ts'
import type { EventDraft } from './row.ts'

/**
 * An event as a line changes it: what the line says nothing of stays. A line of our own feed carries the mark of the built-in schedule in its
 * title's tail and not the approval, so reading it back approves nothing; any other line that the office sends does.
 */
export function merged(before: CalendarEvent, draft: EventDraft): CalendarEvent {
  const { title, when, place, audience, classIds, ageGroups, schoolYear, ownId, moved } = draft
  // Another way to write the same, capitals aside, is no news.
  const isSameTitle = fold(title) === fold(before.title.vi)
  const isSameWhen = JSON.stringify(Object.entries(when).sort()) === JSON.stringify(Object.entries(before.when).sort())
  // A day that the school has already given is not taken back by a line that only knows the month.
  const stays = when.kind === 'within' && before.when.kind === 'dated'
  return {
    ...before,
    schoolYear,
    title: isSameTitle ? before.title : { vi: title, en: title },
    when: stays ? before.when : when,
    ...(place === undefined ? {} : { place }),
    ...(audience === undefined ? {} : { audience }),
    ...(classIds === undefined ? {} : { classIds }),
    ...(ageGroups === undefined ? {} : { ageGroups }),
    approved: before.approved || (moved !== true && (ownId === undefined || !(isSameTitle && isSameWhen))),
  }
}
