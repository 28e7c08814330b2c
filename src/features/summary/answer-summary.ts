import { schoolDayOf } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { PeopleStore } from '../people/people-store.ts'
import { dayExtras, type ExtraDeps } from './day-extras.ts'
import { type FigureDeps, figuresOf } from './day-figures.ts'
import type { ReportState } from './totals.ts'
import { summaryMessage } from './wording.ts'

type Asked = { readonly schoolId: string; readonly language: Language; readonly now: Date }

/** The summary as it would be sent now, for whoever of the office asks. */
export async function summaryOfToday(
  deps: FigureDeps & ExtraDeps & { readonly people: Pick<PeopleStore, 'school' | 'classes'> },
  { schoolId, language, now }: Asked,
): Promise<string> {
  const school = await deps.people.school(schoolId)
  const day = schoolDayOf(now)
  const { summary } = await figuresOf(deps, school, day)
  const voice = { phrases: deps.phrases, language, school: school.name, place: school.place, day }
  return summaryMessage(summary, voice, await dayExtras(deps, { schoolId, day, summary }, language)).text
}

/** Which classes have not reported today, and which report nobody has confirmed. */
export async function missingToday(
  deps: FigureDeps & { readonly phrases: Phrases },
  { schoolId, language, now }: Asked,
): Promise<string> {
  const { summary } = await figuresOf(deps, { id: schoolId }, schoolDayOf(now))
  const of = (state: ReportState) => summary.classes.filter((one) => one.state === state).map(({ className }) => className)
  const lines = (['not_reported', 'unconfirmed'] as const).flatMap((state) => {
    const names = of(state)
    return names.length === 0
      ? []
      : [deps.phrases.text(language, `summary.${state}`, { count: names.length, names: names.join(', ') })]
  })
  return lines.length === 0 ? deps.phrases.text(language, 'summary.all_reported') : lines.join('\n')
}
