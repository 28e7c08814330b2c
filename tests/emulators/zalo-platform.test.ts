import { expect, test } from 'vitest'
import { hoa, lan, oa, stageEmulator } from './zalo-stage.ts'

const hours = (days: number) => days * 24

test('a message is judged by token, then shape, then size, then person, then window', async () => {
  const { http, send, auth } = await stageEmulator()
  const code = async (user: unknown, message: unknown, headers = auth()) => {
    const { data, status } = await http.post('/v3.0/oa/message/cs', { recipient: { user_id: user }, message }, headers)
    expect(status).toBe(200)
    return data.error
  }
  const long = { text: 'x'.repeat(2001) }
  expect(await code('nobody', long, { headers: {} as { access_token: string } })).toBe(-216)
  expect(await code('nobody', long, auth('made up'))).toBe(-216)
  expect(await code('nobody', long)).toBe(-201)
  expect(await code(Number(lan), { text: 'x' })).toBe(-201)
  expect(await code(lan, {})).toBe(-201)
  expect(await code(lan, undefined)).toBe(-201)
  expect(await code(lan, { text: 5 })).toBe(-201)
  expect(await code(lan, long)).toBe(-210)
  expect(await code(lan, { text: 'x', attachment: { payload: { buttons: [1, 2, 3, 4, 5, 6] } } })).toBe(-210)
  await http.post(`/emulator/phones/${lan}/block`, { blocked: true })
  expect(await code(lan, long)).toBe(-210)
  expect(await code(lan, { text: 'x' })).toBe(-244)
  expect(await code(hoa, { text: 'x' })).toBe(-232)
  const { data } = await http.post('/v3.0/oa/message/cs', 'no JSON', {
    headers: { ...auth().headers, 'content-type': 'application/json' },
  })
  expect(data.error).toBe(-201)
  expect((await send(lan)).headers).toMatchObject({ 'x-ratelimit-limit': '4000' })
})

test('an app, a package or an OA that is switched off refuses everything', async () => {
  const { http, send } = await stageEmulator()
  for (const [setting, error] of [
    ['oaEnabled', -204],
    ['packageAllowsApi', -224],
    ['appActive', -209],
  ] as const) {
    await http.put('/emulator/settings', { [setting]: false })
    expect((await send('nobody')).data.error).toBe(error)
  }
})

test('the call over the limit of a minute is refused and the next minute is fresh', async () => {
  const { setTime, send, write, after } = await stageEmulator({ settings: { limitPerMinute: 2 } })
  await write(lan, 'Chào cô')
  const remains = []
  for (let at = 0; at < 3; at += 1) {
    const { data, headers } = await send(lan)
    remains.push([data.error, headers['x-ratelimit-remain']])
  }
  expect(remains).toEqual([
    [0, '1'],
    [0, '0'],
    [-32, '0'],
  ])
  await setTime(after(1 / 60))
  expect((await send(lan)).data.error).toBe(0)
})

test('a message costs nothing for 48 hours, then the allowance, then money, and is refused after 7 days', async () => {
  const { http, setTime, send, write, after, renew } = await stageEmulator({ settings: { subQuotaRemain: 1, subQuotaTotal: 1 } })
  await write(lan, 'Chào cô')
  await setTime(after(48))
  await renew()
  expect((await send(lan)).data).toMatchObject({ error: 0, data: { user_id: lan, quota: { quota_type: 'reply' } } })
  await setTime(after(48.1))
  expect((await send(lan)).data.data.quota).toEqual({ quota_type: 'sub_quota', remain: '0', total: '1' })
  const charged = (await send(lan)).data
  expect(charged.error).toBe(0)
  expect(charged.data).not.toHaveProperty('quota')
  await setTime(after(hours(7) + 0.1))
  await renew()
  expect((await send(lan)).data.error).toBe(-230)
  const { data: ledger } = await http.get('/emulator/ledger')
  expect(ledger.map(({ quotaType, chargedVnd }: Record<string, unknown>) => [quotaType, chargedVnd])).toEqual([
    ['reply', 0],
    ['sub_quota', 0],
    [null, 55],
  ])
  await write(lan, 'Còn ai không ạ')
  expect((await send(lan)).data.data.quota.quota_type).toBe('reply')
})

test('a follower who never wrote can be greeted three times', async () => {
  const { http, send } = await stageEmulator()
  await http.post(`/emulator/phones/${lan}/follow`)
  const answers = [await send(lan), await send(lan), await send(lan), await send(lan)].map(({ data }) => data)
  expect(answers.map(({ data }) => data?.quota)).toEqual([
    { quota_type: 'welcome_msg', remain: '2', total: '3' },
    { quota_type: 'welcome_msg', remain: '1', total: '3' },
    { quota_type: 'welcome_msg', remain: '0', total: '3' },
    undefined,
  ])
  expect(answers.at(-1).error).toBe(-232)
})

test('a query button says its payload in the name of who taps it', async () => {
  const { http, send, write } = await stageEmulator()
  await write(lan, 'Chào cô')
  const buttons = [{ title: 'Đã học', type: 'oa.query.show', payload: '#done' }]
  const { data: sent } = await send(lan, { text: 'Con học bài chưa ạ?', attachment: { type: 'template', payload: { buttons } } })
  const taps = `/emulator/phones/${lan}/taps`
  expect((await http.post(taps, { messageId: sent.data.message_id, value: '#else' })).status).toBe(409)
  expect((await http.post(taps, { messageId: sent.data.message_id, value: '#done' })).status).toBe(200)
  const { data: phone } = await http.get(`/emulator/phones/${lan}`)
  expect(phone.messages.at(-1)).toMatchObject({ from: 'user', text: '#done' })
})

test('an access token dies after 25 hours or when it is replaced, a refresh token when it is used or three months old', async () => {
  const { setTime, after, pair, refresh, http, auth } = await stageEmulator()
  const errorOf = async (token: string) => (await http.get('/v2.0/oa/getoa', auth(token))).data.error
  expect(pair.expires_in).toBe('90000')
  await setTime(after(24.99))
  expect(await errorOf(pair.access_token)).toBe(0)
  await setTime(after(25))
  expect(await errorOf(pair.access_token)).toBe(-220)
  const { data: second } = await refresh(pair.refresh_token)
  const { data: third } = await refresh(second.refresh_token)
  expect(await errorOf(second.access_token)).toBe(-220)
  const again = await refresh(second.refresh_token)
  expect([again.status, again.data]).toEqual([200, { error: -14014, error_name: 'Invalid refresh token' }])
  expect(await errorOf(third.access_token)).toBe(0)
  await setTime(after(25 + 90 * 24))
  expect((await refresh(third.refresh_token)).data.error).toBe(-14014)
})

test('the token endpoint gives nothing to who lacks the app secret, the app id or a grant', async () => {
  const { trade, pair } = await stageEmulator()
  const good = { grant_type: 'refresh_token', refresh_token: pair.refresh_token }
  expect((await trade(good, oa.oaSecretKey)).data.error).toBe(-14004)
  expect((await trade({ ...good, app_id: '7' })).data.error).toBe(-14002)
  expect((await trade({ ...good, grant_type: 'password' })).data.error).toBe(-14005)
  expect((await trade({ grant_type: 'authorization_code', code: 'made up' })).data.error).toBe(-14012)
  expect((await trade(good)).data).toHaveProperty('access_token')
})

test('a code needs the verifier of the challenge it was asked with', async () => {
  const { http, trade } = await stageEmulator()
  // the example pair of RFC 7636
  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
  const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
  const consent = async () => {
    const params = { app_id: oa.appId, redirect_uri: 'http://127.0.0.1:9/zalo/oauth', code_challenge: challenge }
    const { headers } = await http.get('/v4/oa/permission/approve', { params, maxRedirects: 0 })
    return new URL(headers.location).searchParams.get('code') ?? ''
  }
  const exchange = async (code_verifier: string) =>
    trade({ grant_type: 'authorization_code', code: await consent(), code_verifier })
  expect((await exchange(`${verifier}x`)).data.error).toBe(-14012)
  expect((await exchange(verifier)).data).toHaveProperty('refresh_token')
})

test('what the platform knows of a person, an account and a conversation can be read', async () => {
  const { read, send, write, http, auth } = await stageEmulator()
  await write(lan, 'Chào cô')
  await send(lan, { text: 'Chào chị' })
  expect((await read('/v2.0/oa/getoa')).data.data).toMatchObject({ oaid: oa.oaId })
  expect((await read('/v3.0/oa/user/detail', { user_id: lan })).data.data).toMatchObject({
    ...{ user_id: lan, display_name: 'Lan', user_last_interaction_date: '23/11/2026', user_is_follower: false },
  })
  expect((await read('/v3.0/oa/user/detail', { user_id: '1' })).data.error).toBe(-201)
  const quota = await http.post('/v3.0/oa/quota/message', { user_id: lan }, auth())
  expect(quota.data.data.last_interaction).toBe(String(Date.parse('2026-11-23T00:30:00Z')))
  const { data: conversation } = await read('/v2.0/oa/conversation', { user_id: lan, offset: 0, count: 10 })
  expect(conversation.data.map(({ src, message }: Record<string, unknown>) => [src, message])).toEqual([
    [0, 'Chào chị'],
    [1, 'Chào cô'],
  ])
  expect((await read('/v2.0/oa/listrecentchat')).data.data).toHaveLength(1)
})
