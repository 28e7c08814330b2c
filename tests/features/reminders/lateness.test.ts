import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/clock.ts'
import { momentFor, type Reader, usualHours } from '../../../src/features/hours/hours.ts'
import { isMerged, verdictOf } from '../../../src/features/reminders/verdict.ts'
import { randomFrom } from '../../kills/random.ts'

const minute = 60_000
const start = instantOf('2026-11-16', '00:00').getTime()
/** Minutes of the days that are played. */
const days = 3 * 24 * 60
const readers: readonly Reader[] = [
  { role: 'guardian', channel: 'zalo' },
  { role: 'guardian', channel: 'zalo', quiet: { from: '19:30', to: '08:15' } },
  { role: 'teacher', channel: 'telegram' },
]
const school = { hours: usualHours, isSchoolDay: () => true }

interface Planned {
  readonly due: number
  readonly useful: number
  readonly reader: number
}
type Decision = 'sent' | 'late' | 'merged' | 'dropped' | 'open'

/** What the service does: one look after another, each deciding by the last one. Between two looks lies at most an outage. */
function played(plan: readonly Planned[], looks: readonly number[]): Decision[] {
  const moments = plan.map(
    ({ due, reader }) => momentFor(new Date(start + due * minute), 'ordinary', readers[reader]!, school).at,
  )
  const decisions: Decision[] = plan.map(() => 'open')
  let seenAt = new Date(start - minute)
  for (const look of looks) {
    const now = new Date(start + look * minute)
    const sent = new Map<number, { index: number; late: boolean }[]>()
    for (const [index, { due, useful, reader }] of plan.entries()) {
      if (decisions[index] !== 'open' || due > look) continue
      const verdict = verdictOf({ moment: moments[index]!, usefulUntil: new Date(start + useful * minute) }, { now, seenAt })
      if (verdict.kind === 'drop') decisions[index] = 'dropped'
      if (verdict.kind === 'send') sent.set(reader, [...(sent.get(reader) ?? []), { index, late: verdict.late }])
    }
    for (const items of sent.values())
      for (const { index, late } of items) decisions[index] = isMerged(items, false) ? 'merged' : late ? 'late' : 'sent'
    seenAt = now
  }
  return decisions
}

/** Hours of a day on which each reader may be written to, by hand: minutes of the day, from and to. */
const open: readonly (readonly (readonly [number, number])[])[] = [
  [[390, 1260]],
  [[495, 1170]],
  [
    [390, 690],
    [810, 1260],
  ],
]

/**
 * The plain answer: every minute of the days is walked through. A reminder goes out in the first minute at or after its time in which the
 * service runs and the reader may be written to, if that is before the end of its use.
 */
function plain(plan: readonly Planned[], looks: readonly number[]): Decision[] {
  const runs = new Set(looks)
  const last = looks.at(-1)!
  const mayRead = (reader: number, at: number) => open[reader]!.some(([from, to]) => at % 1440 >= from && at % 1440 < to)
  const minutesOf = plan.map(({ due, useful, reader }): { went?: number; first?: number } => {
    let first: number | undefined
    for (let at = due; at < useful && at <= last; at += 1) {
      if (!mayRead(reader, at) && first === undefined) continue
      first ??= at
      if (runs.has(at)) return { went: at, first }
    }
    return first === undefined ? {} : { first }
  })
  const lateBy = ({ went = 0, first = 0 }: { went?: number; first?: number }) => went - first
  return plan.map(({ due, useful, reader }, index) => {
    const own = minutesOf[index]!
    if (own.went === undefined) {
      // Given up at the first look after its use, or at the first after its time when it never could be of use.
      const isUseless =
        own.first === undefined && !Array.from({ length: useful - due }, (_, at) => due + at).some((at) => mayRead(reader, at))
      return looks.some((look) => look >= (isUseless ? due : useful)) ? 'dropped' : 'open'
    }
    const together = plan.flatMap((one, other) =>
      one.reader === reader && minutesOf[other]!.went === own.went ? [minutesOf[other]!] : [],
    )
    if (together.length > 1 && together.some((one) => lateBy(one) > 30)) return 'merged'
    return lateBy(own) > 30 ? 'late' : 'sent'
  })
}

test('through a thousand random outages every reminder is sent, sent late, merged or dropped as the plain answer says', () => {
  const seed = Number(process.env.SEED ?? Math.floor(performance.now() * 1_000))
  const random = randomFrom(seed)
  const under = (limit: number) => Math.floor(random() * limit)
  const seen = new Map<Decision, number>()
  for (let round = 0; round < 1_000; round += 1) {
    const plan = Array.from({ length: 6 }, (): Planned => {
      const due = under(days - 1_500)
      return { due, useful: due + 20 + under(1_400), reader: under(readers.length) }
    })
    const from = under(days - 1_500)
    const to = from + 1 + under(1_500)
    // A tick every five minutes, on the minutes that planned times may have too; none in the outage.
    const looks = Array.from({ length: days }, (_, at) => at).filter((at) => at % 5 === 0 && !(from <= at && at < to))
    const even = plan.map(({ due, useful, reader }) => ({ due: due - (due % 5), useful: useful - (useful % 5) + 5, reader }))
    const decided = played(even, looks)
    expect(decided, `SEED=${seed}, round ${round}: ${JSON.stringify({ even, from, to })}`).toEqual(plain(even, looks))
    for (const one of decided) seen.set(one, (seen.get(one) ?? 0) + 1)
  }
  for (const decision of ['sent', 'late', 'merged', 'dropped'] as const)
    expect(seen.get(decision) ?? 0, `SEED=${seed}`).toBeGreaterThan(5)
})

test('what comes within half an hour of its time is not called late, and what was entered after its time neither', () => {
  const at = (time: string) => instantOf('2026-11-19', time)
  const decide = (moment: string, now: string, seen: string) =>
    verdictOf({ moment: at(moment), usefulUntil: at('17:00') }, { now: at(now), seenAt: at(seen) })
  expect(decide('07:00', '07:30', '06:59')).toEqual({ kind: 'send', late: false })
  expect(decide('07:00', '07:31', '06:59')).toEqual({ kind: 'send', late: true })
  expect(decide('07:00', '15:12', '15:11')).toEqual({ kind: 'send', late: false })
  expect(decide('07:00', '17:00', '06:59')).toEqual({ kind: 'drop' })
  expect(decide('07:00', '06:59', '06:58')).toEqual({ kind: 'wait' })
  expect(decide('17:30', '12:00', '11:59')).toEqual({ kind: 'drop' })
})
