import { inflateRawSync } from 'node:zlib'

interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const longestComment = 65_557

/** What a ZIP file says it holds; undefined when it has no directory. Sizes are claims: see `unzipped`. */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end < buffer.length - longestComment || end + 22 > buffer.length || buffer.readUInt32LE(end) !== endMark)
    return undefined
  const entries: ZipEntry[] = []
  let at = buffer.readUInt32LE(end + 16)
  for (let count = buffer.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== entryMark) return undefined
    const nameLength = buffer.readUInt16LE(at + 28)
    entries.push({
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      method: buffer.readUInt16LE(at + 10),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return entries
}

/** One file of the archive as text. @param most bytes unpacked; more than that, or damage, is undefined */
export function unzipped(bytes: Uint8Array, entry: ZipEntry, most: number): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset, packed, method } = entry
  if (offset + 30 > buffer.length) return undefined
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28)
  const data = buffer.subarray(start, start + packed)
  try {
    if (method === 0) return data.length > most ? undefined : data.toString('utf8')
    return inflateRawSync(data, { maxOutputLength: most }).toString('utf8')
  } catch {
    return undefined
  }
}
