// Takes the README's picture of /try from a running demo: `npm start`, then `npm run picture -- http://127.0.0.1:3000`.
import { chromium } from 'playwright-core'

const url = process.argv[2] ?? 'http://127.0.0.1:3000'
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
await page.goto(`${url}/try`)

/** Types as the person would, and waits for the answer: a bubble more than the one typed. */
const say = async (phone: string, text: string) => {
  const screen = page.locator(`#phone-${phone}`)
  const bubbles = screen.locator('.chat .bubble')
  const before = await bubbles.count()
  await screen.locator('.composer textarea').fill(text)
  await screen.locator('.composer textarea').press('Enter')
  await bubbles.nth(before + 1).waitFor()
  await page.waitForTimeout(1_500) // the last bubble slides in
}

await page.locator('[data-step="07:30"]').click()
await page.waitForTimeout(1_000)
await say('parent', 'sua hoc duong phu huynh dong bao nhieu %')
await say('teacher', 'A1 28/30, vắng 2: An sốt 38.5, Bình ho có phép')
await say('parent', 'Học phí một tháng bao nhiêu ạ?')
await page.locator('[data-step="09:15"]').click()
await page.locator('#phone-office .chat', { hasText: 'Chưa báo' }).waitFor()
await page.waitForTimeout(1_500)
await page.screenshot({ path: 'tests/browser/try.png' })
await browser.close()
