import { expect, test } from 'vitest'
import { registerConsole, type TodayView } from '../../../src/adapters/web/console/today-page.ts'
import { createServer } from '../../../src/adapters/web/server.ts'
import { type ClassDay, summarise } from '../../../src/features/summary/totals.ts'

type Report = NonNullable<ClassDay['report']>
const away = (name: string): Report['absent'][number] => ({
  ...{ name, reason: 'sick', symptoms: ['fever'], temperatureC: 38.5, excused: null },
})
const report = (present: number, total: number, absent: Report['absent'] = []): Report => ({
  ...{ present, total, absent, illPresent: [], leftEarly: [], unnamedAbsent: 0 },
})

const classes: ClassDay[] = [
  {
    ...{ className: 'Mẫu giáo lớn A1', ageGroup: '5', enrolled: 30, state: 'confirmed' },
    report: report(28, 30, [away('Nguyễn Hoài An'), away('Trần Thái Bình')]),
  },
  { className: 'Mẫu giáo bé C1', ageGroup: '3-4', enrolled: 26, state: 'unconfirmed', report: report(24, 25) },
  { className: 'Nhà trẻ D1', ageGroup: 'nursery', enrolled: 22, state: 'not_reported', report: null },
]
const monday = (changed: Partial<TodayView> = {}): TodayView => ({
  school: 'Trường Mầm non Hoa Nắng',
  day: '2026-11-23',
  summary: summarise(classes),
  reportedAt: { 'Mẫu giáo lớn A1': new Date('2026-11-23T00:32:00Z'), 'Mẫu giáo bé C1': new Date('2026-11-23T01:05:00Z') },
  alerts: [],
  openQuestions: 3,
  ...changed,
})

async function open(today: () => Promise<readonly TodayView[]>, headers: Record<string, string> = {}, url = '/console') {
  const app = createServer()
  registerConsole(app, { today })
  const response = await app.inject({ url, headers: { host: 'localhost:3000', ...headers } })
  const text = response.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  return {
    response,
    text,
    rows: response.body.match(/<tr>[\s\S]*?<\/tr>/g)?.map((row) =>
      row
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  }
}

test('the office sees each class of today with its figures, its state and when it reported', async () => {
  const { response, text, rows } = await open(async () => [monday()])
  expect(response.statusCode).toBe(200)
  expect(text).toContain('Trường Mầm non Hoa Nắng Thứ Hai, 23/11/2026')
  expect(rows).toContain('Mẫu giáo lớn A1 5 tuổi 30 28 2 2 Đã xác nhận 07:32')
  expect(rows).toContain('Mẫu giáo bé C1 3–4 tuổi 25 (danh sách 26) 24 1 0 Chưa xác nhận 08:05')
  expect(rows).toContain('Nhà trẻ D1 Nhà trẻ 22 – – – Chưa báo')
})

test('the office sees the totals of the classes that reported, the rates beside the targets, and the open questions', async () => {
  const { text, rows } = await open(async () => [monday()])
  expect(rows).toContain('Cộng 2 lớp đã báo 55 52 3 2 94,5 % có mặt')
  expect(rows).toContain('5 tuổi 93,3 % (28/30) từ 95 % ▼ Chưa đạt')
  expect(rows).toContain('3–4 tuổi 96,0 % (24/25) từ 87 % ✓ Đạt')
  expect(text).toContain('Lớp đã báo 2/3 còn 1 lớp')
  expect(text).toContain('Câu hỏi chờ trả lời 3')
  expect(text).toContain('đã hết hiệu lực')
})

test('what stands as an alert is read above the classes, and no heading stands without one', async () => {
  const { text } = await open(async () => [monday({ alerts: ['A1: thủy đậu 2 trẻ'] })])
  expect(text).toContain('Cảnh báo A1: thủy đậu 2 trẻ Từng lớp')
  expect((await open(async () => [monday()])).text).not.toContain('Cảnh báo')
})

test('the page names no child', async () => {
  const { response } = await open(async () => [monday()])
  expect(response.body).not.toMatch(/Nguyễn Hoài An|Trần Thái Bình/)
})

test('a class named like a tag is shown as it is written', async () => {
  const hostile = { ...classes[0]!, className: '<script>alert(1)</script>' }
  const { response } = await open(async () => [
    monday({ school: '"><img src=x>', summary: summarise([hostile]), reportedAt: {} }),
  ])
  expect(response.body).not.toMatch(/<script|<img/)
  expect(response.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
})

test('a class named after something every object has got no time of report', async () => {
  const { rows } = await open(async () => [monday({ summary: summarise([{ ...classes[0]!, className: 'constructor' }]) })])
  expect(rows).toContain('constructor 5 tuổi 30 28 2 2 Đã xác nhận')
})

test('the page works without scripts and lets none in, and refreshes itself', async () => {
  const { response } = await open(async () => [monday()])
  expect(response.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'/)
  expect(response.headers['cache-control']).toBe('no-store')
  expect(response.body).toContain('http-equiv="refresh"')
})

test('each school has its own section, and one without classes says so', async () => {
  const { text } = await open(async () => [
    monday(),
    monday({ school: 'Trường Mầm non Sao Mai', summary: summarise([]), reportedAt: {} }),
  ])
  expect(text).toContain('Trường Mầm non Hoa Nắng')
  expect(text).toContain('Trường Mầm non Sao Mai Thứ Hai, 23/11/2026 Lớp đã báo 0/0')
  expect(text).toContain('Trường chưa có lớp nào.')
})

test('a service without a school, and one without its database, say so', async () => {
  expect((await open(async () => [])).text).toContain('Chưa có trường nào.')
  const { response, text } = await open(async () => Promise.reject(new Error('the database is away')))
  expect(response.statusCode).toBe(503)
  expect(text).toContain('Chưa đọc được dữ liệu.')
})

test('somebody behind a proxy or under another name finds no such page', async () => {
  let asked = 0
  const today = async () => {
    asked += 1
    return [monday()]
  }
  const relayed: Record<string, string>[] = [{ 'x-forwarded-for': '203.0.113.9' }, { host: 'mamnon.example' }]
  for (const headers of relayed) {
    expect((await open(today, headers)).response.statusCode).toBe(404)
    expect((await open(today, headers, '/console/today.css')).response.statusCode).toBe(404)
  }
  expect(asked).toBe(0)
})
