import { createOutbox } from '../../src/adapters/database/outbox-store.ts'
import { channelTraits as traits } from '../../src/app/channel-traits.ts'
import { schoolTimeOf } from '../../src/core/clock.ts'
import type { ChatAddress } from '../../src/core/message.ts'
import { deliverChat } from '../../src/features/outbox/deliver.ts'
import { kindRules, type Lane, type OutgoingKind, outgoingKinds } from '../../src/features/outbox/message-kind.ts'
import { randomFrom } from '../kills/random.ts'
import type { FaultKind } from './fault-kinds.ts'
import { judge, type Outcome } from './judge.ts'
import type { Death } from './life.ts'
import { addPerson, consentAnew, firstDay, type Process, type Stage, startProcess } from './stage.ts'

export interface RunOptions {
  readonly kind: FaultKind
  readonly seed: number
  /** On each of the two platforms. */
  readonly chats: number
  readonly batches: number
}

export interface RunResult extends Outcome {
  readonly kills: readonly string[]
  readonly consents: number
}

const mostRounds = 600
const dayMs = 86_400_000
let runsBefore = 0

/** One seeded run: messages are written and delivered while something goes wrong, until nothing is open any more. */
export async function runSending(stage: Stage, options: RunOptions): Promise<RunResult> {
  return await new SendRun(stage, options, runsBefore++).live()
}

class SendRun {
  private readonly stage: Stage
  private readonly options: RunOptions
  private readonly number: number
  private readonly random: () => number
  private readonly lostAnswers = new Map<string, number>()
  private readonly blocked = new Set<string>()
  private readonly kills: string[] = []
  private chats: ChatAddress[] = []
  private processes: Process[] = []
  private written = 0
  private consents = 0

  constructor(stage: Stage, options: RunOptions, number: number) {
    this.stage = stage
    this.options = options
    this.number = number
    this.random = randomFrom(options.seed)
  }

  async live(): Promise<RunResult> {
    const { kind, chats, batches } = this.options
    const start =
      firstDay.getTime() +
      (this.number + 1) * 7 * dayMs +
      (kind.beforeNight === undefined ? 0 : 11 * 3_600_000 - kind.beforeNight * 60_000)
    await this.stage.setClock(new Date(start))
    for (let index = 0; index < chats; index += 1) {
      const id = this.number * 100 + index
      this.chats.push(await addPerson(this.stage, 'telegram', String(60_000_000 + id)))
      this.chats.push(await addPerson(this.stage, 'zalo', `77200000${String(id).padStart(9, '0')}`))
    }
    const together = kind.processes === 2 && this.stage.database.kind === 'postgres' ? 2 : 1
    for (let count = 0; count < together; count += 1) this.processes.push(this.start())
    for (let batch = 0; batch < batches; batch += 1) {
      await this.write()
      await this.misfortune()
      await this.rounds(3)
    }
    // What was ordered and never came about would meet the next run.
    const left = await this.rounds(mostRounds)
    await this.orderFaults({})
    for (const process of this.processes) await process.bury()
    const outcome = await judge(this.stage, { chats: this.chats, lostAnswers: this.lostAnswers, blocked: this.blocked })
    const stuck = left ? ['the run did not come to rest'] : []
    return {
      ...outcome,
      lost: outcome.lost + stuck.length,
      wrong: [...outcome.wrong, ...stuck],
      kills: this.kills,
      consents: this.consents,
    }
  }

  /** A process that dies after some steps, where the kind says so. */
  private start(): Process {
    const isMortal = this.options.kind.kills === true && this.random() < 0.85
    const death: Death | undefined = isMortal
      ? { step: 1 + Math.floor(this.random() ** 1.5 * 80), when: this.random() < 0.5 ? 'before' : 'after' }
      : undefined
    return startProcess(this.stage, death, this.lostAnswers)
  }

  /** Some messages, as a cause writes them: it may die before its commit, or after it and be repeated. */
  private async write(): Promise<void> {
    const { database, clock, schoolId } = this.stage
    const { prisma } = database
    const time = schoolTimeOf(clock.now())
    const isNight = time >= '21:00' || time < '06:30'
    for (const to of this.chats.filter(({ chat }) => !this.blocked.has(chat))) {
      const kinds = outgoingKinds.filter((kind) => !isNight || kindRules[kind].lane === 'now')
      const kind = this.pick<OutgoingKind>(kinds)
      this.written += 1
      const label = `Tin ${this.number}.${this.written} ạ`
      // The same words twice, one after the other, are two messages.
      const texts = this.random() < 0.2 ? [label, label] : [label]
      const held =
        this.random() < 0.1 ? { held: { until: new Date(clock.now().getTime() + 90_000), why: 'digest' as const } } : {}
      const messages = texts.map((text, index) => ({
        to,
        kind,
        schoolId,
        text,
        key: `${label}/${index}/${this.options.seed}`,
        ...held,
      }))
      const cause = (dies: boolean) =>
        prisma.$transaction(async (tx) => {
          await createOutbox(tx, { traits, touched() {} }).addAll(messages, clock.now())
          if (dies) throw new Died()
        })
      const fate = this.options.kind.kills ? this.random() : 1
      if (fate < 0.15) await cause(true).catch(ignoreDeath)
      if (fate >= 0.15 && fate < 0.3) await cause(false)
      await cause(false)
    }
  }

  private async misfortune(): Promise<void> {
    const { orders, steps = [], blocks } = this.options.kind
    if (orders.length > 0 && this.random() < 0.8) await this.orderFaults(this.pick(orders))
    if (steps.length > 0 && this.random() < 0.5) await this.passes(this.pick(steps) * 60)
    if (blocks && this.random() < 0.3) {
      const { channel, chat } = this.pick(this.chats)
      this.blocked.add(chat)
      await this.stage.platforms[channel].blocks(chat, true)
    }
  }

  private async orderFaults({ telegram = [], zalo = [] }: FaultKind['orders'][number]): Promise<void> {
    await this.stage.platforms.telegram.faults(...telegram)
    await this.stage.platforms.zalo.faults(...zalo)
  }

  /** @returns whether anything is open afterwards */
  private async rounds(most: number): Promise<boolean> {
    for (let round = 0; round < most; round += 1) {
      const next = await this.nextDue()
      if (next === undefined) return false
      const seconds = Math.ceil((next.getTime() - this.stage.clock.now().getTime()) / 1_000)
      if (seconds > 0) await this.passes(seconds)
      if (this.options.kind.steps !== undefined && this.random() < 0.02) await this.passes(-3_600)
      await Promise.all(this.processes.map((process, index) => this.serve(process, index)))
      await this.consent()
    }
    return (await this.nextDue()) !== undefined
  }

  /** One sweep of one process; after its death the next one takes its place. */
  private async serve(process: Process, index: number): Promise<void> {
    const diedAt = await Promise.race([sweep(process, this.random).then(() => undefined), process.died])
    if (diedAt === undefined) return
    this.kills.push(diedAt)
    await process.bury()
    this.processes[index] = this.start()
  }

  /** When the first of the chats' heads, or of what is held, is due. */
  private async nextDue(): Promise<Date | undefined> {
    const { prisma } = this.stage.database
    const chat = { in: this.chats.map((one) => one.chat) }
    const open = await prisma.outbound.findMany({
      where: { chat, OR: [{ state: { in: ['planned', 'sending', 'held'] } }, { state: 'uncertain', settleAt: { not: null } }] },
      orderBy: { id: 'desc' },
    })
    const inLine = open.filter(({ state }) => state !== 'held')
    const heads = [
      ...new Map(
        inLine.map((row) => [row.chat, row.state === 'sending' ? this.stage.clock.now() : (row.settleAt ?? row.nextAttemptAt)]),
      ).values(),
    ]
    const held = open.flatMap(({ state, heldUntil }) => (state === 'held' && heldUntil !== null ? [heldUntil] : []))
    return [...heads, ...held].sort((one, other) => one.getTime() - other.getTime())[0]
  }

  private async passes(seconds: number): Promise<void> {
    await this.stage.setClock(new Date(this.stage.clock.now().getTime() + seconds * 1_000))
  }

  /** An admin of the account consents anew where the pair of tokens is lost. */
  private async consent(): Promise<void> {
    const pair = await this.stage.database.prisma.zaloToken.findFirst()
    if (pair?.consentNeeded !== true) return
    const code = await consentAnew(this.stage)
    const fresh = startProcess(this.stage, undefined, this.lostAnswers)
    const { kind } = await fresh.tokens.exchangeCode(code, 'unused').catch(() => ({ kind: 'refused' }))
    await fresh.bury()
    if (kind === 'granted') this.consents += 1
  }

  private pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)]!
  }
}

/** Held messages whose time has come, then what is due, in both lanes, as the sweep and the workers do it. */
async function sweep({ deps }: Process, random: () => number): Promise<void> {
  await deps.unsent.release(deps.clock.now())
  for (const lane of ['now', 'bulk'] as const satisfies Lane[]) {
    const due = await deps.unsent.dueChats(lane, deps.clock.now(), { channels: ['telegram', 'zalo'], limit: 100 })
    for (const { chat } of due.map((chat) => ({ chat, at: random() })).sort((one, other) => one.at - other.at)) {
      const delivery = await deliverChat(deps, chat, lane)
      if (delivery.kind !== 'wait') continue
      await deps.unsent.markWaiting(delivery.id, delivery.why === 'rate' ? 'throttled' : 'channel_stopped', delivery.until)
    }
  }
}

class Died extends Error {}

function ignoreDeath(error: unknown): void {
  if (!(error instanceof Died)) throw error
}
