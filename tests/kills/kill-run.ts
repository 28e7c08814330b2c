import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openEmbedded, openPostgres } from '../../src/adapters/database/connect.ts'
import { type Platforms, startPlatforms } from '../support/platforms.ts'
import { environmentOf, putPeople, seedSample } from '../support/sample.ts'
import { dayScript, firstInstant, platformOf, type Step, userOf } from './day-script.ts'
import { randomFrom } from './random.ts'
import type { Command, Report } from './service.ts'

/** What each person had received by the end of a day, in order, with counters of our own left out. */
export type Received = Readonly<Record<keyof typeof userOf, readonly string[]>>

export interface DayOutcome {
  readonly received: Received
  /** Journal rows that were not handled exactly once. */
  readonly unhandled: number
  readonly inbound: number
  /** Reminders of whom nobody can know whether they arrived: not sent again, by their rule. */
  readonly uncertain: readonly string[]
  /** Outbound rows that are not sent. */
  readonly unsent: number
  readonly outbound: number
  readonly exitCode: number | null
}

/** Where a day is lived: a fresh folder, and a server's database if it is not the embedded one. */
export interface Home {
  readonly databaseUrl?: string
}

const longestMomentMs = 150
const patienceMs = 30_000

/**
 * Lives one day against both emulators and kills the service with SIGKILL at `kills` random moments of it, starting it again each time.
 * The same seed gives the same moments.
 */
export async function liveDay({ seed, kills, home = {} }: { seed: number; kills: number; home?: Home }): Promise<DayOutcome> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mamnon-kill-'))
  const platforms = await startPlatforms(new Date(firstInstant))
  try {
    const open = () => (home.databaseUrl === undefined ? openEmbedded(dataDir) : openPostgres(home.databaseUrl))
    const before = await open()
    await seedSample(before, new Date(firstInstant))
    await before.close()
    await putPeople(platforms)
    const environment = {
      ...environmentOf(platforms, dataDir),
      ...(home.databaseUrl === undefined ? {} : { DATABASE_URL: home.databaseUrl }),
    }
    const exitCode = await new Day(platforms, environment).live(momentsOf(seed, kills))
    const after = await open()
    const { prisma } = after
    const outcome = {
      received: await received(platforms),
      unhandled: await prisma.inbound.count({ where: { state: { not: 'handled' } } }),
      inbound: await prisma.inbound.count(),
      unsent: await prisma.outbound.count({ where: { state: { notIn: ['sent', 'delivered', 'uncertain'] } } }),
      uncertain: (await prisma.outbound.findMany({ where: { state: 'uncertain' } })).map(({ text }) => withoutCounters(text)),
      outbound: await prisma.outbound.count({ where: { NOT: filesOfSummary } }),
      exitCode,
    }
    await after.close()
    return outcome
  } finally {
    await platforms.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** By step, how many milliseconds after it the process dies; a step can have several deaths. */
function momentsOf(seed: number, kills: number): Map<number, number[]> {
  const random = randomFrom(seed)
  const moments = new Map<number, number[]>()
  for (let count = 0; count < kills; count += 1) {
    const step = Math.floor(random() * dayScript.length)
    moments.set(step, [...(moments.get(step) ?? []), Math.floor(random() ** 2 * longestMomentMs)])
  }
  return moments
}

class Day {
  private readonly platforms: Platforms
  private readonly environment: Record<string, string>
  private now = new Date(firstInstant)
  private service: ChildProcess | undefined

  constructor(platforms: Platforms, environment: Record<string, string>) {
    this.platforms = platforms
    this.environment = environment
  }

  async live(moments: ReadonlyMap<number, readonly number[]>): Promise<number | null> {
    await this.start()
    await this.untilReady()
    for (const [index, step] of dayScript.entries()) {
      const acting = this.act(step)
      for (const delay of moments.get(index) ?? []) {
        await pause(delay)
        await this.kill()
        await this.start()
      }
      await acting
      await this.settle()
    }
    const ended = once(this.service!, 'exit')
    this.service!.kill('SIGTERM')
    const [code] = await ended
    return code
  }

  private async act(step: Step): Promise<void> {
    if ('at' in step) await this.clockTo(new Date(step.at))
    else if ('officeAnswers' in step) {
      const screen = await this.platforms.telegram.screen(userOf.office)
      const number = screen.map(({ text }) => /Số (\d+), /.exec(text)?.[1]).findLast((found) => found !== undefined)
      await this.platforms.telegram.says(userOf.office, `${number}: ${step.officeAnswers}`)
    } else await this.platforms[platformOf[step.who]].says(userOf[step.who], step.says)
  }

  private async clockTo(instant: Date): Promise<void> {
    this.now = instant
    await this.platforms.setClock(instant)
    // What is due takes its time, a picture for example; only then does the next thing of the day happen.
    const moved = this.movedOrDead()
    this.tell({ clock: instant.toISOString() })
    await moved
  }

  private async movedOrDead(): Promise<void> {
    const service = this.service
    if (!service?.connected) return
    await new Promise<void>((resolve) => {
      const listen = (message: unknown) => {
        if ('moved' in (message as Report)) end()
      }
      const end = () => {
        service.off('message', listen)
        service.off('exit', end)
        resolve()
      }
      service.on('message', listen)
      service.once('exit', end)
    })
  }

  private async start(): Promise<void> {
    const service = fork(new URL('./service.ts', import.meta.url), [this.now.toISOString()], {
      env: {
        PATH: process.env.PATH ?? '',
        ...this.environment,
        ...(process.env.LOG_LEVEL ? { LOG_LEVEL: process.env.LOG_LEVEL } : {}),
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.service = service
    const report = await new Promise<Report>((resolve, reject) => {
      service.once('message', (message) => resolve(message as Report))
      service.once('exit', (code) => reject(new Error(`the service ended with ${code} before it was ready`)))
    })
    if (!('ready' in report)) throw new Error('the service reported before it was ready')
    await this.platforms.zalo.call('PUT', 'webhook', { url: `${report.ready}/webhooks/zalo` })
    this.tell({ clock: this.now.toISOString() })
    this.url = report.ready
  }

  private url = ''

  /** The first pair of Zalo tokens is stored by then: a death between its grant and its storing would need an admin's consent. */
  private async untilReady(): Promise<void> {
    const deadline = performance.now() + patienceMs
    while (!(await fetch(`${this.url}/readyz`)).ok) {
      if (performance.now() > deadline) throw new Error('the service did not become ready')
      await pause(20)
    }
  }

  private async kill(): Promise<void> {
    const service = this.service!
    const ended = once(service, 'exit')
    service.kill('SIGKILL')
    await ended
  }

  private tell(command: Command): void {
    // The process may have just been killed: what it missed, the next one is told at its start.
    if (this.service?.connected) this.service.send(command, () => {})
  }

  private async openWork(): Promise<number> {
    const service = this.service!
    const answer = new Promise<number>((resolve) => {
      const listen = (message: unknown) => {
        const report = message as Report
        if (!('openWork' in report)) return
        service.off('message', listen)
        resolve(report.openWork)
      }
      service.on('message', listen)
    })
    this.tell({ ask: 'open_work' })
    return await answer
  }

  /** Until nothing is on its way. What waits for a retry gets it: the clock is moved past the first step of every ladder. */
  private async settle(): Promise<void> {
    const { telegram, zalo } = this.platforms
    const deadline = performance.now() + patienceMs
    let quietSince = performance.now()
    while ((await telegram.pending()) + (await zalo.pending()) + (await this.openWork()) > 0) {
      if (performance.now() > deadline) throw new Error('the service did not come to rest')
      await pause(10)
      if (performance.now() - quietSince > 700) {
        quietSince = performance.now()
        await this.clockTo(new Date(this.now.getTime() + 31_000))
      }
    }
  }
}

/**
 * Picture and sheet are drawn after their summary is told, and left to the revision when its figures change meanwhile: how many there are
 * depends on when a day's deaths come.
 */
const filesOfSummary = { OR: [{ key: { endsWith: '/picture' } }, { key: { endsWith: '/sheets' } }] }
const isFileOfSummary = (text: string): boolean => /^\[(photo|document)\]/.test(text)

async function received({ telegram, zalo }: Platforms): Promise<Received> {
  const ledger = { telegram: await telegram.ledger(), zalo: await zalo.ledger() }
  const of = (who: keyof typeof userOf) =>
    ledger[platformOf[who]]
      .filter(({ user, text }) => user === userOf[who] && !isFileOfSummary(text))
      .map(({ text }) => withoutCounters(text))
  return { parent: of('parent'), teacher: of('teacher'), office: of('office') }
}

/** Question numbers are a sequence of the database: a transaction that died leaves a gap in it. */
function withoutCounters(text: string): string {
  return text.replace(/(Số|câu trả lời số|nhắn:) \d+/g, '$1 #').replace(/^\d+\. /gm, '#. ')
}

/** How a day with deaths differs from one without. `differing` is what is lost, out of order or not the same; what is uncertain may lack. */
export function compare(
  calm: Received,
  killed: Received,
  uncertain: readonly string[],
): { doubled: number; differing: string[] } {
  let doubled = 0
  const differing: string[] = []
  for (const who of Object.keys(calm) as (keyof Received)[]) {
    let next = 0
    const maySkip = () => uncertain.includes(calm[who][next] ?? '')
    for (const [index, text] of killed[who].entries()) {
      while (text !== calm[who][next] && maySkip()) next += 1
      if (text === calm[who][next]) next += 1
      else if (text === killed[who][index - 1]) doubled += 1
      else differing.push(`${who} #${index}`)
    }
    while (maySkip()) next += 1
    if (next < calm[who].length) differing.push(`${who}: ${calm[who].length - next} missing`)
  }
  return { doubled, differing }
}
