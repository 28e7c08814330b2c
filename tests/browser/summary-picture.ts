// Draws the README's picture of a summary: `node tests/browser/summary-picture.ts`. The sample school, and mornings made up here.
import { writeFile } from 'node:fs/promises'
import { createArrangementStore } from '../../src/adapters/database/arrangement-store.ts'
import { createCalendarStore } from '../../src/adapters/database/calendar-store.ts'
import { createCheckinStore } from '../../src/adapters/database/checkin-store.ts'
import { openEmbedded } from '../../src/adapters/database/connect.ts'
import { createPeopleStore } from '../../src/adapters/database/people-store.ts'
import { randomIds } from '../../src/adapters/ids.ts'
import { createPhrases } from '../../src/adapters/locales/phrases.ts'
import { drawPicture } from '../../src/adapters/pictures/draw-picture.ts'
import { seedSampleSchool } from '../../src/demo/seed-school.ts'
import { figuresOfDays, lastSchoolDays } from '../../src/features/summary/day-figures.ts'
import { pictureOf } from '../../src/features/summary/picture/picture-of.ts'

const day = '2026-11-23'
const database = await openEmbedded(process.env.DATA_DIR)
const { prisma } = database
const chat = (name: string) => ({ channel: 'telegram' as const, account: 'picture', chat: name })
const chats = { parent: chat('parent'), teacher: chat('teacher'), office: chat('office') }
await seedSampleSchool(database, { ids: randomIds, now: new Date(`${day}T07:00:00+07:00`), chats })
const people = createPeopleStore(prisma, randomIds)
const calendar = createCalendarStore(prisma, randomIds)
const checkins = createCheckinStore(prisma, randomIds)
const [school] = await people.schools()
const classes = await people.classes(school!.id)
const teacher = await prisma.person.findFirstOrThrow({ where: { role: 'teacher' } })
const days = lastSchoolDays(day, 10, await calendar.closures(school!.id))
for (const [at, one] of days.entries())
  for (const [index, { id: classId, children }] of classes.entries()) {
    // On the last morning one class is still out.
    if (at === days.length - 1 && index === 2) continue
    const absent = children.slice(at, at + ((at + index) % 4)).map(({ rosterName: name }, place) => {
      return { name, reason: place === 0 ? ('sick' as const) : null, symptoms: [], temperatureC: null, excused: null }
    })
    const rest = { illPresent: [], leftEarly: [], unnamedAbsent: 0, ambiguous: [], unknownNames: [], error: null }
    const report = { present: children.length - absent.length, total: children.length, absent, ...rest }
    const said = { text: '', personId: teacher.id, now: new Date(`${one}T08:00:00+07:00`) }
    await checkins.add({ schoolId: school!.id, classId, day: one, report, ...said })
  }
const stores = { people, calendar, checkins, arrangements: createArrangementStore(prisma) }
const figured = await figuresOfDays(stores, school!.id, days)
const codes = new Map(classes.map(({ name, code }) => [name, code]))
const voice = { phrases: createPhrases(), language: 'vi' as const, school: school!.name, place: school!.place, day }
await writeFile(
  'tests/browser/summary.png',
  await drawPicture(pictureOf(figured.at(-1)!.summary, { days: figured, codes, voice })),
)
await database.close()
