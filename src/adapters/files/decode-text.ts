import chardet from 'chardet'
import iconv from 'iconv-lite'

/** Bytes as Vietnamese text; undefined when their letters fit no encoding that Vietnamese is written in. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const marked = markedEncoding(buffer)
  if (marked !== undefined) return tidy(iconv.decode(buffer, marked))
  const wide = wideEncoding(buffer)
  if (wide !== undefined) return tidy(iconv.decode(buffer, wide))
  try {
    return tidy(new TextDecoder('utf-8', { fatal: true }).decode(buffer))
  } catch {
    return tidyIfVietnamese(buffer)
  }
}

function markedEncoding(buffer: Buffer): string | undefined {
  if (buffer.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return 'utf8'
  if (buffer.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return 'utf-16le'
  return buffer.subarray(0, 2).equals(Buffer.from([0xfe, 0xff])) ? 'utf-16be' : undefined
}

/** UTF-16 without its mark: every other byte of Latin text is zero. */
function wideEncoding(buffer: Buffer): string | undefined {
  const sample = buffer.subarray(0, 4096)
  let [even, odd] = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) index % 2 === 0 ? (even += 1) : (odd += 1)
  const half = sample.length / 2
  if (odd > half * 0.4 && even < half * 0.2) return 'utf-16le'
  return even > half * 0.4 && odd < half * 0.2 ? 'utf-16be' : undefined
}

/** Encodings of old Vietnamese programs; `chardet` knows the Western ones but not these, so what it finds is one candidate more. */
const vietnamese = ['windows-1258', 'tcvn', 'windows-1252']
const letters = /[a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu
const usualSigns = /[–—“”‘’…•°]/

function tidyIfVietnamese(buffer: Buffer): string | undefined {
  const found = chardet.detect(buffer.subarray(0, 65_536))
  const names = [...new Set([...vietnamese, ...(found !== null && iconv.encodingExists(found) ? [found] : [])])]
  const scored = names.map((name) => {
    const text = tidy(iconv.decode(buffer, name))
    const foreign = [...text.slice(0, 20_000)].filter((char) => char > '\u007f')
    const fitting = foreign.filter((char) => letters.test(char) || usualSigns.test(char)).length
    return { text, share: foreign.length === 0 ? 1 : fitting / foreign.length, foreign: foreign.length }
  })
  // Letters that are one character in the right encoding are two in a wrong one: of equal shares the shorter text.
  const best = scored.sort((one, other) => other.share - one.share || one.foreign - other.foreign)[0]!
  return best.share >= 0.9 ? best.text : undefined
}

const tidy = (text: string): string => text.replace(/^\ufeff/, '').normalize('NFC')
