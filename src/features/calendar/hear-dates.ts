import { z } from 'zod'
import { schoolDayOf } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { CalendarStore } from './calendar-store.ts'
import { parseDateAnswer } from './date-answer.ts'
import { schoolYearOf } from './school-year.ts'
import { dateAnswerText } from './wording.ts'

const Detail = z.object({ lines: z.array(z.object({ number: z.number(), eventId: z.string(), months: z.array(z.string()) })) })
/** How long after the question an answer is still taken for one. */
const answerDays = 31

/**
 * The office may be answering the month's question for dates. Undefined: there is no open question, or nothing in the text is a day, so
 * it is something else. A text that looks like an answer and is not understood gets told why, and nothing of it is taken.
 */
export async function hearDates(
  { calendar, phrases }: { calendar: CalendarStore; phrases: Phrases },
  { schoolId, language, text, now }: { schoolId: string; language: Language; text: string; now: Date },
): Promise<string | undefined> {
  const asked = await calendar.latest(schoolId, `ask-dates/${schoolId}/`)
  const detail = Detail.safeParse(asked?.detail)
  if (asked === undefined || !detail.success || now.getTime() - asked.dueAt.getTime() > answerDays * 86_400_000) return undefined
  const { lines } = detail.data
  const today = schoolDayOf(now)
  const closures = await calendar.closures(schoolId)
  const answer = parseDateAnswer(text, lines, { today, closures })
  if (answer.kind === 'not_understood' && answer.why === 'no_date') return undefined
  const events = await calendar.events(schoolId, schoolYearOf(schoolDayOf(asked.dueAt)))
  if (answer.kind === 'dates') {
    for (const { eventId, day } of answer.items) await calendar.setDay(schoolId, eventId, day)
    for (const number of answer.skipped) {
      const line = lines.find((one) => one.number === number)
      if (line !== undefined) await calendar.drop(schoolId, line.eventId)
    }
  }
  return dateAnswerText(answer, { lines, events }, { phrases, language })
}
