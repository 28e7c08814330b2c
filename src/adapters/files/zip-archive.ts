import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP file of these texts. */
export function zipArchive(files: readonly { readonly name: string; readonly content: string | Uint8Array }[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of files) {
    const data = Buffer.from(content as string)
    const packed = deflateRawSync(data, { level: 1 })
    const label = Buffer.from(name)
    const sums = Buffer.alloc(12)
    sums.writeUInt32LE(crc32(data), 0)
    sums.writeUInt32LE(packed.length, 4)
    sums.writeUInt32LE(data.length, 8)
    const head = Buffer.alloc(14)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    const names = Buffer.alloc(4)
    names.writeUInt16LE(label.length, 0)
    const local = Buffer.concat([signed(0x04034b50), head.subarray(0, 10), sums, names, label, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([signed(0x02014b50), Buffer.from([20, 0]), head.subarray(0, 10), sums, names, tail, label]))
    parts.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, list, signed(0x06054b50), end])
}

function signed(mark: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32LE(mark)
  return buffer
}
