import { expect, test } from 'vitest'
import { telegramWorld } from './telegram-world.ts'

const buttons = (...data: string[]) => ({ inline_keyboard: [data.map((value) => ({ text: value, callback_data: value }))] })

async function started() {
  const world = await telegramWorld()
  const lan = await world.person('1001', 'Cô Lan')
  await lan.writes('/start')
  return { world, lan }
}

test('a bot introduces itself, and wrong tokens are turned away', async () => {
  const world = await telegramWorld({ botUsername: 'mamnon_bot' })
  expect((await world.bot('getMe')).result).toMatchObject({ id: 7000000001, is_bot: true, username: 'mamnon_bot' })
  expect(await world.bot('getMe', {}, '7000000001:some-other-token-altogether')).toEqual({
    ok: false,
    error_code: 401,
    description: 'Unauthorized',
  })
  expect(await world.bot('getMe', {}, 'nonsense')).toMatchObject({ error_code: 404, description: 'Not Found' })
  expect(await world.bot('getMee')).toMatchObject({ error_code: 404 })
})

test('a teacher sees what the bot sends, buttons included', async () => {
  const { world, lan } = await started()
  const sent = await world.bot('sendMessage', { chat_id: 1001, text: ' 28/30 ạ? ', reply_markup: buttons('yes', 'undo') })
  expect(sent.result).toMatchObject({ text: '28/30 ạ?', chat: { id: 1001, type: 'private' }, from: { is_bot: true } })
  const { messages } = await lan.phone()
  expect(messages.at(-1)).toMatchObject({
    id: String(sent.result.message_id),
    from: 'service',
    text: '28/30 ạ?',
    buttons: [
      { label: 'yes', value: 'yes' },
      { label: 'undo', value: 'undo' },
    ],
    edited: false,
  })
  expect(await world.ledger()).toMatchObject([{ user: '1001', text: '28/30 ạ?', edited: false }])
})

test('a phone that has not changed answers 204', async () => {
  const { world, lan } = await started()
  const { version } = await lan.phone()
  expect((await world.control('GET', `phones/1001?after=${version}`)).status).toBe(204)
  await lan.writes('còn đây')
  expect((await world.control('GET', `phones/1001?after=${version}`)).body.messages).toHaveLength(2)
})

test.each([
  ['no text', { chat_id: 1001 }, 400, 'Bad Request: message text is empty'],
  ['blank text', { chat_id: 1001, text: '  \n ' }, 400, 'Bad Request: text must be non-empty'],
  ['4097 characters', { chat_id: 1001, text: 'ạ'.repeat(4097) }, 400, 'Bad Request: message is too long'],
  ['no chat', { text: 'chào' }, 400, 'Bad Request: chat_id is empty'],
  ['a chat nobody has', { chat_id: 999, text: 'chào' }, 400, 'Bad Request: chat not found'],
  ['somebody who never wrote', { chat_id: 1002, text: 'chào' }, 403, "Forbidden: bot can't initiate conversation with a user"],
  [
    '65 bytes on a button',
    { chat_id: 1001, text: 'a', reply_markup: buttons(`${'ạ'.repeat(21)}ab`) },
    400,
    'Bad Request: BUTTON_DATA_INVALID',
  ],
  ['a tag that is never closed', { chat_id: 1001, text: '<b>a', parse_mode: 'HTML' }, 400, "Bad Request: can't parse entities"],
])('the platform refuses %s', async (_what, params, code, description) => {
  const { world } = await started()
  await world.person('1002', 'Người lạ')
  const answer = await world.bot('sendMessage', params)
  expect(answer).toMatchObject({ ok: false, error_code: code })
  expect(answer.description).toContain(description)
  expect(await world.ledger()).toEqual([])
})

test('the longest text and the longest button pass, counted after the tags are read', async () => {
  const { world } = await started()
  const params = {
    chat_id: 1001,
    text: `<b>${'ạ'.repeat(4096)}</b>`,
    parse_mode: 'HTML',
    reply_markup: buttons(`${'ạ'.repeat(21)}a`),
  }
  expect(await world.bot('sendMessage', params)).toMatchObject({
    ok: true,
    result: { entities: [{ type: 'bold', length: 4096 }] },
  })
})

test('an edit changes the message in place; the same edit again is refused; a stranger message cannot be edited', async () => {
  const { world, lan } = await started()
  const { result } = await world.bot('sendMessage', { chat_id: 1001, text: 'một', reply_markup: buttons('yes') })
  const edit = { chat_id: 1001, message_id: result.message_id, text: 'hai' }
  expect(await world.bot('editMessageText', edit)).toMatchObject({ ok: true, result: { text: 'hai' } })
  expect((await lan.phone()).messages.at(-1)).toMatchObject({ text: 'hai', buttons: [], edited: true })
  expect((await world.bot('editMessageText', edit)).description).toContain('message is not modified')
  expect((await world.bot('editMessageText', { ...edit, message_id: 1 })).description).toContain('message to edit not found')
  const own = (await lan.phone()).messages[0]!.id
  expect((await world.bot('editMessageText', { ...edit, message_id: own })).description).toContain("message can't be edited")
  expect((await world.ledger()).map(({ text, edited }) => [text, edited])).toEqual([
    ['một', false],
    ['hai', true],
  ])
})

test('a parent who blocked the bot is not reached, until they come back', async () => {
  const { world, lan } = await started()
  await lan.blocks(true)
  const message = { chat_id: 1001, text: 'chào' }
  expect(await world.bot('sendMessage', message)).toMatchObject({
    error_code: 403,
    description: 'Forbidden: bot was blocked by the user',
  })
  await lan.blocks(false)
  expect(await world.bot('sendMessage', message)).toMatchObject({ ok: true })
})

test('a chat that gets too much at once answers 429, and a clock moved ahead frees it', async () => {
  const { world } = await started()
  const burst = await Promise.all(
    Array.from({ length: 8 }, (_, index) => world.bot('sendMessage', { chat_id: 1001, text: `${index}` })),
  )
  const refused = burst.filter(({ ok }) => !ok)
  expect(refused.length).toBeGreaterThanOrEqual(2)
  expect(refused[0]).toMatchObject({
    error_code: 429,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  })
  expect(await world.ledger()).toHaveLength(8 - refused.length)
  await world.control('POST', 'clock', { now: '2099-01-04T00:15:00Z', frozen: true })
  expect(await world.bot('sendMessage', { chat_id: 1001, text: 'nữa' })).toMatchObject({
    ok: true,
    result: { date: Date.UTC(2099, 0, 4, 0, 15) / 1000 },
  })
})

test('parameters may come in the address or as a form', async () => {
  const { world, lan } = await started()
  const markup = encodeURIComponent(JSON.stringify(buttons('a')))
  await fetch(`${world.url}/bot${world.token}/sendMessage?chat_id=1001&text=m%E1%BB%99t&reply_markup=${markup}`)
  await fetch(`${world.url}/bot${world.token}/sendmessage`, {
    method: 'POST',
    body: new URLSearchParams({ chat_id: '1001', text: 'hai' }),
  })
  expect((await lan.phone()).messages.slice(1)).toMatchObject([
    { text: 'một', buttons: [{ label: 'a' }] },
    { text: 'hai', buttons: [] },
  ])
})

test('the traffic shows each call without the token', async () => {
  const { world } = await started()
  await world.bot('sendMessage', { chat_id: 1001, text: 'chào' })
  const traffic = await world.traffic()
  expect(traffic).toMatchObject([
    {
      direction: 'to_platform',
      method: 'POST',
      path: '/bot•••/sendMessage',
      status: 200,
      request: { chat_id: 1001, text: 'chào' },
      response: { ok: true },
    },
  ])
  expect(JSON.stringify(traffic)).not.toContain(world.token)
})

test('a cut call is not stored, a lost answer is, and both are in the traffic', async () => {
  const { world } = await started()
  await world.fault(
    { match: { method: 'sendMessage' }, fault: { kind: 'cut' } },
    { match: { method: 'sendMessage', chat: 1001 }, fault: { kind: 'lost_answer' } },
  )
  await expect(world.bot('sendMessage', { chat_id: 1001, text: 'mất' })).rejects.toThrow()
  expect(await world.ledger()).toHaveLength(0)
  await expect(world.bot('sendMessage', { chat_id: 1001, text: 'tới' })).rejects.toThrow()
  expect(await world.ledger()).toHaveLength(1)
  expect((await world.traffic()).map(({ status }) => status)).toEqual([0, 0])
  expect(await world.bot('sendMessage', { chat_id: 1001, text: 'thường' })).toMatchObject({ ok: true })
})

test('a reset forgets people and messages', async () => {
  const { world } = await started()
  await world.bot('sendMessage', { chat_id: 1001, text: 'chào' })
  await world.control('POST', 'reset')
  expect(await world.ledger()).toEqual([])
  expect(await world.pending()).toBe(0)
  expect((await world.control('GET', 'phones/1001')).status).toBe(404)
  expect((await world.bot('sendMessage', { chat_id: 1001, text: 'chào' })).description).toBe('Bad Request: chat not found')
})

test('a person who started the bot in an earlier life of the platform can be written to', async () => {
  const world = await telegramWorld()
  await world.control('PUT', 'phones/1001', { name: 'Cô Lan', started: true })
  expect(await world.bot('sendMessage', { chat_id: 1001, text: 'chào' })).toMatchObject({ ok: true })
  expect(await world.pending()).toBe(0)
})

test('buttons are taken away, a message is deleted, a typing notice is taken; each is refused where there is nothing to do', async () => {
  const { world, lan } = await started()
  const { result } = await world.bot('sendMessage', { chat_id: 1001, text: 'Đúng chưa ạ?', reply_markup: buttons('yes') })
  const it = { chat_id: 1001, message_id: result.message_id }
  expect(await world.bot('editMessageReplyMarkup', it)).toMatchObject({ ok: true })
  expect((await lan.phone()).messages.at(-1)).toMatchObject({ buttons: [], edited: false })
  expect((await world.bot('editMessageReplyMarkup', it)).description).toContain('message is not modified')
  expect(await world.bot('sendChatAction', { chat_id: 1001, action: 'typing' })).toMatchObject({ ok: true, result: true })
  expect(await world.bot('sendChatAction', { chat_id: 1001, action: 'dancing' })).toMatchObject({ error_code: 400 })
  expect(await world.bot('deleteMessage', it)).toMatchObject({ ok: true })
  expect((await lan.phone()).messages).toHaveLength(1)
  expect((await world.bot('deleteMessage', it)).description).toContain('message to delete not found')
})
