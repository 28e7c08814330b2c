import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { excelFile, sheetRows } from '../support/files.ts'
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

test('a list with mistakes is read, taken without them, and taken back as a whole', async () => {
  await visit('/console/people')
  expect(await inspect(page, 'people')).toEqual([])
  await page.getByRole('link', { name: 'Nhập danh sách từ tệp' }).click()
  const rows = sheetRows([
    ['DANH SÁCH TRẺ LỚP HOA SÚNG'],
    ['STT', 'Họ và tên', 'Ngày sinh', 'Địa chỉ'],
    ['1', 'Nguyễn Khả Hân', '05/03/2022', 'Long Biên'],
    ['2', '=HYPERLINK(1)', '05/03/2022', null],
    ['3', 'Trịnh Gia Phong', '31/02/2022', null],
  ])
  const buffer = Buffer.from(excelFile({ A: { rows } }))
  await page.getByLabel('Tệp danh sách').setInputFiles({ name: 'hoa-sung.xlsx', mimeType: 'application/octet-stream', buffer })
  await page.getByRole('button', { name: 'Đọc tệp' }).click()
  await shows('dòng 4: =HYPERLINK(1) – ô này là công thức, không phải tên')
  expect(await inspect(page, 'people-import')).toEqual([])
  await page.getByRole('button', { name: 'Ghi 2 bé vào danh sách' }).click()
  await shows('Đã ghi danh sách: 2 bé mới')
  await page.getByRole('button', { name: 'Bỏ lại cả lần nhập' }).click()
  await shows('Đã bỏ lại cả lần nhập: xoá 2 bé mới')
})

test('cards are printed on A4, and a child is erased once its name is typed', async () => {
  const child = await world.database.prisma.child.findFirstOrThrow({ where: { active: true, class: { code: 'A1' } } })
  await visit(`/console/people/classes/${child.classId}`)
  expect(await inspect(page, 'people-class')).toEqual([])
  await page.getByRole('link', { name: 'In thẻ liên kết' }).click()
  await page.getByRole('button', { name: /cả \d+ bé/ }).click()
  await shows(/Thẻ phụ huynh bé/)
  expect(await inspect(page, 'people-cards')).toEqual([])
  await page.pdf({ path: 'tests/.results/console/people-cards.pdf', format: 'A4' })
  await page.emulateMedia({ media: 'print' })
  await page.screenshot({ path: 'tests/.results/console/people-cards-print.png' })
  await page.emulateMedia({ media: 'screen' })
  await visit(`/console/people/children/${child.id}`)
  expect(await inspect(page, 'people-child')).toEqual([])
  await page.getByRole('link', { name: `Xoá dữ liệu của bé ${child.rosterName}` }).click()
  expect(await inspect(page, 'people-erase')).toEqual([])
  await page.getByLabel(/Gõ lại tên bé/).fill(child.rosterName)
  await page.getByRole('button', { name: 'Xoá dữ liệu' }).click()
  await shows('Đã xoá dữ liệu của bé.')
  expect(await page.getByText(child.rosterName).count()).toBe(0)
  await visit('/console/people/staff')
  expect(await inspect(page, 'people-staff')).toEqual([])
})
