import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '../../src/adapters/observability/log.ts'
import { fold, withoutDiacritics } from '../../src/core/text.ts'
import { sampleClasses, samplePeople } from '../../src/demo/sample-school.ts'
import { keys } from '../support/platforms.ts'
import { post, zaloText } from '../support/webhook-calls.ts'
import { startWorld, users, type World } from '../support/world.ts'

let world: World
const lines: string[] = []
beforeAll(async () => {
  const log = createLog('debug')
  Object.assign(log, { [pino.symbols.streamSym]: { write: (line: string) => lines.push(line) } })
  world = await startWorld({ at: '2026-11-23T07:30:00+07:00', pauseSeconds: 2, log })
  // A bug that strikes whenever a question of this kind is stored, with an error that quotes all it was given.
  const { prisma } = world.database
  await prisma.$executeRawUnsafe(`create function strike() returns trigger language plpgsql as
    $$ begin raise exception E'no luck with %\\n    at %', new.text, new.text; end $$`)
  await prisma.$executeRawUnsafe(`create trigger strike before insert on question for each row when (new.text like '%xe đưa đón%')
    execute function strike()`)
})
afterAll(() => world.close())

test('a message that crashes its handling three times is set aside with one apology, and the chat goes on', async () => {
  await world.parent.says('xin chào')
  await world.platforms.zalo.says(users.parent, 'Trường có xe đưa đón bé Hoài An không ạ, số em 0912345678?')
  await world.platforms.zalo.says(users.parent, 'cảm ơn em')
  const said = await world.parent.reads()
  expect(said).toEqual([expect.stringContaining('Em xin lỗi'), expect.stringContaining('Dạ không có gì')])
  const failed = await world.database.prisma.inbound.findMany({ where: { state: 'failed' } })
  expect(failed).toEqual([expect.objectContaining({ attempts: 3 })])
  expect(await (await fetch(`${world.app.url}/metrics`)).text()).toContain('mamnon_inbound_crashes_total 3')
  expect(lines.filter((line) => line.includes('handling crashed'))).toHaveLength(3)
})

test('a day with reports, questions, refusals and failing sends leaves no name, number, text or token in the log', async () => {
  const { telegram, zalo } = world.platforms
  await telegram.faults({ match: { method: 'sendMessage' }, fault: { kind: 'status', status: 502, html: true } })
  await world.teacher.says('A1 28/30, vắng 2: Hoài An sốt 38.5, Thái Bình ho có phép')
  await zalo.faults({ times: 1, fault: { kind: 'error', error: -210 } }, { times: 1, fault: { kind: 'cut' } })
  await world.parent.says('Học phí của bé Hoài An, số 0912345678, một tháng bao nhiêu ạ?')
  await world.parent.says('mai bé Hoài An nghỉ ốm ạ')
  await world.office.says('mã A1 Châu')
  await world.office.says('1: Dạ học phí bé Hoài An xem sổ liên lạc ạ')
  await telegram.blocks(users.teacher, true)
  const { body } = zaloText(users.parent, 'Hoài An', { id: 'forged', at: world.now() })
  await post(`${world.app.url}/webhooks/zalo`, body)
  await world.clockTo('2026-11-23T09:15:00+07:00')
  await world.clockTo('2026-11-24T07:00:00+07:00')

  const log = lines.join('')
  expect(lines.length).toBeGreaterThan(10)
  expect(log).toContain('"reason":"rejected"')
  expect(log).toContain('message not delivered')
  const fullNames = sampleClasses.flatMap(({ children }) => children.map((name) => name.replace(/ \(.*/, '')))
  const people = [samplePeople.office.person, samplePeople.teacher.person, samplePeople.parent.person]
  const typed = ['xe đưa đón', 'Học phí', 'nghỉ ốm', 'sổ liên lạc', 'vắng 2', '38.5', '0912345678', 'Hoài An', 'xin chào', 'MN-']
  const secrets = [keys.telegramToken, keys.zalo.appSecret, keys.zalo.oaSecretKey, keys.zaloRefreshToken, 'access_token=']
  const said = (await world.parent.screen()).map(({ text }) => text.slice(0, 30))
  const plain = withoutDiacritics(fold(log))
  for (const secret of [...fullNames, ...people, ...typed, ...secrets, ...said])
    expect(plain.includes(withoutDiacritics(fold(secret))), secret).toBe(false)
})
