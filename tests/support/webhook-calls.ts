import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { keys } from './platforms.ts'

/** A port nobody listens on at this moment, for a service that must know its address before it starts. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((done) => server.close(() => done()))
  return port
}

export async function post(url: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<number> {
  const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
  await response.arrayBuffer()
  return response.status
}

/** The header by which Zalo signs these bytes. */
export function zaloSignature(body: string | Buffer, timestamp: string): Record<string, string> {
  const { appId, oaSecretKey } = keys.zalo
  const mac = createHash('sha256').update(appId).update(body).update(timestamp).update(oaSecretKey).digest('hex')
  return { 'x-zevent-signature': `mac=${mac}` }
}

/** One webhook of a person who typed something, as Zalo sends it. */
export function zaloText(user: string, text: string, { id, at }: { id: string; at: Date }) {
  const timestamp = String(at.getTime())
  const body = JSON.stringify({
    app_id: keys.zalo.appId,
    event_name: 'user_send_text',
    timestamp,
    sender: { id: user },
    recipient: { id: keys.zalo.oaId },
    message: { msg_id: id, text },
  })
  return { body, headers: zaloSignature(body, timestamp) }
}

/** One update of a person who typed something, as Telegram sends it. */
export function telegramText(user: string, text: string, { id, at }: { id: number; at: Date }): string {
  const chat = { id: Number(user), type: 'private', first_name: 'Lan' }
  const from = { id: Number(user), is_bot: false, first_name: 'Lan' }
  const message = { message_id: id, from, chat, date: Math.floor(at.getTime() / 1000), text }
  return JSON.stringify({ update_id: id, message })
}
