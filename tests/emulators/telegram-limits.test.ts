import { expect, test } from 'vitest'
import { SendingLimits } from '../../src/emulators/telegram-limits.ts'

function limitsAt() {
  let now = 0
  const limits = new SendingLimits(() => now)
  return { limits, wait: (ms: number) => (now += ms) }
}
const chat = (id: number) => ({ id, type: id < 0 ? 'group' : 'private' })

test('a private chat takes a short burst and then one message a second', () => {
  const { limits, wait } = limitsAt()
  const burst = Array.from({ length: 6 }, () => limits.take(chat(1)))
  expect(burst).toEqual([undefined, undefined, undefined, undefined, undefined, 1])
  wait(1000)
  expect([limits.take(chat(1)), limits.take(chat(1))]).toEqual([undefined, 1])
})

test('all chats together take thirty messages a second', () => {
  const { limits, wait } = limitsAt()
  const taken = Array.from({ length: 31 }, (_, index) => limits.take(chat(index + 1)))
  expect(taken.filter((seconds) => seconds === undefined)).toHaveLength(30)
  wait(1000)
  expect(limits.take(chat(99))).toBeUndefined()
})

test('a group takes twenty messages a minute', () => {
  const { limits, wait } = limitsAt()
  const sentWithin = (seconds: number) =>
    Array.from({ length: seconds }, () => {
      wait(1000)
      return limits.take(chat(-1))
    }).filter((refused) => refused === undefined).length
  expect(sentWithin(600)).toBeGreaterThanOrEqual(200)
  expect(sentWithin(600)).toBeLessThanOrEqual(201)
})
