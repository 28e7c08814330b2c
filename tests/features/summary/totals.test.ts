import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AbsenceReason, symptoms } from '../../../src/features/checkin/report.ts'
import { ageGroups } from '../../../src/features/summary/attendance-target.ts'
import { percent, writtenBesideTarget, writtenPercent } from '../../../src/features/summary/percent.ts'
import { type ClassDay, summarise } from '../../../src/features/summary/totals.ts'
import { away, ill, morning, reported, silent } from './class-days.ts'

test('the office gets the exact figures of a morning', () => {
  const summary = summarise(morning)
  expect(summary.reportedClasses).toBe(3)
  expect(summary.totals).toEqual({
    enrolled: 77,
    present: 72,
    absent: 5,
    absentBy: { sick: 2, family: 1, other: 0, unsaid: 2 },
    leaveBy: { excused: 2, unexcused: 0, unsaid: 3 },
    illAbsent: 2,
    illPresent: 1,
    symptoms: { fever: 1, cough: 2, 'runny-nose': 1 },
    leftEarly: 1,
  })
  expect(summary.attendance).toEqual([
    { ageGroup: 'nursery', present: 17, enrolled: 20, target: 85, reached: true },
    { ageGroup: '4-5', present: 27, enrolled: 27, target: 87, reached: true },
    { ageGroup: '5', present: 28, enrolled: 30, target: 95, reached: false },
  ])
})

test('a class that has not reported is in no total and drags no rate down', () => {
  const summary = summarise([reported('A1', '5', '30/30'), silent('A2', '5', 30)])
  expect(summary.totals).toMatchObject({ present: 30, enrolled: 30, absent: 0 })
  expect(summary.attendance).toEqual([{ ageGroup: '5', present: 30, enrolled: 30, target: 95, reached: true }])
})

test('a text that was no report counts as not reported', () => {
  const nonsense: ClassDay = {
    ...reported('A1', '5', '30/30'),
    report: { ...reported('A1', '5', '1/1').report!, present: null, total: null },
  }
  expect(summarise([nonsense])).toMatchObject({ reportedClasses: 0, classes: [{ state: 'not_reported', figures: null }] })
})

test('an unconfirmed report counts, and stays marked', () => {
  const summary = summarise([reported('A1', '5', '29/30', { state: 'unconfirmed', unnamedAbsent: 1 })])
  expect(summary).toMatchObject({ reportedClasses: 1, totals: { present: 29 }, classes: [{ state: 'unconfirmed' }] })
})

test('where teacher and roster count differently the teacher’s count is taken and the roster kept beside it', () => {
  const [figures] = summarise([reported('B1', '4-5', '27/27', { enrolled: 28 })]).classes
  expect(figures).toMatchObject({ roster: 28, figures: { enrolled: 27, present: 27, absent: 0 } })
})

test('a child with two symptoms is one ill child under two symptoms, and one named twice counts once', () => {
  const { totals } = summarise([reported('A1', '5', '30/30', { illPresent: [ill({ symptoms: ['fever', 'cough', 'fever'] })] })])
  expect(totals).toMatchObject({ illPresent: 1, symptoms: { fever: 1, cough: 1 } })
})

test('a child away for family reasons without symptoms is not ill', () => {
  const { totals } = summarise([reported('A1', '5', '29/30', { absent: [away({ reason: 'family' })] })])
  expect(totals).toMatchObject({ illAbsent: 0, absentBy: { family: 1, sick: 0 } })
})

test('a school without classes, or without reports, has zero totals and no rate', () => {
  for (const classes of [[], [silent('A1', '5', 30)]]) {
    expect(summarise(classes)).toMatchObject({ reportedClasses: 0, totals: { enrolled: 0, present: 0 }, attendance: [] })
  }
})

test.each([
  [95, 100, true],
  [94, 100, false],
  [19, 20, true],
  [113, 119, false], // 94.958 %, which rounds to 95.0
])('%i of %i children of five reach 95 percent: %s', (present, total, reached) => {
  expect(summarise([reported('A1', '5', `${present}/${total}`)]).attendance[0]?.reached).toBe(reached)
})

test.each([
  ['nursery', 85],
  ['3-4', 87],
  ['4-5', 87],
  ['5', 95],
] as const)('children of group %s are measured against %i percent', (ageGroup, target) => {
  expect(summarise([reported('Lớp', ageGroup, '10/10')]).attendance[0]?.target).toBe(target)
})

test.each([
  [1, 8, 12.5],
  [1, 16, 6.3], // 6.25 rounds up
  [2, 3, 66.7],
  [1, 3, 33.3],
  [201, 400, 50.3], // 50.25 rounds up
  [0, 30, 0],
  [30, 30, 100],
])('%i of %i is %f percent, halves rounded up', (part, whole, share) => {
  expect(percent(part, whole)).toBe(share)
})

test('a share is written with a comma in Vietnamese, a point in English, and a dash of nothing', () => {
  expect(writtenPercent(72, 77, { language: 'vi' })).toBe('93,5 %')
  expect(writtenPercent(72, 77, { language: 'en' })).toBe('93.5%')
  expect(writtenPercent(0, 0, { language: 'vi' })).toBe('–')
})

test('a missed target is never written as if it were reached', () => {
  expect(writtenBesideTarget(113, 119, { language: 'vi', target: 95 })).toBe('94,96 %')
  expect(writtenBesideTarget(19, 20, { language: 'vi', target: 95 })).toBe('95,0 %')
})

const absentChild = fc.record({
  name: fc.constant('Bé'),
  reason: fc.constantFrom<AbsenceReason | null>('sick', 'family', 'other', null),
  symptoms: fc.subarray([...symptoms], { maxLength: 3 }),
  temperatureC: fc.constantFrom(null, 38.5),
  excused: fc.constantFrom(true, false, null),
})
const anyClass: fc.Arbitrary<ClassDay> = fc
  .record({
    ageGroup: fc.constantFrom(...ageGroups),
    enrolled: fc.nat(40),
    state: fc.constantFrom('confirmed', 'unconfirmed', 'not_reported'),
    absent: fc.array(absentChild, { maxLength: 8 }),
    illPresent: fc.array(absentChild, { maxLength: 3 }),
    present: fc.option(fc.nat(45)),
    total: fc.option(fc.nat(45)),
    unnamedAbsent: fc.nat(3),
  })
  .map(({ ageGroup, enrolled, state, ...report }) => ({
    className: 'Lớp',
    ageGroup,
    enrolled,
    state,
    report: { ...report, leftEarly: [] },
  }))

const added = (counts: object): number => Object.values(counts).reduce((sum: number, count: number) => sum + count, 0)

test('whatever the reports, the totals add up', () => {
  fc.assert(
    fc.property(fc.array(anyClass, { maxLength: 12 }), (classes) => {
      const { totals, classes: figured, attendance, reportedClasses } = summarise(classes)
      expect(totals.present + totals.absent).toBe(totals.enrolled)
      expect(added(totals.absentBy)).toBe(totals.absent)
      expect(added(totals.leaveBy)).toBe(totals.absent)
      expect(totals.illAbsent).toBeLessThanOrEqual(totals.absent)
      const counted = figured.flatMap(({ figures }) => figures ?? [])
      expect(counted).toHaveLength(reportedClasses)
      for (const field of ['enrolled', 'present', 'absent', 'illAbsent', 'illPresent', 'leftEarly'] as const) {
        expect(totals[field]).toBe(counted.reduce((sum, figures) => sum + figures[field], 0))
      }
      expect(attendance.reduce((sum, { present }) => sum + present, 0)).toBe(totals.present)
      expect(attendance.reduce((sum, { enrolled }) => sum + enrolled, 0)).toBe(totals.enrolled)
      expect(added(totals.symptoms)).toBe(counted.reduce((sum, figures) => sum + added(figures.symptoms), 0))
    }),
    { numRuns: 300 },
  )
})
