import type { Session } from './session.ts'

export interface Column {
  readonly name: string
  /** As PostgreSQL writes it: `timestamp with time zone`. */
  readonly type: string
}

export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
}

/** Counters of `autoincrement` columns, by the name of the counter. */
export type Counters = Readonly<Record<string, number>>

/** The migrations' own record is made by them; the queue's wake-ups live in a schema of their own and are only hints. */
const notData = '_prisma_migrations'

/** Every table with data, each after those it refers to. */
export async function readTables(session: Session): Promise<Table[]> {
  const columns = await session.query<{ table: string; name: string; type: string }>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relname <> $1
     order by c.relname, a.attnum`,
    [notData],
  )
  const references = await session.query<{ from: string; to: string }>(
    `select distinct f.relname as from, t.relname as to
     from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     where k.contype = 'f' and f.relnamespace = 'public'::regnamespace and f.oid <> t.oid`,
  )
  const tables = [...Map.groupBy(columns, ({ table }) => table)].map(([name, own]) => ({
    name,
    columns: own.map((column) => ({ name: column.name, type: column.type })),
  }))
  return inOrder(tables, references)
}

/** The migrations the database has been through. */
export async function readMigrations(session: Session): Promise<string[]> {
  const rows = await session.query<{ name: string }>(
    'select migration_name as name from _prisma_migrations where finished_at is not null order by migration_name',
  )
  return rows.map(({ name }) => name)
}

export async function readCounters(session: Session): Promise<Counters> {
  const rows = await session.query<{ name: string; value: string | null }>(
    `select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public'`,
  )
  return Object.fromEntries(rows.map(({ name, value }) => [name, Number(value ?? 0)]))
}

function inOrder(tables: readonly Table[], references: readonly { from: string; to: string }[]): Table[] {
  const ordered: Table[] = []
  let left = [...tables]
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name))
    const free = left.filter(({ name }) => !references.some(({ from, to }) => from === name && waiting.has(to)))
    if (free.length === 0) throw new Error('the tables refer to each other in a circle')
    ordered.push(...free)
    left = left.filter((table) => !free.includes(table))
  }
  return ordered
}

/** A name as SQL takes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
