import { expect, test } from 'vitest'
import { createEmulatorClock } from '../../src/emulators/emulator-clock.ts'

function clockAt(start: string) {
  let real = Date.parse(start)
  const clock = createEmulatorClock(() => new Date(real))
  return { clock, pass: (ms: number) => (real += ms), shown: () => clock.now().toISOString() }
}

test('a clock that was set goes on running from there', () => {
  const { clock, pass, shown } = clockAt('2026-11-22T03:00:00Z')
  clock.set(new Date('2026-11-23T00:30:00Z'))
  pass(60_000)
  expect(shown()).toBe('2026-11-23T00:31:00.000Z')
  clock.reset()
  expect(shown()).toBe('2026-11-22T03:01:00.000Z')
})

test('a frozen clock stands until it is set again', () => {
  const { clock, pass, shown } = clockAt('2026-11-22T03:00:00Z')
  clock.set(new Date('2026-11-23T00:30:00Z'), true)
  pass(60_000)
  expect([clock.frozen, shown()]).toEqual([true, '2026-11-23T00:30:00.000Z'])
  clock.set(new Date('2026-11-23T02:15:00Z'))
  pass(1000)
  expect([clock.frozen, shown()]).toEqual([false, '2026-11-23T02:15:01.000Z'])
})

test('for limits only jumps forward count, so a clock set back throttles nobody', () => {
  const { clock } = clockAt('2026-11-22T03:00:00Z')
  const before = clock.elapsed()
  clock.set(new Date('2026-11-22T04:00:00Z'), true)
  const ahead = clock.elapsed()
  expect(ahead - before).toBeGreaterThanOrEqual(3_600_000)
  clock.set(new Date('2026-11-22T03:00:00Z'), true)
  expect(clock.elapsed()).toBeGreaterThanOrEqual(ahead)
})
