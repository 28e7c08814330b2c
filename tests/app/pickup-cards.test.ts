import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/adapters/database/connect.ts'
import { createPeopleStore } from '../../src/adapters/database/people-store.ts'
import { createUnitOfWork } from '../../src/adapters/database/unit-of-work.ts'
import { expandRule } from '../../src/adapters/files/expand-rule.ts'
import { hashCode, randomIds } from '../../src/adapters/ids.ts'
import { createPhrases } from '../../src/adapters/locales/phrases.ts'
import { createWordings } from '../../src/adapters/locales/wordings.ts'
import type { ChatAddress, InboundContent } from '../../src/core/message.ts'
import { parseReport } from '../../src/features/checkin/parse/parse-report.ts'
import { createOwnAnswers } from '../../src/features/entries/own-answers.ts'
import { handleMessage } from '../../src/features/inbound/handle-message.ts'
import { readSession } from '../../src/features/inbound/session.ts'
import { answer } from '../../src/features/knowledge/answer.ts'
import { sendDuePickups } from '../../src/features/pickup/due-pickups.ts'
import { openTestDatabase } from '../support/database.ts'
import { addressOf, seedSample } from '../support/sample.ts'

// Everybody names adults of their own, so that a name on a card says who named it.
const speakers = {
  mother: { channel: 'zalo', children: ['Nguyễn Hoài An'], adults: ['bác Tư', 'cậu Hùng'] },
  father: { channel: 'telegram', children: ['Nguyễn Hoài An'], adults: ['chú Sơn', 'dì Hoa'] },
  neighbour: { channel: 'zalo', children: ['Hoàng Anh Đức (Bin)', 'Trần Tuệ An (Nấm)'], adults: ['cô Lý', 'thím Đào'] },
  stranger: { channel: 'zalo', children: [], adults: ['ông Phúc', 'chị Thắm'] },
  teacher: { channel: 'telegram', children: [], adults: ['anh Toàn', 'mợ Xuyến'] },
} as const
type Speaker = keyof typeof speakers
const names = Object.keys(speakers) as Speaker[]
const called: Readonly<Record<string, string>> = {
  'Hoài An': 'Nguyễn Hoài An',
  Bin: 'Hoàng Anh Đức (Bin)',
  Nấm: 'Trần Tuệ An (Nấm)',
}

const chats = Object.fromEntries(
  names.map((name, index) => [
    name,
    addressOf(speakers[name].channel, name === 'teacher' ? '41000001' : `77140000000000005${index}`),
  ]),
) as Record<Speaker, ChatAddress>
const phrases = createPhrases()
const wordings = createWordings()
const deps = {
  phrases,
  wordings,
  ids: randomIds,
  hash: hashCode,
  parse: parseReport,
  ask: answer,
  own: createOwnAnswers(),
  expandRule,
  files: { write: async () => new Uint8Array() },
  consoleUrl: () => '',
}
const noon = new Date('2026-11-23T12:00:00+07:00')
let now = noon
let events = 0
let database: Database
let work: ReturnType<typeof createUnitOfWork>
let schoolId: string

beforeAll(async () => {
  database = await openTestDatabase()
  const traits = { maxTextLength: 4096, hasButtons: true, canEdit: true }
  const wakeUps = { outbound: async () => {}, bulk: () => {} }
  work = createUnitOfWork(database.prisma, { ids: randomIds, traits: { telegram: traits, zalo: traits }, wakeUps })
  await seedSample(database, now)
  const people = createPeopleStore(database.prisma, randomIds)
  for (const name of names) {
    const identity = await people.meet(chats[name], now)
    await people.change(identity.id, { introducedAt: now })
    for (const rosterName of speakers[name].children) {
      const child = await database.prisma.child.findFirstOrThrow({ where: { rosterName } })
      const id = randomIds.uuid()
      schoolId = child.schoolId
      await people.addGuardian({ id, schoolId, childId: child.id, now })
      await people.link({ identityId: identity.id, personId: id, schoolId, now })
    }
  }
})
afterAll(() => database.close())

async function sends(name: Speaker, content: InboundContent, isForwarded = false): Promise<void> {
  events += 1
  const from = chats[name]
  const message = {
    from,
    eventId: `e${events}`,
    sender: from.chat,
    sentAt: now,
    chatType: 'private',
    isForwarded,
    content,
  } as const
  await work((stores) => handleMessage(deps, { stores, message, now }))
}
const says = (name: Speaker, text: string) => sends(name, { kind: 'text', text })

/** Every choice of a pick-up that anybody has been offered, whoever it was meant for. */
async function everyChoice(): Promise<string[]> {
  const rows = await database.prisma.outbound.findMany({ where: { choices: { not: 'null' } }, select: { choices: true } })
  return rows
    .flatMap(({ choices }) => (choices as { value: string }[]).map(({ value }) => value))
    .filter((value) => /^pk:/.test(value))
}

/** Whom each child may be given to by what was put before the staff. */
async function onCards(): Promise<{ child: string; adult: string }[]> {
  const rows = await database.prisma.outbound.findMany({ where: { chat: '41000001' } })
  const lines = rows.flatMap(({ text, choices }) => [text, ...((choices ?? []) as { label: string }[]).map(({ label }) => label)])
  const cards = lines.flatMap((line) => [
    ...[...line.matchAll(/Đã giao bé (.+?) cho (.+)$/gm)].map(([, child, adult]) => ({ child: child!, adult: adult! })),
    ...[...line.matchAll(/: (.+?) đón bé (.+?) \(lớp/g)]
      .filter(([said]) => !said.includes('KHÔNG'))
      .map(([, adult, child]) => ({ child: child!, adult: adult! })),
  ])
  const given = await database.prisma.handover.findMany({ include: { child: true } })
  const shortOf = (rosterName: string) => Object.entries(called).find(([, full]) => full === rosterName)?.[0] ?? rosterName
  return [...cards, ...given.map(({ adult, child }) => ({ child: shortOf(child.rosterName), adult }))]
}

const runs = 12
const who = fc.constantFrom(...names)
const child = fc.constantFrom('bé Hoài An', 'bé Bin', 'bé Nấm', 'con')
const nth = fc.nat({ max: 1 })
const act = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('names' as const),
      who: fc.constantFrom(...names, 'mother' as const, 'father' as const, 'neighbour' as const),
      whose: fc.option(who, { nil: undefined }),
      nth,
      child,
      form: fc.constantFrom(
        'hôm nay {adult} đón {child}',
        'chiều nay {adult} đón {child} nhé cô',
        'mai {adult} đón {child} ạ',
        'thêm {adult} vào danh sách đón {child}',
        'chiều nay bà đón {child}',
      ),
      isForwarded: fc.constantFrom(false, false, false, true),
      /** Whether they answer what is asked back, and how often. */
      taps: fc.nat({ max: 3 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('types' as const),
      who,
      text: fc.constantFrom('1', '2', '3', 'đúng rồi', 'ok', 'Lan', 'huỷ đổi người đón', 'người đón', 'không cho bố bé đón'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('replays' as const), who, at: fc.nat({ max: 400 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('asks' as const), child: fc.constantFrom('Hoài An', 'Bin') }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('gives' as const), child: fc.constantFrom('Hoài An', 'Bin'), whose: who, nth }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraws' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('passes' as const), hours: fc.constantFrom(1, 9, 24) }) },
)

test('no hand-over card ever names an adult whom no linked guardian of that child named', { timeout: 90_000 }, async () => {
  let cards = 0
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 14 }), async (day) => {
      const { prisma } = database
      for (const table of [
        prisma.outbound,
        prisma.pickupChange,
        prisma.collector,
        prisma.handover,
        prisma.pickupWorry,
        prisma.question,
      ])
        await (table as typeof prisma.handover).deleteMany()
      await prisma.identity.updateMany({ data: { session: {} } })
      await prisma.person.updateMany({ data: { active: true } })
      now = noon
      // One card stands from the beginning, for everybody to be confused with.
      await says('mother', 'hôm nay bác Tư đón con')
      await says('mother', '1')
      const named = new Set(['Nguyễn Hoài An/bác Tư'])
      let isWithdrawn = false
      for (const step of day) {
        now = new Date(now.getTime() + 60_000)
        switch (step.kind) {
          case 'names': {
            const adult = speakers[step.whose ?? step.who].adults[step.nth]!
            const text = step.form.replace('{adult}', adult).replace('{child}', step.child)
            await sends(step.who, { kind: 'text', text }, step.isForwarded)
            // Whoever passes a message on, or is nobody's guardian, has named nobody.
            if (!step.isForwarded && !(step.who === 'father' && isWithdrawn))
              for (const own of speakers[step.who].children) for (const one of [adult, 'bà Lan']) named.add(`${own}/${one}`)
            for (let tap = 0; tap < step.taps; tap += 1) await says(step.who, '1')
            break
          }
          case 'types':
            await says(step.who, step.text)
            if (step.text === 'Lan' && !(step.who === 'father' && isWithdrawn))
              for (const own of speakers[step.who].children) for (const one of ['bà Lan', 'Lan']) named.add(`${own}/${one}`)
            break
          case 'replays': {
            const choices = await everyChoice()
            const value = choices[step.at % Math.max(1, choices.length)]
            if (value !== undefined) await sends(step.who, { kind: 'choice', value, messageId: '1' })
            break
          }
          case 'asks':
            await says('teacher', `ai đón bé ${step.child}`)
            break
          case 'gives':
            await says('teacher', `đã giao bé ${step.child} cho ${speakers[step.whose].adults[step.nth]}`)
            break
          case 'withdraws':
            isWithdrawn = !isWithdrawn
            await prisma.person.updateMany({
              where: { identities: { some: { identity: { chat: chats.father.chat } } } },
              data: { active: !isWithdrawn },
            })
            break
          case 'passes':
            now = new Date(now.getTime() + step.hours * 3_600_000)
            await work(async (stores) => sendDuePickups({ ...stores, phrases }, await stores.people.school(schoolId), now))
        }
      }
      const shown = (await onCards()).filter(({ child }) => child in called)
      cards += shown.length
      expect(shown.filter(({ child, adult }) => !named.has(`${called[child]}/${adult}`))).toEqual([])
    }),
    { numRuns: runs },
  )
  // A property about cards needs cards.
  expect(cards).toBeGreaterThan(runs)
})

test('what a person was offered stands in their own session only', async () => {
  const { prisma } = database
  await says('mother', 'hôm nay bác Tư đón con')
  const stranger = await prisma.identity.findFirstOrThrow({ where: { chat: chats.stranger.chat } })
  expect(readSession(stranger.session).choices.filter(({ value }) => value.startsWith('pk:'))).toEqual([])
})
