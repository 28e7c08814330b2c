import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPhrases } from '../../../src/adapters/locales/phrases.ts'
import { previewOf } from '../../../src/features/roster-import/preview.ts'
import type { ListedChild, PresentRoster } from '../../../src/features/roster-import/roster-import-store.ts'
import { planRoster } from '../../../src/features/roster-import/roster-plan.ts'
import type { RosterRow } from '../../../src/features/roster-import/roster-row.ts'
import { writesOf } from '../../../src/features/roster-import/take-roster.ts'

const classes = [
  { id: 'c1', code: 'A1', name: 'Mẫu giáo lớn A1', age: '5', active: true },
  { id: 'c2', code: 'A2', name: 'Mẫu giáo lớn A2', age: '5', active: true },
] as const
const child = (id: string, rosterName: string, more: Partial<ListedChild> = {}): ListedChild => ({
  ...{ id, rosterName, classId: 'c1', birthDate: '2021-01-01', sex: null, phone: null, active: true },
  ...more,
})
const row = (line: number, name: string, more: Partial<RosterRow> = {}): RosterRow => ({
  ...{ line, name, classLabel: 'A1', birthDate: '2021-01-01', notes: [] },
  ...more,
})
let count = 0
const options = { schoolYearStart: 2026, keepPhones: false, uuid: () => `new-${++count}` }
const plan = (rows: RosterRow[], children: ListedChild[]) =>
  planRoster({ rows, doubts: [], ignored: [] }, { classes, children }, options)

test('what is new, changed, moved, back, as before and missing', () => {
  const children = [
    child('an', 'Nguyễn Bảo An (Bin)'),
    child('ha', 'Lê Thu Hà', { birthDate: null }),
    child('tu', 'Lê Anh Tú', { classId: 'c2', birthDate: '2021-05-06' }),
    child('mai', 'Đỗ Mai', { active: false }),
    child('left', 'Vũ Minh Châu'),
    child('other', 'Hồ Gia Bảo', { classId: 'c2' }),
  ]
  const made = plan(
    [
      row(2, 'Nguyễn Bảo An'),
      row(3, 'Lê Thu Hà', { birthDate: '2021-07-08', sex: 'female' }),
      row(4, 'Lê Anh Tú', { birthDate: '2021-05-06' }),
      row(5, 'Đỗ Mai'),
      row(6, 'Trần Minh Khuê', { nickname: 'Bông', phone: '0912345678' }),
      row(7, 'Lý Hoa', { classLabel: 'Nhà trẻ D1' }),
      row(8, 'Lý Hoàng', { classLabel: 'Hoa Cúc', birthDate: '2022-02-02' }),
    ],
    children,
  )
  const shown = previewOf(
    made,
    { present: { classes, children }, options, most: 9 },
    { phrases: createPhrases(), language: 'vi' },
  )
  expect(shown.summary).toBe('Mới 3, đổi 3, giữ nguyên 1; 1 bé của các lớp này không có trong tệp; 0 dòng cần xem lại.')
  expect(shown.newClasses).toEqual(['Lớp mới D1 (Nhà trẻ D1, nhà trẻ)', 'Lớp mới Hoa Cúc (Hoa Cúc, 4–5 tuổi)'])
  expect(shown.added[0]).toBe('dòng 6: Trần Minh Khuê (Bông), lớp A1, sinh 01/01/2021')
  expect(shown.changed).toEqual([
    'dòng 3: Lê Thu Hà – thêm ngày sinh 08/07/2021, giới tính',
    'dòng 4: Lê Anh Tú – lớp A2 → A1',
    'dòng 5: Đỗ Mai – đi học lại',
  ])
  expect(shown.missing).toEqual(['Vũ Minh Châu, lớp A1: không có trong tệp'])
  expect(made.added[0]?.child.phone).toBeNull()
  expect(writesOf(made, { missingLeave: false }).changed).toHaveLength(3)
  expect(writesOf(made, { missingLeave: true }).changed.at(-1)?.after).toMatchObject({ id: 'left', active: false })
})

test('what only a person can tell is a doubt, with the reason', () => {
  const made = plan(
    [
      row(2, 'Nguyễn Bảo An', { birthDate: '2022-09-09' }),
      row(3, 'Nguyen Thu Ha', { birthDate: '2021-03-03' }),
      row(4, 'Lê Anh Tú', { birthDate: undefined as never }),
      row(5, 'Trần Minh Khuê'),
      row(6, 'Trần Minh Khuê'),
      row(7, 'Trần Minh Khuê', { birthDate: '2021-10-10' }),
      row(8, 'Lý Hoa', { classLabel: 'Hoa Cúc', birthDate: undefined as never }),
    ],
    [
      child('an', 'Nguyễn Bảo An'),
      child('ha', 'Nguyễn Thu Hà', { birthDate: '2021-12-12' }),
      child('tu', 'Lê Anh Tú', { classId: 'c2', birthDate: null }),
    ],
  )
  expect(made.doubts.map(({ line, why, other }) => [line, why, other])).toEqual([
    [2, 'other_birth_date', 'Nguyễn Bảo An (A1)'],
    [3, 'alike', 'Nguyễn Thu Hà (A1)'],
    [4, 'maybe_moved', 'Lê Anh Tú (A2)'],
    [6, 'twice', '5'],
    [7, 'same_name', '5'],
    [8, 'unknown_class', 'Hoa Cúc'],
  ])
  expect(made.added).toHaveLength(1)
  expect(made.missing).toEqual([])
})

const seed = Number(process.env.SEED ?? 20261122)
test(`whatever is sent, no two children of a class are written alike, nobody is counted twice, and a second time changes nothing (seed ${seed})`, () => {
  const name = fc.constantFrom('Lê An', 'Le An', 'Lê Ân', 'Vũ Hà', 'Vũ Hạ', 'Đỗ Mai', 'Hồ Tú')
  const born = fc.constantFrom('2021-01-01', '2021-01-02', '2022-03-05', undefined)
  const rows = fc.array(
    fc.record({
      name,
      birthDate: born,
      nickname: fc.constantFrom('Bin', undefined),
      classLabel: fc.constantFrom('A1', 'A2', 'Lớp A2'),
    }),
    { maxLength: 14 },
  )
  fc.assert(
    fc.property(rows, rows, (before, after) => {
      const take = (given: typeof before, present: PresentRoster) => {
        const read = given.map(
          ({ birthDate, nickname, ...own }, index): RosterRow => ({
            ...{ ...own, line: index + 1, notes: [] },
            ...(birthDate === undefined ? {} : { birthDate }),
            ...(nickname === undefined ? {} : { nickname }),
          }),
        )
        const made = planRoster({ rows: read, doubts: [], ignored: [] }, present, options)
        expect(made.added.length + made.changed.length + made.same + made.doubts.length).toBe(given.length)
        const { created, changed } = writesOf(made, { missingLeave: true })
        expect(new Set(changed.map(({ before: one }) => one.id)).size).toBe(changed.length)
        const stood = present.children.map((one) => changed.find((change) => change.before.id === one.id)?.after ?? one)
        const children = [...stood, ...created]
        expect(new Set(children.map((one) => `${one.classId}/${one.rosterName}`)).size).toBe(children.length)
        return { present: { classes, children }, made }
      }
      const first = take(before, { classes, children: [] })
      const second = take(after, first.present)
      // A doubt may be settled by what the other rows brought in; without one nothing is left to add.
      const again = take(after, second.present)
      if (second.made.doubts.length === 0) expect(again.made.added).toEqual([])
    }),
    { seed, numRuns: 300 },
  )
})
