import { expect, test } from 'vitest'
import type { EntryContent } from '../../../src/features/entries/entry.ts'
import { EntryIndex } from '../../../src/features/entries/entry-index.ts'
import { lacking, replacedBy } from '../../../src/features/entries/protected.ts'
import { protectedQuestions } from '../../../src/features/entries/protected-questions.ts'
import { figuresOnlyIn } from '../../../src/features/entries/same-figures.ts'
import { tryEntry } from '../../../src/features/entries/trial.ts'
import { answer } from '../../../src/features/knowledge/answer.ts'
import { entryOf, today } from './again.ts'

const seen = { ask: answer, today, place: 'long-bien' } as const
const replaced = (ask: string) => {
  const entry = { ...entryOf(ask, 1), validFrom: today }
  const { taken } = tryEntry(new EntryIndex(), { entry, asked: [], today, place: 'long-bien' })
  return replacedBy(entry, taken, seen).map(({ entryId }) => entryId)
}

test.each([
  ['Sữa học đường phụ huynh đóng bao nhiêu phần trăm?', 'milk.long-bien.parents-share'],
  ['shđ bố mẹ phải trả mấy %', 'milk.long-bien.parents-share'],
  ['Trẻ nào được miễn phí sữa học đường?', 'milk.long-bien.free-groups'],
])('an answer to “%s” would replace what the documents say', (ask, entryId) => {
  expect(replaced(ask)).toContain(entryId)
})

test.each(['Học phí một tháng bao nhiêu ạ?', 'Một hộp sữa học đường giá bao nhiêu tiền?', 'Trường có xe đưa đón không?'])(
  'an answer to “%s” replaces nothing',
  (ask) => {
    expect(replaced(ask)).toEqual([])
  },
)

test('what names a year gone by, or another place, no entry of today can take', () => {
  const index = new EntryIndex()
  const ofPast = protectedQuestions.filter(({ text }) => /20\d\d|Hải Phòng/.test(text))
  expect(ofPast.length).toBeGreaterThan(5)
  for (const { text } of ofPast) {
    const { taken } = tryEntry(index, {
      entry: { ...entryOf(text, 1), validFrom: '2026-09-01' },
      asked: [],
      today,
      place: 'long-bien',
    })
    expect(taken.filter((one) => one.text === text)).toEqual([])
  }
})

test('to replace, an entry names the topic of what it replaces and an end within a school year', () => {
  const one = [{ question: '', entryId: 'milk.long-bien.parents-share', document: '' }]
  const content: EntryContent = { ...entryOf('Sữa?', 1), validFrom: '2026-09-01', validTo: '2027-05-31', topic: 'milk' }
  expect(lacking(content, one)).toBeNull()
  expect(lacking({ ...content, topic: 'fees' }, one)).toBe('topic')
  expect(lacking({ ...content, validTo: null }, one)).toBe('period')
  expect(lacking({ ...content, validTo: '2030-05-31' }, one)).toBe('period')
  expect(lacking({ ...content, topic: 'other', validTo: null }, one)).toBe('both')
})

test('an English wording has no figure that the Vietnamese has not, however it is written', () => {
  expect(figuresOnlyIn('1,250,000 dong by 10 December', '1.250.000 đồng trước 10/12')).toEqual([])
  expect(figuresOnlyIn('from 7:30 am to 5 pm', 'từ 7 giờ 30 đến 17 giờ')).toEqual([])
  expect(figuresOnlyIn('1,520,000 dong', '1.250.000 đồng')).toEqual(['1520000'])
})
