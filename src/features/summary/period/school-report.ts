import type { SchoolDay } from '../../../core/clock.ts'
import type { Language, Phrases } from '../../../core/phrases.ts'
import type { School } from '../../people/person.ts'
import type { FigureDeps } from '../day-figures.ts'
import type { SummaryPicture } from '../picture/picture.ts'
import type { Sheet } from '../workbook/workbook.ts'
import type { Period } from './period.ts'
import { type PeriodFigures, periodFigures } from './period-figures.ts'
import { periodMessage } from './period-message.ts'
import { periodPicture } from './period-picture.ts'
import { periodWorkbook } from './period-workbook.ts'

/** A report in its three forms, each made when it is wanted. */
export interface Report {
  text(): string
  picture(): SummaryPicture
  sheets(): readonly Sheet[]
}

/** A school's week or month. */
export async function schoolReport(
  stores: FigureDeps,
  { school, period, today, ...told }: { school: School; period: Period; today: SchoolDay; phrases: Phrases; language: Language },
): Promise<Report & { readonly figures: PeriodFigures }> {
  const figures = await periodFigures(stores, { schoolId: school.id, period, today })
  const codes = new Map((await stores.people.classes(school.id)).map(({ name, code }) => [name, code]))
  const voice = { ...told, school: school.name, place: school.place }
  const bars = figures.classes.map((one) => ({ label: codes.get(one.className) ?? one.className, figures: one.figures }))
  return {
    figures,
    text: () => periodMessage(figures, voice),
    picture: () => periodPicture(figures, { bars, voice }),
    sheets: () => periodWorkbook(figures, voice),
  }
}
