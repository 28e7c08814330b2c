import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readFileBytes } from '../../../src/adapters/files/read-file.ts'
import { createSentFileReader } from '../../../src/adapters/files/read-sent-file.ts'
import { zipArchive } from '../../../src/adapters/files/zip-archive.ts'
import { importWindow } from '../../../src/features/imports/interpret.ts'
import type { SentFile } from '../../../src/features/imports/sent-file.ts'
import { excelFile, icsEntry, icsOf, sheetRows } from '../../support/files.ts'

const window = importWindow('2026-11-23')
const read = (name: string, content: string | Uint8Array) =>
  readFileBytes({ name, bytes: Buffer.from(content as string) }, window)
const readInThread = createSentFileReader()
const ics = async (file: Promise<SentFile>) => (await file) as Extract<SentFile, { kind: 'ics' }>
const cells = async (file: Promise<SentFile>) => {
  const found = await file
  return found.kind === 'table' ? found.rows.map(({ line, cells }) => [line, ...cells]) : found
}

test('an iCalendar file of ten megabytes is read in a thread in a few seconds, what is far away counted', async () => {
  const entries: string[] = []
  for (let count = 0, length = 0; length < 10 * 1024 * 1024; count += 1) {
    const day = `${1990 + (count % 60)}${String((count % 12) + 1).padStart(2, '0')}05`
    entries.push(
      icsEntry(
        `UID:${count}@x`,
        `DTSTART;VALUE=DATE:${day}`,
        `SUMMARY:Sự kiện ${count}`,
        `DESCRIPTION:${'lorem ipsum '.repeat(10)}`,
      ),
    )
    length += entries.at(-1)!.length
  }
  const startedAt = performance.now()
  const file = await readInThread({ name: 'to.ics', bytes: Buffer.from(icsOf(...entries)) }, window)
  expect(performance.now() - startedAt).toBeLessThan(15_000)
  expect(file).toMatchObject({ kind: 'ics', problems: [] })
  const { occurrences, outside } = file as Extract<SentFile, { kind: 'ics' }>
  expect(occurrences.length + outside).toBe(entries.length)
  expect(occurrences.every(({ day }) => day >= window.from && day <= window.to)).toBe(true)
}, 30_000)

test('series without end stop with the school year; what comes every second, 1900 and 9999 cannot hold it up', async () => {
  const file = await ics(
    read(
      'lap.ics',
      icsOf(
        icsEntry('UID:w', 'DTSTART;VALUE=DATE:20260907', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Chào cờ'),
        icsEntry('UID:s', 'DTSTART:19000101T000000Z', 'RRULE:FREQ=SECONDLY', 'SUMMARY:Từng giây'),
        icsEntry('UID:y', 'DTSTART;VALUE=DATE:19000905', 'RRULE:FREQ=YEARLY', 'SUMMARY:Khai giảng'),
        icsEntry('UID:x', 'DTSTART;VALUE=DATE:19000101', 'SUMMARY:Xưa'),
        icsEntry('UID:z', 'DTSTART;VALUE=DATE:99991231', 'SUMMARY:Xa'),
        icsEntry(
          'UID:u',
          'DTSTART;VALUE=DATE:20261201',
          'RRULE:FREQ=DAILY;COUNT=3',
          'EXDATE;VALUE=DATE:20261202',
          'SUMMARY:Ba ngày',
        ),
      ),
    ),
  )
  const days = (uid: string) => file.occurrences.filter((one) => one.uid === uid).map(({ day }) => day)
  expect(days('w')[0]).toBe('2026-09-07')
  expect(days('w').at(-1)).toBe('2027-07-26')
  expect(days('y')).toEqual(['2025-09-05', '2026-09-05'])
  expect(days('u')).toEqual(['2026-12-01', '2026-12-03'])
  expect(file.problems).toMatchObject([{ line: 11, why: 'too_often', text: 'Từng giây' }])
  expect(file.outside).toBe(2)
})

test('a turn of a series that was moved has the day of its own, one that was cancelled none', async () => {
  const file = await ics(
    read(
      'lap.ics',
      icsOf(
        icsEntry('UID:w', 'DTSTART;TZID=Asia/Ho_Chi_Minh:20261201T080000', 'RRULE:FREQ=WEEKLY;COUNT=3', 'SUMMARY:Họp'),
        icsEntry(
          'UID:w',
          'RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20261208T080000',
          'DTSTART;TZID=Asia/Ho_Chi_Minh:20261209T140000',
          'SUMMARY:Họp (dời)',
        ),
        icsEntry('UID:c', 'DTSTART;VALUE=DATE:20261210', 'STATUS:CANCELLED', 'SUMMARY:Bỏ'),
      ),
    ),
  )
  expect(file.occurrences.map(({ day, time, turn, title }) => [day, time, turn, title])).toEqual([
    ['2026-12-01', '08:00', '2026-12-01', 'Họp'],
    ['2026-12-15', '08:00', '2026-12-15', 'Họp'],
    ['2026-12-09', '14:00', '2026-12-08', 'Họp (dời)'],
  ])
})

test('hours of known zones are Vietnam’s, those of a zone nobody knows are taken as they stand and noted', async () => {
  const zone =
    'BEGIN:VTIMEZONE\r\nTZID:Nha\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0500\r\nTZOFFSETTO:+0500\r\nEND:STANDARD\r\nEND:VTIMEZONE'
  const at = (uid: string, start: string) => icsEntry(`UID:${uid}`, start, `SUMMARY:${uid}`)
  const file = await ics(
    read(
      'gio.ics',
      icsOf(
        zone,
        at('utc', 'DTSTART:20261201T010000Z'),
        at('vn', 'DTSTART;TZID=Asia/Ho_Chi_Minh:20261201T080000'),
        at('outlook', 'DTSTART;TZID=SE Asia Standard Time:20261201T080000'),
        at('floating', 'DTSTART:20261201T080000'),
        at('tokyo', 'DTSTART;TZID=Asia/Tokyo:20261201T100000'),
        at('newyork', 'DTSTART;TZID=America/New_York:20261130T200000'),
        at('own', 'DTSTART;TZID=Nha:20261201T060000'),
        at('moon', 'DTSTART;TZID=Moon/Base:20261201T080000'),
      ),
    ),
  )
  expect(file.occurrences.map(({ day, time }) => `${day} ${time}`)).toEqual(Array(8).fill('2026-12-01 08:00'))
  expect(file.occurrences.filter(({ notes }) => notes.length > 0).map(({ uid }) => uid)).toEqual(['moon'])
})

test.each([
  ['CRLF', '\r\n'],
  ['LF', '\n'],
  ['CR', '\r'],
])('folded lines and %s are read, and a damaged entry costs only itself, with its line', async (_name, end) => {
  const text = icsOf(
    icsEntry(
      'UID:a',
      'DTSTART;VALUE=DATE:20261201',
      'SUMMARY:Ngày hội gia đình tại sâ',
      ' n trường\\, có mưa thì vào hội trường',
    ),
    icsEntry('UID:b', 'DTSTART:hôm nào đó', 'SUMMARY:Hỏng'),
    'BEGIN:VEVENT\r\nUID:c\r\nDTSTART;VALUE=DATE:20261203\r\nSUMMARY:Đứt',
    icsEntry('UID:d', 'DTSTART;VALUE=DATE:20261204', 'DTEND;VALUE=DATE:20261206', 'SUMMARY:Hai ngày', 'LOCATION:Sân trường'),
  ).replaceAll('\r\n', end)
  const file = await ics(read('gap.ics', text))
  expect(file.occurrences).toMatchObject([
    { line: 4, title: 'Ngày hội gia đình tại sân trường, có mưa thì vào hội trường' },
    { line: 21, day: '2026-12-04', lastDay: '2026-12-05', place: 'Sân trường' },
  ])
  expect(file.problems).toEqual([
    { line: 11, why: 'damaged', text: 'Hỏng' },
    { line: 17, why: 'damaged', text: 'Đứt' },
  ])
})

test('an Excel file with joined cells, real days, formulas with and without a value', async () => {
  const rows = sheetRows([
    ['KẾ HOẠCH NĂM HỌC 2026-2027'],
    ['Ngày', 'Nội dung'],
    ['5/9', 'Khai giảng'],
    [null, 'Họp phụ huynh'],
    ['<c><f>A3+1</f><v>46280</v></c>', 'Cân đo'],
    ['<c><f>A3+1</f></c>', 'Công thức trống'],
    ['<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', 'Chia cho không'],
  ])
  const file = excelFile({ Lịch: { rows, after: '<mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells>' } })
  expect(await cells(read('ke-hoach.xlsx', file))).toEqual([
    [1, 'KẾ HOẠCH NĂM HỌC 2026-2027', null],
    [2, 'Ngày', 'Nội dung'],
    [3, '5/9', 'Khai giảng'],
    [4, '5/9', 'Họp phụ huynh'],
    [5, 46280, 'Cân đo'],
    [6, '#VALUE!', 'Công thức trống'],
    [7, '#VALUE!', 'Chia cho không'],
  ])
})

test('a million empty rows cost a second, not a minute, and a line far below keeps its number', async () => {
  const empty: string[] = []
  for (let line = 3; line < 1_000_000; line += 1) empty.push(`<row r="${line}"><c r="A${line}" s="1"/></row>`)
  const rows = `${sheetRows([
    ['Ngày', 'Nội dung'],
    ['5/9', 'Khai giảng'],
  ])}${empty.join('')}<row r="1000000"><c r="A1000000" t="inlineStr"><is><t>6/9</t></is></c><c r="B1000000" t="inlineStr"><is><t>Cuối</t></is></c></row>`
  const bytes = excelFile({ Lịch: { rows } })
  const startedAt = performance.now()
  const file = await readInThread({ name: 'trong.xlsx', bytes }, window)
  expect(performance.now() - startedAt).toBeLessThan(10_000)
  expect(await cells(Promise.resolve(file))).toEqual([
    [1, 'Ngày', 'Nội dung'],
    [2, '5/9', 'Khai giảng'],
    [1_000_000, '6/9', 'Cuối'],
  ])
}, 20_000)

test('sheets are told apart by name', async () => {
  const one = (title: string) => ({
    rows: sheetRows([
      ['Ngày', 'Nội dung'],
      ['5/9', title],
    ]),
  })
  const file = await read('hai.xlsx', excelFile({ 'Tháng 9': one('Một'), 'Tháng 10 &amp; 11': one('Hai') }))
  expect(file.kind === 'table' && file.rows.map(({ sheet, line }) => `${sheet}/${line}`)).toEqual([
    'Tháng 9/1',
    'Tháng 9/2',
    'Tháng 10 & 11/1',
    'Tháng 10 & 11/2',
  ])
})

const table =
  'Ngày;Nội dung;Địa điểm\r\n05/9;Khai giảng năm học mới;Sân trường\r\n12/10;"Họp phụ huynh\nđợt 1";Lớp A1\r\n15/10;Cân đo;\r\n'
/** Windows-1258 has letters with a hook or a circumflex, and marks as characters of their own behind them. */
const windows1258 = (text: string) =>
  iconv.encode(
    [...text.normalize('NFC')]
      .map((letter) => {
        const parts = letter.normalize('NFD')
        const mark = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? ''
        return `${parts.replace(mark, '').normalize('NFC')}${mark}`
      })
      .join(''),
    'windows-1258',
  )

test.each([
  ['UTF-8', Buffer.from(table)],
  ['UTF-8 with its mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(table)])],
  ['UTF-16 of Excel', iconv.encode(table, 'utf-16le', { addBOM: true })],
  ['UTF-16 without a mark', iconv.encode(table, 'utf-16be')],
  ['Windows-1258', windows1258(table)],
  ['TCVN3', iconv.encode(table, 'tcvn')],
  ['commas', Buffer.from(table.replaceAll(';', ','))],
  ['tabs', Buffer.from(table.replaceAll(';', '\t'))],
])('a CSV file in %s is read right, line numbers included', async (_name, bytes) => {
  expect(await cells(read('lich.csv', bytes))).toEqual([
    [1, 'Ngày', 'Nội dung', 'Địa điểm'],
    [2, '05/9', 'Khai giảng năm học mới', 'Sân trường'],
    [3, '12/10', 'Họp phụ huynh\nđợt 1', 'Lớp A1'],
    [5, '15/10', 'Cân đo', null],
  ])
})

test.each<[name: string, bytes: Uint8Array | string, why: string]>([
  ['lich.xlsx', zipArchive([{ name: 'anh.txt', content: 'x' }]), 'zip'],
  ['lich.xlsx', zipArchive([{ name: 'word/document.xml', content: '<x/>' }]), 'word'],
  ['lich.xlsx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old_excel'],
  ['lich.xlsx', excelFile({ A: { rows: '' } }).subarray(0, 300), 'damaged'],
  ['lich.xlsx', excelFile({ A: { rows: '' } }), 'empty'],
  ['lich.xlsx', excelFile({ A: { rows: ' '.repeat(100 * 1024 * 1024) } }), 'too_large'],
  ['lich.csv', '%PDF-1.7', 'pdf'],
  ['lich.ics', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'picture'],
  ['lich.csv', Uint8Array.from({ length: 4096 }, (_value, index) => (index * 7919) % 256), 'other'],
  ['lich.csv', iconv.encode('日付;内容\n9月5日;始業式\n', 'Shift_JIS'), 'encoding'],
  ['lich.csv', '', 'empty'],
  ['lich.ics', ' \r\n ', 'empty'],
  ['lich.ics', icsOf(), 'empty'],
  ['lich.ics', new Uint8Array(13 * 1024 * 1024), 'too_large'],
])('%s that is something else is told: %#', async (name, bytes, why) => {
  expect(await read(name, bytes)).toEqual({ kind: 'unreadable', why })
})

test('a file that takes too long is given up, and the service goes on', async () => {
  const hasty = createSentFileReader({ timeoutMs: 1 })
  expect(await hasty({ name: 'lich.csv', bytes: Buffer.from(table) }, window)).toEqual({ kind: 'unreadable', why: 'too_slow' })
  expect(await readInThread({ name: 'lich.csv', bytes: Buffer.from(table) }, window)).toMatchObject({
    kind: 'table',
    source: 'csv',
  })
})
