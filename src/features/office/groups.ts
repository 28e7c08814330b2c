import { isSameQuestion } from '../entries/likeness.ts'
import { readWording, type Wording } from '../entries/wording.ts'
import type { Question } from './question-store.ts'

type Read = { question: Question; wording: Wording }

/**
 * Open questions that ask the same, oldest first, each group led by its oldest. A wish for a person, a question about one child today and
 * anything about illness stand alone: one family's answer may be wrong for another.
 */
export function groupsOf(open: readonly Question[]): Question[][] {
  const groups: Read[][] = []
  for (const read of open.map(reading)) {
    const group = canShare(read) ? groups.find(([first]) => first !== undefined && shares(first, read)) : undefined
    if (group === undefined) groups.push([read])
    else group.push(read)
  }
  return groups.map((group) => group.map(({ question }) => question))
}

/** The other open questions that one answer serves too. */
export function alikeTo(question: Question, open: readonly Question[]): Question[] {
  const group = groupsOf(open).find((one) => one.some(({ id }) => id === question.id)) ?? []
  return group.filter(({ id }) => id !== question.id)
}

const reading = (question: Question): Read => ({ question, wording: readWording(question.text) })
const canShare = ({ question, wording }: Read) => question.reason === 'question' && !wording.isMedical && !wording.isPersonal
const shares = (one: Read, other: Read) => canShare(one) && isSameQuestion(one.wording, other.wording)
