import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { EntryIndex } from '../../../src/features/entries/entry-index.ts'
import { readWording } from '../../../src/features/entries/wording.ts'
import { askAgain, asksOf, entryOf, scoreOf, today } from './again.ts'

// `dev` is what the matching is tuned on. `held-out` was written before that and looked at once: first met, 22 of 24 answers were right
// and 22 of 26 questions found their answer; the two causes (class names, read-over words) are mended since.
test.each([
  ['dev', 0.9],
  ['held-out', 0.85],
])('%s: asked again in other words, an answer of the school is found, and never given to another question', (name, recall) => {
  const all = askAgain(name)
  const score = scoreOf(all)
  console.log(
    `own answers, ${name}: ${score.asked} questions, precision ${score.precision.toFixed(3)}, recall ${score.recall.toFixed(3)}`,
  )
  expect(all.filter(({ found, expected }) => found !== undefined && found !== expected)).toEqual([])
  expect(score.recall).toBeGreaterThanOrEqual(recall)
})

test('no question that the documents answer is taken by forty answers of a school', () => {
  const index = new EntryIndex()
  for (const [at, ask] of [...asksOf('dev'), ...asksOf('held-out')].entries()) index.put(entryOf(ask, at + 1))
  const folder = new URL('../../eval/questions/', import.meta.url)
  const questions = readdirSync(folder)
    // The later writers' sets have fragments that a school's own answer may take: "làm quen tiếng anh".
    .filter((file) => /^(dev|other-writer-[ab])/.test(file))
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as { text: string; kind?: string })
    .filter(({ kind }) => kind === 'answer')
  expect(questions.length).toBeGreaterThan(300)
  const taken = questions.filter(
    ({ text }) => index.find({ wording: readWording(text), today, place: 'long-bien' }) !== undefined,
  )
  expect(taken.map(({ text }) => text)).toEqual([])
})

test('whoever asks for two things reads that the answer is half of it', () => {
  const index = new EntryIndex()
  index.put(entryOf('Đồng phục của bé mua ở đâu?', 1))
  const find = (text: string) => index.find({ wording: readWording(text), today, place: 'long-bien' })
  expect(find('Đồng phục của bé mua ở đâu, giá bao nhiêu?')).toMatchObject({ isPart: true })
  expect(find('đồng phục mua ở đâu vậy cô')).toMatchObject({ isPart: false })
})

test('the bare name of a thing is answered where the school has one thing to say of it, and not where it has two', () => {
  const index = new EntryIndex()
  index.put(entryOf('Học phí một tháng bao nhiêu ạ?', 1))
  const find = () => index.find({ wording: readWording('học phí ạ'), today, place: 'long-bien' })
  expect(find()?.entry.number).toBe(1)
  index.put(entryOf('Học phí đóng khi nào?', 2))
  expect(find()).toBeUndefined()
})
