import chardet from 'chardet'
import iconv from 'iconv-lite'
import { withoutDiacritics } from '../../core/text.ts'

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
  const zeros = (rest: number) => sample.filter((byte, index) => byte === 0 && index % 2 === rest).length
  const [even, odd] = [zeros(0), zeros(1)]
  const half = sample.length / 2
  if (odd > half * 0.4 && even < half * 0.2) return 'utf-16le'
  return even > half * 0.4 && odd < half * 0.2 ? 'utf-16be' : undefined
}

/** Encodings of old Vietnamese programs; `chardet` knows the Western ones but not these, so what it finds is one candidate more. */
const vietnamese = ['windows-1258', 'tcvn', 'windows-1252']
const syllable = /^(?:ngh|ng|nh|kh|ph|th|tr|ch|gh|gi|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/
const marked = /[^\u0000-\u007f\s]/

function tidyIfVietnamese(buffer: Buffer): string | undefined {
  const found = chardet.detect(buffer.subarray(0, 65_536))
  const names = [...new Set([...vietnamese, ...(found !== null && iconv.encodingExists(found) ? [found] : [])])]
  const scored = names.map((name) => {
    const text = tidy(iconv.decode(buffer, name))
    return { text, share: shareOfSyllables(text.slice(0, 20_000)) }
  })
  const best = scored.sort((one, other) => other.share - one.share)[0]!
  return best.share >= 0.8 ? best.text : undefined
}

/** How many of the words with marks could be Vietnamese: letters alone prove nothing, as old encodings have one for nearly every byte. */
function shareOfSyllables(text: string): number {
  const words = text.split(/[^\p{L}\p{M}\p{N}\p{S}\p{C}]+/u).filter((word) => marked.test(word))
  const fitting = words.filter((word) => {
    const isMixed = word !== word.toLowerCase() && word !== word.toUpperCase() && !/^\p{Lu}\p{Ll}*$/u.test(word)
    return !isMixed && syllable.test(withoutDiacritics(word.toLowerCase()))
  })
  return words.length === 0 ? 1 : fitting.length / words.length
}

const tidy = (text: string): string => text.replace(/^\ufeff/, '').normalize('NFC')
