import type { FastifyRequest } from 'fastify'
import type { SentFile } from './visit.ts'

export interface ReadForm {
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly SentFile[]
  list(field: string): readonly string[]
}

const longestField = 20_000

/** What a form sent, ordinary or with files. Everything typed is NFC; a field sent twice reads as its last value, `list` has all. */
export async function readForm(request: FastifyRequest): Promise<ReadForm> {
  const values: [string, string][] = []
  const files: SentFile[] = []
  if (request.isMultipart()) {
    for await (const part of request.parts()) {
      if (part.type === 'file') files.push({ field: part.fieldname, name: part.filename, bytes: await part.toBuffer() })
      else values.push([part.fieldname, String(part.value)])
    }
  } else if (typeof request.body === 'object' && request.body !== null) {
    for (const [name, value] of Object.entries(request.body))
      for (const one of Array.isArray(value) ? value : [value]) values.push([name, String(one)])
  }
  const typed = values.map(
    ([name, value]) => [name, value.normalize('NFC').replace(/\r\n/g, '\n').slice(0, longestField)] as const,
  )
  return {
    fields: Object.fromEntries(typed),
    files,
    list: (field) => typed.flatMap(([name, value]) => (name === field ? [value] : [])),
  }
}
