import { expect, test } from 'vitest'
import { type Arrangement, classesOnDay, groupsOf } from '../../../src/features/arrangement/arrangement.ts'
import { readArrangement } from '../../../src/features/arrangement/read-arrangement.ts'

const classes = ['A1', 'A2', 'A3', 'Hoa Mai'].map((code) => ({
  id: code,
  schoolId: 's',
  code,
  name: code === 'Hoa Mai' ? 'Nhà trẻ Hoa Mai' : `Mẫu giáo lớn ${code}`,
  age: '5' as const,
  children: [],
}))
const teachers = [
  { id: 'hoa', name: 'Cô Hoa', classIds: ['A1'] },
  { id: 'lan', name: 'Nguyễn Thị Lan', classIds: ['A2', 'A3'] },
  { id: 'lan2', name: 'Trần Ngọc Lan', classIds: ['Hoa Mai'] },
]
// Monday.
const known = { classes, teachers, today: '2026-11-23', closures: [] }
const read = (text: string) => {
  const line = readArrangement(text, known)
  if (line === undefined) return undefined
  switch (line.kind) {
    case 'merge':
      return `${line.guests.map(({ code }) => code).join('+')} → ${line.host.code} ${line.days.join(' ')}`
    case 'substitute':
      return `${line.teacher.id}: ${line.classes.map(({ code }) => code).join('+')} ${line.days.join(' ')}`
    case 'undo':
      return `undo ${line.what} ${line.classes.map(({ code }) => code).join('+')}`
    case 'unclear':
      return `unclear ${line.why}`
    case 'list':
      return 'list'
  }
}

test.each([
  ['hôm nay lớp A2 học chung với A1', 'A2 → A1 2026-11-23'],
  ['lop a2 hoc ghep lop a1 ngay mai', 'A2 → A1 2026-11-24'],
  ['gộp A2, A3 vào A1 hôm nay nhé', 'A2+A3 → A1 2026-11-23'],
  ['Dồn lớp A2 sang A1 từ mai đến 26/11', 'A2 → A1 2026-11-24 2026-11-25 2026-11-26'],
  ['A2 và Hoa Mai học chung thứ 4', 'A2 → Hoa Mai 2026-11-25'],
  ['A2 học chung A1 đến hết 25/11', 'A2 → A1 2026-11-23 2026-11-24 2026-11-25'],
])('%s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each([
  ['cô Hoa dạy thay lớp A2 hôm nay', 'hoa: A2 2026-11-23'],
  ['co Hoa trong thay A2 ngay mai', 'hoa: A2 2026-11-24'],
  ['Cô Hoa đứng lớp thay A2 từ 24/11 đến 25/11 ạ', 'hoa: A2 2026-11-24 2026-11-25'],
  ['cô Hoa dạy thay lớp A2 đến 25/11', 'hoa: A2 2026-11-23 2026-11-24 2026-11-25'],
  ['cô Hoa dạy thay cô Thị Lan hôm nay', 'hoa: A2+A3 2026-11-23'],
  ['cô Lan dạy thay lớp A1', 'unclear which_teacher'],
  ['cô Ngọc Lan dạy thay lớp A1', 'lan2: A1 2026-11-23'],
  ['cô Cúc dạy thay lớp A1', 'unclear unknown_teacher'],
  ['cô Hoa dạy thay lớp A1', 'unclear same_class'],
  ['cô Hoa dạy thay hôm nay', 'unclear which_class'],
  ['cô Hoa dạy thay lớp A2 hôm 30/2', 'unclear no_such_day'],
])('%s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each([
  ['bỏ ghép A2', 'undo merge A2'],
  ['A2 học riêng lại', 'undo merge A2'],
  ['thôi cô Hoa không dạy thay A2 nữa', 'undo substitute A2'],
  ['xem dạy thay', 'list'],
  ['lớp A2 ghép', 'unclear which_class'],
])('%s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each([
  'mai nghỉ do bão',
  'A2 28/30, vắng An, Bình',
  'báo lớp A1: mai các con mặc đồng phục',
  '12: Dạ nhà trường ghép hình cho các con vào thứ Sáu ạ',
  'hôm nay lớp nào học chung',
  'cô Hoa nghỉ ốm hôm nay',
  'học phí lớp A1 bao nhiêu',
])('%s is about something else', (text) => {
  expect(['list', undefined]).toContain(read(text))
})

const merged = (classId: string, hostId: string): Arrangement => ({
  ...{ id: `${classId}${hostId}`, schoolId: 's', days: ['2026-11-23'] },
  ...{ kind: 'merged', classId, hostId },
})

test('classes that join one another are one group, whoever joined whom', () => {
  expect(groupsOf([merged('A2', 'A1'), merged('A3', 'A2')])).toEqual([['A1', 'A2', 'A3']])
  expect(groupsOf([merged('A2', 'A1'), merged('A1', 'A2')]).map((group) => group.toSorted())).toEqual(
    [
      ['A1', 'A2'],
      ['A1', 'A2'],
    ].slice(0, 1),
  )
})

test('a substitute may report the class, and with it those it learns together with', () => {
  const minding: Arrangement = {
    id: 'm',
    schoolId: 's',
    days: ['2026-11-23'],
    kind: 'substitute',
    classId: 'A2',
    personId: 'hoa',
  }
  expect(classesOnDay({ id: 'hoa', classIds: ['A1'] }, [minding, merged('A3', 'A2')])).toEqual(['A1', 'A2', 'A3'])
  expect(classesOnDay({ id: 'lan', classIds: ['A1'] }, [minding])).toEqual(['A1'])
})
