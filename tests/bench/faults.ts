import { type FaultRow, playFaults } from '../faults/fault-table.ts'
import { openStage } from '../faults/stage.ts'
import { inFreshHome } from './fresh-database.ts'

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const runs = Number(process.env.RUNS ?? 20)
const chats = Number(process.env.CHATS ?? 2)
const batches = Number(process.env.BATCHES ?? 3)

/**
 * Plays each kind of fault over the send path so many times and counts by the platforms' own books. One run again:
 * `SEED=<its seed> RUNS=1 ONLY="<its kind>"`.
 */
export async function run(): Promise<number> {
  return await inFreshHome('faults', async (home) => {
    console.log(`seed ${seed}, ${runs} runs of each kind, database ${home.kind}`)
    const stage = await openStage(home.open)
    const startedAt = performance.now()
    try {
      console.log(head)
      const options = {
        seed,
        runs,
        chats,
        batches,
        ...(process.env.ONLY === undefined ? {} : { only: process.env.ONLY.split(',') }),
      }
      const { rows, killedAt } = await playFaults(stage, options, (row) => console.log(lineOf(row)))
      const wrong = rows.flatMap((row) => row.wrong)
      const sum = (of: (row: FaultRow) => number) => rows.reduce((total, row) => total + of(row), 0)
      console.log(
        `${sum((row) => row.runs)} runs, ${sum((row) => row.messages)} messages, ${sum((row) => row.kills)} kills at ${killedAt.size} different steps, ${Math.round((performance.now() - startedAt) / 1_000)} s`,
      )
      for (const one of wrong.slice(0, 20)) console.log(`WRONG ${one}`)
      return wrong.length === 0 ? 0 : 1
    } finally {
      await stage.close()
    }
  })
}

const names = [
  'fault',
  'runs',
  'messages',
  'kills',
  'lost',
  'doubled',
  'by rule',
  'out of order',
  'against a rule',
  'uncertain',
  'given up',
  'consents',
]
const head = `${names[0]!.padEnd(16)} ${names.slice(1).join('  ')}`

function lineOf(row: FaultRow): string {
  const { runs, messages, kills, lost, doubled, repeated, outOfOrder, againstRule, uncertain, givenUp, consents } = row
  const figures = [runs, messages, kills, lost, doubled, repeated, outOfOrder, againstRule, uncertain, givenUp, consents]
  return `${row.name.padEnd(16)} ${figures.map((figure, index) => String(figure).padStart(names[index + 1]!.length)).join('  ')}`
}
