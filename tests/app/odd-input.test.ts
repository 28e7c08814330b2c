import { afterAll, beforeAll, expect, test } from 'vitest'
import { post, zaloText } from '../support/webhook-calls.ts'
import { startWorld, users, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T10:00:00+07:00', pauseSeconds: 4 })
  await world.parent.says('xin chào')
  await world.teacher.says('xin chào')
  await world.office.says('xin chào')
})
afterAll(() => world.close())

let count = 0
/** Sends a text to Zalo's webhook as it is, past what an app would let somebody type, and reads the answers. */
const sendsRaw = async (text: string) => {
  await world.parent.reads()
  await world.breathe()
  count += 1
  const { body, headers } = zaloText(users.parent, text, { id: `odd-${count}`, at: world.now() })
  expect(await post(`${world.app.url}/webhooks/zalo`, body, headers)).toBe(200)
  return await world.parent.reads()
}

test.each(['sticker', 'voice', 'photo', 'video', 'file', 'location', 'contact'])(
  'a %s is answered politely on both platforms',
  async (kind) => {
    for (const phone of [world.parent, world.teacher, world.office]) {
      // A file of the office may be a calendar: what it is not, is said in its own words.
      const said = kind === 'file' && phone === world.office ? 'Em không đọc được tệp' : 'chỉ đọc được chữ'
      expect(await phone.sends(kind)).toEqual([expect.stringContaining(said)])
    }
  },
)

test('the words under a photo are read like any others', async () => {
  await world.teacher.reads()
  await world.platforms.telegram.call('POST', `phones/${users.teacher}/media`, { kind: 'photo', caption: 'A1 30/30' })
  expect(await world.teacher.reads()).toEqual([expect.stringContaining('30/30')])
})

test.each(['😀😀😀', '👍', '❤️', '?', '...', '١٢٣', 'ạ'])('%s is answered', async (text) => {
  for (const phone of [world.parent, world.teacher, world.office]) expect(await phone.says(text)).not.toEqual([])
})

test.each(['', '   ', '\n\t', '\u0000', '\u200b'])('a text without a word in it (%j) is answered', async (text) => {
  expect(await sendsRaw(text)).toHaveLength(1)
})

test('control characters, NUL and halves of a character neither crash nor hold up what comes behind them', async () => {
  const odd = [
    'bé\u0000 An\u0001 nghỉ\u001b[31m',
    '\ud83d',
    'sữa \udc00 học đường',
    '\u202emã\u202c',
    '\u0000MN-22222-22222',
    '%s %d {name} {count, plural,',
  ]
  for (const text of odd) expect(await sendsRaw(text)).not.toEqual([])
  expect((await sendsRaw('cảm ơn em')).join()).toContain('Dạ')
})

test('markup is shown as it was typed, to the office too', async () => {
  await world.office.reads()
  const typed = '<script>alert(1)</script> Trường có <b>xe đưa đón</b> không ạ?'
  expect(await sendsRaw(typed)).not.toEqual([])
  expect((await world.office.reads()).join()).toContain(typed)
})

test('20,000 characters are answered in time, and the office reads how they begin', async () => {
  const long = 'Cho em hỏi học phí lớp này là bao nhiêu một tháng ạ 😀. '.repeat(400).slice(0, 20_000)
  const unbroken = 'ă'.repeat(20_000)
  const reports = 'A1 28/30, vắng 2: An sốt 38.5, Bình ho. '.repeat(500)
  const startedAt = performance.now()
  for (const text of [long, unbroken, reports, '9'.repeat(20_000), '1/'.repeat(10_000)])
    expect(await sendsRaw(text)).not.toEqual([])
  expect(performance.now() - startedAt).toBeLessThan(8_000)
  const office = (await world.office.screen()).map(({ text }) => text)
  expect(office.every((text) => text.length <= 4096)).toBe(true)
})

test('a teacher who pastes far too much is answered', async () => {
  const pasted = 'A1 28/30, vắng 2: An sốt 38.5, Bình ho có phép, '.repeat(80)
  expect(await world.teacher.says(pasted.slice(0, 4_000))).not.toEqual([])
  expect(await world.teacher.says('Nguyễn Hoài An, '.repeat(250))).not.toEqual([])
})

test('a long answer of the office reaches a parent on Zalo in pieces that end with a sentence', async () => {
  await world.office.reads()
  await world.parent.says('Trường có xe đưa đón không ạ?')
  const number = /số (\d+)/i.exec((await world.office.reads()).join())![1]
  const sentence = 'Dạ học phí tháng này nhà trường thu theo thông báo đã gửi trong sổ liên lạc của bé. '
  await world.office.says(`${number}: ${sentence.repeat(45)}`)
  const pieces = await world.parent.reads()
  expect(pieces.length).toBeGreaterThan(1)
  expect(pieces.every((piece) => piece.length <= 2_000)).toBe(true)
  expect(pieces.every((piece) => piece.endsWith('.'))).toBe(true)
  expect(pieces.join(' ').split('sổ liên lạc').length - 1).toBe(45)
})

test('through all of it nothing crashed and nothing was left lying', async () => {
  const { prisma } = world.database
  expect(await prisma.inbound.count({ where: { OR: [{ state: { not: 'handled' } }, { attempts: { gt: 0 } }] } })).toBe(0)
  expect(await prisma.outbound.count({ where: { state: { notIn: ['sent', 'delivered'] } } })).toBe(0)
})
