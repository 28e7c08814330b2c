import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, users, type World } from '../support/world.ts'

// Monday 23 November 2026, in office hours. One parent writes on Zalo, another on Telegram; the office sits at Telegram.
let world: World
const parents = ['zalo', 'telegram'] as const
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T09:00:00+07:00', pauseSeconds: 2 })
  await world.office.says('chào')
  const [code] = /MN-\w+-\w+/.exec((await world.office.says('mã A1 Châu')).join('\n'))!
  expect((await phoneOf('telegram').says(code)).join('\n')).toContain('Châu')
  await phoneOf('zalo').says('chào')
})
afterAll(() => world.close())

const phones = new Map<string, World['parent']>()
function phoneOf(platform: (typeof parents)[number]): World['parent'] {
  const known = phones.get(platform) ?? (platform === 'zalo' ? world.parent : world.phone('telegram', users.telegramStranger))
  phones.set(platform, known)
  return known
}
const numberIn = (texts: readonly string[]) => /[Ss]ố (\d+)/.exec(texts.join('\n'))![1]!
const later = (minutes: number) => world.clockTo(new Date(world.now().getTime() + minutes * 60_000).toISOString())

test.each(parents)('%s: a question that names nothing is asked back with numbers, and a number is enough', async (platform) => {
  const phone = phoneOf(platform)
  const [asked] = await phone.says('cho em hỏi chút ạ')
  expect(asked).toMatch(/muốn hỏi về việc gì[\s\S]*1\. sữa học đường[\s\S]*3\. trẻ được cân đo mấy lần/)
  const { buttons } = (await phone.screen()).at(-1)!
  expect(buttons.length).toBe(platform === 'telegram' ? 4 : 0)
  expect((await phone.says('3')).join()).toMatch(/cân[\s\S]*Nguồn: /)
})

test.each(parents)('%s: the next question leans on the one before', async (platform) => {
  const phone = phoneOf(platform)
  expect((await phone.says('sữa học đường phụ huynh đóng bao nhiêu %')).join()).toContain('47%')
  expect((await phone.says('còn hộ nghèo thì sao ạ?')).join()).toContain('miễn')
  expect((await phone.says('chỉ tiêu nhà trẻ ra lớp năm 2020-2021 bao nhiêu %')).join()).toContain('58%')
  expect((await phone.says('vậy ở Hải Phòng thì sao?')).join()).toMatch(/Hải Phòng/)
})

test.each(parents)('%s: somebody who wants a person waits, is answered by one, and comes back', async (platform) => {
  const phone = phoneOf(platform)
  await world.office.reads()
  expect((await phone.says('cho em gặp cô văn phòng')).join()).toContain('đã báo văn phòng')
  const [wish] = await world.office.reads()
  expect(wish).toContain(platform === 'zalo' ? 'Hoài An (A1)' : 'Châu (A1)')
  const number = numberIn([wish!])
  expect(await phone.says('con em muốn đổi giờ đón ạ')).toEqual([])
  expect((await world.office.reads()).join()).toContain('đổi giờ đón')
  await world.office.says(`${number}: Dạ được chị ạ, chị đón lúc mấy giờ?`)
  expect(await phone.reads()).toEqual(['Văn phòng Trường Mầm non Hoa Nắng: Dạ được chị ạ, chị đón lúc mấy giờ?'])
  // A bare number is the parent's answer to the office, whatever was offered before.
  expect(await phone.says('4')).toEqual([])
  expect((await world.office.reads()).join()).toContain('“4”')
  await world.office.says(`xong ${number}`)
  expect((await phone.reads()).join()).toContain('đã kết thúc trao đổi')
  expect((await phone.says('ở Long Biên trẻ được cân đo mấy lần')).join()).toContain('Nguồn')
  await later(2)
})

test('both ask the same, one in English: one answer of the office reaches each once, on their own channel, framed in their language', async () => {
  const [zalo, telegram] = parents.map(phoneOf)
  await world.office.reads()
  expect((await telegram!.says('English please')).join()).toContain('English')
  expect((await zalo!.says('Trường có xe đưa đón không ạ?')).join()).toContain('chuyển câu hỏi tới văn phòng')
  expect((await telegram!.says('Does the school have a bus?')).join()).toContain('passing')
  await zalo!.says('xe dua don truong minh co ko co oi')
  const number = numberIn(await world.office.reads())
  await later(2)
  const [sent] = await world.office.says(`${number}: Dạ trường chưa có xe ạ.`)
  expect(sent).toContain('2 người')
  expect(await zalo!.reads()).toEqual([
    'Văn phòng Trường Mầm non Hoa Nắng trả lời câu hỏi “Trường có xe đưa đón không ạ?”:\nDạ trường chưa có xe ạ.',
  ])
  const told = await telegram!.reads()
  expect(told).toHaveLength(1)
  expect(told[0]).toMatch(/“Does the school have a bus\?”[\s\S]*chưa có xe/)
  expect(told[0]).not.toContain('Văn phòng')
  // In one step it answers everybody from now on, and both at once.
  await world.office.says('1')
  for (const phone of [zalo!, telegram!]) expect((await phone.says('truong co xe dua don ko vay')).join()).toContain('chưa có xe')
})
