import { spawnSync } from 'node:child_process'
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSpool } from '../../../src/adapters/spool/spool.ts'
import type { InboundMessage } from '../../../src/core/message.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mamnon-spool-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const message = (eventId: string): InboundMessage => ({
  from: { channel: 'zalo', account: '33', chat: '77' },
  eventId,
  sender: '77',
  sentAt: new Date('2026-11-23T03:00:00Z'),
  chatType: 'private',
  content: { kind: 'text', text: 'một dòng\nhai dòng' },
})
/** The id of a process that has ended. */
const dead = () => spawnSync(process.execPath, ['-e', '']).pid
const taken: InboundMessage[] = []
const take = async (messages: readonly InboundMessage[]) => {
  taken.push(...messages)
}
beforeEach(() => taken.splice(0))

test('what a killed process left is journaled by the next one, in order, and forgotten', async () => {
  const before = await openSpool(folder, dead())
  await before.append([message('1'), message('2')])
  await before.append([message('3')])
  const after = await openSpool(folder)
  expect(await after.holds()).toBe(true)
  expect(await after.drain(take)).toBe(3)
  expect(taken).toEqual([message('1'), message('2'), message('3')])
  expect(await after.holds()).toBe(false)
  expect(await readdir(folder)).toEqual([])
})

test('a torn last line is left out, and does not spoil what the same process id writes behind it', async () => {
  const ownId = dead()
  const before = await openSpool(folder, ownId)
  await before.append([message('1')])
  await appendFile(join(folder, `${ownId}.jsonl`), '\n{"from":{"channel":"za')
  const after = await openSpool(folder, ownId)
  await after.append([message('2')])
  await after.drain(take)
  expect(taken.map(({ eventId }) => eventId)).toEqual(['1', '2'])
})

test('what another living process spools is left to it', async () => {
  const other = await openSpool(folder, process.ppid)
  await other.append([message('1')])
  const own = await openSpool(folder)
  expect(await own.holds()).toBe(false)
  expect(await own.drain(take)).toBe(0)
})

test('a journal that refuses keeps everything, in order, for the next time', async () => {
  const spool = await openSpool(folder)
  await spool.append([message('1')])
  const refused = spool.drain(async () => {
    throw new Error('away')
  })
  await expect(refused).rejects.toThrow('away')
  await spool.append([message('2')])
  expect(await spool.holds()).toBe(true)
  expect(await spool.drain(take)).toBe(2)
  expect(taken.map(({ eventId }) => eventId)).toEqual(['1', '2'])
})

test('a message is safe at once while an earlier one waits for a journal that hangs', async () => {
  const spool = await openSpool(folder)
  await spool.append([message('1')])
  let goOn = () => {}
  const hanging = new Promise<void>((done) => {
    goOn = done
  })
  const draining = spool.drain(async (messages) => {
    await hanging
    await take(messages)
  })
  await spool.append([message('2')])
  goOn()
  expect(await draining).toBe(2)
  expect(taken.map(({ eventId }) => eventId)).toEqual(['1', '2'])
  expect(await spool.holds()).toBe(false)
})
