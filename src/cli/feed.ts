import { systemClock } from '../adapters/clock.ts'
import { createFeedStore } from '../adapters/database/feed-store.ts'
import { createPeopleStore } from '../adapters/database/people-store.ts'
import { randomIds } from '../adapters/ids.ts'
import { feedReaders } from '../features/calendar/ics.ts'
import type { School } from '../features/people/person.ts'
import { NotDone, type Setting, schoolNamed, type Values, withDatabase } from './setup.ts'

type FeedValues = Values & { for?: string; renew?: boolean }

/** 30 letters of 30: some 147 bits. */
const tokenLength = 30

/** `calendar feed`: the address of a school's or a class's calendar, made on first asking, and anew with `--renew`. */
export async function calendarFeed(values: FeedValues): Promise<number> {
  const reader = feedReaders.find((one) => one === (values.for ?? 'parents'))
  if (reader === undefined) throw new NotDone(`--for is one of: ${feedReaders.join(', ')}`)
  return await withDatabase(async (setting) => {
    const school = await schoolNamed(setting, values)
    const feeds = createFeedStore(setting.database.prisma)
    const feed = { schoolId: school.id, reader, ...(await classAsked(setting, school, values)) }
    const known = await feeds.tokenOf(feed)
    const token = known === undefined || values.renew === true ? randomIds.code(tokenLength) : known
    if (token !== known) await feeds.setToken(feed, { token, now: systemClock.now() })
    const root = setting.config.publicUrl ?? `http://${setting.config.host}:${setting.config.port}`
    console.log(`${root}/calendar/${token}.ics`)
    if (known !== undefined && token !== known) console.log('The old address is over.')
  })
}

async function classAsked(
  { database }: Setting,
  { id }: School,
  { class: codes = [] }: FeedValues,
): Promise<{ classId?: string }> {
  const [code, ...more] = codes
  if (code === undefined) return {}
  if (more.length > 0) throw new NotDone('One --class at a time.')
  const classes = await createPeopleStore(database.prisma, randomIds).classes(id)
  const found = classes.find((one) => one.code.toLowerCase() === code.toLowerCase())
  if (found === undefined) throw new NotDone(`No class ${code}; there are: ${classes.map((one) => one.code).join(', ')}`)
  return { classId: found.id }
}
