import { compare, liveDay } from '../kills/kill-run.ts'
import { inFreshHome } from './fresh-database.ts'

const kills = Number(process.env.KILLS ?? 30)
const killsADay = 6
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

/** Kills the service at random moments until the number is reached, a day at a time, and prints what became of the messages. */
export async function run(): Promise<number> {
  console.log(`kills ${kills}, seed ${seed}, database ${process.env.TEST_DATABASE_URL === undefined ? 'embedded' : 'PostgreSQL'}`)
  const calm = await inFreshHome('kills', ({ databaseUrl }) => liveDay({ seed, kills: 0, home: { databaseUrl } }))
  let failures = 0
  const totals = { kills: 0, inbound: 0, outbound: 0, doubled: 0 }
  for (let day = 0; totals.kills < kills; day += 1) {
    const count = Math.min(killsADay, kills - totals.kills)
    const outcome = await inFreshHome('kills', ({ databaseUrl }) =>
      liveDay({ seed: seed + day, kills: count, home: { databaseUrl } }),
    )
    const { doubled, differing } = compare(calm.received, outcome.received, outcome.uncertain)
    const wrong = [
      ...differing,
      ...(outcome.unhandled > 0 ? [`${outcome.unhandled} not handled`] : []),
      ...(outcome.unsent > 0 ? [`${outcome.unsent} not sent`] : []),
      ...(outcome.inbound !== calm.inbound ? [`${outcome.inbound} journaled instead of ${calm.inbound}`] : []),
      ...(outcome.outbound !== calm.outbound ? [`${outcome.outbound} written instead of ${calm.outbound}`] : []),
      ...(doubled > count ? [`${doubled} doubled by ${count} kills`] : []),
      ...(outcome.exitCode !== 0 ? [`exit code ${outcome.exitCode}`] : []),
    ]
    if (wrong.length > 0) failures += 1
    totals.kills += count
    totals.inbound += outcome.inbound
    totals.outbound += outcome.outbound
    totals.doubled += doubled
    console.log(
      `day ${day + 1} (seed ${seed + day}): ${count} kills, ${doubled} doubled, ${wrong.length === 0 ? 'nothing lost' : wrong.join('; ')}`,
    )
  }
  console.log(
    `${totals.kills} kills over ${totals.inbound} messages in and ${totals.outbound} out: ${totals.doubled} doubled, ${failures} days wrong`,
  )
  return failures === 0 ? 0 : 1
}
