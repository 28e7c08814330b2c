import { type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { alertLines } from '../alerts/alert-lines.ts'
import type { AlertStore } from '../alerts/alert-store.ts'
import type { ArrangementStore } from '../arrangement/arrangement-store.ts'
import type { Calls } from '../ladder/call-lines.ts'
import { openCalls } from '../ladder/open-calls.ts'
import type { LadderDeps } from '../ladder/send-ladder.ts'
import type { QuestionStore } from '../office/question-store.ts'
import type { School } from '../people/person.ts'
import { figuresOf } from '../summary/day-figures.ts'
import type { DaySummary } from '../summary/totals.ts'

type Deps = LadderDeps & {
  readonly alerts: AlertStore
  readonly arrangements: ArrangementStore
  readonly questions: QuestionStore
  readonly phrases: Phrases
}

/** One school's day as the office sees it. */
export interface Board {
  readonly day: SchoolDay
  readonly summary: DaySummary
  /** The id of each class of the summary, by its name. */
  readonly classIds: ReadonlyMap<string, string>
  /** When each class of the summary reported, by its name. */
  readonly reportedAt: ReadonlyMap<string, Date>
  /** What stands as an alert, a line each. */
  readonly alerts: readonly string[]
  /** Undefined on a day off. */
  readonly calls: Calls | undefined
  /** Questions of families that wait. */
  readonly openQuestions: number
}

/** What the office wants to know now, all from the same transaction. */
export async function boardOf(
  deps: Deps,
  { school, language, now }: { school: School; language: Language; now: Date },
): Promise<Board> {
  const day = schoolDayOf(now)
  const { summary, reportedAt } = await figuresOf(deps, school, day)
  const classes = await deps.people.classes(school.id)
  return {
    day,
    summary,
    classIds: new Map(classes.map(({ id, name }) => [name, id])),
    reportedAt: new Map(Object.entries(reportedAt)),
    alerts: await alertLines(deps, { schoolId: school.id, day, language }),
    calls: await openCalls(deps, school, now),
    openQuestions: (await deps.questions.open(school.id)).length,
  }
}
