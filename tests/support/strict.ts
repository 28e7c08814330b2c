import type { lookup } from 'node:dns'
import { afterEach, expect, vi } from 'vitest'

// Nothing leaves this machine: a name that has to be looked up is a host somewhere else.
vi.mock('node:dns', async (original) => {
  const dns = await original<typeof import('node:dns')>()
  const local = (host: string) => host === 'localhost' || /^(127\.|::1$)/.test(host)
  const guarded = ((host: string, ...rest: unknown[]) => {
    if (!local(host)) throw new Error(`a test tried to reach ${host}`)
    return (dns.lookup as (...args: unknown[]) => unknown)(host, ...rest)
  }) as typeof lookup
  return { ...dns, default: { ...dns, lookup: guarded }, lookup: guarded }
})

// The service logs through its own log; whatever prints an error by itself is a leak of who knows what.
const errors = vi.spyOn(console, 'error')
afterEach(() => {
  const calls = errors.mock.calls.map((call) => call.map(String).join(' '))
  errors.mockClear()
  expect(calls).toEqual([])
})
