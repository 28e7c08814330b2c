import axios from 'axios'
import { onTestFinished } from 'vitest'
import { createServer } from '../../../src/adapters/web/server.ts'
import { registerTry, type TryOptions } from '../../../src/adapters/web/try/try-page.ts'
import { emulatedTelegramToken, startTelegramEmulator } from '../../../src/emulators/telegram-emulator.ts'
import { startZaloEmulator } from '../../../src/emulators/zalo-server.ts'

const zaloKeys = { appId: '1200000000000000001', appSecret: 'app secret', oaSecretKey: 'oa secret', oaId: '3300000000000000007' }
const users = { parent: '7714000000000000021', teacher: '501', office: '502' }

/** The page over both real emulators, without the service behind them: the tests say what it would say. */
export async function stageTry() {
  const telegram = await startTelegramEmulator()
  const zalo = await startZaloEmulator({ ...zaloKeys, firstRefreshToken: 'seed' })
  onTestFinished(async () => void (await Promise.all([telegram.close(), zalo.close()])))
  const http = axios.create({ validateStatus: () => true, proxy: false })
  const start = (url: string, user: string, name: string) => http.put(`${url}/emulator/phones/${user}`, { name, started: true })
  await start(zalo.url, users.parent, 'Chị Lan')
  await start(telegram.url, users.teacher, 'Cô Hoa')

  const moves: string[] = []
  const on = { telegram: telegram.url, zalo: zalo.url }
  const phone = (id: keyof typeof users, platform: keyof typeof on, person: string): TryOptions['phones'][number] => ({
    ...{ id, platform, person, user: users[id], emulatorUrl: on[platform] },
    ...{ title: `Điện thoại ${id}`, hints: [`gợi ý <${id}>`] },
  })
  const app = createServer()
  registerTry(app, {
    schoolName: 'Trường Mầm non Hoa Nắng',
    phones: [
      phone('parent', 'zalo', 'Chị Lan, phụ huynh bé An'),
      phone('teacher', 'telegram', 'Cô Hoa, lớp A1'),
      phone('office', 'telegram', 'Chị Mai, văn phòng'),
    ],
    clock: {
      now: () => new Date('2026-11-23T00:05:00Z'),
      async moveTo(step) {
        moves.push(step)
      },
    },
  })
  const host = 'localhost:3000'
  return {
    moves,
    closeZalo: zalo.close,
    get: (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers: { host, ...headers } }),
    post: (url: string, payload: object, headers: Record<string, string> = {}) =>
      app.inject({ method: 'POST', url, payload, headers: { host, ...headers } }),
    state: async (seen = '') => (await app.inject({ url: `/try/api/state?${seen}`, headers: { host } })).json(),
    bot: (method: string, body: object) => http.post(`${telegram.url}/bot${emulatedTelegramToken}/${method}`, body),
    async zaloSays(text: string) {
      const form = { app_id: zaloKeys.appId, grant_type: 'refresh_token', refresh_token: 'seed' }
      const trade = { headers: { secret_key: zaloKeys.appSecret } }
      const { data } = await http.post(`${zalo.url}/v4/oa/access_token`, new URLSearchParams(form), trade)
      const said = { recipient: { user_id: users.parent }, message: { text } }
      return await http.post(`${zalo.url}/v3.0/oa/message/cs`, said, { headers: { access_token: data.access_token } })
    },
  }
}
