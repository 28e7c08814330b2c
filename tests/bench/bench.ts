// `npm run bench -- <name>`: measurements that take longer than tests may.
const benches: Record<string, () => Promise<{ run(): Promise<number> }>> = {
  kills: () => import('./kills.ts'),
  faults: () => import('./faults.ts'),
  broadcast: () => import('./broadcast.ts'),
  entries: () => import('./entries.ts'),
  morning: () => import('./morning.ts'),
  season: () => import('./season.ts'),
  reminders: () => import('./reminders.ts'),
  console: () => import('./console.ts'),
}

const name = process.argv[2] ?? ''
const load = benches[name]
if (load === undefined) {
  console.error(`Usage: npm run bench -- <${Object.keys(benches).join(' | ')}>`)
  process.exit(2)
}
process.exitCode = await (await load()).run()
