import type { Ask } from '../../core/answering.ts'
import { answer } from './answer.ts'

/** The pack's answers in the form that conversations use: one message in, one answer and the thread for the next one out. */
export function createAsk(): Ask {
  return answer
}
