import { mkdir } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { codeFor } from '../support/console.ts'
import type { World } from '../support/world.ts'

/** Git-ignored; each run leaves its own pictures here, to be looked at. */
const folder = 'tests/.results/console'
const widths = { desk: 1280, phone: 360 }
/** The narrowest screen that must do without scrolling sideways. */
const narrowest = 320

export async function startBrowser(): Promise<Browser> {
  await mkdir(folder, { recursive: true })
  return await chromium.launch({
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
}

/** A page in a window of its own, in which the office is signed in as people do it. */
export async function signedIn(browser: Browser, world: World, phone = world.office): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: widths.desk, height: 900 }, locale: 'vi-VN' })
  const page = await context.newPage()
  await page.goto(`${world.app.url}/console/in?c=${await codeFor(phone)}`)
  await page.getByRole('button', { name: 'Vào trang quản lý' }).click()
  await page.waitForURL('**/console')
  return page
}

/** Takes the pictures of a page and says what is wrong with it: for screen readers, keyboards and eyes (axe), and on a narrow screen. */
export async function inspect(page: Page, name: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const wrong = violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  for (const [kind, width] of Object.entries(widths)) {
    await page.setViewportSize({ width, height: kind === 'phone' ? 740 : 900 })
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: narrowest, height: 640 })
  const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
  if (Number(overflow) > 0) wrong.push(`${name}: ${overflow} pixels too wide at ${narrowest}`)
  await page.setViewportSize({ width: widths.desk, height: 900 })
  return wrong
}
