import { expect, test } from 'vitest'
import { hoa, lan, oa, stageEmulator } from './zalo-stage.ts'

const cs = '/v3.0/oa/message/cs'

test('a fault hits the path and the person it names, as often as it says, and then no more', async () => {
  const { http, send, write } = await stageEmulator()
  await write(lan, 'Chào cô')
  await write(hoa, 'Chào cô')
  await http.put('/emulator/faults', [{ match: { path: cs, user: lan }, times: 2, fault: { kind: 'error', error: -218 } }])
  const errors = [await send(hoa), await send(lan), await send(lan), await send(lan)].map(({ data }) => data.error)
  expect(errors).toEqual([0, -218, -218, 0])
})

test('a lost answer leaves the message with the parent, a cut connection does not', async () => {
  const { http, send, write } = await stageEmulator()
  await write(lan, 'Chào cô')
  for (const [kind, stored] of [
    ['cut', 0],
    ['lost_answer', 1],
  ] as const) {
    await http.put('/emulator/faults', [{ match: { path: cs }, fault: { kind } }])
    await expect(send(lan)).rejects.toThrow()
    expect((await http.get('/emulator/ledger')).data).toHaveLength(stored)
  }
  const { data: traffic } = await http.get('/emulator/traffic')
  expect(traffic.slice(-2)).toMatchObject([
    { path: cs, status: 0 },
    { path: cs, status: 0 },
  ])
})

test('a proxy answers with a page of HTML', async () => {
  const { http, send } = await stageEmulator()
  await http.put('/emulator/faults', [{ fault: { kind: 'status', status: 502, html: true } }])
  const { status, data, headers } = await send(lan)
  expect([status, headers['content-type']]).toEqual([502, expect.stringContaining('text/html')])
  expect(data).toContain('<html>')
})

test('the traffic shows every request without a token or a secret', async () => {
  const { http, send, pair, refresh } = await stageEmulator()
  await send(lan)
  const { data: next } = await refresh(pair.refresh_token)
  const { data: traffic } = await http.get('/emulator/traffic')
  expect(traffic.map(({ path }: { path: string }) => path)).toEqual(['/v4/oa/access_token', cs, '/v4/oa/access_token'])
  const shown = JSON.stringify(traffic)
  for (const secret of [pair.access_token, pair.refresh_token, next.access_token, next.refresh_token, oa.appSecret]) {
    expect(shown).not.toContain(secret)
  }
})

test('who blocked the account cannot write to it, and nobody can edit', async () => {
  const { http, write } = await stageEmulator()
  await http.post(`/emulator/phones/${lan}/block`, { blocked: true })
  expect((await write(lan, 'Chào cô')).status).toBe(409)
  await http.post(`/emulator/phones/${lan}/follow`)
  const { data } = await write(lan, 'Chào cô')
  const edit = await http.post(`/emulator/phones/${lan}/edits`, { messageId: data.events[0], text: 'Chào thầy' })
  expect(edit.status).toBe(409)
})

test('a person can be made one who wrote before, and no event tells of it', async () => {
  const { http, send } = await stageEmulator()
  await http.put(`/emulator/phones/${lan}`, { name: 'Lan', started: true })
  expect((await send(lan)).data.data.quota).toEqual({ quota_type: 'reply' })
  expect((await http.get('/emulator/webhook')).data).toMatchObject({ dropped: 2 })
})

test('settings and webhook addresses that make no sense are refused', async () => {
  const { http } = await stageEmulator()
  for (const wrong of [{ limitPerHour: 5 }, { limitPerMinute: '5' }]) {
    expect((await http.put('/emulator/settings', wrong)).status).toBe(400)
  }
  expect((await http.put('/emulator/webhook', { url: 'nowhere' })).status).toBe(400)
  expect((await http.get('/emulator/webhook')).data).toEqual({ url: null, on: false, dropped: 0 })
})

test('a reset forgets people, faults and settings and keeps the tokens', async () => {
  const { http, send, write } = await stageEmulator()
  await write(lan, 'Chào cô')
  await http.put('/emulator/settings', { oaEnabled: false })
  await http.put('/emulator/faults', [{ fault: { kind: 'error', error: -32 } }])
  await http.post('/emulator/reset')
  expect((await send(lan)).data.error).toBe(-201)
  await http.put(`/emulator/phones/${lan}`, { name: 'Lan' })
  await write(lan, 'Chào cô')
  expect((await send(lan)).data.error).toBe(0)
})
