import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { schoolDayOf, schoolTimeOf, weekdayOf, writtenDay } from '../../../core/clock.ts'
import { createEmulatorControl, type EmulatorControl } from './emulator-control.ts'
import { type ClockStep, clockSteps, type TryOptions, type TryPhone } from './try-options.ts'

const longestText = 50_000
const weekdays = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']
const text = { type: 'string', maxLength: longestText } as const
const id = { type: 'string', maxLength: 100 } as const

/** What a person can do, as their app sends it on. */
const acts = {
  messages: { text },
  edits: { messageId: id, text },
  taps: { messageId: id, value: { type: 'string', maxLength: 500 } },
  media: { kind: { enum: ['sticker', 'photo', 'voice'] } },
  block: { blocked: { type: 'boolean' } },
} as const
const actNames = Object.keys(acts) as (keyof typeof acts)[]

type Query = Readonly<Record<string, string | undefined>>

/** The page's JSON routes: one to see what changed, one per thing a person can do, one for the clock. */
export function registerTryApi(app: FastifyInstance, { phones, clock }: TryOptions): void {
  // A page of an earlier start must forget what it has seen: numbers begin again.
  const start = randomUUID()
  const controls = new Map(phones.map(({ emulatorUrl }) => [emulatorUrl, createEmulatorControl(emulatorUrl)]))
  const platforms = new Map(phones.map(({ platform, emulatorUrl }) => [platform, controls.get(emulatorUrl)!]))

  app.get<{ Querystring: Query }>('/try/api/state', async ({ query }, reply) => {
    const missing: string[] = []
    const [screens, traffic] = await Promise.all([
      gather(
        phones.map((phone) => [phone.id, () => readPhone(controls, phone, query[phone.id])] as const),
        missing,
      ),
      gather(
        [...platforms].map(([name, control]) => [name, () => control.traffic(Number(query[name] ?? 0) || 0)] as const),
        missing,
      ),
    ])
    reply.header('cache-control', 'no-store')
    return { start, clock: shown(clock.now()), phones: screens, traffic, missing }
  })

  for (const act of actNames) {
    const body = { type: 'object', properties: acts[act], required: Object.keys(acts[act]), additionalProperties: false }
    app.post<{ Params: { id: string } }>(`/try/api/phones/:id/${act}`, { schema: { body } }, async (request, reply) => {
      const phone = phones.find((one) => one.id === request.params.id)
      if (!phone) return await reply.code(404).send({ error: 'no such phone' })
      return await passOn(reply, () => controls.get(phone.emulatorUrl)!.act(phone.user, act, request.body as object))
    })
  }

  const body = { type: 'object', properties: { to: { enum: clockSteps } }, required: ['to'] }
  app.post<{ Body: { to: ClockStep } }>('/try/api/clock', { schema: { body } }, async (request) => {
    await clock.moveTo(request.body.to)
    return { clock: shown(clock.now()) }
  })
}

function readPhone(controls: ReadonlyMap<string, EmulatorControl>, phone: TryPhone, version: string | undefined) {
  return controls.get(phone.emulatorUrl)!.phone(phone.user, { version, name: phone.person })
}

/** What each could read, by its name; who could not is named in `missing`, and the rest goes on. */
async function gather(readers: readonly (readonly [string, () => Promise<unknown>])[], missing: string[]) {
  const read = await Promise.all(
    readers.map(async ([name, reader]) => {
      try {
        return [name, await reader()] as const
      } catch {
        missing.push(name)
        return [name, undefined] as const
      }
    }),
  )
  return Object.fromEntries(read.filter(([, value]) => value !== undefined))
}

async function passOn(reply: FastifyReply, run: () => Promise<{ status: number; body: unknown }>): Promise<FastifyReply> {
  const answer = await run().catch(() => ({ status: 502, body: { error: 'the emulator does not answer' } }))
  return await reply.code(answer.status).send(answer.body)
}

/** As the page shows it, on the school's clock. */
function shown(now: Date): { time: string; date: string } {
  const day = schoolDayOf(now)
  return { time: schoolTimeOf(now), date: `${weekdays[weekdayOf(day)]}, ${writtenDay(day)}` }
}
