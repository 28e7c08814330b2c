import { schoolDayOf, schoolTimeOf, writtenDay } from '../../../core/clock.ts'
import type { PhraseKey } from '../../../core/phrases.ts'
import type { AbsentChild, ClassReport, IllChild } from '../../../features/checkin/report.ts'
import type { TypedLine } from '../../../features/console/day-log.ts'
import { type Html, html } from '../html.ts'
import { empty, field } from './form.ts'
import type { Answer, Pages, Visit } from './visit.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const dayForm = /^20\d\d-[01]\d-[0-3]\d$/

/** What a class's figures of a day rest on: the children, and the lines as typed. */
export function registerClassPage(pages: Pages): void {
  pages.get('/console/classes/:id', showClass)
}

async function showClass(visit: Visit): Promise<Answer> {
  const { deps, schoolId, params, query, now, say } = visit
  const classId = params.id ?? ''
  if (!uuid.test(classId)) return { kind: 'missing' }
  const wished = query.day ?? ''
  const day = dayForm.test(wished) && !Number.isNaN(Date.parse(wished)) ? wished : schoolDayOf(now)
  const found = await deps.work(async ({ people, checkins, dayLog }) => {
    const [one] = await people.classes(schoolId, [classId])
    const key = { schoolId, classId, day }
    const refused = (await checkins.refusedOn(schoolId, day)).filter((line) => line.classId === classId)
    return one && { one, standing: await checkins.standing(key), lines: await dayLog.linesOf(key), refused }
  })
  if (found === undefined) return { kind: 'missing' }
  const { one, standing, lines, refused } = found
  const body = html`<p class="day">${one.name}</p>
<form method="get" class="row">${field({ name: 'day', label: say('console.class.day'), type: 'date', value: day })}<button class="second">${say('console.class.show')}</button></form>
${standing === undefined ? empty(say('console.class.not_yet')) : html`<h2>${say('console.class.stands')}</h2>${report(visit, standing.report)}`}
${lines.length > 0 && html`<h2>${say('console.class.lines')}</h2>${lines.map((line) => typed(visit, { line, standing: standing?.version }))}`}
${refused.length > 0 && html`<h2>${say('console.class.refused')}</h2>${refused.map(({ text }) => html`<div class="card"><p class="said">${text}</p></div>`)}`}`
  return { kind: 'page', title: say('console.class.title', { code: one.code, date: writtenDay(day) }), here: 'today', body }
}

function report(visit: Visit, { present, total, absent, illPresent, leftEarly, unnamedAbsent, ambiguous }: ClassReport): Html {
  const { say } = visit
  const list = (title: string, children: readonly Html[]) => children.length > 0 && html`<h3>${title}</h3><ul>${children}</ul>`
  return html`<div class="card"><p><strong>${say('console.class.figures', { present: present ?? 0, total: total ?? 0 })}</strong></p>
${list(
  say('console.class.away', { count: absent.length }),
  absent.map((child) => html`<li>${child.name}${awayWords(visit, child)}</li>`),
)}
${unnamedAbsent > 0 && html`<p>${say('console.class.unnamed', { count: unnamedAbsent })}</p>`}
${list(
  say('console.class.ill', { count: illPresent.length }),
  illPresent.map((child) => html`<li>${child.name}${brackets(illWords(visit, child))}</li>`),
)}
${list(
  say('console.class.early'),
  leftEarly.map((name) => html`<li>${name}</li>`),
)}
${ambiguous.length > 0 && html`<p>${say('console.class.unclear', { mentions: ambiguous.map(({ mention }) => mention).join(', ') })}</p>`}</div>`
}

function awayWords(visit: Visit, child: AbsentChild): string {
  const { say } = visit
  const excused = child.excused === null ? '' : say('console.class.excused', { excused: child.excused ? 'yes' : 'no' })
  const reason = child.reason === null || child.symptoms.length > 0 ? '' : say(`checkin.reason_${child.reason}`)
  return brackets([reason, ...illWords(visit, child), excused])
}

function illWords({ say, language }: Visit, { symptoms, temperatureC }: Pick<IllChild, 'symptoms' | 'temperatureC'>): string[] {
  const degrees = temperatureC === null ? [] : [`${temperatureC.toLocaleString(language)} °C`]
  return [...symptoms.map((symptom) => say(`summary.symptom.${symptom}` as PhraseKey)), ...degrees]
}

function brackets(words: readonly string[]): string {
  const said = words.filter((word) => word !== '')
  return said.length === 0 ? '' : ` (${said.join(', ')})`
}

function typed({ say }: Visit, { line, standing }: { line: TypedLine; standing: number | undefined }): Html {
  const { at, by, text, undoneAt, reason, version, report } = line
  const state =
    undoneAt !== null ? say('console.class.undone') : version === standing ? say('console.class.stands_now') : undefined
  return html`<div class="card"><p class="soft">${schoolTimeOf(at)}${by !== null && ` · ${by}`} · ${say('console.class.figures', { present: report.present ?? 0, total: report.total ?? 0 })}${state && html` · <strong>${state}</strong>`}</p>
<p class="said">${text}</p>${reason !== null && html`<p class="soft">${say('console.class.reason', { reason })}</p>`}</div>`
}
