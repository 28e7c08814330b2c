import type { PrismaClient } from '../../src/adapters/database/generated/client.ts'
import type { Channel } from '../../src/core/channel.ts'
import { DeliveryError } from '../../src/core/delivery-error.ts'

/** At which step of its life a process dies: before it is done, or when it is done and nobody has learned of it. */
export interface Death {
  /** Its number, or its name. */
  readonly step: number | string
  readonly when: 'before' | 'after'
}

/** A process that can die: from its death on none of its calls returns, and nothing new leaves it. */
export class Life {
  /** The name of the step it died at. */
  readonly died: Promise<string>
  private readonly death: Death | undefined
  private readonly end: (at: string) => void
  private steps = 0
  private isOver = false

  constructor(death: Death | undefined) {
    this.death = death
    const { promise, resolve } = Promise.withResolvers<string>()
    this.died = promise
    this.end = resolve
  }

  /** @param isUndone whether the server takes back what was begun: a transaction of a dead session */
  async step<T>(name: string, work: () => Promise<T>, isUndone = false): Promise<T> {
    if (this.isOver) return await this.leave(isUndone)
    this.steps += 1
    const isLast = this.death?.step === this.steps || this.death?.step === name
    if (isLast) this.isOver = true
    if (isLast && this.death?.when === 'before') return await this.stop(`before ${name}`, isUndone)
    try {
      return await work()
    } finally {
      if (isLast) await this.stop(`after ${name}`, isUndone)
      if (this.isOver) await this.leave(isUndone)
    }
  }

  private async stop(at: string, isUndone: boolean): Promise<never> {
    this.end(at)
    return await this.leave(isUndone)
  }

  private async leave(isUndone: boolean): Promise<never> {
    if (isUndone) throw new SessionDead()
    return await new Promise<never>(() => {})
  }
}

class SessionDead extends Error {}

/** The database as this process has it: each statement is a step. */
export function databaseOf(life: Life, prisma: PrismaClient): PrismaClient {
  const mortal = prisma.$extends({
    query: {
      $allOperations: ({ model, operation, args, query, ...inner }) => {
        const { __internalParams } = inner as { __internalParams?: { transaction?: unknown } }
        const isInTransaction = __internalParams?.transaction !== undefined
        return life.step(`${model ?? 'sql'} ${operation}`, () => query(args) as Promise<unknown>, isInTransaction)
      },
    },
  })
  return mortal as unknown as PrismaClient
}

/** The channel as this process has it: each request is a step. Notes by text how often nobody learned what became of a send. */
export function channelOf(life: Life, channel: Channel, lostAnswers: Map<string, number>): Channel {
  const { findSent } = channel
  return {
    ...channel,
    send: (message, signal) =>
      life.step(`${channel.name} send`, async () => {
        const lose = (by: number) => lostAnswers.set(message.text, (lostAnswers.get(message.text) ?? 0) + by)
        lose(1)
        try {
          const sent = await channel.send(message, signal)
          return sent
        } catch (error) {
          if (!(error instanceof DeliveryError && error.reason === 'unanswered')) lose(-1)
          throw error
        }
      }),
    ...(findSent === undefined
      ? {}
      : {
          findSent: (message, since, signal) => life.step(`${channel.name} list`, () => findSent(message, since, signal)),
        }),
  }
}
