import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { accountOf, prepareTelegram } from '../../../src/adapters/telegram/telegram-account.ts'
import { createTelegramChannel } from '../../../src/adapters/telegram/telegram-channel.ts'
import { createTelegramClient } from '../../../src/adapters/telegram/telegram-client.ts'
import type { DeliveryError } from '../../../src/core/delivery-error.ts'
import type { OutboundMessage } from '../../../src/core/message.ts'
import { telegramWorld, token } from '../../emulators/telegram-world.ts'

const ever = new AbortController().signal
const to = (chat: string) => ({ channel: 'telegram', account: accountOf(token), chat }) as const

async function started() {
  const world = await telegramWorld()
  const lan = await world.person('1001', 'Cô Lan')
  await lan.writes('/start')
  const client = createTelegramClient({ token, apiRoot: world.url })
  const channel = createTelegramChannel(client)
  const send = (message: Partial<OutboundMessage>, signal = ever) =>
    channel.send({ to: to('1001'), text: 'Chào cô', ...message }, signal)
  const failure = async (sending: Promise<unknown>) =>
    (await sending.then(
      () => undefined,
      (error) => error,
    )) as DeliveryError
  return { world, lan, client, channel, send, failure }
}

test('a teacher gets a text with its choices as buttons', async () => {
  const { world, lan, send } = await started()
  const choices = [
    { label: 'Đúng', value: 'checkin:confirm' },
    { label: 'Làm lại', value: 'checkin:undo' },
  ]
  const { messageId } = await send({ text: '28/30, đúng chưa ạ?', choices })
  const shown = (await lan.phone()).messages.at(-1)
  expect(shown).toMatchObject({ id: messageId, text: '28/30, đúng chưa ạ?', buttons: choices })
  const [exchange] = await world.traffic()
  expect(exchange!.request).toMatchObject({ reply_markup: { inline_keyboard: [[{ text: 'Đúng' }, { text: 'Làm lại' }]] } })
})

test('long choices stand one below the other', async () => {
  const { world, send } = await started()
  const choices = ['Nguyễn Bảo An (lớp A1)', 'Nguyễn Bảo An (lớp B2)'].map((label, index) => ({ label, value: `${index}` }))
  await send({ choices })
  const [exchange] = await world.traffic()
  expect(exchange!.request).toMatchObject({ reply_markup: { inline_keyboard: [[{}], [{}]] } })
})

test('an edit replaces text and buttons; repeating it or editing what is gone counts as delivered', async () => {
  const { lan, world, send } = await started()
  const { messageId } = await send({ text: 'một', choices: [{ label: 'Đúng', value: 'ok' }] })
  expect(await send({ text: 'hai', edits: messageId })).toEqual({ messageId })
  expect((await lan.phone()).messages.at(-1)).toMatchObject({ text: 'hai', buttons: [], edited: true })
  expect(await send({ text: 'hai', edits: messageId })).toEqual({ messageId })
  expect(await send({ text: 'ba', edits: '1' })).toEqual({ messageId: '1' })
  expect(await world.ledger()).toHaveLength(2)
})

test('a tap is acknowledged, and a late acknowledgement harms nobody', async () => {
  const { world, lan, channel, send } = await started()
  const { messageId } = await send({ choices: [{ label: 'Đúng', value: 'ok' }] })
  await lan.taps(messageId, 'ok')
  const callbackId = (await world.bot('getUpdates')).result.at(-1).callback_query.id as string
  const tap = (id: string) => ({
    from: to('1001'),
    eventId: '1',
    sender: '1001',
    sentAt: new Date(0),
    chatType: 'private' as const,
    content: { kind: 'choice' as const, value: 'ok', messageId, callbackId: id },
  })
  await channel.acknowledge(tap(callbackId))
  await channel.acknowledge(tap('1'))
  const answers = (await world.traffic()).filter(({ path }) => path.endsWith('/answerCallbackQuery'))
  expect(answers.map(({ status }) => status)).toEqual([200, 400])
})

test.each([
  [
    'is throttled',
    { kind: 'status', status: 429, retryAfterSeconds: 3 },
    { reason: 'throttled', retryAfterSeconds: 3, code: 429 },
  ],
  ['meets a failing server', { kind: 'status', status: 500 }, { reason: 'server_error', code: 500 }],
  ['meets a failing proxy', { kind: 'status', status: 502, html: true }, { reason: 'server_error', code: 502 }],
  ['meets a page in place of an answer', { kind: 'status', status: 403, html: true }, { reason: 'unreachable' }],
  ['has a revoked token', { kind: 'status', status: 401 }, { reason: 'channel_stopped', code: 401 }],
  ['has a token that was never one', { kind: 'status', status: 404 }, { reason: 'channel_stopped', code: 404 }],
  ['is refused', { kind: 'status', status: 400 }, { reason: 'rejected', code: 400 }],
  ['is cut off', { kind: 'cut' }, { reason: 'unanswered' }],
  ['reads JSON that is not of Telegram', { kind: 'answer', body: { hello: 'world' } }, { reason: 'unreachable' }],
  ['reads a success without a message', { kind: 'answer', body: { ok: true, result: null } }, { reason: 'unanswered' }],
])('a message that %s says why', async (_what, fault, expected) => {
  const { world, send, failure } = await started()
  await world.fault({ match: { method: 'sendMessage' }, fault })
  expect(await failure(send({}))).toMatchObject({ name: 'DeliveryError', ...expected })
  expect(await world.ledger()).toEqual([])
})

test('nobody is there: blocked, unknown, never started', async () => {
  const { world, lan, send, failure } = await started()
  await lan.blocks(true)
  await world.person('1002', 'Người lạ')
  const failures = await Promise.all(['1001', '999', '1002'].map((chat) => failure(send({ to: to(chat) }))))
  expect(failures.map(({ reason, code }) => [reason, code])).toEqual([
    ['recipient_left', 403],
    ['recipient_left', 400],
    ['recipient_left', 403],
  ])
})

test('a text that is too long and a button that carries too much are rejected', async () => {
  const { send, failure } = await started()
  expect(await failure(send({ text: 'ạ'.repeat(4097) }))).toMatchObject({ reason: 'rejected', code: 400 })
  expect(await failure(send({ choices: [{ label: 'a', value: 'a'.repeat(65) }] }))).toMatchObject({
    reason: 'rejected',
    code: 400,
  })
})

test('a lost answer leaves it open whether the message arrived', async () => {
  const { world, send, failure } = await started()
  await world.fault({ match: { method: 'sendMessage' }, fault: { kind: 'lost_answer' } })
  expect(await failure(send({ text: 'một lần' }))).toMatchObject({ reason: 'unanswered' })
  expect(await world.ledger()).toMatchObject([{ text: 'một lần' }])
})

test('a send is given up when the caller says so', async () => {
  const { world, send, failure } = await started()
  await world.fault({ match: { method: 'sendMessage' }, fault: { kind: 'delay', millis: 60_000 } })
  const stop = new AbortController()
  const sending = failure(send({}, stop.signal))
  stop.abort()
  expect(await sending).toMatchObject({ reason: 'unanswered' })
})

test('no error holds the token or the text', async () => {
  const { world, send, failure } = await started()
  const faults = [
    { kind: 'status', status: 400 },
    { kind: 'status', status: 403, html: true },
    { kind: 'cut' },
    { kind: 'answer', body: 7 },
  ]
  await world.fault(...faults.map((fault) => ({ match: { method: 'sendMessage' }, fault })))
  for (const _ of faults) {
    const error = await failure(send({ text: 'Bé An ốm' }))
    expect(error.name).toBe('DeliveryError')
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/token-of-a-bot|Bé An/)
  }
  await world.close()
  const refused = await failure(send({ text: 'Bé An ốm' }))
  expect(refused.reason).toMatch(/^(unreachable|unanswered)$/)
  expect(inspect(refused, { depth: 10, showHidden: true })).not.toMatch(/token-of-a-bot|Bé An/)
})

test('a server that never answers is given up after the time allowed', async () => {
  const silent = createServer(() => {})
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
  onTestFinished(() => silent.closeAllConnections())
  onTestFinished(() => void silent.close())
  const client = createTelegramClient({ token, apiRoot: `http://127.0.0.1:${(silent.address() as AddressInfo).port}` })
  await expect(client.call('getMe', {}, { timeoutSeconds: 0.05 })).rejects.toMatchObject({ reason: 'unanswered' })
})

test('a start without a public address authenticates and takes the webhook away, keeping what waits', async () => {
  const { world, lan, client } = await started()
  await world.bot('setWebhook', { url: 'http://127.0.0.1:9/old' })
  await lan.writes('còn đây')
  const commands = [{ command: 'help', description: 'Trợ giúp' }]
  expect(await prepareTelegram({ client, commands })).toEqual({ username: 'mamnon_demo_bot', menuSet: true })
  expect((await world.bot('getWebhookInfo')).result).toMatchObject({ url: '', pending_update_count: 2 })
  expect((await world.bot('getMyCommands')).result).toEqual(commands)
})

test('a start with a public address sets the webhook; a menu that fails stops nothing', async () => {
  const { world, client } = await started()
  await world.fault({ match: { method: 'setMyCommands' }, fault: { kind: 'status', status: 500 } })
  const prepared = await prepareTelegram({ client, publicUrl: 'http://127.0.0.1:9/', secret: 'mot-bi-mat' })
  expect(prepared.menuSet).toBe(false)
  expect((await world.bot('getWebhookInfo')).result).toMatchObject({
    url: 'http://127.0.0.1:9/webhooks/telegram',
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
  })
  expect(JSON.stringify(await world.traffic())).not.toContain('mot-bi-mat')
})

test('a start with a wrong token says so', async () => {
  const { world } = await started()
  const client = createTelegramClient({ token: '7000000001:some-other-token-altogether', apiRoot: world.url })
  await expect(prepareTelegram({ client })).rejects.toMatchObject({ reason: 'channel_stopped', code: 401 })
})

test('a process that has sent ends by itself and prints nothing of it, whatever DEBUG says', async () => {
  const { world, lan } = await started()
  const script = `
    import { createTelegramClient } from './src/adapters/telegram/telegram-client.ts'
    import { createTelegramChannel } from './src/adapters/telegram/telegram-channel.ts'
    const channel = createTelegramChannel(createTelegramClient({ token: '${token}', apiRoot: '${world.url}' }))
    await channel.send({ to: { channel: 'telegram', account: '1', chat: '1001' }, text: 'Bé An ốm' }, new AbortController().signal)
    console.log('sent')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, DEBUG: '*' },
    timeout: 15_000,
  })
  const printed = Promise.all([child.stdout.toArray(), child.stderr.toArray()])
  const [exitCode] = await once(child, 'exit')
  expect((await printed).map((chunks) => Buffer.concat(chunks).toString())).toEqual(['sent\n', ''])
  expect(exitCode).toBe(0)
  expect((await lan.phone()).messages.at(-1)).toMatchObject({ text: 'Bé An ốm' })
})
