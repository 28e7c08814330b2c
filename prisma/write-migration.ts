// Writes the next migration from what `schema.prisma` has and `migrations/` has not: `npm run migration -- add_absences`.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { applyMigrations, migrationNames, noFilters, openSchemaEngine, readSchema } from '../src/adapters/database/migrations.ts'

const name = process.argv[2]
if (name === undefined || !/^[a-z][a-z_]+$/.test(name)) {
  console.error('Usage: npm run migration -- <verb_noun>, for example add_absences')
  process.exit(2)
}
const database = new PGlite()
const factory = new PrismaPGlite(database)
if ((await migrationNames()).length > 0) await applyMigrations(factory)
const engine = await openSchemaEngine(factory)
const files = [await readSchema()]
const { stdout } = await engine.diff({
  from: { tag: 'schemaDatasource', files, configDir: '.' },
  to: { tag: 'schemaDatamodel', files },
  script: true,
  exitCode: null,
  filters: noFilters,
})
await database.close()
if (!stdout?.includes(';')) {
  console.log('Nothing to write: the migrations already give the schema.')
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join('prisma', 'migrations', `${stamp}_${name}`)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), stdout)
  console.log(`Wrote ${folder}/migration.sql: read it before you commit it.`)
}
