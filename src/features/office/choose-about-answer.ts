import { hearEntryChoice } from '../entries/choose-entry.ts'
import type { Editor, EntryDeps, Said } from '../entries/editor.ts'
import { draftAnswer, saveAnswer } from '../entries/save-answer.ts'
import type { QuestionStore } from './question-store.ts'

/**
 * The office chose what becomes of an answer it gave, or of one of the school's own. Undefined: the question has no answer, or is none.
 * @param value `entry:once|save|draft:<number of the question>`, or as `hearEntryChoice` takes it
 */
export async function chooseAboutAnswer(
  deps: EntryDeps & { readonly questions: QuestionStore },
  editor: Editor,
  value: string,
): Promise<Said | undefined> {
  const { questions } = deps
  const [, what, written] = value.split(':')
  if (what === 'once') return { text: deps.phrases.text(editor.language, 'entries.once') }
  if (what !== 'save' && what !== 'draft') return await hearEntryChoice(deps, editor, value)
  const question = /^\d{1,9}$/.test(written ?? '') ? await questions.byNumber(editor.staff.schoolId, Number(written)) : undefined
  if (question === undefined || question.answer === null) return undefined
  const asks = [...new Set((await questions.answeredWith(question)).map(({ text }) => text))]
  const keep = what === 'save' ? saveAnswer : draftAnswer
  return await keep(deps, editor, { asks, answer: question.answer })
}
