import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ClosingLine, parseClosing } from '../../../src/features/calendar/closing.ts'

const today = '2026-11-23' // a Monday
const read = (text: string, on = today) => parseClosing(text, { today: on, closures: [] })
const days = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + index * 86_400_000).toISOString().slice(0, 10),
  )

type Row = [text: string, action: 'close' | 'open' | 'clear', days: string[], reason?: string]

/** Lines by which the parser was written. */
const development: Row[] = [
  ['mai nghỉ do bão', 'close', ['2026-11-24'], 'bão'],
  ['nghỉ ngày 25/11 vì mất nước', 'close', ['2026-11-25'], 'mất nước'],
  ['nghỉ 25/11 đến 27/11: Tết sớm', 'close', days('2026-11-25', 3), 'Tết sớm'],
  ['thứ 7 tuần này học bù', 'open', ['2026-11-28']],
  ['bỏ nghỉ 25/11', 'clear', ['2026-11-25']],
  ['Ngày mai toàn trường nghỉ học vì bão số 12 nhé', 'close', ['2026-11-24'], 'bão số 12'],
  ['trường cho các con nghỉ ngày 30/11 do mất điện', 'close', ['2026-11-30'], 'mất điện'],
  ['nghi 25-27/11 vi bao', 'close', days('2026-11-25', 3), 'bao'],
  ['nay trường nghỉ vì mất điện ạ', 'close', ['2026-11-23'], 'mất điện'],
  ['Thứ 2 đến thứ 6 tuần sau nghỉ phòng dịch tay chân miệng', 'close', days('2026-11-30', 5), 'phòng dịch tay chân miệng'],
  ['mai nghỉ bão', 'close', ['2026-11-24'], 'bão'],
  ['nghỉ cả tuần sau vì dịch cúm', 'close', days('2026-11-30', 5), 'dịch cúm'],
  ['nghỉ 3 ngày từ thứ 5 do bão', 'close', ['2026-11-26', '2026-11-27', '2026-11-30'], 'bão'],
  ['mai không nghỉ nữa', 'clear', ['2026-11-24']],
  ['thứ Bảy 28/11 học bù cho ngày nghỉ bão', 'open', ['2026-11-28'], 'bão'],
  ['nghỉ 25, 26/11 do sửa đường ống', 'close', days('2026-11-25', 2), 'sửa đường ống'],
  ['Do ảnh hưởng của bão số 13, trường nghỉ ngày 25/11 và 26/11', 'close', days('2026-11-25', 2), 'ảnh hưởng của bão số 13'],
  ['Vì mất nước nên mai trường nghỉ', 'close', ['2026-11-24'], 'mất nước'],
  ['nghỉ tết từ 1/2 đến 12/2/2027', 'close', days('2027-02-01', 12), 'tết'],
  ['ngày 24/11 nghỉ, ngày Văn hoá Việt Nam', 'close', ['2026-11-24'], 'Văn hoá Việt Nam'],
  ['no school tomorrow because of the storm', 'close', ['2026-11-24']],
  ['Ngày mai (24/11) nhà trường cho trẻ nghỉ học do ảnh hưởng hoàn lưu bão', 'close', ['2026-11-24'], 'ảnh hưởng hoàn lưu bão'],
  ['24/11-26/11 nghỉ vì sửa nhà bếp', 'close', days('2026-11-24', 3), 'sửa nhà bếp'],
  ['nghỉ hết tuần này do dịch', 'close', days('2026-11-23', 5), 'dịch'],
  ['nghỉ từ thứ 5 tuần này đến hết thứ 3 tuần sau, sửa điện', 'close', days('2026-11-26', 6), 'sửa điện'],
  ['mai mất điện cả ngày, trường nghỉ', 'close', ['2026-11-24'], 'mất điện cả ngày'],
  ['nghỉ ngày Nhà giáo 20/11/2027', 'close', ['2027-11-20'], 'Nhà giáo'],
  ['Kính gửi: mai trường nghỉ do bão', 'close', ['2026-11-24'], 'bão'],
  ['mai ko nghỉ nữa', 'clear', ['2026-11-24']],
  ['thứ 2 tuần sau học lại bình thường', 'open', ['2026-11-30']],
]

/** Lines written afterwards, in other words. */
const heldOut: Row[] = [
  ['Trường mình nghỉ thứ Tư 25/11 để tổng vệ sinh', 'close', ['2026-11-25'], 'tổng vệ sinh'],
  ['Ngày kia cho trẻ nghỉ, lý do: lũ lên', 'close', ['2026-11-25'], 'lũ lên'],
  ['cho học sinh nghỉ từ mai đến hết thứ 6 vì mưa lũ', 'close', days('2026-11-24', 4), 'mưa lũ'],
  ['đóng cửa trường 1/12 - 3/12 vì có ca sởi', 'close', days('2026-12-01', 3), 'có ca sởi'],
  ['nghỉ học ngày 26/11/2026 do rét dưới 10 độ', 'close', ['2026-11-26'], 'rét dưới 10 độ'],
  ['hôm nay và ngày mai trường nghỉ do bão', 'close', days('2026-11-23', 2), 'bão'],
  ['thứ 7 này trường tổ chức học bù', 'open', ['2026-11-28']],
  ['T7 28/11 đi học bù', 'open', ['2026-11-28']],
  ['huỷ lịch nghỉ ngày 25/11', 'clear', ['2026-11-25']],
  ['huỷ học bù 28/11', 'clear', ['2026-11-28']],
  ['bỏ nghỉ 25/11 đến 27/11', 'clear', days('2026-11-25', 3)],
  ['trường nghỉ từ 1/12 tới 4/12, lý do sửa chữa nhà vệ sinh', 'close', days('2026-12-01', 4), 'sửa chữa nhà vệ sinh'],
  ['nghỉ tết dương 31/12 và 2/1', 'close', ['2026-12-31', '2027-01-02']],
]

test.each([...development, ...heldOut])('"%s" is read', (text, action, expected, reason) => {
  const line = read(text)
  expect(line).toMatchObject({ kind: 'closing', action, days: expected })
  if (reason !== undefined) expect((line as Extract<ClosingLine, { kind: 'closing' }>).reason).toBe(reason)
})

test.each([
  'mai có nghỉ không?',
  'Tết được nghỉ mấy ngày',
  'bao giờ trường nghỉ hè',
  'cô Hạnh nghỉ ngày mai',
  'bé An nghỉ ngày 25/11',
  'con xin nghỉ ngày mai vì ốm',
  'mai cháu Bình nghỉ ạ',
  'Bảo An nghỉ ngày mai vì ốm',
  'A1 28/30 nghỉ 2',
  'B1 vắng 3, mai nghỉ thêm 1',
  '3: 25/11',
  'bỏ 4',
  '12: Dạ nhà trường nghỉ theo lịch chung ạ',
  'học phí tháng 11 đóng ngày nào',
  'mai bếp nấu cháo',
  'hôm nay nghỉ mấy bé',
  'chị ơi mai nghỉ à',
  'hôm nay A1 nghỉ 3',
  'hôm nay nghỉ 5 bé',
  'giáo viên nghỉ ngày mai 2 người',
  'tổng hợp trẻ nghỉ hôm nay',
  'bão số 13 có làm trường nghỉ mai không em',
  'tổng hợp 25/11',
])('"%s" is about something else', (text) => {
  expect(read(text)).toBeUndefined()
})

test.each([
  ['lớp B9 nghỉ ngày mai vì thuỷ đậu', 'no_such_class'],
  ['chiều mai nghỉ do bão', 'half_day'],
  ['tạm nghỉ từ 24/11 đến khi có thông báo mới', 'no_end'],
  ['trường nghỉ do bão', 'which_day'],
  ['nghỉ 30/2', 'no_such_day'],
  ['nghỉ từ 27/11 đến 25/11', 'backwards'],
  ['nghỉ thứ sáu 25/11', 'weekday_differs'],
  ['nghỉ 20/11 do bão', 'in_the_past'],
  ['nghỉ 1/12/2028', 'too_far'],
  ['nghỉ 1/1/2027 đến 1/7/2027', 'too_long'],
])('"%s" is not taken: %s', (text, why) => {
  expect(read(text)).toEqual({ kind: 'not_understood', why })
})

const classes = [
  { id: 'a1', code: 'A1', name: 'Mẫu giáo lớn A1', age: '5' },
  { id: 'a2', code: 'A2', name: 'Mẫu giáo lớn A2', age: '5' },
  { id: 'hm', code: 'Hoa Mai', name: 'Nhà trẻ Hoa Mai', age: 'nursery' },
] as const
const named = (text: string) => parseClosing(text, { today, closures: [], classes })

test.each<[text: string, parts: unknown[], days: string[], reason?: string]>([
  ['A1 nghỉ mai vì dịch', [{ classId: 'a1' }], ['2026-11-24'], 'dịch'],
  ['lớp A1 nghỉ ngày mai vì thuỷ đậu', [{ classId: 'a1' }], ['2026-11-24'], 'thuỷ đậu'],
  ['A1 nghỉ 25/11 vì thuỷ đậu', [{ classId: 'a1' }], ['2026-11-25'], 'thuỷ đậu'],
  [
    'lớp A1 và A2 nghỉ 25/11 đến 27/11: phun khử khuẩn',
    [{ classId: 'a1' }, { classId: 'a2' }],
    days('2026-11-25', 3),
    'phun khử khuẩn',
  ],
  ['hoa mai nghỉ 25/11 vì thuỷ đậu', [{ classId: 'hm' }], ['2026-11-25'], 'thuỷ đậu'],
  ['Lớp Hoa Mai nghỉ thứ Tư', [{ classId: 'hm' }], ['2026-11-25']],
  ['khối nhà trẻ nghỉ thứ Sáu', [{ age: 'nursery' }], ['2026-11-27']],
  ['Khối lớn nghỉ ngày mai do hỏng điều hoà', [{ age: '5' }], ['2026-11-24'], 'hỏng điều hoà'],
  ['mai cho các lớp 5 tuổi nghỉ, lý do đi tập văn nghệ', [{ age: '5' }], ['2026-11-24'], 'tập văn nghệ'],
  ['MAI TRƯỜNG NGHỈ DO BÃO', [], ['2026-11-24']],
  ['mai toàn trường nghỉ vì lớp A1 có dịch', [], ['2026-11-24'], 'A1 có dịch'],
])('"%s" is about this part of the school', (text, parts, expected, reason) => {
  const line = named(text)
  expect(line).toMatchObject({ kind: 'closing', action: 'close', parts, days: expected })
  if (reason !== undefined) expect((line as Extract<ClosingLine, { kind: 'closing' }>).reason).toBe(reason)
  else expect(line).not.toHaveProperty('reason', expect.stringMatching(/a1|nhà trẻ|hoa mai/i))
})

test('lessons of one class on a Saturday, and taking a class’s day back', () => {
  expect(named('thứ 7 này lớp A2 học bù')).toMatchObject({ action: 'open', parts: [{ classId: 'a2' }], days: ['2026-11-28'] })
  expect(named('bỏ nghỉ lớp A1 25/11')).toMatchObject({ action: 'clear', parts: [{ classId: 'a1' }], days: ['2026-11-25'] })
  expect(named('A1 nghỉ 2')).toBeUndefined()
  expect(named('A1 28/30 nghỉ 2')).toBeUndefined()
  expect(named('bé An lớp A1 nghỉ ngày mai')).toBeUndefined()
})

test('around the turn of the year a day without a year is the coming one', () => {
  expect(read('nghỉ 30/12 đến 2/1 do sửa trường', '2026-12-28')).toMatchObject({ days: days('2026-12-30', 4) })
  expect(read('nghỉ ngày 3 vì mất điện', '2026-12-28')).toMatchObject({ days: ['2027-01-03'] })
})

test('whatever is typed, every day it gives is one from today on, in order, once', () => {
  const words = fc.constantFrom(
    'nghỉ',
    'mai',
    'học bù',
    'bỏ',
    '25/11',
    '30/2',
    'đến',
    '-',
    'và',
    'thứ 6',
    'tuần sau',
    'do bão',
    ',',
    '7',
    'ngày',
    'hết',
    ':',
    'từ',
    '3 ngày',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 9 }), (list) => {
      const line = read(list.join(' '))
      if (line?.kind !== 'closing') return
      expect(line.days.length).toBeGreaterThan(0)
      expect([...new Set(line.days)].sort()).toEqual(line.days)
      expect(line.days.every((day) => day >= today)).toBe(true)
    }),
  )
})
