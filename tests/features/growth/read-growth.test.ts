import { expect, test } from 'vitest'
import type { Roster } from '../../../src/features/checkin/report.ts'
import { mayBeGrowth, readGrowth } from '../../../src/features/growth/read-growth.ts'

const roster: Roster = {
  class: 'Mẫu giáo lớn A1',
  children: [
    'Nguyễn Hoài An',
    'Trần Thái Bình',
    'Lê Bảo Châu',
    'Hoàng Anh Đức (Bin)',
    'Trần Hải Nam',
    'Đặng Nhật Minh',
    'Vũ Quang Minh',
    'Ngô Phương Mai',
    "Nay H'Nhung",
  ],
}

/** "An 15.2w 98h; Minh 14?": names as typed, w and h where the unit is known, "| …" what is left over. */
function shown(text: string, today?: readonly number[]): string | undefined {
  const read = readGrowth(text, roster, today && { measuredToday: new Set(today) })
  if (read === undefined) return undefined
  const entries = read.entries.map(({ mention, candidates, numbers }) => {
    const who = candidates.length === 1 ? roster.children[candidates[0]!]!.split(' ').at(-1)! : `${mention}×${candidates.length}`
    return [who, ...numbers.map(({ value, is }) => `${value}${is === null ? '?' : is[0]}`)].join(' ')
  })
  return [...entries, ...read.leftOver.map((text) => `| ${text}`)].join('; ')
}

test.each([
  ['An 15.2kg 98cm', 'An 15.2w 98h'],
  ['an 15,2 kg 98 cm', 'An 15.2w 98h'],
  ['cân đo A1: An 15,2 98; Bình 14.8/97', 'An 15.2? 98?; Bình 14.8? 97?'],
  ['can do A1 an 15.2 98, binh 14.8 97', 'An 15.2? 98?; Bình 14.8? 97?'],
  ['An 15,2 98', 'An 15.2? 98?'],
  ['An: 98cm - 15,2kg', 'An 98h 15.2w'],
  ['An 15kg2 cao 1m05', 'An 15.2w 105h'],
  ['An 15 ký rưỡi, cao 98', 'An 15.5w 98h'],
  ['Bin nặng 15,2 cao 98', '(Bin) 15.2w 98h'],
  ['Cân nặng hôm nay:\n1. An 15,2\n2. Bình 14,8\n3. Châu 16', 'An 15.2?; Bình 14.8?; Châu 16?'],
  ['chiều cao A1\nAn 98\nBình 97,5', 'An 98?; Bình 97.5?'],
  ['1 An 15,2 98\n2 Bình 14,8 97', 'An 15.2? 98?; Bình 14.8? 97?'],
  ['Minh 14kg 95cm', 'Minh×2 14w 95h'],
  ['Nhật Minh 14kg 95cm nhé em', 'Minh 14w 95h'],
  ['Nhung 13.5kg, 92cm', "H'Nhung 13.5w 92h"],
  ['An 15200g 0.98m', 'An 15.2w 98h'],
  ['cân đo: An 15,2 98, Bình nghỉ, Khánh Vy 14 95', 'An 15.2? 98?; Khánh Vy×0 14? 95?; | Bình nghỉ'],
  ['cân đo: An 15,2/98; Bình vắng', 'An 15.2? 98?; | Bình vắng'],
  ['An 15.4kg chứ không phải 15.2', 'An 15.4w'],
  ['Mai 15kg, Nam 16kg', 'Mai 15w; Nam 16w'],
  ['weights A1: An 15.2, Bình 14.8', 'An 15.2?; Bình 14.8?'],
])('%s', (text, expected) => {
  expect(mayBeGrowth(text)).toBe(true)
  expect(shown(text)).toBe(expected)
})

test.each([
  'A1 28/30, vắng 2: An sốt 38.5, Bình ho có phép',
  'An sốt 38.5',
  'An 38.5',
  'nhầm, An 39 chứ không phải 38.5',
  'Bình 9h mới đến',
  'vắng An, Bình 14kg',
  'đủ 30',
  'A1 28/30 vắng An, Bình. cân đo: Châu 15 98',
  'An 15.2',
  'đo nhiệt độ An 38 độ',
  'cân An 38 độ rưỡi',
  'An nặng bao nhiêu hả em?',
  'hôm nay 30 cháu, cần 30 suất',
  'cho em xin 2kg gạo',
  '15kg gạo về rồi chị ơi',
  'mai cân đo nhé các chị',
  'An 5 tuổi cao 1m',
  '30/30',
])('%s is no weight line', (text) => {
  expect(shown(text)).toBeUndefined()
})

test('after today’s figures a bare number corrects them, unless it may be a temperature', () => {
  expect(shown('nhầm, An 15.4', [0])).toBe('An 15.4?')
  expect(['nhầm, An 15.4', 'sửa An 99'].filter(mayBeGrowth)).toHaveLength(2)
  expect(mayBeGrowth('A1 28/30, vắng 2: An sốt 38.5, Bình ho có phép')).toBe(false)
  expect(shown('sửa An 99', [0])).toBe('An 99?')
  expect(shown('nhầm, An 38.5', [0])).toBeUndefined()
  expect(shown('nhầm, Bình 15.4', [0])).toBeUndefined()
})
