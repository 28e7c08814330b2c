import type { AnswerMessage } from '../../src/features/knowledge/answer.ts'
import type { Answer } from '../../src/features/knowledge/turn.ts'
import type { Question } from './ask-judge.ts'

/** A question with what was answered and how long that took, in milliseconds. */
export interface Played {
  readonly question: Question
  readonly given: Answer
  readonly milliseconds: number
}

/** Asks all questions in order; those of one thread are turns of one conversation, which goes through storage as it would. */
export function play(questions: readonly Question[], answer: AnswerMessage): Played[] {
  const threads = new Map<string, unknown>()
  return questions.map((question) => {
    const { text, today = '2026-11-22', place = null } = question
    const thread = question.thread === undefined ? undefined : threads.get(question.thread)
    const started = performance.now()
    const given = answer(text, { today, place, thread })
    const milliseconds = performance.now() - started
    if (question.thread !== undefined) threads.set(question.thread, structuredClone(given.thread))
    return { question, given, milliseconds }
  })
}
