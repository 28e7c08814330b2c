import { expect, test } from 'vitest'
import { adultTyped, isSameAdult } from '../../../src/features/pickup/adult.ts'
import { parsePickup } from '../../../src/features/pickup/parse-pickup.ts'
import { parseStaffPickup } from '../../../src/features/pickup/parse-staff.ts'

// Monday 23 November 2026; a guardian of two.
const context = { today: '2026-11-23', closures: [], isOver: false, children: ['Nguyễn Hoài An', 'Hoàng Anh Đức (Bin)'] }
const read = (text: string) => parsePickup(text, context)
const adultOf = (text: string) => {
  const parsed = read(text)
  return parsed === undefined || !('adult' in parsed) ? undefined : `${parsed.kind}: ${parsed.adult?.called ?? ''}`
}

test.each([
  ['chiều nay bác Tư đón bé An', 'bác Tư', ['2026-11-23']],
  ['chieu nay bac tu don be an', 'bac tu', ['2026-11-23']],
  ['hôm nay cậu Hùng đón con', 'cậu Hùng', ['2026-11-23']],
  ['mai bà ngoại Lan đón bé An ạ', 'bà ngoại Lan', ['2026-11-24']],
  ['em trai em tên Nam qua đón bé', 'em trai Nam', null],
  ['nhờ cô cho bác Tư đón An giúp em', 'bác Tư', null],
  ['người đón hôm nay là dì Hoa', 'dì Hoa', ['2026-11-23']],
  ['chiều nay Nguyễn Văn Hùng sẽ qua đón bé An', 'Nguyễn Văn Hùng', ['2026-11-23']],
  ['hôm nay bố không đón được, bác Tư đón bé An', 'bác Tư', ['2026-11-23']],
  ['bác Tư đón bé An được không ạ', 'bác Tư', null],
  ['Cô ơi chiều nay chị Hà giúp việc đón Bin nhé', 'chị Hà giúp việc', ['2026-11-23']],
  ['thứ 5 dì Hoa đón An', 'dì Hoa', ['2026-11-26']],
  ['hnay ông ngoại e tên Phúc đón cháu', 'ông ngoại Phúc', null],
  ['uncle Ben will pick up An on Tuesday', 'uncle Ben', ['2026-11-24']],
] as const)('“%s” names %s', (text, called, days) => {
  expect(read(text)).toMatchObject({ kind: 'change', adult: { called, isNamed: true }, days })
})

test.each([
  ['chiều nay bà đón con lúc 15h', 'bà'],
  ['chồng em đón con hôm nay', 'chồng'],
  ['bố An đón hôm nay', 'bố'],
  ['bà ngoại đón An và Bin chiều nay', 'bà ngoại'],
])('“%s” says how the adult is related, not what they are called', (text, called) => {
  expect(read(text)).toMatchObject({ kind: 'change', adult: { called, isNamed: false } })
})

test('an adult called like the child is no child', () => {
  expect(read('bác An đón bé Bin hôm nay')).toMatchObject({
    adult: { called: 'bác An' },
    whose: { kind: 'known', children: [1] },
  })
})

test.each([
  'không cho bố bé đón',
  'đừng giao con cho ai ngoài em',
  'đừng để ông Ba đón bé',
  'khong cho ba noi don chau nhe co',
  'bố mẹ ly hôn, không ai được đón con ngoài em',
  'có người lạ đòi đón bé An',
  'toà án giao con cho tôi, bố cháu không được đón',
])('“%s” is for a person to decide', (text) => {
  expect(read(text)?.kind).toBe('worry')
})

test.each([
  ['thôi bác Tư không đón An nữa ạ', 'withdraw: bác Tư'],
  ['huỷ bác Tư đón', 'withdraw: bác Tư'],
  ['huỷ đổi người đón', 'withdraw: '],
  ['chiều nay em tự đón', 'withdraw: '],
  ['thêm bà Lan vào danh sách đón', 'add: bà Lan'],
  ['từ nay bà nội Hoa đón bé', 'add: bà nội Hoa'],
  ['xoá bác Tư khỏi danh sách đón', 'remove: bác Tư'],
])('“%s” is read as %s', (text, expected) => {
  expect(adultOf(text)).toBe(expected)
})

test('of a telephone number only the end is kept', () => {
  expect(read('thêm bác Tư đón bé An, sđt 0901 234 678')).toMatchObject({ kind: 'add', phoneEnd: '678' })
})

test.each([
  'mấy giờ đón con ạ',
  'chiều nay em đón con muộn',
  'hôm qua bác Tư đón An',
  'bác Tư đón An rồi ạ',
  'trường có xe đưa đón không',
  'ông bà có được đón cháu không',
  'sáng nay cô Hạnh đón con ở cổng giúp em',
  'không thấy cô giáo đón bé',
  'chiều nay mẹ đón con lúc 15h',
  'trường đón Tết thế nào ạ',
  'con ho, cô để ý giúp em',
])('“%s” changes nobody who collects', (text) => {
  expect(read(text)).toBeUndefined()
})

test.each(['người đón', 'danh sách người đón', 'ai được đón con', 'ai đón bé An', 'pick up list'])(
  '“%s” asks for the list',
  (text) => {
    expect(read(text)?.kind).toBe('list')
  },
)

test('a name typed as an answer', () => {
  expect(adultTyped('dạ bà Lan ạ')).toEqual({ called: 'bà Lan', isNamed: true })
  expect(adultTyped('Lan')).toEqual({ called: 'Lan', isNamed: true })
  for (const text of ['thôi', 'dạ', 'không ạ', 'mấy giờ tan học?', 'gặp văn phòng', '123'])
    expect(adultTyped(text)).toBeUndefined()
})

test('one adult in two wordings, and two adults', () => {
  expect(isSameAdult('bà Lan', 'bà ngoại Lan')).toBe(true)
  expect(isSameAdult('Lan', 'bà ngoại Nguyễn Thị Lan')).toBe(true)
  expect(isSameAdult('bà', 'bà ngoại Lan')).toBe(true)
  expect(isSameAdult('cô Lan', 'bà Lan')).toBe(false)
  expect(isSameAdult('bác Tư', 'bác Hai')).toBe(false)
})

test('what staff type', () => {
  expect(parseStaffPickup('Ai đón bé An hôm nay ạ?')).toEqual({ kind: 'who', rest: 'An' })
  expect(parseStaffPickup('bé Hoài An ai đón')).toEqual({ kind: 'who', rest: 'Hoài An' })
  expect(parseStaffPickup('hôm nay ai đón')).toEqual({ kind: 'who', rest: '' })
  expect(parseStaffPickup('đã giao bé An cho bác Tư rồi ạ')).toEqual({ kind: 'given', rest: 'An', adult: 'bác Tư' })
  expect(parseStaffPickup('đã giao An')).toEqual({ kind: 'given', rest: 'An', adult: null })
  for (const text of ['A1 28/30 vắng An, Bình', 'bác Tư đón An lúc 15h', 'An về sớm'])
    expect(parseStaffPickup(text)).toBeUndefined()
})
