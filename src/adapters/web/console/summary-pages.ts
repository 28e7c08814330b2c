import { type SchoolDay, schoolDayOf, writtenDay } from '../../../core/clock.ts'
import type { PhraseKey } from '../../../core/phrases.ts'
import { dayModels } from '../../../features/summary/day-models.ts'
import { writtenPercent } from '../../../features/summary/percent.ts'
import { monthOf, type Period, weekOf } from '../../../features/summary/period/period.ts'
import { schoolReport } from '../../../features/summary/period/school-report.ts'
import type { SummaryPicture } from '../../../features/summary/picture/picture.ts'
import type { ClassFigures, Figures } from '../../../features/summary/totals.ts'
import { type Sheet, sheetType } from '../../../features/summary/workbook/workbook.ts'
import { type Html, html } from '../html.ts'
import { empty, field } from './form.ts'
import type { Answer, Pages, Visit } from './visit.ts'

const spans = ['day', 'week', 'month'] as const
type Span = (typeof spans)[number]

/** Figures of a day, a week or a month, as tables, as a picture and as an Excel file; each leads to what it rests on. */
export function registerSummaryPages(pages: Pages): void {
  pages.get('/console/summary', showSummary)
  pages.get('/console/summary/picture', async (visit) => {
    const { models, name } = await wanted(visit)
    const bytes = Buffer.from(await visit.deps.makeFiles.draw(models.picture()))
    return { kind: 'file', name: `${name}.png`, type: 'image/png', bytes, inline: true }
  })
  pages.get('/console/summary/sheets', async (visit) => {
    const { models, name } = await wanted(visit)
    const bytes = Buffer.from(await visit.deps.makeFiles.write(models.sheets()))
    return { kind: 'file', name: `${name}.xlsx`, type: sheetType, bytes }
  })
}

interface Models {
  readonly table: Html
  picture(): SummaryPicture
  sheets(): readonly Sheet[]
}

interface Wanted {
  readonly day: SchoolDay
  readonly span: Span
  /** Of a file, without its ending. */
  readonly name: string
  readonly models: Models
}

async function showSummary(visit: Visit): Promise<Answer> {
  const { say } = visit
  const { day, span, models } = await wanted(visit)
  const to = (path: string, wish: Span = span) => `/console/summary${path}?span=${wish}&day=${day}`
  const body = html`<form method="get" class="row">${field({ name: 'day', label: say('console.summary.day'), type: 'date', value: day })}<input type="hidden" name="span" value="${span}"><button class="second">${say('console.class.show')}</button></form>
<p>${spans.map((one) => html`<a href="${to('', one)}"${one === span && html` aria-current="page"`}>${say(`console.summary.${one}`)}</a> `)}</p>
${models.table}
<p class="buttons"><a href="${to('/sheets')}">${say('console.summary.sheets')}</a> · <a href="${to('/picture')}">${say('console.summary.picture')}</a></p>
<p><img src="${to('/picture')}" alt="${say('console.summary.picture_of')}" width="360" loading="lazy"></p>`
  return { kind: 'page', title: say('console.summary.title'), here: 'summary', body }
}

async function wanted(visit: Visit): Promise<Wanted> {
  const { deps, schoolId, language, query, now } = visit
  const today = schoolDayOf(now)
  const typed = query.day ?? ''
  const day = /^20\d\d-[01]\d-[0-3]\d$/.test(typed) && !Number.isNaN(Date.parse(typed)) ? typed : today
  const span = spans.find((one) => one === query.span) ?? 'day'
  const name = `${span === 'day' ? 'tong-hop' : 'bao-cao'}-${span === 'month' ? day.slice(0, 7) : day}`
  const models = await deps.work(async (stores): Promise<Models> => {
    const school = await stores.people.school(schoolId)
    const ids = new Map((await stores.people.classes(schoolId)).map((one) => [one.name, one.id]))
    if (span === 'day') {
      const made = await dayModels(stores, { school, day, phrases: deps.phrases })
      const table = dayTable(visit, { classes: made.summary.classes, totals: made.summary.totals, ids, day })
      return { table, picture: () => made.picture(language), sheets: () => made.sheets(language) }
    }
    const period: Period = span === 'week' ? weekOf(day) : monthOf(day.slice(0, 7))
    const report = await schoolReport(stores, { school, period, today, phrases: deps.phrases, language })
    const days = report.figures.days.map(({ day: one, summary }) => ({ day: one, figures: summary.totals }))
    const told = html`<p class="said">${report.text()}</p>`
    return {
      ...report,
      table: days.length === 0 ? empty(visit.say('console.summary.nothing')) : html`${told}${daysTable(visit, days)}`,
    }
  })
  return { day, span, name, models }
}

const columns = ['enrolled', 'present', 'absent', 'sick', 'ill_present', 'rate'] as const

function cells(visit: Visit, figures: Figures | null, link: string | undefined): Html[] {
  const values = figures && {
    ...{ enrolled: figures.enrolled, present: figures.present, absent: figures.absent, sick: figures.absentBy.sick },
    ...{ ill_present: figures.illPresent, rate: writtenPercent(figures.present, figures.enrolled, visit) },
  }
  return columns.map((key) => {
    const value = values === null ? '–' : values[key]
    const shown = link === undefined || values === null ? html`${value}` : html`<a href="${link}">${value}</a>`
    return html`<td class="number" data-label="${visit.say(`summary.sheet.${key}`)}">${shown}</td>`
  })
}

function table({ say }: Visit, first: PhraseKey, rows: readonly Html[]): Html {
  const heads = columns.map((key) => html`<th scope="col" class="number">${say(`summary.sheet.${key}`)}</th>`)
  return html`<table class="list"><thead><tr><th scope="col">${say(first)}</th>${heads}</tr></thead><tbody>${rows}</tbody></table>`
}

function dayTable(
  visit: Visit,
  {
    classes,
    totals,
    ids,
    day,
  }: { classes: readonly ClassFigures[]; totals: Figures; ids: ReadonlyMap<string, string>; day: SchoolDay },
): Html {
  if (classes.length === 0) return empty(visit.say('console.today.no_classes'))
  const rows = classes.map(({ className, figures }) => {
    const link = `/console/classes/${ids.get(className)}?day=${day}`
    return html`<tr><th scope="row"><a href="${link}">${className}</a></th>${cells(visit, figures, link)}</tr>`
  })
  const sum = html`<tr><th scope="row">${visit.say('summary.sheet.sum')}</th>${cells(visit, totals, undefined)}</tr>`
  return table(visit, 'summary.sheet.class', [...rows, sum])
}

function daysTable(visit: Visit, days: readonly { readonly day: SchoolDay; readonly figures: Figures }[]): Html {
  const rows = days.map(({ day, figures }) => {
    const link = `/console/summary?span=day&day=${day}`
    return html`<tr><th scope="row"><a href="${link}">${writtenDay(day)}</a></th>${cells(visit, figures, link)}</tr>`
  })
  return table(visit, 'summary.sheet.day', rows)
}
