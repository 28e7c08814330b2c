import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserOf, codeFor, signIn } from '../../support/console.ts'
import { startWorld, type World } from '../../support/world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T07:40:00+07:00', pauseSeconds: 2 })
})
afterAll(() => world.close())

test('the office asks the bot, opens the link and is on the board of today', async () => {
  const code = await codeFor(world.office)
  const browser = browserOf(world.app.url)
  expect((await browser.visit('/console')).location).toBe('/console/sign-in')
  const shown = await browser.visit(`/console/in?c=${code}`)
  expect(shown.text).toContain('dùng được một lần')
  const entered = await browser.send('/console/sign-in', { code })
  expect(entered.location).toBe('/console')
  expect(entered.headers.get('set-cookie')).toMatch(/^mamnon_console=\w+; .*HttpOnly; SameSite=Lax/)
  const board = await browser.visit('/console')
  expect(board.text).toMatch(/Hôm nay Thứ Hai, 23\/11\/2026 · 07:40 Lớp đã báo 0\/\d+/)
})

test('a link looked at by the messenger first still works, and used twice says that it was used', async () => {
  const code = await codeFor(world.office)
  const preview = browserOf(world.app.url)
  await preview.visit(`/console/in?c=${code}`)
  expect((await browserOf(world.app.url).send('/console/sign-in', { code })).status).toBe(303)
  const again = await browserOf(world.app.url).send('/console/sign-in', { code })
  expect(again.status).toBe(400)
  expect(again.text).toContain('đã dùng rồi')
})

test('a code typed in any case opens the console; one that a newer one replaced does not; nor one of eleven minutes', async () => {
  const old = await codeFor(world.office)
  const code = await codeFor(world.office)
  const typed = browserOf(world.app.url)
  expect((await typed.send('/console/sign-in', { code: old })).text).toContain('không đúng')
  expect((await typed.send('/console/sign-in', { code: code.toLowerCase().replace('-', ' ') })).status).toBe(303)
  const late = await codeFor(world.office)
  await world.clockTo('2026-11-23T07:51:00+07:00')
  expect((await browserOf(world.app.url).send('/console/sign-in', { code: late })).text).toContain('quá 10 phút')
})

test('who is not of the office gets no link', async () => {
  expect((await world.teacher.says('/console')).join()).not.toContain('/console/in')
  expect((await world.parent.says('trang quản lý')).join()).not.toContain('/console/in')
})

test('ten wrong codes from one place shut the door for it', async () => {
  const thief = browserOf(world.app.url)
  const from = { 'x-forwarded-for': '203.0.113.9' }
  for (let count = 0; count < 10; count += 1)
    expect((await thief.send('/console/sign-in', { code: `AAAA-AA2${count}` }, from)).status).toBe(400)
  const shut = await thief.send('/console/sign-in', { code: await codeFor(world.office) }, from)
  expect(shut.status).toBe(429)
  expect(shut.text).toContain('quá nhiều mã sai')
  // Another place is not shut.
  await signIn(world)
})

test('a form from another site, and one without the key of the session, change nothing', async () => {
  const browser = await signIn(world)
  await browser.visit('/console')
  expect((await browser.send('/console/language', { language: 'en' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await browser.send('/console/language', { language: 'en', key: 'x'.repeat(32) })).status).toBe(403)
  const refused = await browser.send('/console/language', { language: 'en' }, { 'sec-fetch-site': 'cross-site' })
  expect(refused.text).toContain('Chưa có gì thay đổi')
  expect((await browser.visit('/console')).text).toContain('Hôm nay')
  await browser.visit('/console')
  expect((await browser.does('/console/language', { language: 'en' })).text).toContain('Classes reported')
})

test('the office sees where it is signed in and ends a session, which is then out', async () => {
  const first = await signIn(world)
  const second = await signIn(world)
  const list = await second.visit('/console/sessions')
  expect(list.text).toContain('Chrome, Windows (đang dùng)')
  const ids = [...list.body.matchAll(/name="id" value="([^"]+)"/g)].map(([, id]) => id!)
  const rows = await world.database.prisma.consoleSession.findMany({ orderBy: { createdAt: 'asc' } })
  expect(rows.every(({ tokenHash }) => !first.cookie().includes(tokenHash))).toBe(true)
  const third = await signIn(world)
  const newest = await world.database.prisma.consoleSession.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  expect(ids).not.toContain(newest.id)
  expect((await second.does('/console/sessions/end', { id: newest.id })).text).toContain('Đã kết thúc phiên đăng nhập đó.')
  expect((await third.visit('/console')).location).toBe('/console/sign-in')
  await first.visit('/console')
  await first.does('/console/sign-out')
  expect((await first.visit('/console')).location).toBe('/console/sign-in')
  expect((await second.visit('/console')).status).toBe(200)
})

test('who is no longer of the office is out at once', async () => {
  const browser = await signIn(world)
  await world.database.prisma.person.updateMany({ where: { role: 'office' }, data: { active: false } })
  expect((await browser.visit('/console')).location).toBe('/console/sign-in')
  await world.database.prisma.person.updateMany({ where: { role: 'office' }, data: { active: true } })
})

test('pages tell the browser to load from us only, to keep nothing, and to send forms nowhere else', async () => {
  const { headers } = await (await signIn(world)).visit('/console')
  expect(headers.get('content-security-policy')).toMatch(
    /default-src 'none'; style-src 'self'; script-src 'self'.*form-action 'self'/,
  )
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect((await browserOf(world.app.url).visit('/console/htmx.js')).headers.get('content-type')).toContain('text/javascript')
})
