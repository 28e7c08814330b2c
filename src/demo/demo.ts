import axios from 'axios'
import { createMovableClock } from '../adapters/clock.ts'
import { createCalendarStore } from '../adapters/database/calendar-store.ts'
import { type Database, openEmbedded, openPostgres } from '../adapters/database/connect.ts'
import { randomIds } from '../adapters/ids.ts'
import type { Log } from '../adapters/observability/log.ts'
import { registerTry, type TryOptions } from '../adapters/web/try/try-page.ts'
import { type App, startApp } from '../app.ts'
import type { Config } from '../config.ts'
import { instantOf, schoolDayOf, schoolTimeOf } from '../core/clock.ts'
import { startTelegramEmulator } from '../emulators/telegram-emulator.ts'
import { startZaloEmulator } from '../emulators/zalo-server.ts'
import { isSchoolDay, nextSchoolDay } from '../features/calendar/school-day.ts'
import { samplePeople, sampleSchool } from './sample-school.ts'
import { seedSampleSchool } from './seed-school.ts'

/** Keys of the emulated platforms. They open nothing: both live in this process, for as long as it does. */
export const demoKeys = {
  telegramToken: '7000000001:emulated-bot-token-for-this-machine',
  zalo: {
    appId: '1200000000000000001',
    appSecret: 'emulated-app-secret',
    oaSecretKey: 'emulated-oa-secret-key',
    oaId: '3300000000000000007',
  },
  zaloRefreshToken: 'emulated-first-refresh-token',
}

/** The people with a phone on `/try`, by their ids on the platforms. */
export const demoUsers = { parent: '7714000000000000021', teacher: '41000001', office: '41000002' }

/** The school clock of the demo's steps, and what each is called. */
type Step = Parameters<TryOptions['clock']['moveTo']>[0]

/** The whole service against both emulators, with a sample school and a page to try it. Binds to this machine only. */
export async function startDemo(config: Config, log: Log): Promise<App> {
  const database = config.databaseUrl === undefined ? await openEmbedded(config.dataDir) : await openPostgres(config.databaseUrl)
  const clock = createMovableClock()
  const telegramAccount = demoKeys.telegramToken.split(':')[0]!
  await seedSampleSchool(database, {
    ids: randomIds,
    now: clock.now(),
    chats: {
      parent: { channel: 'zalo', account: demoKeys.zalo.oaId, chat: demoUsers.parent },
      teacher: { channel: 'telegram', account: telegramAccount, chat: demoUsers.teacher },
      office: { channel: 'telegram', account: telegramAccount, chat: demoUsers.office },
    },
  })
  const telegram = await startTelegramEmulator({ token: demoKeys.telegramToken })
  // A grant of an earlier start died with its emulator: every start has a new one, and the stored pair is dropped.
  await database.prisma.zaloToken.deleteMany({ where: { appId: demoKeys.zalo.appId } })
  const zalo = await startZaloEmulator({
    ...demoKeys.zalo,
    oaName: sampleSchool.name,
    firstRefreshToken: demoKeys.zaloRefreshToken,
  })
  await putPhones({ telegram: telegram.url, zalo: zalo.url })

  let app: App | undefined
  const moveTo = async (step: Step): Promise<void> => {
    const target = await nextInstant(database, clock.now(), step)
    for (const instant of [...halfHoursBetween(clock.now(), target), target]) {
      clock.moveTo(instant)
      await Promise.all(
        [telegram.url, zalo.url].map((url) => axios.post(`${url}/emulator/clock`, { now: instant.toISOString() })),
      )
      await app?.runDue()
    }
    await app?.sweep()
  }
  app = await startApp({
    config: {
      ...config,
      telegram: { token: demoKeys.telegramToken, webhookSecret: undefined, apiRoot: telegram.url },
      zalo: {
        ...demoKeys.zalo,
        refreshToken: demoKeys.zaloRefreshToken,
        apiRoot: zalo.url,
        oauthRoot: zalo.url,
        businessRoot: zalo.url,
      },
    },
    clock,
    log,
    database,
    pages: (server) =>
      registerTry(server, {
        schoolName: sampleSchool.name,
        phones: phones(telegram.url, zalo.url),
        clock: { now: clock.now, moveTo },
      }),
  })
  await axios.put(`${zalo.url}/emulator/webhook`, { url: `${app.url}/webhooks/zalo` })
  const started = app
  return {
    ...started,
    async close() {
      await Promise.all([telegram.close(), zalo.close()])
      await started.close()
    },
  }
}

/** The coming moment that a step means: a time of day is today's when it is ahead and today is a school day, else the next school day's. */
export async function nextInstant(database: Database, now: Date, step: Step): Promise<Date> {
  const school = await database.prisma.school.findFirstOrThrow()
  const closures = await createCalendarStore(database.prisma, randomIds).closures(school.id)
  const today = schoolDayOf(now)
  const next = nextSchoolDay(today, closures) ?? today
  if (step === 'next-school-day') return instantOf(next, '06:45')
  const isToday = isSchoolDay(today, closures).kind === 'school_day' && schoolTimeOf(now) < step
  return instantOf(isToday ? today : next, step)
}

const halfHourMs = 1_800_000

/** The half hours that pass on the way, a day's at most: a clock that leaps over them looks like an outage, and the service says so. */
function halfHoursBetween(from: Date, to: Date): Date[] {
  const first = Math.max(from.getTime(), to.getTime() - 48 * halfHourMs)
  const instants: Date[] = []
  for (let at = (Math.floor(first / halfHourMs) + 1) * halfHourMs; at < to.getTime(); at += halfHourMs)
    instants.push(new Date(at))
  return instants
}

async function putPhones({ telegram, zalo }: { telegram: string; zalo: string }): Promise<void> {
  const put = (url: string, user: string, name: string) => axios.put(`${url}/emulator/phones/${user}`, { name, started: true })
  await put(zalo, demoUsers.parent, samplePeople.parent.person)
  await put(telegram, demoUsers.teacher, samplePeople.teacher.person)
  await put(telegram, demoUsers.office, samplePeople.office.person)
}

function phones(telegramUrl: string, zaloUrl: string): TryOptions['phones'] {
  return [
    {
      id: 'parent',
      platform: 'zalo',
      emulatorUrl: zaloUrl,
      user: demoUsers.parent,
      person: samplePeople.parent.person,
      title: 'Phụ huynh · Zalo',
      hints: [
        'sua hoc duong phu huynh dong bao nhieu %',
        'thế hộ nghèo thì sao?',
        'Học phí một tháng bao nhiêu ạ?',
        'mai bé An nghỉ ốm ạ',
      ],
    },
    {
      id: 'teacher',
      platform: 'telegram',
      emulatorUrl: telegramUrl,
      user: demoUsers.teacher,
      person: samplePeople.teacher.person,
      title: 'Cô giáo · Telegram',
      hints: ['A1 28/30, vắng 2: An sốt 38.5, Bình ho có phép', 'nhầm, An đi học rồi', 'A1 đủ', 'mã Châu'],
    },
    {
      id: 'office',
      platform: 'telegram',
      emulatorUrl: telegramUrl,
      user: demoUsers.office,
      person: samplePeople.office.person,
      title: 'Văn phòng · Telegram',
      hints: ['tổng hợp hôm nay', '1: Dạ học phí nhà trường gửi qua sổ liên lạc ạ.', 'câu hỏi', 'mã A1 An'],
    },
  ]
}
