import { expect, test } from 'vitest'
import { readable, Traffic } from '../../src/emulators/traffic.ts'

const exchange = (path: string, request: unknown = null) =>
  ({ direction: 'to_platform', method: 'POST', path, status: 200, request, response: null, millis: 1.6 }) as const
const traffic = () => new Traffic(() => new Date('2026-11-23T00:15:00Z'))

test('the page asks for what came after the last it has seen; only the newest 500 are kept', () => {
  const seen = traffic()
  for (let index = 1; index <= 510; index += 1) seen.add(exchange(`/${index}`))
  expect(seen.after(0)).toHaveLength(500)
  expect(seen.after(509)).toMatchObject([{ seq: 510, path: '/510', at: '2026-11-23T00:15:00.000Z', millis: 2 }])
})

test('tokens and secrets are masked at any depth, error codes are not', () => {
  const seen = traffic()
  seen.add(exchange('/', { refresh_token: 'r', list: [{ access_token: 'a' }], code: 7, text: 'chào' }))
  expect(seen.after(0)[0]!.request).toEqual({ refresh_token: '•••', list: [{ access_token: '•••' }], code: 7, text: 'chào' })
})

test('a body is shown as JSON when it is, otherwise as text', () => {
  expect([readable('{"a":1}'), readable(Buffer.from('<html>')), readable(undefined)]).toEqual([{ a: 1 }, '<html>', null])
})
