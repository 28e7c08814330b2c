// One reminder for everybody, in a process that has done nothing else: what it takes in time and memory.
import { openEmbedded, openPostgres } from '../../src/adapters/database/connect.ts'
import { createPeopleStore } from '../../src/adapters/database/people-store.ts'
import { createUnitOfWork } from '../../src/adapters/database/unit-of-work.ts'
import { randomIds } from '../../src/adapters/ids.ts'
import { createPhrases } from '../../src/adapters/locales/phrases.ts'
import { createWordings } from '../../src/adapters/locales/wordings.ts'
import { sendDueReminders } from '../../src/features/reminders/send-reminders.ts'

export interface Expansion {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly megabytes: number
  readonly pages: number
}

const [dataDir, databaseUrl, due] = process.argv.slice(2) as [string, string, string]
const database = databaseUrl === '' ? await openEmbedded(dataDir) : await openPostgres(databaseUrl)
const { prisma } = database
const traits = { maxTextLength: 2000, hasButtons: false, canEdit: false }
const wakeUps = { outbound: async () => undefined, bulk: () => undefined }
const transaction = createUnitOfWork(prisma, { ids: randomIds, traits: { telegram: traits, zalo: traits }, wakeUps })
let pages = 0
const work: typeof transaction = (step) => {
  pages += 1
  return transaction(step)
}
const [school] = await createPeopleStore(prisma, randomIds).schools()
const startedAt = performance.now()
const cpu = process.cpuUsage()
await sendDueReminders({ work, phrases: createPhrases(), wordings: createWordings() }, school!, new Date(due))
const used = process.cpuUsage(cpu)
const expansion: Expansion = {
  seconds: (performance.now() - startedAt) / 1_000,
  cpuSeconds: (used.user + used.system) / 1_000_000,
  megabytes: Math.round(process.resourceUsage().maxRSS / 1_024),
  pages,
}
await database.close()
process.send?.(expansion)
process.disconnect?.()
