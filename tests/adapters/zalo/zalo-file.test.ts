import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchZaloFile } from '../../../src/adapters/zalo/zalo-file.ts'

const server = Fastify()
let root: string
let asked = 0
beforeAll(async () => {
  server.get('/files/lich', (_request, reply) => {
    asked += 1
    return reply.type('application/octet-stream').send(Buffer.alloc(1_000))
  })
  server.get('/files/gone', (_request, reply) => reply.code(404).send())
  server.get('/files/elsewhere', (_request, reply) => reply.redirect('/files/lich'))
  root = await server.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => server.close())

const fetched = (ref: string, { mostBytes = 10_000, apiRoot = root } = {}) =>
  fetchZaloFile({ ref, name: 'lich.csv' }, { mostBytes, signal: new AbortController().signal }, apiRoot)

test('a file is fetched from the root that the service was told', async () => {
  expect(await fetched(`${root}/files/lich`)).toHaveLength(1_000)
})

test('one that is gone, too large or leads elsewhere is none', async () => {
  expect(await fetched(`${root}/files/gone`)).toBeUndefined()
  expect(await fetched(`${root}/files/lich`, { mostBytes: 500 })).toBeUndefined()
  expect(await fetched(`${root}/files/elsewhere`)).toBeUndefined()
})

test('an address that is not Zalo’s is not asked, whatever it looks like', async () => {
  asked = 0
  const apiRoot = 'https://openapi.zalo.me'
  for (const ref of [
    `${root}/files/lich`,
    'http://f.zdn.vn/x',
    'https://zdn.vn.evil.example/x',
    'https://evilzdn.vn/x',
    'file:///etc/passwd',
    'nothing',
  ])
    expect(await fetched(ref, { apiRoot })).toBeUndefined()
  expect(asked).toBe(0)
})
