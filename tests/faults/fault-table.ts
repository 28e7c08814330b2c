import { faultKinds } from './fault-kinds.ts'
import { type RunResult, runSending } from './send-run.ts'
import type { Stage } from './stage.ts'

export interface TableOptions {
  readonly seed: number
  /** Of each kind. */
  readonly runs: number
  readonly chats: number
  readonly batches: number
  /** Only these kinds. */
  readonly only?: readonly string[]
}

const columns = ['messages', 'lost', 'doubled', 'repeated', 'outOfOrder', 'againstRule', 'uncertain', 'givenUp'] as const

type Column = (typeof columns)[number]

export interface FaultRow extends Record<Column, number> {
  readonly name: string
  readonly runs: number
  readonly kills: number
  readonly consents: number
  /** With the seed that shows it. */
  readonly wrong: readonly string[]
}

/** Plays every kind so many times. The seed of a run is the first seed and its number, whatever its kind. */
export async function playFaults(stage: Stage, options: TableOptions, done: (row: FaultRow) => void = () => {}) {
  const rows: FaultRow[] = []
  const killedAt = new Map<string, number>()
  for (const kind of faultKinds.filter(({ name }) => options.only?.includes(name) ?? true)) {
    const results: (RunResult & { seed: number })[] = []
    for (let run = 0; run < options.runs; run += 1) {
      const seed = options.seed + run
      const result = await runSending(stage, { kind, seed, chats: options.chats, batches: options.batches })
      for (const at of result.kills) killedAt.set(at, (killedAt.get(at) ?? 0) + 1)
      results.push({ ...result, seed })
    }
    const sum = (of: (result: RunResult) => number) => results.reduce((total, result) => total + of(result), 0)
    const row: FaultRow = {
      ...{ name: kind.name, runs: results.length },
      ...(Object.fromEntries(columns.map((column) => [column, sum((result) => result[column])])) as Record<Column, number>),
      kills: sum(({ kills }) => kills.length),
      consents: sum(({ consents }) => consents),
      wrong: results.flatMap(({ wrong, seed }) => wrong.map((what) => `${kind.name}, seed ${seed}: ${what}`)),
    }
    rows.push(row)
    done(row)
  }
  return { rows, killedAt }
}
