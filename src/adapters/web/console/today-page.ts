import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type SchoolDay, schoolTimeOf, weekdayOf, writtenDay } from '../../../core/clock.ts'
import { type AgeGroup, attendanceTargetSource } from '../../../features/summary/attendance-target.ts'
import { writtenBesideTarget, writtenPercent } from '../../../features/summary/percent.ts'
import type { Attendance, ClassFigures, DaySummary, ReportState } from '../../../features/summary/totals.ts'
import { type Html, html } from '../html.ts'
import { isLocalRequest } from '../local-only.ts'

/** One school's day as the office sees it: counts only, no child's name. */
export interface TodayView {
  readonly school: string
  readonly day: SchoolDay
  readonly summary: DaySummary
  /** When each class of the summary reported, by its name. */
  readonly reportedAt: Readonly<Record<string, Date>>
  /** What stands as an alert, a line each. */
  readonly alerts: readonly string[]
  /** Questions of parents that wait for an answer of the office. */
  readonly openQuestions: number
}

const weekdays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']
const ages: Readonly<Record<AgeGroup, string>> = { nursery: 'Nhà trẻ', '3-4': '3–4 tuổi', '4-5': '4–5 tuổi', '5': '5 tuổi' }
const states: Readonly<Record<ReportState, string>> = {
  confirmed: 'Đã xác nhận',
  unconfirmed: 'Chưa xác nhận',
  not_reported: 'Chưa báo',
}
const language = 'vi'
const refreshSeconds = 30
const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** `GET /console`: today's classes of every school, read only, without scripts; for who sits at this machine, 404 for everybody else. */
export function registerConsole(app: FastifyInstance, { today }: { today: () => Promise<readonly TodayView[]> }): void {
  const style = readFileSync(new URL('./today.css', import.meta.url))
  app.get('/console/today.css', async (request, reply) =>
    isLocalRequest(request) ? await reply.type('text/css; charset=utf-8').send(style) : await reply.callNotFound(),
  )
  app.get('/console', async (request, reply) => {
    if (!isLocalRequest(request)) return await reply.callNotFound()
    const schools = await today().catch(() => undefined)
    return await send(reply, schools)
  })
}

async function send(reply: FastifyReply, schools: readonly TodayView[] | undefined): Promise<FastifyReply> {
  reply.headers({ 'content-security-policy': policy, 'cache-control': 'no-store' }).type('text/html; charset=utf-8')
  if (schools === undefined) return await reply.code(503).send(page(html`<p>Chưa đọc được dữ liệu. Trang sẽ tự thử lại.</p>`))
  if (schools.length === 0)
    return await reply.send(
      page(html`<p>Chưa có trường nào. Thêm trường bằng lệnh <code>npm run -s mamnon -- school add</code>.</p>`),
    )
  return await reply.send(page(html`${schools.map(schoolSection)}`))
}

function page(body: Html): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${refreshSeconds}">
<title>Hôm nay · Trợ lý Mầm non</title>
<link rel="stylesheet" href="/console/today.css">
</head>
<body>
<main>${body}</main>
<footer>Trang chỉ để xem, tự làm mới sau mỗi ${refreshSeconds} giây.</footer>
</body>
</html>`.toString()
}

function schoolSection({ school, day, summary, reportedAt, alerts, openQuestions }: TodayView): Html {
  const { totals, classes, reportedClasses } = summary
  const tile = (label: string, value: string | number, note: string) =>
    html`<li><span>${label}</span><strong>${value}</strong><small>${note}</small></li>`
  const of = `trên ${totals.enrolled} trẻ của các lớp đã báo`
  return html`<section>
<h1>${school}</h1>
<p class="day">${weekdays[weekdayOf(day)]}, ${writtenDay(day)}</p>
<ul class="tiles">
${tile('Lớp đã báo', `${reportedClasses}/${classes.length}`, reportedClasses === classes.length ? 'đủ các lớp' : `còn ${classes.length - reportedClasses} lớp`)}
${tile('Có mặt', totals.present, of)}
${tile('Vắng', totals.absent, `có triệu chứng: ${totals.illAbsent}`)}
${tile('Ốm đang ở lớp', totals.illPresent, 'có triệu chứng, vẫn đi học')}
${tile('Câu hỏi chờ trả lời', openQuestions, 'phụ huynh hỏi văn phòng')}
</ul>
${
  alerts.length > 0 &&
  html`<h2>Cảnh báo</h2>
<ul class="alerts">${alerts.map((line) => html`<li>${line}</li>`)}</ul>`
}
<h2>Từng lớp</h2>
${classes.length === 0 ? html`<p>Trường chưa có lớp nào.</p>` : classTable(summary, reportedAt)}
${summary.attendance.length > 0 && targetTable(summary.attendance)}
</section>`
}

function classTable({ classes, totals, reportedClasses }: DaySummary, reportedAt: TodayView['reportedAt']): Html {
  return html`<table class="classes">
<thead><tr><th scope="col">Lớp</th><th scope="col">Sĩ số</th><th scope="col">Có mặt</th><th scope="col">Vắng</th><th scope="col">Ốm</th><th scope="col">Trạng thái</th></tr></thead>
<tbody>${classes.map((one) => classRow(one, Object.hasOwn(reportedAt, one.className) ? reportedAt[one.className] : undefined))}</tbody>
${
  reportedClasses > 0 &&
  html`<tfoot><tr><th scope="row">Cộng <small>${reportedClasses} lớp đã báo</small></th><td data-label="Sĩ số">${totals.enrolled}</td><td data-label="Có mặt">${totals.present}</td><td data-label="Vắng">${totals.absent}</td><td data-label="Ốm">${totals.illAbsent + totals.illPresent}</td><td class="state">${writtenPercent(totals.present, totals.enrolled, { language })} có mặt</td></tr></tfoot>`
}
</table>`
}

function classRow({ className, ageGroup, state, roster, figures }: ClassFigures, at: Date | undefined): Html {
  const number = (label: string, value: number | undefined) => html`<td data-label="${label}">${value ?? '–'}</td>`
  const enrolled =
    figures && figures.enrolled !== roster ? html`${figures.enrolled} <small>(danh sách ${roster})</small>` : html`${roster}`
  return html`<tr>
<th scope="row">${className} <small>${ages[ageGroup]}</small></th>
<td data-label="Sĩ số">${enrolled}</td>
${number('Có mặt', figures?.present)}
${number('Vắng', figures?.absent)}
${number('Ốm', figures ? figures.illAbsent + figures.illPresent : undefined)}
<td class="state"><span class="${state}">${states[state]}</span>${at && figures ? html` <time datetime="${at.toISOString()}">${schoolTimeOf(at)}</time>` : ''}</td>
</tr>`
}

function targetTable(attendance: readonly Attendance[]): Html {
  const { schoolYear, section } = attendanceTargetSource
  const row = ({ ageGroup, present, enrolled, target, reached }: Attendance) => html`<tr>
<th scope="row">${ages[ageGroup]}</th>
<td>${writtenBesideTarget(present, enrolled, { language, target })} <small>(${present}/${enrolled})</small></td>
<td>từ ${target} %</td>
<td><span class="${reached ? 'confirmed' : 'not_reported'}">${reached ? '✓ Đạt' : '▼ Chưa đạt'}</span></td>
</tr>`
  return html`<h2>Chuyên cần so với chỉ tiêu</h2>
<table class="targets">
<thead><tr><th scope="col">Độ tuổi</th><th scope="col">Có mặt</th><th scope="col">Chỉ tiêu</th><th scope="col">Kết quả</th></tr></thead>
<tbody>${attendance.map(row)}</tbody>
</table>
<p class="source">Chỉ tiêu: Hướng dẫn năm học ${schoolYear} của quận Long Biên, mục ${section}. Văn bản đã hết hiệu lực, chưa biết bản mới hơn.</p>`
}
