import type { SchoolDay } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import type { CalendarEvent } from '../calendar/event.ts'
import type { Closure } from '../calendar/school-day.ts'
import { usualAudience } from './for-whom.ts'
import { merged } from './merged-event.ts'
import { closureDays, isAsSaid } from './planned-closure.ts'
import type { ClosureDraft, EventDraft, ImportRow, Reading, RowProblem } from './row.ts'
import { shortened } from './row.ts'

/** What taking a line would do. */
export type PlannedRow = { readonly row: ImportRow } & (
  | { readonly kind: 'new' | 'unchanged' }
  /** `before`: the event as it stands; absent for days off. */
  | { readonly kind: 'changed'; readonly before?: CalendarEvent }
)

export interface Plan {
  readonly rows: readonly PlannedRow[]
  readonly problems: readonly RowProblem[]
}

const known = (title: string): string =>
  withoutDiacritics(fold(title))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/**
 * What a reading would change: each line is an event the school has (by its id, its name in the file, its title and day, or its title where
 * that stands once on either side) or a new one. The second of two equal lines is told as a problem.
 */
export function planImport(
  { rows, problems }: Reading,
  {
    events,
    closures,
    window,
  }: {
    readonly events: readonly CalendarEvent[]
    readonly closures: readonly Closure[]
    readonly window: { readonly from: SchoolDay; readonly to: SchoolDay }
  },
): Plan {
  const planned: PlannedRow[] = []
  const refused: RowProblem[] = [...problems]
  const refuse = ({ sheet, line, what }: ImportRow, why: RowProblem['why']) =>
    refused.push({
      ...(sheet === undefined ? {} : { sheet }),
      line,
      why,
      text: shortened(what.kind === 'event' ? what.title : what.reason),
    })
  const seen = new Set<string>()
  const find = finder(rows, events)
  for (const row of rows) {
    const { what } = row
    const day =
      what.kind === 'closure' ? what.day : what.when.kind === 'dated' ? what.when.day : `${what.schoolYear.slice(0, 4)}-09-01`
    const name = nameOf(what)
    if (day < window.from || day > window.to) refuse(row, 'too_far')
    else if (seen.has(name)) refuse(row, 'twice')
    else if (what.kind === 'closure') planned.push({ row, kind: kindOfClosure(what, closures) })
    else {
      const before = find(what)
      if (before === undefined) planned.push({ row, kind: 'new' })
      else planned.push(isSame(before, what) ? { row, kind: 'unchanged' } : { row, kind: 'changed', before })
    }
    seen.add(name)
  }
  return { rows: planned, problems: refused.sort((one, other) => one.line - other.line) }
}

/** What makes two lines of a file the same line. */
function nameOf(what: EventDraft | ClosureDraft): string {
  if (what.kind === 'closure') return JSON.stringify(['closure', what.day, what.lastDay, what.only])
  const { title, when, ownId, sourceKey, classIds, ageGroups } = what
  return JSON.stringify(ownId ?? sourceKey ?? [known(title), when, classIds, ageGroups])
}

function kindOfClosure(draft: ClosureDraft, closures: readonly Closure[]): 'new' | 'changed' | 'unchanged' {
  const days = closureDays(draft).map((day) => isAsSaid(draft, day, closures))
  if (days.every((answer) => answer === 'same')) return 'unchanged'
  return days.every((answer) => answer === 'nothing') ? 'new' : 'changed'
}

function finder(rows: readonly ImportRow[], events: readonly CalendarEvent[]): (draft: EventDraft) => CalendarEvent | undefined {
  const byId = new Map(events.map((event) => [event.id, event]))
  const byKey = new Map(events.flatMap((event) => (event.sourceKey === undefined ? [] : [[event.sourceKey, event] as const])))
  const byTitle = Map.groupBy(events, ({ title, schoolYear }) => `${schoolYear}/${known(title.vi)}`)
  const drafts = rows.flatMap(({ what }) => (what.kind === 'event' ? [`${what.schoolYear}/${known(what.title)}`] : []))
  const inFile = new Map([...Map.groupBy(drafts, (one) => one)].map(([title, own]) => [title, own.length]))
  const taken = new Set<string>()
  return (draft) => {
    const name = `${draft.schoolYear}/${known(draft.title)}`
    const own = (draft.ownId === undefined ? undefined : byId.get(draft.ownId)) ?? byKey.get(draft.sourceKey ?? '')
    const alike = byTitle.get(name) ?? []
    const sameDay = alike.find(({ id, when }) => !taken.has(id) && dayOf(when) === dayOf(draft.when))
    const only = alike.length === 1 && inFile.get(name) === 1 && alike[0]!.sourceKey === undefined ? alike[0] : undefined
    const found = own ?? sameDay ?? (only !== undefined && !taken.has(only.id) ? only : undefined)
    if (found !== undefined) taken.add(found.id)
    return found
  }
}

const dayOf = (when: CalendarEvent['when']): string => (when.kind === 'dated' ? when.day : when.months.join(','))

function isSame(before: CalendarEvent, draft: EventDraft): boolean {
  const after = merged(before, draft)
  const shape = ({ title, when, place, audience, classIds, ageGroups, approved }: CalendarEvent) =>
    JSON.stringify([
      title.vi,
      Object.entries(when).sort(),
      place ?? null,
      [...audience].sort(),
      [...(classIds ?? [])].sort(),
      [...(ageGroups ?? [])].sort(),
      approved,
    ])
  return shape(before) === shape(after)
}

/** The event that a new line becomes. */
export function freshEvent(draft: EventDraft, { id, source }: { id: string; source: 'file' | 'paste' }): CalendarEvent {
  return {
    ...{ id, source, schoolYear: draft.schoolYear, templateKey: null },
    ...(draft.sourceKey === undefined ? {} : { sourceKey: draft.sourceKey }),
    title: { vi: draft.title, en: draft.title },
    audience: draft.audience ?? usualAudience(draft.title),
    when: draft.when,
    ...(draft.place === undefined ? {} : { place: draft.place }),
    ...(draft.classIds === undefined ? {} : { classIds: draft.classIds }),
    ...(draft.ageGroups === undefined ? {} : { ageGroups: draft.ageGroups }),
    approved: draft.moved !== true,
  }
}
