import { asksOwnSubject, type Reading, readMessage } from './reading.ts'
import type { Speller } from './spelling.ts'
import { announcesAbsence, announcesAbsencePlainly } from './wishes/absence.ts'

const seams =
  /[,.;!?\n]+|\s(?=(?:với lại|với cả|vs lại|voi lai|voi ca|à mà|a ma|ah mà|mà|ma|cho (?:em |mình |tôi |e |con )?(?:hỏi|hoi|biết)|tiện thể|tien the|nhân tiện|nhan tien|sẵn|còn|con|and|also)\s)/gi
const maxSeams = 8
/** Nobody's notice is longer. */
const maxLength = 600

/** A message that announces an absence and asks something as well. */
export interface NoticeBeside {
  /** The two parts, as typed. */
  readonly notice: string
  readonly question: string
}

/** Parts a message into a notice of absence and the question beside it, in either order; undefined when it is only one of them. */
export function noticeBeside(text: string, reading: Reading, speller: Speller): NoticeBeside | undefined {
  if (!reading.clauses.some(({ isQuestion }) => isQuestion) || !announcesAbsencePlainly(withoutQuestions(reading)))
    return undefined
  const message = text.slice(0, maxLength)
  for (const { index } of [...message.matchAll(seams)].slice(0, maxSeams)) {
    const halves = [message.slice(0, index), message.slice(index).replace(/^[,.;!?\s]+/, '')] as const
    for (const [notice, question] of [halves, [halves[1], halves[0]] as const]) {
      if (isNotice(notice, speller) && asksSomething(question, speller)) return { notice, question }
    }
  }
  return undefined
}

/** The questions' own words (`bao nhiêu`, `phần trăm`) would hide the notice. */
function withoutQuestions({ text }: Reading): string {
  return text.replace(/\b(phan tram|bao nhieu|bao gio|khi nao|the nao|bao lau|quy dinh|hoc phi|ra sao|tien an)\b/g, ' ')
}

function isNotice(text: string, speller: Speller): boolean {
  const reading = readMessage(text, speller)
  return announcesAbsencePlainly(reading.text) && !asksOwnSubject(reading.clauses.flatMap(({ features }) => features))
}

function asksSomething(text: string, speller: Speller): boolean {
  const reading = readMessage(text, speller)
  const features = reading.clauses.flatMap((clause) => clause.features)
  const isAbout = features.some(({ role, key }) => role === 'thing' || (role === 'elsewhere' && !/^(today|illness)$/.test(key)))
  return isAbout && reading.clauses.some(({ isQuestion }) => isQuestion) && !announcesAbsence(reading.text)
}
