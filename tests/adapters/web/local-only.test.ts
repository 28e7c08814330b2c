import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { isLocalRequest, isSameOrigin } from '../../../src/adapters/web/local-only.ts'

async function judged(request: { headers?: Record<string, string>; remoteAddress?: string }) {
  const app = Fastify()
  app.post('/', async (seen) => ({ local: isLocalRequest(seen), own: isSameOrigin(seen) }))
  const headers = { host: 'localhost:3000', ...request.headers }
  return (await app.inject({ method: 'POST', url: '/', ...request, headers })).json()
}

test.each(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'])('somebody at this machine is local over %s', async (address) => {
  expect(await judged({ remoteAddress: address })).toMatchObject({ local: true })
})

test.each(['192.168.1.20', '::ffff:10.0.0.4', '2405:4800::1', '1127.0.0.1'])('somebody at %s is not local', async (address) => {
  expect(await judged({ remoteAddress: address })).toMatchObject({ local: false })
})

test.each(['x-forwarded-for', 'x-forwarded-proto', 'X-Forwarded-Host', 'forwarded', 'x-real-ip', 'via', 'cf-connecting-ip'])(
  'what a proxy on this machine passes on with %s is not local',
  async (name) => {
    expect(await judged({ headers: { [name]: '127.0.0.1' } })).toMatchObject({ local: false })
  },
)

test.each(['localhost', 'LOCALHOST:3000', '127.0.0.1:8080', '[::1]:3000'])('a page asked for as %s is local', async (host) => {
  expect(await judged({ headers: { host } })).toMatchObject({ local: true })
})

test.each(['mamnon.example', 'localhost.evil.example:3000', '127.0.0.1.nip.io', '[::2]:3000', 'localhost:3000:1'])(
  'a page asked for as "%s" is not local, whoever asks',
  async (host) => {
    expect(await judged({ headers: { host } })).toMatchObject({ local: false })
  },
)

test('a post of our own page, or of no page, is our own; one of another site is not', async () => {
  expect(await judged({})).toMatchObject({ own: true })
  expect(await judged({ headers: { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' } })).toMatchObject({
    own: true,
  })
  expect(await judged({ headers: { origin: 'https://evil.example' } })).toMatchObject({ own: false })
  expect(await judged({ headers: { origin: 'null' } })).toMatchObject({ own: false })
  expect(await judged({ headers: { origin: 'http://localhost:4000' } })).toMatchObject({ own: false })
  expect(await judged({ headers: { 'sec-fetch-site': 'same-site' } })).toMatchObject({ own: false })
})

test('a proxy that leaves no trace is told by the HTTP/1.0 it speaks', async () => {
  const app = Fastify()
  onTestFinished(() => app.close())
  app.get('/', async (seen) => ({ local: isLocalRequest(seen) }))
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as { port: number }
  const spoken = async (version: string) => {
    const socket = connect(port, '127.0.0.1')
    socket.end(`GET / HTTP/${version}\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`)
    return await text(socket)
  }
  expect(await spoken('1.1')).toContain('{"local":true}')
  expect(await spoken('1.0')).toContain('{"local":false}')
})
