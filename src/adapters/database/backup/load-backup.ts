import { readBackup } from './backup-file.ts'
import type { Session } from './session.ts'
import { type Column, type Counters, quoted } from './tables.ts'

const rowsAtOnce = 500
const charactersAtOnce = 2_000_000
/**
 * How far the counters jump ahead. Numbers that were given out after the backup stand in messages that people still have: "câu 1045" must
 * not mean another family's question now.
 */
const jump = 1_000

/** Fills an empty schema, the backup's own, from the file; in the caller's transaction. @returns how many rows */
export async function loadBackup(session: Session, path: string): Promise<number> {
  let into: { name: string; columns: readonly Column[] } | undefined
  let lines: string[] = []
  let size = 0
  let rows = 0
  const flush = async (): Promise<void> => {
    if (into !== undefined && lines.length > 0) await insert(session, into, lines)
    rows += lines.length
    lines = []
    size = 0
  }
  for await (const part of readBackup(path)) {
    if (part.kind === 'row') {
      lines.push(part.line)
      size += part.line.length
      if (lines.length >= rowsAtOnce || size >= charactersAtOnce) await flush()
    } else {
      await flush()
      if (part.kind === 'table') into = { name: part.table, columns: part.columns }
      if (part.kind === 'end') await setCounters(session, part.counters)
    }
  }
  return rows
}

async function insert(
  session: Session,
  { name, columns }: { name: string; columns: readonly Column[] },
  lines: readonly string[],
) {
  const names = columns.map((column) => quoted(column.name)).join(', ')
  const values = columns.map(({ type }, at) => `(line->>${at})::${knownType(type)}`).join(', ')
  await session.query(`insert into ${quoted(name)} (${names}) select ${values} from json_array_elements($1::json) as line`, [
    `[${lines.join(',')}]`,
  ])
}

/** Types come out of the file: nothing but a type may get into the statement. */
function knownType(type: string): string {
  if (!/^[a-z][a-z ]*(\(\d+(,\d+)?\))?( (with|without) time zone)?(\[\])?$/.test(type))
    throw new Error('the backup names a type that is none')
  return type
}

async function setCounters(session: Session, counters: Counters): Promise<void> {
  for (const [name, value] of Object.entries(counters))
    await session.query('select setval(c.oid, $2::bigint) from pg_class c where c.relname = $1 and c.relkind = $3', [
      name,
      value + jump,
      'S',
    ])
}
