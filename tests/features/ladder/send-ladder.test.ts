import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, schoolTimeOf } from '../../../src/core/clock.ts'
import type { Closure } from '../../../src/features/calendar/school-day.ts'
import type { Checkin } from '../../../src/features/checkin/checkin-store.ts'
import { type LadderDeps, readMorning, sendLadder } from '../../../src/features/ladder/send-ladder.ts'
import type { School } from '../../../src/features/people/person.ts'

const school: School = { id: 's', name: 'Hoa Nắng', place: 'long-bien', reminderTime: '07:00', summaryTime: '09:15' }
const hours = {
  firstCall: '07:45',
  secondCall: '08:15',
  deputyCall: '08:30',
  officeCall: '08:45',
  cutOff: '08:45',
  answerMinutes: 30,
}
const days = ['2026-11-23', '2026-11-24', '2026-11-28', '2027-01-01']
const stepTime: Record<string, string> = { first: '07:45', second: '08:15', deputy: '08:30', office: '08:45' }

/** One thing that happens in a morning, at a minute counted from 07:00. */
type Happening =
  | { readonly minute: number; readonly what: 'tick' }
  | { readonly minute: number; readonly what: 'report' | 'confirm' | 'undo'; readonly classIndex: number }

interface Sent {
  readonly key: string
  readonly phrase: string
  readonly to: string
  readonly classes: readonly string[]
  readonly at: Date
  readonly reported: readonly string[]
}

/** A school of some classes with so many teachers each, its tables in memory. */
function morningOf(teachers: readonly number[], closures: readonly Closure[]) {
  const classes = teachers.map((_, index) => ({
    id: `c${index}`,
    schoolId: 's',
    code: `L${index}`,
    name: `L${index}`,
    age: '5' as const,
    children: [{ id: `k${index}`, rosterName: 'Nguyễn Hoài An' }],
  }))
  const reports = new Map<string, Checkin>()
  const claimed = new Set<string>()
  const sent: Sent[] = []
  const deps = {
    calendar: {
      closures: async () => closures,
      claim: async ({ key }: { key: string }) => !claimed.has(key) && claimed.add(key) !== undefined,
    },
    checkins: { ofDay: async () => [...reports.values()] },
    people: {
      classes: async () => classes,
      recipients: async ({ role, classIds }: { role: string; classIds?: string[] }) =>
        role === 'office'
          ? [{ personId: 'office', address: { channel: 'zalo', account: 'a', chat: 'office' }, language: 'vi' }]
          : Array.from({ length: teachers[Number(classIds![0]!.slice(1))]! }, (_, index) => ({
              personId: `${classIds![0]}t${index}`,
              address: { channel: 'zalo', account: 'a', chat: `${classIds![0]}t${index}` },
              language: 'vi',
            })),
    },
    outbox: {
      async add({ key, text, to }: { key: string; text: string; to: { chat: string } }, at: Date) {
        const { phrase, classes: named } = JSON.parse(text)
        sent.push({
          key,
          phrase,
          to: to.chat,
          classes: String(named).split(', '),
          at,
          reported: [...reports.keys()].map((id) => `L${id.slice(1)}`),
        })
      },
    },
    ladder: { hours: async () => hours },
    offers: { add: async () => 1 },
    phrases: {
      text: (_: string, key: string, params: object = {}) => JSON.stringify({ phrase: key.slice('ladder.'.length), ...params }),
    },
  } as unknown as LadderDeps
  return { deps, classes, reports, sent }
}

async function live(
  happenings: readonly Happening[],
  { teachers, day, closures }: { teachers: readonly number[]; day: string; closures: readonly Closure[] },
) {
  const world = morningOf(teachers, closures)
  for (const happening of happenings) {
    const now = new Date(instantOf(day, '07:00').getTime() + happening.minute * 60_000)
    if (happening.what === 'tick') {
      const morning = await readMorning(world.deps, school, now)
      if (morning !== undefined) await sendLadder(world.deps, morning)
      continue
    }
    const one = world.classes[happening.classIndex % world.classes.length]!
    const standing = world.reports.get(one.id)
    if (happening.what === 'undo') world.reports.delete(one.id)
    else if (happening.what === 'confirm' && standing !== undefined) world.reports.set(one.id, { ...standing, confirmedAt: now })
    else if (happening.what === 'report')
      world.reports.set(one.id, {
        id: one.id,
        schoolId: 's',
        classId: one.id,
        day,
        version: 1,
        report: {
          present: 1,
          total: 1,
          absent: [],
          illPresent: [],
          leftEarly: [],
          unnamedAbsent: 0,
          ambiguous: [],
          unknownNames: [],
          error: null,
        },
        reportedBy: `${one.id}t0`,
        reportedAt: now,
        confirmedAt: null,
        lineId: null,
      })
  }
  return world.sent
}

const minute = fc.integer({ min: 0, max: 150 })
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ minute, what: fc.constant('tick' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      minute,
      what: fc.constantFrom('report' as const, 'confirm' as const, 'undo' as const),
      classIndex: fc.nat(4),
    }),
  },
)
const everyMinute = Array.from({ length: 151 }, (_, at): Happening => ({ minute: at, what: 'tick' }))
const morning = fc.record({
  teachers: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 5 }),
  day: fc.constantFrom(...days),
  closures: fc.constantFrom<readonly Closure[]>([], [{ day: '2026-11-24', open: false, reason: 'Nghỉ bão' }]),
  happenings: fc.array(happening, { maxLength: 60 }),
  ticksAlways: fc.boolean(),
})

test('over random mornings nobody who has reported is reminded, and no step goes twice, late, or on a day off', async () => {
  await fc.assert(
    fc.asyncProperty(morning, async ({ happenings, ticksAlways, ...where }) => {
      const all = [...happenings, ...(ticksAlways ? everyMinute : [])].sort((one, other) => one.minute - other.minute)
      const sent = await live(all, where)
      const calls = sent.filter(({ phrase }) => phrase in stepTime)
      for (const { phrase, at, classes, reported } of calls) {
        expect(classes.filter((code) => reported.includes(code))).toEqual([])
        const late = at.getTime() - instantOf(where.day, stepTime[phrase]!).getTime()
        expect(late >= 0 && late < 15 * 60_000).toBe(true)
      }
      const told = calls.flatMap(({ phrase, to, classes }) =>
        phrase === 'office' ? [phrase] : classes.map((code) => `${phrase}/${to}/${code}`),
      )
      expect(new Set(told).size).toBe(told.length)
      expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length)
      const isOff = where.day !== '2026-11-23' && (where.day !== '2026-11-24' || where.closures.length > 0)
      if (isOff) expect(sent).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('a teacher of nobody’s report hears at 07:45 and 08:15, her colleagues at 08:30, the office at 08:45', async () => {
  const sent = await live(everyMinute, { teachers: [2, 0], day: '2026-11-23', closures: [] })
  expect(sent.map(({ phrase, to, classes, at }) => `${schoolTimeOf(at)} ${phrase} ${to} ${classes}`)).toEqual([
    '07:45 first c0t0 L0',
    '08:15 second c0t0 L0',
    '08:30 deputy c0t1 L0',
    '08:45 office office L0,L1',
  ])
})
