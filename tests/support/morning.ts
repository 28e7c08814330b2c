import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../../src/adapters/database/connect.ts'
import { createPeopleStore } from '../../src/adapters/database/people-store.ts'
import { createSetupStore } from '../../src/adapters/database/setup-store.ts'
import { randomIds } from '../../src/adapters/ids.ts'
import { randomFrom } from '../kills/random.ts'
import type { Platforms } from './platforms.ts'
import { addressOf } from './sample.ts'

/** A teacher of a class of her own, what she types, and what must stand then. */
export interface Reporter {
  readonly user: string
  readonly platform: 'telegram' | 'zalo'
  readonly classId: string
  readonly line: string
  readonly present: number
  /** Roster names. */
  readonly absent: readonly string[]
}

const classesASchool = 20
const childrenAClass = 25
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Vũ']
const middles = ['Hoài', 'Gia', 'Minh', 'Bảo', 'Thanh']
const given = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hân', 'Khôi', 'Linh', 'Nam', 'Phúc', 'Quân', 'Thư', 'Trang', 'Uyên', 'Vy']
const reasons = ['sốt 38.5', 'ho có phép', 'về quê', 'không phép', '']

/** Schools of twenty classes, every second teacher on Telegram, the others on Zalo; all linked, none has reported. */
export async function hireReporters(
  { prisma }: Pick<Database, 'prisma'>,
  platforms: Platforms,
  { count, seed, now }: { count: number; seed: number; now: Date },
): Promise<Reporter[]> {
  const random = randomFrom(seed)
  const people = createPeopleStore(prisma, randomIds)
  const setup = createSetupStore(prisma, randomIds)
  const reporters: Reporter[] = []
  let schoolId = ''
  for (let at = 0; at < count; at += 1) {
    const name = `Trường Mầm non số ${1 + Math.floor(at / classesASchool)}`
    if (at % classesASchool === 0) schoolId = (await setup.addSchool({ name, place: 'hai-phong', demo: false, now })).id
    const code = `A${1 + (at % classesASchool)}`
    const children = rosterOf(random)
    await setup.putClass({ schoolId, code, name: `Mẫu giáo lớn ${code}`, age: '5', children })
    const { id: classId } = await prisma.class.findFirstOrThrow({ where: { schoolId, code } })
    const platform = at % 2 === 0 ? 'telegram' : 'zalo'
    const user = platform === 'telegram' ? String(51_000_000 + at) : String(7_714_000_000_000_100_000n + BigInt(at))
    const staff = await setup.addStaff({ schoolId, role: 'teacher', name: `Cô ${at}`, classCodes: [code], now })
    if (staff.kind !== 'added') throw new Error('no such class')
    const identity = await people.meet(addressOf(platform, user), now)
    await people.link({ identityId: identity.id, personId: staff.personId, schoolId, now })
    await people.change(identity.id, { introducedAt: now })
    await platforms[platform].person(user, `Cô ${at}`)
    reporters.push({ user, platform, classId, ...reportOf(random, code, children) })
  }
  return reporters
}

/** Names whose last two words are one child's alone. */
function rosterOf(random: () => number): string[] {
  const calls = middles.flatMap((middle) => given.map((name) => `${middle} ${name}`))
  return Array.from({ length: childrenAClass }, () => {
    const [called] = calls.splice(Math.floor(random() * calls.length), 1)
    return `${families[Math.floor(random() * families.length)]} ${called}`
  })
}

function reportOf(
  random: () => number,
  code: string,
  children: readonly string[],
): Pick<Reporter, 'line' | 'present' | 'absent'> {
  const left = [...children]
  const absent = Array.from({ length: Math.floor(random() * 4) }, () => left.splice(Math.floor(random() * left.length), 1)[0]!)
  const named = absent.map((name) =>
    `${name.split(' ').slice(-2).join(' ')} ${reasons[Math.floor(random() * reasons.length)]}`.trim(),
  )
  const present = childrenAClass - absent.length
  const line = `${code} ${present}/${childrenAClass}${absent.length === 0 ? ', đủ' : `, vắng ${absent.length}: ${named.join(', ')}`}`
  return { line, present, absent }
}

/** How long a teacher waited, in milliseconds: for the read-back of her line, and for the word that it is confirmed. */
export interface Waited {
  readonly reporter: Reporter
  readonly readBack?: number
  readonly confirmed?: number
}

/**
 * Lets every teacher type her line at a moment of her own within `withinMs`, confirm it once she has read it back (by button on Telegram, by
 * number on Zalo), and read that it is confirmed. Whoever has not read it `patienceMs` after the last line has not been answered.
 */
export async function reportAll(
  platforms: Platforms,
  reporters: readonly Reporter[],
  { withinMs, patienceMs, seed, lookEveryMs }: { withinMs: number; patienceMs: number; seed: number; lookEveryMs: number },
): Promise<Waited[]> {
  const random = randomFrom(seed)
  const inbox = watch(platforms, lookEveryMs)
  const until = performance.now() + withinMs + patienceMs
  const waited = await Promise.all(
    reporters.map(async (reporter): Promise<Waited> => {
      const { user, platform, line, present } = reporter
      await pause(random() * withinMs)
      const typedAt = performance.now()
      await platforms[platform].says(user, line)
      const readAt = await inbox.read(reporter, `${present}/${childrenAClass} bé có mặt`, until)
      if (readAt === undefined) return { reporter }
      const confirmedFrom = performance.now()
      if (platform === 'zalo') await platforms.zalo.says(user, '1')
      else await tapFirst(platforms, user)
      const confirmedAt = await inbox.read(reporter, 'xác nhận rồi', until)
      return {
        reporter,
        readBack: readAt - typedAt,
        ...(confirmedAt === undefined ? {} : { confirmed: confirmedAt - confirmedFrom }),
      }
    }),
  )
  await inbox.stop()
  return waited
}

async function tapFirst({ telegram }: Platforms, user: string): Promise<void> {
  const message = (await telegram.screen(user)).findLast(({ buttons }) => buttons.length > 0)
  await telegram.taps(user, message!.id, message!.buttons[0]!.value)
}

/** Looks at the platforms' books again and again, so that two hundred people need not. */
function watch(platforms: Platforms, lookEveryMs: number) {
  const seen = new Map<string, { text: string; at: number }[]>()
  const stopping = new AbortController()
  const known = { telegram: 0, zalo: 0 }
  const look = async () => {
    for (const name of ['telegram', 'zalo'] as const) {
      const ledger = await platforms[name].ledger()
      for (const { user, text } of ledger.slice(known[name]))
        seen.set(user, [...(seen.get(user) ?? []), { text, at: performance.now() }])
      known[name] = ledger.length
    }
  }
  const looking = (async () => {
    while (!stopping.signal.aborted) {
      await look()
      await pause(lookEveryMs)
    }
  })()
  return {
    /** When somebody was sent a message with these words; undefined when it did not come in time. */
    async read({ user }: Reporter, words: string, until: number): Promise<number | undefined> {
      while (performance.now() < until) {
        const found = seen.get(user)?.find(({ text }) => text.includes(words))
        if (found !== undefined) return found.at
        await pause(lookEveryMs)
      }
      return undefined
    },
    async stop() {
      stopping.abort()
      await looking
    },
  }
}

/** What is not as it must be: records, confirmations, messages beyond the two that each teacher expects. */
export async function findWrong(
  { prisma }: Pick<Database, 'prisma'>,
  platforms: Platforms,
  waited: readonly Waited[],
): Promise<string[]> {
  const wrong: string[] = []
  const ledgers = [...(await platforms.telegram.ledger()), ...(await platforms.zalo.ledger())]
  for (const { reporter, readBack, confirmed } of waited) {
    const { user, classId, line, present, absent } = reporter
    const checkins = await prisma.checkin.findMany({ where: { classId }, include: { versions: true } })
    const [checkin] = checkins
    const version = checkin?.versions.find((one) => one.version === checkin.version)
    const report = version?.report as { present: number; absent: { name: string }[] } | undefined
    const named = report?.absent.map(({ name }) => name).sort()
    if (readBack === undefined) wrong.push(`${user}: no read-back of “${line}”`)
    else if (confirmed === undefined) wrong.push(`${user}: no confirmation`)
    if (checkins.length !== 1 || checkin?.versions.length !== 1)
      wrong.push(`${user}: ${checkins.length} records, ${checkin?.versions.length ?? 0} versions`)
    if (report?.present !== present || named?.join() !== absent.toSorted().join())
      wrong.push(`${user}: “${line}” is recorded as ${JSON.stringify(report)}`)
    if (checkin?.confirmedAt === null) wrong.push(`${user}: not confirmed in the record`)
    const messages = ledgers.filter((one) => one.user === user).length
    if (messages !== 2) wrong.push(`${user}: ${messages} messages instead of 2`)
  }
  return wrong
}
