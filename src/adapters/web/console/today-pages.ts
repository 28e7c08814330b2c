import { schoolTimeOf, weekdayOf, writtenDay } from '../../../core/clock.ts'
import { type Board, boardOf } from '../../../features/console/board.ts'
import { callLines } from '../../../features/ladder/call-lines.ts'
import { remindClass } from '../../../features/ladder/remind-class.ts'
import { attendanceTargetSource } from '../../../features/summary/attendance-target.ts'
import { writtenBesideTarget, writtenPercent } from '../../../features/summary/percent.ts'
import type { Attendance, ClassFigures } from '../../../features/summary/totals.ts'
import { type Html, html } from '../html.ts'
import { registerClassPage } from './class-page.ts'
import { empty, form } from './form.ts'
import { type Answer, go, type Pages, type Visit } from './visit.ts'

/** Seconds; without scripts a minute, because a reload takes the reader's place away. */
const refreshSeconds = { live: 5, plain: 60 }

/** The board of classes, which keeps up as they report, and a reminder to one of them. */
export function registerTodayPages(pages: Pages): void {
  pages.get('/console', showToday)
  pages.post('/console/classes/:id/remind', remind)
  registerClassPage(pages)
}

async function showToday(visit: Visit): Promise<Answer> {
  const { deps, schoolId, language, now, say } = visit
  const board = await deps.work(async (stores) => {
    const school = await stores.people.school(schoolId)
    return await boardOf({ ...stores, phrases: deps.phrases }, { school, language, now })
  })
  const body = html`<div id="board" hx-get="/console" hx-trigger="every ${refreshSeconds.live}s" hx-select="#board" hx-swap="outerMorph">
<p class="day">${say('console.today.day', { weekday: weekdayOf(board.day), date: writtenDay(board.day) })} · ${schoolTimeOf(now)}</p>
${board.summary.classes.length === 0 ? empty(say('console.today.no_classes')) : whole(visit, board)}
</div>`
  return { kind: 'page', title: say('console.today.title'), here: 'today', body, refresh: refreshSeconds.plain }
}

function whole(visit: Visit, board: Board): Html {
  const { say, deps, language } = visit
  const { summary, calls, alerts } = board
  const { off = [], attendance } = summary
  const calling = calls === undefined ? [] : callLines(deps.phrases, language, calls)
  return html`${tiles(visit, board)}
${calling.length > 0 && html`<section class="call"><h2>${say('console.today.call')}</h2>${calling.map((line) => html`<p>${line}</p>`)}</section>`}
${alerts.length > 0 && html`<section class="call"><h2>${say('console.today.alerts')}</h2>${alerts.map((line) => html`<p>${line}</p>`)}</section>`}
<h2>${say('console.today.classes')}</h2>
${classTable(visit, board)}
${off.length > 0 && html`<p class="soft">${say('console.today.off', { classes: off.join(', ') })}</p>`}
<p class="soft">${say('console.today.live')}</p>
${attendance.length > 0 && targets(visit, attendance)}`
}

function tiles({ say }: Visit, { summary, openQuestions }: Board): Html {
  const { totals, classes, reportedClasses } = summary
  const tile = (label: string, value: string | number, note: string) =>
    html`<li><span>${label}</span><strong>${value}</strong><small>${note}</small></li>`
  return html`<ul class="tiles">
${tile(say('console.today.reported'), `${reportedClasses}/${classes.length}`, say('console.today.reported_note', { left: classes.length - reportedClasses }))}
${tile(say('console.today.present'), totals.present, say('console.today.present_note', { enrolled: totals.enrolled }))}
${tile(say('console.today.absent'), totals.absent, say('console.today.absent_note', { ill: totals.illAbsent }))}
${tile(say('console.today.ill'), totals.illPresent, say('console.today.ill_note'))}
${tile(say('console.today.questions'), openQuestions, say('console.today.questions_note'))}
</ul>`
}

function classTable(visit: Visit, board: Board): Html {
  const { say, language } = visit
  const { totals, reportedClasses, classes } = board.summary
  const head = (['class', 'enrolled', 'present', 'absent', 'ill_short', 'state'] as const).map(
    (key, at) => html`<th scope="col"${at > 0 && at < 5 && html` class="number"`}>${say(`console.today.${key}`)}</th>`,
  )
  const sum = html`<tfoot><tr><th scope="row">${say('console.today.sum', { count: reportedClasses })}</th>${numbers(visit, [totals.enrolled, totals.present, totals.absent, totals.illAbsent + totals.illPresent])}<td>${say('console.today.sum_note', { percent: writtenPercent(totals.present, totals.enrolled, { language }) })}</td></tr></tfoot>`
  return html`<table class="list"><thead><tr>${head}</tr></thead>
<tbody>${classes.map((one) => classRow(visit, one, board))}</tbody>${reportedClasses > 0 && sum}</table>`
}

function numbers({ say }: Visit, values: readonly (number | string | Html)[]): Html[] {
  const keys = ['enrolled', 'present', 'absent', 'ill_short'] as const
  return values.map((value, at) => html`<td class="number" data-label="${say(`console.today.${keys[at]!}`)}">${value}</td>`)
}

function classRow(visit: Visit, one: ClassFigures, { classIds, reportedAt }: Board): Html {
  const { say } = visit
  const { className, ageGroup, state, roster, figures } = one
  const id = classIds.get(className)
  const at = figures === null ? undefined : reportedAt.get(className)
  const listed =
    figures !== null && figures.enrolled !== roster && html` <small>${say('console.today.listed', { count: roster })}</small>`
  return html`<tr>
<th scope="row"><a href="/console/classes/${id}">${className}</a> <small>${say('console.today.age_word', { age: ageGroup })}</small></th>
${numbers(visit, [html`${figures?.enrolled ?? roster}${listed}`, figures?.present ?? '–', figures?.absent ?? '–', figures === null ? '–' : figures.illAbsent + figures.illPresent])}
<td><span class="tag ${state}">${say('console.today.state_word', { state })}</span>${at && html` <time datetime="${at.toISOString()}">${schoolTimeOf(at)}</time>`}
${state === 'not_reported' && form(visit, `/console/classes/${id}/remind`, html`<button aria-label="${say('console.today.remind')}: ${className}">${say('console.today.remind')}</button>`)}</td>
</tr>`
}

function targets({ say, language }: Visit, attendance: readonly Attendance[]): Html {
  const { schoolYear, section } = attendanceTargetSource
  const rows = attendance.map(
    ({ ageGroup, present, enrolled, target, reached }) => html`<tr>
<th scope="row">${say('console.today.age_word', { age: ageGroup })}</th>
<td data-label="${say('console.today.present')}">${writtenBesideTarget(present, enrolled, { language, target })} <small>(${present}/${enrolled})</small></td>
<td data-label="${say('console.today.target')}">${say('console.today.target_from', { target })}</td>
<td><span class="tag ${reached ? 'reached' : 'missed'}">${say('console.today.reached', { reached: reached ? 'yes' : 'no' })}</span></td></tr>`,
  )
  const head = (['age', 'present', 'target', 'result'] as const).map(
    (key) => html`<th scope="col">${say(`console.today.${key}`)}</th>`,
  )
  return html`<h2>${say('console.today.targets')}</h2>
<table class="list"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>
<p class="soft">${say('console.today.source', { year: schoolYear, section })}</p>`
}

async function remind({ deps, schoolId, params, now, say }: Visit): Promise<Answer> {
  const classId = params.id ?? ''
  const done = await deps.work((stores) => remindClass({ ...stores, phrases: deps.phrases }, { schoolId, classId, now }))
  switch (done.kind) {
    case 'no_such_class':
      return { kind: 'missing' }
    case 'nobody':
      return go('/console', say('console.today.remind_nobody', { code: done.code }), 'refused')
    case 'reported':
      return go('/console', say('console.today.remind_reported', { code: done.code }))
    case 'reminded':
      return go('/console', say('console.today.reminded', { code: done.code, teachers: done.teachers }))
  }
}
