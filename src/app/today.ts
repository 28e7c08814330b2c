import { createAlertStore } from '../adapters/database/alert-store.ts'
import { createArrangementStore } from '../adapters/database/arrangement-store.ts'
import { createCalendarStore } from '../adapters/database/calendar-store.ts'
import { createCheckinStore } from '../adapters/database/checkin-store.ts'
import type { Database } from '../adapters/database/connect.ts'
import { createPeopleStore } from '../adapters/database/people-store.ts'
import { createQuestionStore } from '../adapters/database/question-store.ts'
import { type Clock, schoolDayOf } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import type { Phrases } from '../core/phrases.ts'
import { alertLines } from '../features/alerts/alert-lines.ts'
import { figuresOf } from '../features/summary/send-summary.ts'

/** Every school's figures of today and its open questions, for the console. */
export async function todayOfSchools(
  prisma: Database['prisma'],
  { ids, clock, phrases }: { ids: Ids; clock: Clock; phrases: Phrases },
) {
  const people = createPeopleStore(prisma, ids)
  const stores = {
    people,
    checkins: createCheckinStore(prisma, ids),
    calendar: createCalendarStore(prisma, ids),
    arrangements: createArrangementStore(prisma),
  }
  const questions = createQuestionStore(prisma)
  const watched = { alerts: createAlertStore(prisma, ids), people, phrases }
  const day = schoolDayOf(clock.now())
  const schools = await people.schools()
  return await Promise.all(
    schools.map(async (school) => {
      const { summary, reportedAt } = await figuresOf(stores, school, day)
      const alerts = await alertLines(watched, { schoolId: school.id, day, language: 'vi' })
      const openQuestions = (await questions.open(school.id)).length
      return { school: school.name, day, summary, reportedAt, alerts, openQuestions }
    }),
  )
}
