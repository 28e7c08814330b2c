import { createServer, type IncomingHttpHeaders } from 'node:http'
import axios from 'axios'
import { onTestFinished, vi } from 'vitest'
import { startZaloEmulator, type ZaloEmulatorOptions } from '../../src/emulators/zalo-server.ts'

export const oa = {
  appId: '1200000000000000001',
  appSecret: 'the app secret',
  oaSecretKey: 'the OA secret key',
  oaId: '3300000000000000007',
}
export const lan = '7714000000000000021'
export const hoa = '7714000000000000022'
const monday = new Date('2026-11-23T00:30:00Z')

/** A running emulator with two people on it, an access token, and its clock standing still until it is moved. */
export async function stageEmulator(options: Partial<ZaloEmulatorOptions> = {}) {
  const { url, close } = await startZaloEmulator({ ...oa, firstRefreshToken: 'seed', now: () => monday, ...options })
  onTestFinished(close)
  const http = axios.create({ baseURL: url, validateStatus: () => true })
  await http.put(`/emulator/phones/${lan}`, { name: 'Lan' })
  await http.put(`/emulator/phones/${hoa}`, { name: 'Hoa' })
  const trade = (form: Record<string, string>, secret_key = oa.appSecret) =>
    http.post('/v4/oa/access_token', new URLSearchParams({ app_id: oa.appId, ...form }), { headers: { secret_key } })
  const refresh = (refresh_token: string) => trade({ grant_type: 'refresh_token', refresh_token })
  const { data: pair } = await refresh('seed')
  let latest = pair
  const auth = (access_token: string = latest.access_token) => ({ headers: { access_token } })
  return {
    ...{ url, http, pair, auth, trade, refresh },
    async renew() {
      latest = (await refresh(latest.refresh_token)).data
    },
    after: (hours: number) => new Date(monday.getTime() + hours * 3_600_000),
    setTime: (to: Date) => http.post('/emulator/clock', { now: to.toISOString(), frozen: true }),
    send: (user_id: unknown, message: unknown = { text: 'Chào chị' }) =>
      http.post('/v3.0/oa/message/cs', { recipient: { user_id }, message }, auth()),
    read: (path: string, data: unknown = {}) => http.get(path, { ...auth(), params: { data: JSON.stringify(data) } }),
    write: (user: string, text: string) => http.post(`/emulator/phones/${user}/messages`, { text }),
    settled: () =>
      vi.waitFor(async () => {
        const { data } = await http.get('/emulator/pending')
        if (data.pending > 0) throw new Error(`${data.pending} webhooks under way`)
      }, 5000),
  }
}

interface Hook {
  body: string
  event: string
  headers: IncomingHttpHeaders
}

/** A service that takes webhooks, and answers as it is told: a status, or `'hang'`. */
export async function listenForHooks() {
  const hooks: Hook[] = []
  const answers: (number | 'hang')[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      hooks.push({ body, event: JSON.parse(body).event_name, headers: request.headers })
      const answer = answers.shift() ?? 200
      if (answer !== 'hang') response.writeHead(answer).end('{}')
    })
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const webhookUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}/webhooks/zalo`
  return { hooks, answers, webhookUrl, texts: () => hooks.map(({ body }) => JSON.parse(body).message?.text) }
}
