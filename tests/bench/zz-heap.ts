import v8 from 'node:v8'
import { Session } from 'node:inspector'
import { createUnitOfWork } from '/work/main/src/adapters/database/unit-of-work.ts'
import { randomIds } from '/work/main/src/adapters/ids.ts'
import { createPhrases } from '/work/main/src/adapters/locales/phrases.ts'
import { createWordings } from '/work/main/src/adapters/locales/wordings.ts'
import { sendDueReminders } from '/work/main/src/features/reminders/send-reminders.ts'
import { largeSchool } from '/work/main/tests/support/large-school.ts'
import { inFreshHome } from '/work/main/tests/bench/fresh-database.ts'
import fs from 'node:fs'
await inFreshHome('heap', async ({ open }) => {
  const db = await open()
  const { school } = await largeSchool(db, { now: new Date('2026-11-01T00:00:00+07:00'), children: 111112 })
  await db.prisma.$executeRawUnsafe('analyze')
  const traits = { maxTextLength: 2000, hasButtons: false, canEdit: false }
  const tx = createUnitOfWork(db.prisma, { ids: randomIds, traits: { telegram: traits, zalo: traits }, wakeUps: { outbound: async () => undefined, bulk: () => undefined } })
  let n = 0
  const s = new Session(); s.connect()
  const post = (m: string, p?: any) => new Promise<any>((ok, no) => s.post(m, p, (e: any, r: any) => e ? no(e) : ok(r)))
  const work: typeof tx = async (step) => {
    n += 1
    if (n % 30 === 1) { (globalThis as any).gc(); console.log(n, Math.round(process.memoryUsage().heapUsed / 1e6), Math.round(process.memoryUsage().rss / 1e6), new Date().toISOString()) }
    if (n === -1) {
      ;(globalThis as any).gc()
      const { profile } = await post('HeapProfiler.getSamplingProfile')
      const agg = new Map<string, number>()
      const walk = (node: any, path: string[]) => { const f = node.callFrame; const here = [...path, `${f.functionName}@${f.url.split('/').slice(-2).join('/')}:${f.lineNumber}`]; const k = here.slice(-2).join(' < '); agg.set(k, (agg.get(k) ?? 0) + node.selfSize); node.children.forEach((c: any) => walk(c, here)) }
      walk(profile.head, [])
      ;[...agg].sort((a, b) => b[1] - a[1]).slice(0, 14).forEach(([w, b]) => console.log((b / 1e6).toFixed(1), w))
      console.log(process.memoryUsage().heapUsed / 1e6)
    }
    return await tx(step)
  }
  await sendDueReminders({ work, phrases: createPhrases(), wordings: createWordings() }, school, new Date('2026-11-19T07:00:00+07:00'))
  await db.close()
})
