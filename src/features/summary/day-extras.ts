import type { SchoolDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { AbsenceStore } from '../absence/absence-store.ts'
import { alertLines } from '../alerts/alert-lines.ts'
import type { AlertStore } from '../alerts/alert-store.ts'
import type { QuestionStore } from '../office/question-store.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import { type Needs, needsOf } from './needs.ts'
import type { DaySummary } from './totals.ts'
import type { SummaryExtras } from './wording.ts'

export interface ExtraDeps {
  readonly people: Pick<PeopleStore, 'classes'>
  readonly absences: Pick<AbsenceStore, 'ofDay'>
  readonly settings: Pick<SettingsStore, 'all'>
  readonly alerts: Pick<AlertStore, 'standing'>
  readonly questions: Pick<QuestionStore, 'open'>
  readonly phrases: Phrases
}

type OfDay = { readonly schoolId: string; readonly day: SchoolDay; readonly summary: DaySummary }

/** Alerts, meals and milk, open questions: what the office reads beside the figures. */
export async function dayExtras(deps: ExtraDeps, of: OfDay, language: Language): Promise<SummaryExtras> {
  const { schoolId, day } = of
  return {
    warnings: await alertLines(deps, { schoolId, day, language }),
    needs: await needsOfDay(deps, of),
    openQuestions: (await deps.questions.open(schoolId)).length,
  }
}

/** Meals and milk of a day, by the school's settings and what families have announced. */
export async function needsOfDay(deps: ExtraDeps, { schoolId, day, summary }: OfDay): Promise<Needs> {
  const settings = await deps.settings.all(schoolId)
  const away = new Set(
    (await deps.absences.ofDay(schoolId, day)).flatMap(({ kind, childId }) => (kind === 'away' ? [childId] : [])),
  )
  const announced = new Map(
    (await deps.people.classes(schoolId)).map(({ name, children }) => [name, children.filter(({ id }) => away.has(id)).length]),
  )
  const count = (value: string | null) => (value === null ? null : Number(value))
  return needsOf(summary, { meals: count(settings.meals), milkBoxes: count(settings.milkBoxes) }, announced)
}
