import { decodeTelex } from '../../../core/telex.ts'
import { hasDiacritics, withoutDiacritics } from '../../../core/text.ts'
import { isKnownWord } from './lexicon.ts'
import { usualSpelling } from './spelling.ts'
import { respelled } from './teencode.ts'
import type { Line, Separator, Token } from './token.ts'

const pattern =
  /(?<word>\p{L}['’‘`´ʼ]\p{L}\p{M}*[\p{L}\p{M}]*|[\p{L}\p{M}]+)|(?<number>\d{1,3}[.,]\d{1,2}(?![\d/])|\d+)|(?<separator>[,;.\n:()\-/+?!&=>→•*–—…|°º%]|[[\]{}])|(?<emoji>\p{Extended_Pictographic})/gu

const separators: Readonly<Record<string, Separator>> = {
  '•': '\n',
  '*': '-',
  '–': '-',
  '—': '-',
  '…': '.',
  '!': '.',
  '&': '+',
  '[': '(',
  '{': '(',
  ']': ')',
  '}': ')',
  '=': ':',
  '→': '>',
  '|': ';',
}

const tonePairs: readonly (readonly [string, string])[] = [
  ['oá', 'óa'],
  ['oà', 'òa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oé', 'óe'],
  ['oè', 'òe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uý', 'úy'],
  ['uỳ', 'ùy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
]

/** Lower case with the tone where the older spelling has it (`Thuỳ` → `thùy`); apostrophes become one kind. */
export function comparable(word: string): string {
  let low = word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘`´ʼ]/g, "'")
  // Only at the end of a word do the two spellings differ: toán and huyền have one.
  for (const [modern, older] of tonePairs) if (low.endsWith(modern) && !low.startsWith('qu')) low = low.slice(0, -2) + older
  return low
}

/** Cuts what was typed into words, numbers, separators and emoji. Never throws; the longest text is cut at 20,000 characters. */
export function lex(text: string, isName: (word: string) => boolean): Line {
  const clean = text
    .slice(0, 20_000)
    .normalize('NFC')
    .replace(/\p{Cf}|\ufe0f/gu, '')
    .replace(/\r\n?/g, '\n')
  const tokens: Token[] = []
  let previousEnd = -1
  let marked = false
  for (const found of clean.matchAll(pattern)) {
    const raw = found[0]
    const { word, number, separator } = found.groups!
    const kind = word ? 'word' : number ? 'number' : separator ? 'separator' : 'emoji'
    const typed = word ? mended(word, { isName }) : separator ? (separators[raw] ?? raw) : raw
    for (const low of typed.split(' ')) {
      const bare = word ? withoutDiacritics(low) : low
      tokens.push({
        kind,
        raw,
        low,
        bare,
        plain: low === bare,
        value: number ? Number(number.replace(',', '.')) : 0,
        capital: word !== undefined && word[0] !== word[0]!.toLowerCase(),
        glued: found.index === previousEnd,
        start: found.index,
        end: found.index + raw.length,
      })
    }
    if (word && (hasDiacritics(word) || decodedHere(word, typed))) marked = true
    previousEnd = found.index + raw.length
  }
  return { text: clean, tokens, marked }
}

/** Marks that came out as Telex keys show that the teacher meant to type marks. */
function decodedHere(word: string, typed: string): boolean {
  return typed !== comparable(word) && usualSpelling(comparable(word)) === undefined
}

function mended(word: string, by: { isName: (word: string) => boolean }): string {
  const low = comparable(word)
  if (by.isName(low)) return low
  const spelled = usualSpelling(low)
  if (spelled !== undefined) return spelled
  if (isKnownWord(low)) return low
  const foreign = !/^[a-z]+$/.test(low) || /[fjwz]|[nct]k|(.)\1\1/.test(low)
  const meant = foreign
    ? respelled(low, { ...by, isWord: (other) => isKnownWord(other) || usualSpelling(other) !== undefined })
    : undefined
  const telex = low.length < 3 || !/^[a-z]+$/.test(low) ? low : fromTelex(low, by)
  // Telex keys are the likelier slip: `foongs` is no `phoongs`.
  if (telex !== low || meant === undefined) return telex
  return by.isName(meant) ? meant : (usualSpelling(meant) ?? meant)
}

function fromTelex(low: string, by: { isName: (word: string) => boolean }): string {
  const decoded = decodeTelex(low)
  if (decoded === undefined) return low
  const keyed = comparable(decoded)
  return by.isName(keyed) ? keyed : (usualSpelling(keyed) ?? keyed)
}
