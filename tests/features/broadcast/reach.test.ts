import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Contact } from '../../../src/features/broadcast/broadcast-store.ts'
import { reachOf } from '../../../src/features/broadcast/reach.ts'
import { type Role, roles, type SchoolClass } from '../../../src/features/people/person.ts'

const now = new Date('2026-11-23T08:00:00+07:00')
const chat = (id: string, change: { left?: boolean; stopped?: boolean } = {}) => ({
  address: { channel: 'zalo' as const, account: 'oa', chat: id },
  language: 'vi' as const,
  preference: { off: [] },
  lastInteractedAt: now,
  ...{ left: false, stopped: false, ...change },
})
const contact = (personId: string, role: Role, change: Partial<Contact> = {}): Contact => ({
  ...{ personId, role, name: role === 'guardian' ? null : `Cô ${personId}`, classIds: [], childIds: [], chats: [chat(personId)] },
  ...change,
})
const room: SchoolClass = {
  ...{ id: 'A1', schoolId: 's', code: 'A1', name: 'A1', age: '5' as const },
  children: ['An', 'Bình', 'Chi', 'Dũng'].map((rosterName) => ({ id: rosterName, rosterName })),
}
const whom = { classes: [room], roles: [...roles], exceptPersonId: 'author', urgent: false, now }

test('a guardian of two children and a teacher who is a mother here get it once', () => {
  const mother = contact('m1', 'guardian', { childIds: ['An'], chats: [chat('1')] })
  const again = contact('m2', 'guardian', { childIds: ['Bình'], chats: [chat('1')] })
  const teacher = contact('t', 'teacher', { classIds: ['A1'], chats: [chat('2')] })
  const asMother = contact('m3', 'guardian', { childIds: ['Chi'], chats: [chat('2')] })
  const { reached, children } = reachOf([mother, again, asMother, teacher], whom)
  expect(reached.map(({ personId, role }) => [personId, role])).toEqual([
    ['t', 'teacher'],
    ['m1', 'guardian'],
  ])
  expect(children.map(({ name }) => name)).toEqual(['Dũng'])
})

test('a child is on the list only when none of its guardians is reached, with the reason', () => {
  const left = contact('f', 'guardian', { childIds: ['An', 'Bình'], chats: [chat('f', { left: true })] })
  const mother = contact('m', 'guardian', { childIds: ['An'] })
  const silent = contact('g', 'guardian', { childIds: ['Chi'], chats: [chat('g', { stopped: true })] })
  const { children } = reachOf([left, mother, silent], whom)
  expect(children.map(({ name, why }) => [name, why])).toEqual([
    ['Bình', 'left'],
    ['Chi', 'stopped'],
    ['Dũng', 'no_link'],
  ])
})

test('whoever has two chats is written to in the open one, and the author not at all', () => {
  const two = contact('m', 'guardian', { childIds: ['An'], chats: [chat('old', { left: true }), chat('new')] })
  const { reached, staff } = reachOf([two, contact('author', 'office'), contact('x', 'teacher', { chats: [] })], whom)
  expect(reached.map(({ address }) => address.chat)).toEqual(['new'])
  expect(staff).toEqual([{ personId: 'x', name: 'Cô x', why: 'no_link' }])
})

test('whoever is linked how: no chat twice, no shut one, and every child is reached or listed', () => {
  const chats = fc.array(fc.record({ id: fc.constantFrom('1', '2', '3', '4'), left: fc.boolean(), stopped: fc.boolean() }), {
    maxLength: 3,
  })
  const someone = fc.record({ role: fc.constantFrom(...roles), chats, childIds: fc.subarray(room.children.map(({ id }) => id)) })
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 8 }), (list) => {
      const contacts = list.map((one, index) =>
        contact(`p${index}`, one.role, {
          childIds: one.role === 'guardian' ? one.childIds : [],
          chats: one.chats.map(({ id, left, stopped }) => chat(id, { left, stopped })),
        }),
      )
      const { reached, children } = reachOf(contacts, whom)
      const used = reached.map(({ address }) => address.chat)
      expect(new Set(used).size).toBe(used.length)
      for (const { id } of room.children) {
        const open = contacts.some(
          ({ childIds, chats }) => childIds.includes(id) && chats.some(({ left, stopped }) => !left && !stopped),
        )
        expect(children.some(({ name }) => name === id)).toBe(!open)
      }
    }),
  )
})
