import { expect, test } from 'vitest'
import { protectedQuestions } from '../../../src/features/entries/protected-questions.ts'
import { createAnswerer } from '../../../src/features/knowledge/answer.ts'
import { pack } from '../../../src/features/knowledge/pack.ts'

const answer = createAnswerer(pack)

test.each(protectedQuestions.map(({ text, entryId }) => [text, entryId]))('“%s” is answered by %s', (text, entryId) => {
  const answered = answer(text, { today: '2026-11-22', place: /Hải Phòng/.test(text) ? 'hai-phong' : 'long-bien' })
  expect(answered.entryIds).toContain(entryId)
})
