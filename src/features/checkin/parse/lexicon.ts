import { withoutDiacritics } from '../../../core/text.ts'
import type { Symptom } from '../report.ts'
import { permissionPhrases } from './permission.ts'
import { phrases, type Sense } from './phrases.ts'
import { symptomWords } from './symptom-words.ts'
import type { Token } from './token.ts'
import { grownPhrases } from './words/grown.ts'

/** A word or phrase of the check-in vocabulary and what it does. */
export interface Entry {
  readonly words: readonly { readonly low: string; readonly bare: string }[]
  readonly sense: Sense | 'symptom'
  readonly codes: readonly Symptom[]
}

const byFirstWord = new Map<string, Entry[]>()
const knownWords = new Set<string>()

function enter(phrase: string, sense: Entry['sense'], codes: readonly Symptom[] = []) {
  const words = (phrase.normalize('NFC').match(/\d+|[^\s\d]+/g) ?? []).map((low) => ({ low, bare: withoutDiacritics(low) }))
  for (const { low, bare } of words) knownWords.add(low).add(bare)
  const first = words[0]!.bare
  const entries = byFirstWord.get(first)
  if (entries === undefined) byFirstWord.set(first, [{ words, sense, codes }])
  else entries.push({ words, sense, codes })
}

function alternatives(words: string): string[] {
  return words.split('|').map((phrase) => phrase.trim())
}

for (const [codes, words] of symptomWords) for (const phrase of alternatives(words)) enter(phrase, 'symptom', codes)
for (const [sense, words] of Object.entries(phrases)) for (const phrase of alternatives(words)) enter(phrase, sense as Sense)
for (const [sense, list] of Object.entries(grownPhrases)) for (const phrase of list) enter(phrase, sense as Sense)
for (const phrase of permissionPhrases) enter(phrase, 'excused')
// Longest first; the order of the tables decides between equals.
for (const entries of byFirstWord.values()) entries.sort((a, b) => b.words.length - a.words.length)

/** Whether a word, with or without its marks, occurs anywhere in the vocabulary. */
export function isKnownWord(word: string): boolean {
  return knownWords.has(word)
}

/** The longest phrase that starts at this token; a word typed with other marks counts only inside a longer symptom ("tiêu chãy"). */
export function phraseAt(tokens: readonly Token[], start: number, isName: (token: Token) => boolean): Entry | undefined {
  let best: Entry | undefined
  let bestExact = -1
  for (const entry of byFirstWord.get(tokens[start]!.bare) ?? []) {
    if (best !== undefined && entry.words.length < best.words.length) break
    const exact = exactWords(tokens, start, { entry, isName })
    if (exact > bestExact) {
      best = entry
      bestExact = exact
    }
  }
  return best
}

/** How many words agree to the mark; -1 when the phrase is not there. */
function exactWords(tokens: readonly Token[], start: number, by: { entry: Entry; isName: (token: Token) => boolean }): number {
  const { words } = by.entry
  let exact = 0
  let other = false
  for (const [offset, word] of words.entries()) {
    const token = tokens[start + offset]
    if (token === undefined || token.bare !== word.bare) return -1
    if (token.low === word.low) exact += 1
    else other ||= !token.plain
    if (token.low === word.low) continue
    if ((!token.plain && (words.length === 1 || by.entry.sense !== 'symptom')) || by.isName(token)) return -1
  }
  // "đâu có" is no sore throat: where marks are typed, one word at least must bear them out.
  return other && exact === 0 ? -1 : exact
}
