import { availableParallelism, loadavg } from 'node:os'
import { hashCode, randomIds } from '../../src/adapters/ids.ts'
import { createLog } from '../../src/adapters/observability/log.ts'
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { inFreshHome } from './fresh-database.ts'
import { fillSchool } from './full-school.ts'

const size = { children: 1_000, messages: 100_000, classes: 34, questions: 150, entries: 200 }
const looks = Number(process.env.LOOKS ?? 40)
const warmUps = 3
const most = { milliseconds: 200, kilobytes: 300 }
const now = new Date('2026-11-23T08:40:00+07:00')

/** Every page of the console for a large school, one after the other: how long it takes and how large it is. */
export async function run(): Promise<number> {
  return await inFreshHome('console', async (home) => {
    const database = await home.open()
    const filled = await fillSchool(database, { ...size, now })
    const token = randomIds.code(40)
    await database.prisma.consoleSession.create({
      data: {
        ...{ id: randomIds.uuid(), schoolId: filled.schoolId, identityId: filled.identityId, personId: filled.officeId },
        ...{ tokenHash: hashCode(token), language: 'vi', browser: 'bench', createdAt: now, seenAt: now },
        endsAt: new Date(now.getTime() + 86_400_000),
      },
    })
    const config = readConfig({ DEMO: 'off', PORT: '0', DATA_DIR: home.dataDir })
    const app = await startApp({ config, clock: { now: () => now }, log: createLog('silent'), database, ticks: false })
    console.log(`${size.children} children, ${size.messages} messages, database ${home.kind}; ${looks} looks at each page`)
    console.log(`Load of this machine: ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} processors`)
    let isRight = true
    try {
      for (const path of [...pages, ...filled.pages]) {
        const { p95, kilobytes, status } = await look(`${app.url}${path}`, `mamnon_console=${token}`)
        const fits = status === 200 && p95 < most.milliseconds && kilobytes < most.kilobytes
        isRight &&= fits
        const shown = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '…').padEnd(44)
        console.log(
          `${fits ? ' ' : '!'} ${shown} p95 ${p95.toFixed(0).padStart(4)} ms  ${kilobytes.toFixed(0).padStart(4)} KB  ${status}`,
        )
      }
    } finally {
      await app.close()
    }
    console.log(isRight ? 'Within the limits.' : `NOT within the limits: ${most.milliseconds} ms, ${most.kilobytes} KB.`)
    return isRight ? 0 : 1
  })
}

const pages = [
  '/console',
  '/console/questions',
  '/console/knowledge',
  '/console/knowledge/try?q=h%E1%BB%8Dc+ph%C3%AD+bao+nhi%C3%AAu',
  '/console/broadcasts',
  '/console/messages',
  '/console/messages?state=failed',
  '/console/messages?state=uncertain',
  '/console/messages/unreached',
  '/console/calendar',
  '/console/settings',
  '/console/sessions',
  '/console/sign-in',
]

async function look(url: string, cookie: string): Promise<{ p95: number; kilobytes: number; status: number }> {
  const times: number[] = []
  let kilobytes = 0
  let status = 0
  for (let count = -warmUps; count < looks; count += 1) {
    const from = performance.now()
    const response = await fetch(url, { headers: { cookie }, redirect: 'manual' })
    const body = await response.arrayBuffer()
    if (count >= 0) times.push(performance.now() - from)
    kilobytes = body.byteLength / 1_024
    status = response.status
  }
  times.sort((one, other) => one - other)
  return { p95: times[Math.ceil(times.length * 0.95) - 1]!, kilobytes, status }
}
