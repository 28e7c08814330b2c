import { expect, test } from 'vitest'
import { monthsOld } from '../../../src/features/growth/age.ts'
import { dueChildren } from '../../../src/features/growth/due-children.ts'
import { boundsFor } from '../../../src/features/growth/growth-standards.ts'
import { oddChanges } from '../../../src/features/growth/odd-change.ts'
import { readFacts } from '../../../src/features/growth/read-facts.ts'
import { settleFigures } from '../../../src/features/growth/settle-figures.ts'

// Boys of 48 months by WHO: −3 SD 11.2 kg, −2 SD 12.7, +2 SD 21.2, +3 SD 24.2; heights 103.3 ± 4.19 cm.
const boy = boundsFor({ ageMonths: 48, sex: 'male', age: '3-4' })
const typed = (value: number, is: 'weight' | 'height' | null = null, as = String(value)) => ({ value, is, typed: as })

test('the bounds are WHO’s flags for the child’s age and sex', () => {
  expect(boy.weight.from).toBeCloseTo(11.2 - 3 * (12.7 - 11.2), 0)
  expect(boy.weight.to).toBeCloseTo(24.2 + 2 * (24.2 - 21.2), 0)
  expect(boy.height.from).toBeCloseTo(103.3 - 6 * 4.19, 0)
  expect(boy.height.to).toBeCloseTo(103.3 + 6 * 4.19, 0)
  const unknown = boundsFor({ ageMonths: null, sex: null, age: '3-4' })
  expect(unknown.weight.from).toBeLessThan(boy.weight.from)
  expect(unknown.height.to).toBeGreaterThan(boy.height.to)
  const between = boundsFor({ ageMonths: 51, sex: 'male', age: '3-4' })
  expect(between.height.from).toBeGreaterThan(boy.height.from)
})

test('numbers without a unit are what the child’s age allows, in either order', () => {
  expect(settleFigures([typed(15.2), typed(98)], boy)).toMatchObject({ grams: 15_200, millimetres: 980, refused: [] })
  expect(settleFigures([typed(98), typed(15.2)], boy)).toMatchObject({ grams: 15_200, millimetres: 980 })
  expect(settleFigures([typed(98.5)], boy)).toMatchObject({ grams: null, millimetres: 985 })
})

test('what is impossible is refused with its bounds, and the other figure kept', () => {
  const { grams, millimetres, refused } = settleFigures([typed(152), typed(98)], boy)
  expect([grams, millimetres]).toEqual([null, 980])
  expect(refused).toEqual([{ kind: 'implausible_either', typed: '152', bounds: boy }])
  expect(settleFigures([typed(83.5, 'weight', '83,5kg')], boy).refused[0]).toMatchObject({ kind: 'implausible_weight' })
})

test('what may mean two things is asked about', () => {
  expect(settleFigures([typed(15.98, null, '15,98')], boy).refused[0]?.kind).toBe('unclear')
  expect(settleFigures([typed(15), typed(16)], boy).refused[0]?.kind).toBe('unclear')
  expect(settleFigures([typed(15), typed(98), typed(99)], boy).refused[0]?.kind).toBe('unclear')
})

test('a loss of more than a twentieth, and a height that shrinks, are asked about', () => {
  const before = [{ childId: 'k', day: '2026-10-02', grams: 16_000, millimetres: 1000 }]
  expect(oddChanges({ childId: 'k', grams: 15_300, millimetres: 1005 }, before)).toEqual([])
  expect(oddChanges({ childId: 'k', grams: 15_100, millimetres: 985 }, before).map(({ figure }) => figure)).toEqual([
    'weight',
    'height',
  ])
  expect(oddChanges({ childId: 'k', grams: 21_000, millimetres: null }, before)).toHaveLength(1)
})

test('before 24 months a child is due every month, from then on every quarter', () => {
  const child = { id: 'k', rosterName: 'Nguyễn Hoài An' }
  const due = (birthDate: string | null, measuredOn: string, day: string) =>
    dueChildren(
      { children: [child] },
      {
        facts: [{ childId: 'k', birthDate, sex: null }],
        measured: [{ childId: 'k', day: measuredOn, grams: 12_000, millimetres: 850 }],
        day,
      },
    ).map(({ rhythm }) => rhythm)
  expect(monthsOld('2025-03-31', '2026-02-28')).toBe(10)
  expect(due('2025-06-10', '2026-10-20', '2026-11-03')).toEqual(['month'])
  expect(due('2025-06-10', '2026-11-02', '2026-11-03')).toEqual([])
  expect(due('2023-06-10', '2026-10-20', '2026-11-03')).toEqual([])
  expect(due('2023-06-10', '2026-09-30', '2026-10-01')).toEqual(['quarter'])
  expect(due(null, '2026-10-20', '2026-11-03')).toEqual([])
})

test('birth dates are read a child a line; a line that cannot be says why and its number', () => {
  const children = [
    { id: 'a', rosterName: 'Nguyễn Hoài An' },
    { id: 'b', rosterName: 'Hoàng Anh Đức (Bin)' },
  ]
  const text =
    'Nguyễn Hoài An; 05/03/2021; nữ\n\nhoàng anh đức;2021-11-30;Nam\nVũ Ai; 1/1/2021\nNguyễn Hoài An; 31/2/2021\nNguyễn Hoài An; 1/1/2030'
  expect(readFacts(text, { children, today: '2026-11-23' })).toEqual({
    facts: [
      { childId: 'a', birthDate: '2021-03-05', sex: 'female' },
      { childId: 'b', birthDate: '2021-11-30', sex: 'male' },
    ],
    faults: [
      { line: 4, why: 'no_such_child' },
      { line: 5, why: 'no_birth_date' },
      { line: 6, why: 'not_born_yet' },
    ],
  })
})
