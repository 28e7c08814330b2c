import { schoolDayOf, weekdayOf, writtenDay } from '../../../core/clock.ts'
import type { CalendarEvent } from '../../../features/calendar/event.ts'
import { schoolYearOf } from '../../../features/calendar/school-year.ts'
import { hearCalendarFile, hearImportChoice, hearImportUndo } from '../../../features/imports/import-conversation.ts'
import { importWindow } from '../../../features/imports/interpret.ts'
import { type Html, html } from '../html.ts'
import { empty, field, form } from './form.ts'
import { type Answer, go, goSaid, type Pages, type Visit } from './visit.ts'

const here = '/console/calendar'
const shownEvents = 60

/** What is coming, and a schedule of the office's own taken in: pasted or as a file, shown first, undone as a whole. */
export function registerCalendarPages(pages: Pages): void {
  pages.get(here, showCalendar)
  pages.post(`${here}/import`, take)
  pages.post(`${here}/choice`, async (visit) => {
    const { deps, fields } = visit
    const said = await deps.work((stores) => hearImportChoice({ ...stores, ...deps }, askedBy(visit), fields.choice ?? ''))
    return goSaid(here, said, `${here}/choice`)
  })
  pages.post(`${here}/undo`, async (visit) => {
    const { deps } = visit
    return go(here, (await deps.work((stores) => hearImportUndo({ ...stores, ...deps }, askedBy(visit)))).text)
  })
}

const askedBy = ({ schoolId, office, language, now }: Visit) => ({ schoolId, personId: office.id, language, now })

async function take(visit: Visit): Promise<Answer> {
  const { deps, fields, files, now, say } = visit
  const sent = files.find(({ bytes }) => bytes.length > 0)
  const text = (fields.text ?? '').trim()
  if (sent === undefined && text === '') return go(here, say('console.calendar.nothing'), 'refused')
  // Read before the transaction: a large file takes seconds.
  const given =
    sent === undefined
      ? { name: say('console.calendar.pasted_name'), file: { kind: 'text' as const, text } }
      : { name: sent.name, file: await deps.readFile(sent, importWindow(schoolDayOf(now))) }
  const said = await deps.work((stores) => hearCalendarFile({ ...stores, ...deps }, askedBy(visit), given))
  return goSaid(here, said, `${here}/choice`)
}

async function showCalendar(visit: Visit): Promise<Answer> {
  const { deps, schoolId, now, say } = visit
  const today = schoolDayOf(now)
  const { events, closures } = await deps.work(async ({ calendar }) => ({
    events: await calendar.events(schoolId, schoolYearOf(today)),
    closures: await calendar.closures(schoolId),
  }))
  const coming = events
    .flatMap((event) =>
      event.when.kind === 'dated' && (event.when.lastDay ?? event.when.day) >= today ? [{ event, when: event.when }] : [],
    )
    .sort((one, other) => (one.when.day < other.when.day ? -1 : 1))
  const off = closures
    .filter(({ day, lastDay }) => (lastDay ?? day) >= today)
    .sort((one, other) => (one.day < other.day ? -1 : 1))
  const undated = events.filter(({ when }) => when.kind === 'within' && when.months.length > 0).length
  const body = html`<details><summary>${say('console.calendar.import')}</summary>${importForm(visit)}
${form(visit, `${here}/undo`, html`<p class="soft">${say('console.calendar.undo_about')}</p><button class="danger">${say('console.calendar.undo')}</button>`)}</details>
${off.length > 0 && html`<h2>${say('console.calendar.off')}</h2><ul>${off.slice(0, shownEvents).map(({ day, lastDay, open, reason }) => html`<li>${span(day, lastDay)}: ${reason} <small>${say('console.calendar.open_or_shut', { open: open ? 'yes' : 'no' })}</small></li>`)}</ul>`}
<h2>${say('console.calendar.coming')}</h2>
${coming.length === 0 ? empty(say('console.calendar.none')) : html`<table class="list"><thead><tr><th scope="col">${say('console.calendar.day')}</th><th scope="col">${say('console.calendar.what')}</th><th scope="col">${say('console.calendar.whom')}</th><th scope="col">${say('console.messages.state')}</th></tr></thead><tbody>${coming.slice(0, shownEvents).map(({ event, when }) => eventRow(visit, event, when))}</tbody></table>`}
${undated > 0 && html`<p class="soft">${say('console.calendar.undated', { count: undated })}</p>`}`
  return { kind: 'page', title: say('console.nav.calendar'), here: 'calendar', body }
}

const span = (day: string, lastDay: string | undefined) =>
  lastDay === undefined || lastDay === day ? writtenDay(day) : `${writtenDay(day)}–${writtenDay(lastDay)}`

type Dated = Extract<CalendarEvent['when'], { kind: 'dated' }>

function eventRow(
  { say, language }: Visit,
  { title, audience, approved, place }: CalendarEvent,
  { day, lastDay, time }: Dated,
): Html {
  const weekday = say('console.today.day', { weekday: weekdayOf(day), date: span(day, lastDay) })
  const whom = audience.map((one) => say('console.calendar.audience', { audience: one })).join(', ')
  return html`<tr><td>${weekday}${time !== undefined && html` <small>${time}</small>`}</td><th scope="row">${title[language]}${place !== undefined && html` <small>${place}</small>`}</th>
<td data-label="${say('console.calendar.whom')}">${whom}</td><td><span class="tag ${approved ? 'confirmed' : 'unconfirmed'}">${say('console.calendar.approved', { approved: approved ? 'yes' : 'no' })}</span></td></tr>`
}

function importForm(visit: Visit): Html {
  const { say } = visit
  return form(
    visit,
    `${here}/import`,
    html`<p>${say('console.calendar.import_about')}</p>
<div class="field"><label for="f-file">${say('console.calendar.file')}</label><input id="f-file" name="file" type="file" accept=".xlsx,.csv,.ics,.txt"></div>
${field({ name: 'text', label: say('console.calendar.pasted'), lines: 5 })}<button>${say('console.calendar.preview')}</button>`,
    html`enctype="multipart/form-data"`,
  )
}
