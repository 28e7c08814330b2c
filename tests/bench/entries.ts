import { EntryIndex } from '../../src/features/entries/entry-index.ts'
import { readWording } from '../../src/features/entries/wording.ts'
import { createAnswerer } from '../../src/features/knowledge/answer.ts'
import { pack } from '../../src/features/knowledge/pack.ts'
import { measureProcesses } from './entry-processes.ts'

const count = Number(process.env.ENTRIES ?? 10_000)
const today = '2026-11-22'
const things =
  'học phí, tiền ăn, đồng phục, xe đưa đón, lớp vẽ, lớp múa, lớp bơi, tiếng Anh, camera, thực đơn, giờ đón trẻ, giờ trả trẻ, khai giảng, nghỉ hè, nghỉ Tết, sổ liên lạc, ba lô, giày dép, sinh nhật, dã ngoại, khám răng, tẩy giun, sân chơi, thư viện, bảo hiểm, quỹ lớp, chuyển lớp, bán trú, ăn sáng, giữ trẻ thứ bảy'.split(
    ', ',
  )
const wishes =
  'bao nhiêu tiền một tháng, đóng khi nào, đăng ký ở đâu, có bắt buộc không, cần chuẩn bị những gì, do ai phụ trách, mấy giờ bắt đầu, có hoàn lại không, thay đổi thế nào, học thứ mấy'.split(
    ', ',
  )
const questions = [
  'hoc phi bao nhieu tien 1 thang lop 7',
  'đồng phục lớp 12 đăng ký ở đâu ạ',
  'sữa học đường phụ huynh đóng bao nhiêu %',
  'cho em hỏi thực đơn lớp 33 do ai phụ trách vậy cô',
  'trẻ được cân đo mấy lần',
  'xe dua don lop 5 may gio bat dau',
  'bé nhà em mới chuyển trường thì cần giấy tờ gì',
  'nghi tet lop 20 thay doi the nao',
]

/** Loads so many entries of one school and times questions: the school's own first, then the documents, as a message is answered. */
export async function run(): Promise<number> {
  const index = new EntryIndex()
  const asks: string[] = []
  const startedAt = performance.now()
  for (let i = 0; i < count; i += 1) {
    const [thing, wish] = [things[i % things.length]!, wishes[Math.floor(i / things.length) % wishes.length]!]
    const ask = `${thing} lớp ${1 + Math.floor(i / (things.length * wishes.length))} ${wish}`
    asks.push(ask)
    index.put({
      id: `entry-${i}`,
      schoolId: 'school',
      number: i + 1,
      version: 1,
      savedAt: new Date(0),
      state: 'published',
      topic: 'other',
      text: { vi: `Trả lời ${i}`, en: null },
      asks: [ask],
      validFrom: '2026-01-01',
      validTo: null,
      saidOn: today,
      approved: null,
      replaces: [],
    })
  }
  const built = performance.now() - startedAt
  const answer = createAnswerer(pack)
  const times: number[] = []
  let found = 0
  for (let i = 0; i < 1_200; i += 1) {
    const text = `${questions[i % questions.length]}${i % 3 === 0 ? ' ạ' : ''}`
    const from = performance.now()
    if (index.find({ wording: readWording(text), today, place: 'long-bien' }) !== undefined) found += 1
    answer(text, { today, place: 'long-bien' })
    if (i >= 200) times.push(performance.now() - from)
  }
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(2)
  console.log(`${count} entries read in ${built.toFixed(0)} ms (${((built / count) * 1_000).toFixed(0)} µs each)`)
  console.log(`a question, own entries and documents: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; ${found} of 1200 found an own entry`)
  const others = await measureProcesses(asks)
  return Number(at(0.99)) <= 20 ? others : 1
}
