import { createArrangementStore } from '../adapters/database/arrangement-store.ts'
import { createCalendarStore } from '../adapters/database/calendar-store.ts'
import { createCheckinStore } from '../adapters/database/checkin-store.ts'
import type { Database } from '../adapters/database/connect.ts'
import { createPeopleStore } from '../adapters/database/people-store.ts'
import { createQuestionStore } from '../adapters/database/question-store.ts'
import { type Clock, schoolDayOf } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import { figuresOf } from '../features/summary/send-summary.ts'

/** Every school's figures of today and its open questions, for the console. */
export async function todayOfSchools(prisma: Database['prisma'], { ids, clock }: { ids: Ids; clock: Clock }) {
  const people = createPeopleStore(prisma, ids)
  const stores = {
    people,
    checkins: createCheckinStore(prisma, ids),
    calendar: createCalendarStore(prisma, ids),
    arrangements: createArrangementStore(prisma),
  }
  const questions = createQuestionStore(prisma)
  const day = schoolDayOf(clock.now())
  const schools = await people.schools()
  return await Promise.all(
    schools.map(async (school) => {
      const { summary, reportedAt } = await figuresOf(stores, school, day)
      return { school: school.name, day, summary, reportedAt, openQuestions: (await questions.open(school.id)).length }
    }),
  )
}
