import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'

/** First line of a backup. */
const Header = z.object({
  backup: z.literal('tro-ly-mam-non'),
  version: z.literal(1),
  takenAt: z.iso.datetime(),
  /** The migrations its database had been through. */
  migrations: z.array(z.string()),
  schools: z.array(z.string()),
})
/** Before the rows of each table; each row is then one line: its columns as PostgreSQL writes them, in this order. */
const TableLine = z.object({ table: z.string(), columns: z.array(z.object({ name: z.string(), type: z.string() })) })
const Row = z.array(z.string().nullable())
/** Last line: without it the file is cut off. `sha256` is over all lines before it. */
const End = z.object({ rows: z.number().int(), sha256: z.string(), counters: z.record(z.string(), z.number()) })

export type BackupHeader = z.output<typeof Header>
export type BackupEnd = z.output<typeof End>
export type BackupPart =
  | ({ readonly kind: 'header' } & BackupHeader)
  | ({ readonly kind: 'table' } & z.output<typeof TableLine>)
  | { readonly kind: 'row'; readonly line: string }
  | ({ readonly kind: 'end' } & BackupEnd)

/** The file is no backup, or not a whole one. */
export class NoBackup extends Error {
  override readonly name = 'NoBackup'
}

/** Reads a backup from its beginning. @throws {NoBackup} where it is none, is damaged or ends early */
export async function* readBackup(path: string): AsyncGenerator<BackupPart> {
  const file = createReadStream(path)
  const plain = createGunzip()
  file.on('error', (error) => plain.destroy(error))
  const lines = createInterface({ input: file.pipe(plain), crlfDelay: Number.POSITIVE_INFINITY })
  // readline does not pass on what its stream throws.
  const broken = new Promise<never>((_resolve, reject) => plain.once('error', reject))
  broken.catch(() => undefined)
  const iterator = lines[Symbol.asyncIterator]()
  const hash = createHash('sha256')
  let isFirst = true
  try {
    for (;;) {
      const { value, done } = await Promise.race([iterator.next(), broken])
      if (done) throw new NoBackup('the file ends early')
      const part = partOf(value, isFirst)
      isFirst = false
      if (part.kind === 'end' && part.sha256 !== hash.digest('hex')) throw new NoBackup('something in it has changed')
      if (part.kind !== 'end') hash.update(`${value}\n`)
      yield part
      if (part.kind === 'end') return
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === undefined || code.startsWith('E') || error instanceof NoBackup
      ? error
      : new NoBackup('the file is damaged', { cause: error })
  } finally {
    lines.close()
    file.destroy()
  }
}

/** Its first line alone. @throws {NoBackup} */
export async function readHeader(path: string): Promise<BackupHeader> {
  for await (const part of readBackup(path)) if (part.kind === 'header') return part
  throw new NoBackup('the file has no beginning')
}

/** Reads all of it without keeping anything. @returns its first line @throws {NoBackup} */
export async function checkBackup(path: string): Promise<BackupHeader> {
  let header: BackupHeader | undefined
  for await (const part of readBackup(path)) if (part.kind === 'header') header = part
  if (header === undefined) throw new NoBackup('the file has no beginning')
  return header
}

function partOf(line: string, isFirst: boolean): BackupPart {
  const json = parsed(line)
  if (isFirst) {
    const header = Header.safeParse(json)
    if (!header.success) throw new NoBackup('the file is no backup of this service')
    return { kind: 'header', ...header.data }
  }
  if (Array.isArray(json)) {
    if (!Row.safeParse(json).success) throw new NoBackup('a row is damaged')
    return { kind: 'row', line }
  }
  const table = TableLine.safeParse(json)
  if (table.success) return { kind: 'table', ...table.data }
  const end = End.safeParse(json)
  if (end.success) return { kind: 'end', ...end.data }
  throw new NoBackup('a line is damaged')
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new NoBackup('a line is damaged')
  }
}
