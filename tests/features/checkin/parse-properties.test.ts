import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseReport } from '../../../src/features/checkin/parse/parse-report.ts'
import type { ClassReport, Roster } from '../../../src/features/checkin/report.ts'

const roster: Roster = {
  class: 'Mẫu giáo bé C9',
  children: [
    'Nguyễn Hoài An',
    'Trần Thiên Ân',
    'Lê Bảo Chi (Na)',
    'Vũ Mai Chi',
    'Phạm Thúy Nga',
    "Nay H'Lan",
    'Siu Y Bảo',
    'Hồ Hải',
    'Đỗ Gia Bảo A',
    'Đỗ Gia Bảo B',
  ],
}

const words = (
  "vắng nghỉ v đủ An Ân an Chi chi Na Nga nga Hải hai Bảo Lan Y H'Lan và với , . ; : ( ) \n sốt ho 38.5 39 83.5 độ 10/10 8/10 9/10 11/10 2 3 p kp có phép " +
  'về quê đón đến muộn nhầm thêm bỏ chứ không phải đều cả 2 cũng thế lần lượt cháu bạn hôm qua đi học rồi Mia xyz 🤒 ❌ mẹ báo soots ooms ? mai sĩ số có mặt'
).split(' ')

const typed = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((picked) => picked.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 120 }) },
)

function away(report: ClassReport): number {
  return report.absent.length + report.ambiguous.filter(({ role }) => role === 'absent').length + report.unnamedAbsent
}

test('whatever a teacher types, those present and those away make up the class', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const report = parseReport(text, roster)
      if (report.error === null) expect((report.present ?? 0) + away(report)).toBe(roster.children.length)
      if (report.error === 'not-a-report')
        expect(report).toMatchObject({ present: null, total: null, absent: [], illPresent: [] })
      for (const { name } of [...report.absent, ...report.illPresent]) expect(roster.children).toContain(name)
    }),
    { numRuns: 1500 },
  )
})

test('whatever a teacher types as a correction, the sums still hold', () => {
  const morning = parseReport('C9 8/10 vắng An sốt 38, Nga', roster)
  fc.assert(
    fc.property(typed, (text) => {
      const report = parseReport(text, roster, morning)
      if (report.error === null) expect((report.present ?? 0) + away(report)).toBe(roster.children.length)
      expect(new Set(report.absent.map(({ name }) => name)).size).toBe(report.absent.length)
    }),
    { numRuns: 1500 },
  )
})

test('composed and decomposed marks are read alike', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const composed = parseReport(text.normalize('NFC'), roster)
      const decomposed = parseReport(text.normalize('NFD'), roster)
      expect(decomposed).toEqual(composed)
    }),
    { numRuns: 1000 },
  )
})

test('whatever a teacher types, only children of the class are named, and each stands in one place', () => {
  const morning = parseReport('C9 8/10 vắng An sốt 38, Nga', roster)
  fc.assert(
    fc.property(typed, fc.boolean(), (text, corrects) => {
      const report = parseReport(text, roster, corrects ? morning : undefined)
      const absent = report.absent.map(({ name }) => name)
      const named = [...absent, ...report.illPresent.map(({ name }) => name), ...report.leftEarly]
      for (const name of [...named, ...report.ambiguous.flatMap(({ candidates }) => candidates)])
        expect(roster.children).toContain(name)
      expect(report.illPresent.filter(({ name }) => absent.includes(name))).toEqual([])
      expect(report.leftEarly.filter((name) => absent.includes(name))).toEqual([])
      expect(report.unnamedAbsent).toBeGreaterThanOrEqual(0)
      expect(report.present ?? 0).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 1000 },
  )
})

test('the case of the letters does not decide who is away when every name is written without capitals', () => {
  const lines = ['vắng hải, chi', 'C9 8/10 vắng nga, hoài an', 'chỉ có hải với nga đi học', 'bảo a nghỉ, bảo b sốt nghỉ']
  for (const text of lines) {
    const low = parseReport(text, roster)
    const raised = parseReport(text[0]!.toUpperCase() + text.slice(1), roster)
    expect(raised).toMatchObject({ present: low.present, absent: low.absent, error: low.error })
  }
})

test('a list of those who came and the list of the others make the same report', () => {
  const all = roster.children.map((_, child) => child)
  const called = ['Hoài An', 'Ân', 'Na', 'Mai Chi', 'Nga', 'Lan', 'Y Bảo', 'Hải', 'Bảo A', 'Bảo B']
  fc.assert(
    fc.property(fc.subarray(all, { minLength: 1, maxLength: 9 }), (came) => {
      const here = came.map((child) => called[child]).join(', ')
      const gone = all.filter((child) => !came.includes(child)).map((child) => called[child])
      const listed = parseReport(`Có mặt: ${here}; còn lại nghỉ`, roster)
      const absent = parseReport(`Vắng ${gone.length}: ${gone.join(', ')}`, roster)
      expect(listed).toMatchObject({ present: came.length, absent: absent.absent, error: null })
    }),
    { numRuns: 60 },
  )
})

test('five hundred names and twenty thousand characters are read quickly', () => {
  const children = Array.from({ length: 500 }, (_, at) => `Nguyễn Văn Tên${at}`)
  const names = children.map((name) => name.split(' ')[2]).join(', ')
  // Of this thread alone: what else the machine does must not decide.
  const started = process.threadCpuUsage()
  parseReport(`Lớp lớn 0/500 vắng ${names}`, { class: 'Lớp lớn', children })
  parseReport(`vắng ${'An sốt 38.5, '.repeat(2000)}`, roster)
  parseReport('('.repeat(20_000), roster)
  parseReport('ho '.repeat(7000), roster)
  const { user, system } = process.threadCpuUsage(started)
  expect((user + system) / 1000).toBeLessThan(3000)
})
