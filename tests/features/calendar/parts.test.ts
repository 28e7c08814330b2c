import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Closure, closuresOf, isSchoolDay, nextSchoolDay } from '../../../src/features/calendar/school-day.ts'
import { termProblem, usualTerm } from '../../../src/features/calendar/school-term.ts'

const a1 = { id: 'a1', age: '5' as const }
const a2 = { id: 'a2', age: '5' as const }
const d1 = { id: 'd1', age: 'nursery' as const }
const is = (one: typeof a1 | typeof d1, day: string, closures: Closure[]) => {
  const answer = isSchoolDay(day, closuresOf(one, closures))
  return answer.kind === 'school_day' ? 'school' : (answer.reason ?? answer.why)
}

test('a closure of a class or an age group shuts that part and no other, and not the school', () => {
  const closures: Closure[] = [
    { day: '2026-11-25', open: false, reason: 'Thuỷ đậu', only: { classId: 'a1' } },
    { day: '2026-11-26', lastDay: '2026-11-27', open: false, reason: 'Phun thuốc', only: { age: 'nursery' } },
  ]
  expect([a1, a2, d1].map((one) => is(one, '2026-11-25', closures))).toEqual(['Thuỷ đậu', 'school', 'school'])
  expect([a1, a2, d1].map((one) => is(one, '2026-11-27', closures))).toEqual(['school', 'school', 'Phun thuốc'])
  expect(isSchoolDay('2026-11-25', closures)).toEqual({ kind: 'school_day' })
  expect(nextSchoolDay('2026-11-24', closuresOf(a1, closures))).toBe('2026-11-26')
})

test('the word for a class stands above that for its age group, and that above the school’s', () => {
  const closures: Closure[] = [
    { day: '2026-11-25', open: false, reason: 'Bão' },
    { day: '2026-11-25', open: true, reason: 'Trực', only: { age: '5' } },
    { day: '2026-11-25', open: false, reason: 'Mất điện', only: { classId: 'a2' } },
  ]
  expect([a1, a2, d1].map((one) => is(one, '2026-11-25', closures))).toEqual(['school', 'Mất điện', 'Bão'])
  const saturday: Closure[] = [{ day: '2026-11-28', open: true, reason: 'Học bù', only: { classId: 'a1' } }]
  expect([a1, a2].map((one) => is(one, '2026-11-28', saturday))).toEqual(['school', 'saturday'])
})

test('for every mix of closures a class has exactly the answer of its nearest word, by a plain count', () => {
  const part = fc.constantFrom(
    undefined,
    { classId: 'a1' },
    { classId: 'a2' },
    { age: '5' as const },
    { age: 'nursery' as const },
  )
  const closure = fc.record({ offset: fc.integer({ min: 0, max: 6 }), open: fc.boolean(), only: part }).map(
    ({ offset, open, only }): Closure => ({
      day: `2026-11-2${3 + offset}`.slice(0, 10),
      open,
      reason: `${open}`,
      ...(only ? { only } : {}),
    }),
  )
  const distinct = fc.uniqueArray(closure, { selector: ({ day, only }) => JSON.stringify([day, only]), maxLength: 12 })
  fc.assert(
    fc.property(distinct, (closures) => {
      for (const one of [a1, a2, d1])
        for (let offset = 0; offset < 7; offset += 1) {
          const day = `2026-11-2${3 + offset}`
          const own = closures.filter((closure) => closure.day === day)
          const word =
            own.find(({ only }) => only !== undefined && 'classId' in only && only.classId === one.id) ??
            own.find(({ only }) => only !== undefined && 'age' in only && only.age === one.age) ??
            own.find(({ only }) => only === undefined)
          const expected = word === undefined ? isSchoolDay(day, []).kind : word.open ? 'school_day' : 'day_off'
          expect(isSchoolDay(day, closuresOf(one, closures)).kind).toBe(expected)
        }
    }),
  )
})

test('a school year has the ministry’s frame where it is known, its pattern elsewhere, and the office’s own days are checked', () => {
  expect(usualTerm('2025-2026')).toMatchObject({
    firstDay: '2025-09-05',
    firstTermEnds: '2026-01-17',
    lastDay: '2026-05-30',
    certainty: 'announced',
  })
  expect(usualTerm('2026-2027')).toMatchObject({ firstDay: '2026-09-05', certainty: 'assumed' })
  const own = {
    schoolYear: '2026-2027',
    firstDay: '2026-09-07',
    firstTermEnds: '2027-01-15',
    secondTermFrom: '2027-01-18',
    lastDay: '2027-05-28',
  }
  expect(termProblem(own)).toBeUndefined()
  expect(termProblem({ ...own, firstTermEnds: '2027-01-20' })).toBe('order')
  expect(termProblem({ ...own, lastDay: '2027-08-28' })).toBe('other_year')
})
