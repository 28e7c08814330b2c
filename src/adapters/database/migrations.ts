import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'

const prismaFolder = fileURLToPath(new URL('../../../prisma/', import.meta.url))
const migrationsFolder = join(prismaFolder, 'migrations')
export const noFilters = { externalTables: [], externalEnums: [] }

/** Names of the migrations this release brings, oldest first. */
export async function migrationNames(): Promise<string[]> {
  const found = await readdir(migrationsFolder, { withFileTypes: true })
  return found
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** Prisma's own schema in the form its engine reads. */
export async function readSchema(): Promise<{ path: string; content: string }> {
  const path = join(prismaFolder, 'schema.prisma')
  return { path, content: await readFile(path, 'utf8') }
}

/**
 * Applies whatever of `prisma/migrations` the database lacks, by Prisma's own engine (compiled to WebAssembly, so there is no
 * binary to download), recorded in `_prisma_migrations` as `prisma migrate deploy` would. Call it under a lock.
 * @param only the schema of an older release: no migrations but these
 */
export async function applyMigrations(
  factory: SqlMigrationAwareDriverAdapterFactory,
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const engine = await openSchemaEngine(factory)
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await readMigrations(only),
      filters: noFilters,
    })
    return appliedMigrationNames
  } finally {
    engine.free()
  }
}

async function readMigrations(only?: ReadonlySet<string>): Promise<MigrationList> {
  const names = (await migrationNames()).filter((name) => only?.has(name) ?? true)
  const migrationDirectories = names.map(async (name) => {
    const value = await readFile(join(migrationsFolder, name, 'migration.sql'), 'utf8')
    return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } }
  })
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(migrationsFolder, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(migrationDirectories),
  }
}

// Node has WebAssembly; its types come with the browser's library, which nothing else here should see.
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>
  instantiate(module: object, imports: object): Promise<{ exports: { __wbindgen_start(): void } }>
}

type Bindings = { SchemaEngine: { new: (...args: unknown[]) => Promise<SchemaEngine> } }
let bindings: Promise<Bindings> | undefined

/** Opens Prisma's engine on a database. */
export async function openSchemaEngine(factory: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  bindings ??= loadEngine()
  const { path, content } = await readSchema()
  return await (await bindings).SchemaEngine.new(
    { datamodels: [[path, content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}

/**
 * The engine ships for bundlers only: Node has no import of `.wasm` with bindings, so the module is put together here. Once a process:
 * the bindings keep the instance in a variable of theirs, and a second one would pull it away under the first.
 */
async function loadEngine(): Promise<Bindings> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const loaded = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href)
  const compiled = await WebAssembly.compile(await readFile(join(folder, 'schema_engine_bg.wasm')))
  const instance = await WebAssembly.instantiate(compiled, { './schema_engine_bg.js': withoutHoldingTheProcess(loaded) })
  loaded.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return loaded
}

/** The engine leaves its time limits running when it is done: a command that set up the database would end only ten seconds later. */
function withoutHoldingTheProcess(imports: Record<string, (...args: unknown[]) => unknown>): object {
  const entries = Object.entries(imports).map(([name, call]) => {
    if (!name.startsWith('__wbg_setTimeout')) return [name, call] as const
    return [
      name,
      (...args: unknown[]) => {
        const timer = call(...args) as NodeJS.Timeout
        timer.unref()
        return timer
      },
    ] as const
  })
  return Object.fromEntries(entries)
}
