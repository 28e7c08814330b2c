import { hasDiacritics, withoutDiacritics } from '../../../core/text.ts'
import { comparable, type KnownNames, mended } from './mend.ts'
import { usualSpelling } from './spelling.ts'
import type { Line, Separator, Token } from './token.ts'

const pattern =
  /(?<word>\p{L}['’‘`´ʼ]\p{L}\p{M}*[\p{L}\p{M}]*|[\p{L}\p{M}]+)|(?<number>\d{1,3}[.,]\d{1,2}(?![\d/])|\d+)|(?<separator>[,;.\n:()\-/+?!&=>→•*–—…|°º%]|[[\]{}])|(?<emoji>\p{Extended_Pictographic})/gu

/** `s0t`, `k0`: a nought typed for the letter beside it. */
const zeroForO = /(?<=\p{Ll})0(?=\p{Ll})|(?<=(?<![\p{L}\d])[kh])0(?![\p{L}\d])/gu

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

/**
 * Cuts what was typed into words, numbers, separators and emoji. Never throws; the longest text is cut at 20,000 characters.
 * `nearName` tells the one name a word may be that lacks a mark; without it such words stay as they are.
 */
export function lex(text: string, isName: KnownNames['isName'], nearName: KnownNames['nearName'] = () => undefined): Line {
  const clean = text
    .slice(0, 20_000)
    .normalize('NFC')
    .replace(/\p{Cf}|\ufe0f/gu, '')
    .replace(/\r\n?/g, '\n')
    .replace(zeroForO, 'o')
  const names = { isName, nearName }
  const tokens: Token[] = []
  let previousEnd = -1
  let marked = false
  for (const found of clean.matchAll(pattern)) {
    const raw = found[0]
    const { word, number, separator } = found.groups!
    const kind = word ? 'word' : number ? 'number' : separator ? 'separator' : 'emoji'
    const typed = word ? mended(word, names, tokens.at(-1)) : separator ? (separators[raw] ?? raw) : raw
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
    if (word && (hasDiacritics(word) || decoded(word, typed))) marked = true
    previousEnd = found.index + raw.length
  }
  return { text: clean, tokens, marked }
}

/** Marks that came out as Telex keys show that the teacher meant to type marks. */
function decoded(word: string, typed: string): boolean {
  return typed !== comparable(word) && hasDiacritics(typed) && usualSpelling(comparable(word)) === undefined
}
