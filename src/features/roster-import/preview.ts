import { writtenDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { PlanOptions } from './plan-options.ts'
import type { ListedChild, PresentRoster } from './roster-import-store.ts'
import { differences, notesOf, type RosterChange, type RosterPlan } from './roster-plan.ts'
import type { Place } from './roster-row.ts'

export interface Voice {
  readonly phrases: Phrases
  readonly language: Language
}

/** What a plan would do, a sentence a row. */
export interface RosterPreview {
  readonly summary: string
  readonly newClasses: readonly string[]
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly missing: readonly string[]
  readonly doubts: readonly string[]
  readonly noted: readonly string[]
}

interface Shown {
  readonly present: PresentRoster
  readonly options: Pick<PlanOptions, 'keepPhones'>
  /** The most lines of each kind. */
  readonly most: number
}

/** The plan in words, for a page or a terminal. */
export function previewOf(plan: RosterPlan, { present, options, most }: Shown, { phrases, language }: Voice): RosterPreview {
  const say = (key: Parameters<Phrases['text']>[1], params: Parameters<Phrases['text']>[2]) => phrases.text(language, key, params)
  const codes = new Map([...present.classes, ...plan.newClasses].map(({ id, code }) => [id, code]))
  const codeOf = ({ classId }: ListedChild) => codes.get(classId) ?? ''
  const placeOf = ({ sheet, line }: Place) => say('roster.place', { sheet: sheet ?? 'none', line: String(line) })
  const whatOf = ({ before, after }: RosterChange) =>
    differences(before, after)
      .map((fact) =>
        say('roster.what', {
          fact,
          before: fact === 'classId' ? codeOf(before) : written(before[fact]) || 'none',
          after: fact === 'classId' ? codeOf(after) : written(after[fact]),
        }),
      )
      .join(', ')
  const { added, changed, same, missing, doubts, noted } = plan
  return {
    summary: say('roster.summary', {
      fresh: added.length,
      changed: changed.length,
      same,
      missing: missing.length,
      doubtful: doubts.length,
    }),
    newClasses: plan.newClasses.map(({ code, name, age }) => say('roster.new_class', { code, name, age: ageWords[age] })),
    added: added.slice(0, most).map(({ row, child }) =>
      say('roster.added', {
        place: placeOf(row),
        name: child.rosterName,
        class: codeOf(child),
        born: written(child.birthDate) || 'none',
      }),
    ),
    changed: changed
      .slice(0, most)
      .map((one) => say('roster.changed', { place: placeOf(one.row), name: one.before.rosterName, what: whatOf(one) })),
    missing: missing.slice(0, most).map((child) => say('roster.missing', { name: child.rosterName, class: codeOf(child) })),
    doubts: doubts
      .slice(0, most)
      .map((one) => say('roster.doubt', { place: placeOf(one), why: one.why, text: one.text, other: one.other ?? '' })),
    noted: noted.slice(0, most).map((row) =>
      say('roster.noted', {
        place: placeOf(row),
        name: row.name,
        what: notesOf(row, options)
          .map((note) => say('roster.note', { note }))
          .join(', '),
      }),
    ),
  }
}

/** ICU's select takes words only. */
const ageWords = { nursery: 'nursery', '3-4': 'three', '4-5': 'four', '5': 'five' } as const

function written(value: string | boolean | null): string {
  if (value === null || typeof value === 'boolean') return ''
  return /^\d{4}-\d\d-\d\d$/.test(value) ? writtenDay(value) : value
}
