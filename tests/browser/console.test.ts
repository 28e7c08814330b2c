import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeGuardian } from '../support/guardians.ts'
import { startWorld, type World } from '../support/world.ts'
import { inspect, signedIn, startBrowser } from './browser.ts'

let browser: Browser
let world: World
let page: Page

beforeAll(async () => {
  browser = await startBrowser()
  world = await startWorld({ at: '2026-11-23T07:20:00+07:00', pauseSeconds: 2 })
  page = await signedIn(browser, world)
})
afterAll(async () => {
  await browser?.close()
  await world?.close()
})

const visit = (path: string) => page.goto(`${world.app.url}${path}`)
const shows = (text: string | RegExp) => page.getByText(text).first().waitFor()

test('a whole school day on the board: it fills without a reload as classes report, and each figure opens to what was typed', async () => {
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Hôm nay')
  const tile = page.locator('.tiles li').first()
  expect(await tile.innerText()).toContain('0/')
  expect(await inspect(page, 'today-early')).toEqual([])
  await world.teacher.says('A1 28/30, vắng 2: An sốt 38.5, Bình ho có phép')
  // Nobody touches the page.
  await page.locator('.tiles li', { hasText: '1/' }).first().waitFor()
  await shows('Chưa xác nhận')
  await world.teacher.says('1')
  await page.locator('td .confirmed').first().waitFor()
  await world.clockTo('2026-11-23T08:46:00+07:00')
  await page.getByText('08:46').first().waitFor()
  expect(await inspect(page, 'today')).toEqual([])
  await page.getByRole('link', { name: /A1/ }).click()
  await shows('A1 28/30, vắng 2: An sốt 38.5, Bình ho có phép')
  expect(await inspect(page, 'class')).toEqual([])
})

test('one click reminds a class, and the page says whom', async () => {
  await visit('/console')
  await page
    .getByRole('button', { name: /Nhắc cô/ })
    .first()
    .click()
  await page.getByRole('status').or(page.getByRole('alert')).first().waitFor()
})

test('from a question to a published answer to the phone of the next parent who asks', async () => {
  await world.parent.says('Học phí một tháng bao nhiêu ạ?')
  await visit('/console/questions')
  expect(await inspect(page, 'questions')).toEqual([])
  await page.getByLabel(/Trả lời số/).fill('Học phí 1.200.000 đồng một tháng ạ.')
  await page.getByRole('button', { name: 'Gửi câu trả lời' }).click()
  await page.getByRole('button', { name: 'Lưu thành câu trả lời chung' }).click()
  await shows(/Đã lưu thành câu trả lời số/)
  expect((await world.parent.reads()).join()).toContain('1.200.000')
  expect((await world.parent.says('hoc phi 1 thang bao nhieu a')).join()).toContain('1.200.000')
  expect(await inspect(page, 'knowledge')).toEqual([])
  await page.getByRole('link', { name: /Học phí/ }).click()
  await page.getByLabel('Câu trả lời', { exact: true }).fill('Học phí 1.300.000 đồng một tháng ạ.')
  await page.getByRole('button', { name: 'Giữ làm nháp' }).click()
  await shows(/Đã giữ bản nháp/)
  expect(await inspect(page, 'entry')).toEqual([])
  await page.getByRole('button', { name: 'Xem tác động và dùng' }).click()
  await shows(/câu đã hỏi trước đây sẽ đổi câu trả lời|Đã lưu thành câu trả lời/)
  const still = page.getByRole('button', { name: 'Vẫn dùng' })
  if ((await still.count()) > 0) await still.click()
  await shows(/Đã lưu thành câu trả lời/)
  expect((await world.parent.says('Học phí một tháng bao nhiêu ạ?')).join()).toContain('1.300.000')
  await visit('/console/knowledge/try?q=sua+hoc+duong+dong+bao+nhieu')
  expect(await inspect(page, 'try')).toEqual([])
})

test('a pasted schedule is shown first, taken, and undone as a whole', async () => {
  await visit('/console/calendar')
  const events = () => world.database.prisma.calendarEvent.count({ where: { titleVi: { startsWith: 'Tham quan công viên' } } })
  await page.getByText('Nhập lịch của trường').click()
  await page
    .getByLabel('Hoặc dán kế hoạch')
    .fill('THÁNG 12/2026:\n- Tham quan công viên ngày 4/12\n- Hội chợ Giáng sinh ngày 18/12')
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.locator('.told button').first().waitFor()
  expect(await events()).toBe(0)
  expect(await inspect(page, 'calendar-preview')).toEqual([])
  await page.locator('.told button').first().click()
  await page.locator('.told button', { hasText: 'Hoàn tác' }).waitFor()
  await shows('Tham quan công viên')
  expect(await events()).toBe(1)
  await page.locator('.told button', { hasText: 'Hoàn tác' }).click()
  await page.locator('.told button').waitFor({ state: 'detached' })
  expect(await events()).toBe(0)
})

test('a notice is shown before it goes, its progress is live, and a stop keeps it from who has not got it', async () => {
  const children = await world.database.prisma.child.findMany({ take: 24, orderBy: { rosterName: 'asc' } })
  for (const [at, { rosterName }] of children.entries()) {
    await world.platforms.telegram.person(`4200${at}`, `Phụ huynh ${at}`)
    await makeGuardian(world, { platform: 'telegram', user: `4200${at}`, child: rosterName })
  }
  await visit('/console/broadcasts')
  expect(await inspect(page, 'broadcasts')).toEqual([])
  await page.getByLabel('Nội dung').fill('Chiều nay đón con sớm lúc 15:30 ạ.')
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await shows(/Sẽ gửi 2\d người/)
  expect(await inspect(page, 'broadcast-draft')).toEqual([])
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  await shows(/Đã gửi [1-9]\d* trên 2\d người/)
  expect(await inspect(page, 'broadcast-going')).toEqual([])
  await page.reload()
  await shows(/Đã gửi [1-9]\d* trên 2\d người/)
  await page.getByRole('button', { name: /Dừng: \d+ người/ }).click()
  await shows(/người không gửi nữa/)
  const cancelled = await world.database.prisma.outbound.count({ where: { kind: 'broadcast', state: 'cancelled' } })
  expect(cancelled).toBeGreaterThan(0)
  await world.clockTo('2026-11-23T09:00:00+07:00')
  const after = await world.database.prisma.outbound.count({ where: { kind: 'broadcast', state: 'cancelled' } })
  expect(after).toBe(cancelled)
})

test('every other page is one for keyboards, screen readers and narrow screens, too', async () => {
  const wrong: string[] = []
  for (const [name, path] of [
    ['messages', '/console/messages'],
    ['cancelled', '/console/messages?state=cancelled'],
    ['unreached', '/console/messages/unreached'],
    ['calendar', '/console/calendar'],
    ['settings', '/console/settings'],
    ['sessions', '/console/sessions'],
    ['missing', '/console/nowhere'],
  ] as const) {
    await visit(path)
    wrong.push(...(await inspect(page, name)))
  }
  expect(wrong).toEqual([])
})

test('the pages work without scripts, by keyboard alone, and in English', async () => {
  const cookies = await page.context().cookies()
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })
  await plain.addCookies(cookies)
  const quiet = await plain.newPage()
  await quiet.goto(`${world.app.url}/console`)
  await quiet.keyboard.press('Tab')
  expect(await quiet.locator(':focus').innerText()).toBe('Đến nội dung chính')
  await quiet.getByRole('button', { name: 'English' }).press('Enter')
  await quiet.getByText('Classes reported').waitFor()
  await quiet.getByRole('link', { name: 'Settings' }).press('Enter')
  await quiet.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
  await plain.close()
})

test('who signs out is out, and the sign-in page says what to do', async () => {
  await visit('/console')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByLabel(/Mã đăng nhập|Sign-in code/).waitFor()
  expect(await inspect(page, 'sign-in')).toEqual([])
  await visit('/console')
  expect(page.url()).toContain('/console/sign-in')
})
