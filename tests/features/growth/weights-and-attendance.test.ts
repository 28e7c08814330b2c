import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseReport } from '../../../src/features/checkin/parse/parse-report.ts'
import type { GrowthStore, Measurement, StandingMeasurement, Weighing } from '../../../src/features/growth/growth-store.ts'
import { readGrowth } from '../../../src/features/growth/read-growth.ts'
import { recordGrowth, settleGrowth } from '../../../src/features/growth/record-growth.ts'
import type { SchoolClass } from '../../../src/features/people/person.ts'
import { labelledLines } from '../../eval/checkin.ts'

const children = [
  'Nguyễn Hoài An',
  'Trần Thiên Ân',
  'Lê Bảo Châu',
  'Vũ Quang Minh',
  'Đặng Nhật Minh (Sóc)',
  'Trần Hải Nam',
  "Nay H'Nhung",
  'Đỗ Gia Bảo A',
  'Đỗ Gia Bảo B',
]
const roster = { class: 'Mẫu giáo bé C9', children }
const one: SchoolClass = {
  ...{ id: 'c', schoolId: 's', code: 'C9', name: roster.class, age: '3-4' },
  children: children.map((rosterName, index) => ({ id: `k${index}`, rosterName })),
}
const day = '2026-11-23'
const now = new Date(`${day}T10:00:00+07:00`)

/** The tables in memory: lines as they were recorded, and what stands of them. */
function growthInMemory() {
  const lines: Weighing[] = []
  const standing = (): StandingMeasurement[] =>
    lines.toReversed().flatMap(({ measurements, day }) => measurements.map((measurement) => ({ ...measurement, day })))
  const growth = {
    facts: async () => [],
    holdClass: async () => {},
    measurements: async () => standing(),
    async add(line: Weighing) {
      lines.push({ ...line, id: `w${lines.length}`, saidAt: now, confirmedAt: null, undoneAt: null })
      return lines.at(-1)!
    },
    async settle({ id }: Weighing, { measurement }: { measurement: Measurement | null }) {
      const at = lines.findIndex((line) => line.id === id)
      if (measurement !== null) lines[at] = { ...lines[at]!, measurements: [...lines[at]!.measurements, measurement] }
    },
  } as unknown as GrowthStore
  return { growth, lines }
}

test('no line that anybody wrote as a report or as chat is taken for weights', () => {
  const taken = labelledLines().filter(({ text, roster }) => readGrowth(text, roster) !== undefined)
  expect(taken.filter(({ expect }) => expect.error !== 'not-a-report')).toEqual([])
  // Labelled as no report, and it is none.
  expect(taken.map(({ text }) => text)).toEqual(['Bé Huy cao 98cm nặng 15kg'])
})

const attendance = (
  'vắng nghỉ đủ An Ân Châu Minh Nam Bảo và , . ; : ( ) \n sốt ho 38.5 39 37,5 độ 9/9 7/9 8/9 2 3 p kp có phép về quê đón muộn ' +
  'nhầm thêm chứ không phải cháu bạn hôm qua đi học rồi 🤒 mẹ báo ? mai sĩ số có mặt 9h30 15/11 uống 5ml tuổi'
).split(' ')

test('an attendance line never stores a weight, whatever is in it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...attendance), { maxLength: 20 }), (words) => {
      expect(readGrowth(words.join(' '), roster)).toBeUndefined()
    }),
    { numRuns: 4000 },
  )
})

const tenths = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((value) => value / 10)
const separator = fc.constantFrom(' ', '/', ' - ', ', ', ' cao ')
const part = fc
  .record({
    name: fc.constantFrom('An', 'Ân', 'Châu', 'Minh', 'Sóc', 'nam', 'Nhung', 'Bảo A', 'bảo', 'bé Châu', 'Khánh Vy', 'Zin'),
    weight: tenths(3, 60),
    height: tenths(40, 150),
    separator,
    units: fc.constantFrom(['', ''], ['kg', 'cm'], [' ký', ''], ['kg', '']),
    point: fc.constantFrom('.', ','),
  })
  .map(({ name, weight, height, separator, units, point }) => {
    const typed = (value: number) => String(value).replace('.', point)
    return `${name} ${typed(weight)}${units[0]}${separator}${typed(height)}${units[1]}`
  })
const weightLine = fc
  .record({
    head: fc.constantFrom('cân đo C9: ', 'can do ', 'Cân nặng chiều cao:\n'),
    parts: fc.array(part, { minLength: 1, maxLength: 6 }),
    glue: fc.constantFrom('; ', '\n'),
  })
  .map(({ head, parts, glue }) => head + parts.join(glue))

test('a weight line is taken as one, and stores nothing that the class list does not carry or an age rules out', async () => {
  await fc.assert(
    fc.asyncProperty(weightLine, fc.nat(1), async (text, choice) => {
      const line = readGrowth(text, roster)
      expect(line).toBeDefined()
      const { growth, lines } = growthInMemory()
      const { weighing } = await recordGrowth(growth, { one, day, text, personId: 'p', now, line: line! })
      if (weighing !== undefined && weighing.doubts.length > 0) await settleGrowth(growth, { weighing, one, choice })
      for (const { childId, grams, millimetres } of lines.flatMap(({ measurements }) => measurements)) {
        expect(one.children.map(({ id }) => id)).toContain(childId)
        if (grams !== null) expect(grams / 1000).toBeGreaterThan(4)
        if (grams !== null) expect(grams / 1000).toBeLessThan(45)
        if (millimetres !== null) expect(millimetres / 10).toBeGreaterThan(65)
        if (millimetres !== null) expect(millimetres / 10).toBeLessThan(140)
      }
    }),
    { numRuns: 1000 },
  )
})

test('figures with units stand alone without a heading, and a report keeps its own', () => {
  expect(readGrowth('An 15.2kg 98cm', roster)).toBeDefined()
  expect(parseReport('An 15.2kg 98cm', roster).error).toBeDefined()
  expect(readGrowth('C9 8/9 vắng An, Châu 15.2kg 98cm', roster)).toBeUndefined()
})
