import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameQuestion, likeness } from '../../../src/features/entries/likeness.ts'
import { readWording } from '../../../src/features/entries/wording.ts'

const same = (one: string, other: string) => isSameQuestion(readWording(one), readWording(other))

test.each([
  ['Học phí một tháng bao nhiêu ạ?', 'hoc phi thang bao nhieu'],
  ['Học phí một tháng bao nhiêu ạ?', 'tiền học phí mỗi tháng là bao nhiêu vậy cô ơi'],
  ['Học phí một tháng bao nhiêu ạ?', 'hp 1 thang bn vay ad'],
  ['Mấy giờ trường đón bé buổi sáng?', 'buoi sang may gio truong don be vay'],
  ['Mấy giờ trường đón bé buổi sáng?', 'Cho em hỏi sáng mấy giờ thì đón các con ạ'],
  ['Đồng phục của bé mua ở đâu?', 'em muốn mua đồng phục thì mua chỗ nào ạ'],
  ['Trường có xe đưa đón không?', 'bên mình có xe đưa đón các cháu không cô'],
  ['Bao giờ khai giảng năm học mới?', 'khai giang ngay nao a'],
  ['Lớp vẽ ngoại khóa học thứ mấy?', 'lop ve ngoai khoa hoc thu may a'],
  ['Camera lớp xem ở đâu?', 'cho em hoi xem camera lop con o dau vay a'],
  ['Tiền ăn mỗi ngày bao nhiêu?', 'tien an 1 ngay bn'],
])('“%s” is asked again as “%s”', (one, other) => {
  expect(same(one, other)).toBe(true)
})

test.each([
  ['Học phí một tháng bao nhiêu ạ?', 'tiền ăn một tháng bao nhiêu'],
  ['Học phí một tháng bao nhiêu ạ?', 'học phí đóng khi nào'],
  ['Học phí một tháng bao nhiêu ạ?', 'học phí lớp 3 tuổi bao nhiêu'],
  ['Học phí một tháng bao nhiêu ạ?', 'sữa học đường phụ huynh đóng bao nhiêu'],
  ['Mấy giờ trường đón bé buổi sáng?', 'mấy giờ trả bé buổi chiều'],
  ['Mấy giờ trường đón bé buổi sáng?', 'chiều mấy giờ đón con ạ'],
  ['Đồng phục của bé mua ở đâu?', 'đồng phục của bé giá bao nhiêu'],
  ['Trường có xe đưa đón không?', 'xe đưa đón mấy giờ đến'],
  ['Lớp vẽ ngoại khóa học thứ mấy?', 'lớp múa ngoại khóa học thứ mấy'],
  ['Lịch nghỉ tết của trường thế nào?', 'lịch nghỉ hè của trường thế nào'],
  ['Trường có nhận giữ trẻ ngày thứ bảy không?', 'trường có giữ trẻ ngày chủ nhật không'],
  ['Con bị sốt uống thuốc gì?', 'con bị ho uống thuốc gì'],
])('“%s” is not “%s”', (one, other) => {
  expect(same(one, other)).toBe(false)
})

// Written after the threshold was set, and left alone since.
test.each([
  ['Sân chơi mở cửa đến mấy giờ?', 'san choi mo den may gio vay co', true],
  ['Bé mới vào lớp cần mang theo những gì?', 'be moi vao lop can mang theo gi a', true],
  ['Trường thu tiền qua chuyển khoản được không?', 'có chuyển khoản tiền cho trường được không ạ', true],
  ['Thứ mấy bé được học bơi?', 'be hoc boi thu may', true],
  ['Trường có lớp tiếng Anh không?', 'truong co day tieng anh ko a', true],
  ['Bé mới vào lớp cần mang theo những gì?', 'bé đi dã ngoại cần mang theo những gì', false],
  ['Trường có lớp tiếng Anh không?', 'lớp tiếng Anh học phí bao nhiêu', false],
  ['Thứ mấy bé được học bơi?', 'thứ mấy bé được học võ', false],
  ['Trường thu tiền qua chuyển khoản được không?', 'trường thu tiền vào ngày nào', false],
  ['Sân chơi mở cửa đến mấy giờ?', 'thư viện mở cửa đến mấy giờ', false],
])('held aside: “%s” and “%s”: %s', (one, other, expected) => {
  expect(same(one, other)).toBe(expected)
})

test('likeness is the same both ways, within 0 and 1, and whole for a question and itself', () => {
  const question = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('học phí bao nhiêu', 'mấy giờ đón bé', '😀😀', ''),
  )
  fc.assert(
    fc.property(question, question, (one, other) => {
      const [a, b] = [readWording(one), readWording(other)]
      expect(likeness(a, b)).toBeCloseTo(likeness(b, a), 10)
      expect(likeness(a, b)).toBeGreaterThanOrEqual(0)
      expect(likeness(a, b)).toBeLessThanOrEqual(1)
      expect(likeness(a, a)).toBe(1)
    }),
    { numRuns: 100 },
  )
})
