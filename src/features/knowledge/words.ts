import { withoutDiacritics } from '../../core/text.ts'

/** One word of a message, ready to be compared. */
export interface Word {
  /** Without marks, lower case: `truong`. What is compared first. */
  readonly folded: string
  /** Letters with their shapes, then the tone: `trương2`. The same for `hòa` and `hoà`, `đường` and `đừơng`. */
  readonly sound: string
  readonly isMarked: boolean
  /** Counts up at a full stop, question mark or line end. */
  readonly sentence: number
  /** Counts up at a comma, colon, dash or the like as well. */
  readonly phrase: number
}

/** Longer messages are read from their beginning and their end: nobody's question is in the middle of ten thousand characters. */
const maxLength = 2_400
const tones: Readonly<Record<string, string>> = { '\u0301': '1', '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5' }
const token = /\bm[2²]|\d+(?:[.,/]\d+)*|[\p{L}]+|%|[+&]|[.?!;\n,:()–—-]|\.{2,}/gu

/** The sound of a syllable: shapes kept, tone moved to the end, so that the place of the tone mark does not matter. */
export function soundOf(syllable: string): string {
  let tone = ''
  const letters = syllable.normalize('NFD').replace(/[\u0301\u0300\u0309\u0303\u0323]/g, (mark) => {
    tone = tones[mark]!
    return ''
  })
  return letters.normalize('NFC') + tone
}

/** A message without what only clutters it: tags, control and zero-width characters; lower case, NFC, of bounded length. */
export function clean(text: string): string {
  const bounded = text.length <= maxLength ? text : `${text.slice(0, maxLength - 800)}\n${text.slice(-800)}`
  return bounded
    .normalize('NFC')
    .toLowerCase()
    .replace(/<(system|assistant|developer)>[^<>]{0,400}<\/\1>/g, ' ')
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
    .replace(/m²/g, 'm2')
    .replace(/[’‘`]/g, "'")
    .replace(/(?<![\p{L}\d])(\p{L})\.(\p{L})(?![\p{L}.])/gu, '$1$2')
    .replace(shortened, '$1 ')
    .replace(/(\p{L})-(?=\p{L})/gu, '$1 ')
}

/** `p.huynh`, `t.anh`: a dot within a word ends no sentence. One or two consonants before it, so that `ạ.Em` stays two sentences. */
const shortened = /(?<![\p{L}\d])([bcdđghklmnpqrstvx]{1,2})\.(?=\p{L}{2})/gu

/** The words of a cleaned text with the sentence and phrase each stands in. */
export function wordsOf(cleaned: string): Word[] {
  const words: Word[] = []
  let sentence = 0
  let phrase = 0
  for (const [piece] of cleaned.matchAll(token)) {
    if (/^[.?!;\n]/.test(piece)) {
      sentence += 1
      phrase += 1
    } else if (/^[,:()–—-]$/.test(piece)) phrase += 1
    else if (piece === '+' || piece === '&') words.push(wordOf('và', { sentence, phrase }))
    else words.push(wordOf(piece, { sentence, phrase }))
  }
  return words
}

/** One word, at the given place in its message. */
export function wordOf(piece: string, at: { sentence: number; phrase: number }): Word {
  const { folded, sound, isMarked } = formsOf(piece)
  return { folded, sound, isMarked, sentence: at.sentence, phrase: at.phrase }
}

interface Forms {
  readonly folded: string
  readonly sound: string
  readonly isMarked: boolean
}

/** The language has some seven thousand syllables; what people invent beside them must not grow this for ever. */
const mostForms = 10_000
const knownForms = new Map<string, Forms>()

function formsOf(piece: string): Forms {
  const known = knownForms.get(piece)
  if (known !== undefined) return known
  const folded = withoutDiacritics(piece)
  const forms = { folded, sound: soundOf(piece), isMarked: folded !== piece }
  if (knownForms.size < mostForms) knownForms.set(piece, forms)
  return forms
}
