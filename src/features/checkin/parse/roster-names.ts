import { withoutDiacritics } from '../../../core/text.ts'
import type { Roster } from '../report.ts'
import { comparable } from './lex.ts'
import type { Line } from './token.ts'

interface Form {
  readonly child: number
  readonly words: readonly string[]
}

/** The ways to call the children of one class, ready to be looked up. */
export interface RosterNames {
  readonly roster: Roster
  readonly forms: ReadonlyMap<string, readonly Form[]>
  readonly words: ReadonlySet<string>
  readonly longest: number
  /** The class's own name and its shorter forms (`mẫu giáo lớn a1`, `lớn a1`, `a1`), as words without marks. */
  readonly classNames: readonly (readonly string[])[]
}

function wordsOf(name: string): string[] {
  return name.split(/\s+/).filter(Boolean).map(comparable)
}

/** The forms of one child: every tail of the name, the nickname; `H'Nhung` as `Nhung`, `Bảo A` as `Bảo`. */
function formsOf(child: string): string[][] {
  const [, base = child, nickname = ''] = /^(.*?)\s*(?:\(([^)]*)\))?\s*$/.exec(child.normalize('NFC')) ?? []
  const full = wordsOf(base)
  const nick = wordsOf(nickname)
  const forms: string[][] = []
  const add = (words: string[]) => {
    if (words.length > 0 && words.some((word) => !/^[a-z]$/.test(word))) forms.push(words)
  }
  const tails = (words: string[]) => {
    for (let from = 0; from < words.length; from += 1) {
      const tail = words.slice(from)
      add(tail)
      const plain = tail.map((word) => word.replace(/^h'/, ''))
      if (plain.some((word, at) => word !== tail[at])) {
        add(plain)
        add(tail.map((word) => word.replace("'", '')))
        add(tail.flatMap((word) => word.split("'")))
      }
    }
  }
  tails(full)
  if (/^([a-e]|\d)$/.test(full.at(-1) ?? '')) tails(full.slice(0, -1))
  if (nick.length > 0) {
    add(nick)
    const given = full.at(-1)!
    add([given, ...nick])
    add([...nick, given])
  }
  return forms
}

/** Prepares a roster for looking up mentions; done once for a class. */
export function rosterNames(roster: Roster): RosterNames {
  const forms = new Map<string, Form[]>()
  const words = new Set<string>()
  let longest = 1
  for (const [child, name] of roster.children.entries())
    for (const form of formsOf(name)) {
      const key = withoutDiacritics(form.join(' '))
      const list = forms.get(key)
      if (list === undefined) forms.set(key, [{ child, words: form }])
      else list.push({ child, words: form })
      for (const word of form) words.add(word)
      longest = Math.max(longest, form.length)
    }
  const classWords = withoutDiacritics(wordsOf(roster.class).join(' ')).match(/\d+|[^\s\d]+/g) ?? []
  const parts = wordsOf(roster.class).length
  const classNames: string[][] = []
  for (let from = 0; from < classWords.length; from += 1) {
    const tail = classWords.slice(from)
    // "Mai" alone of "Hoa Mai" would rather be a child.
    if (tail.length > 1 || parts === 1) classNames.push(tail)
    // "hh2" for Hoa Hồng 2
    const letters = tail.filter((word) => !/\d/.test(word)).map((word) => word[0])
    if (letters.length > 1) classNames.push([letters.join(''), ...tail.filter((word) => /\d/.test(word))])
  }
  return { roster, forms, words, longest, classNames }
}

/** How a stretch of words can be read as a child's name: who it may be, how many words long. */
export interface NameReading {
  readonly length: number
  readonly candidates: readonly number[]
}

/** All name readings that start at this token, longest first. In a line with marks the marks must agree, unless none were typed here. */
export function namesAt(line: Line, start: number, names: RosterNames): NameReading[] {
  const readings: NameReading[] = []
  let key = ''
  for (let length = 1; length <= names.longest; length += 1) {
    const token = line.tokens[start + length - 1]
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) break
    key = length === 1 ? token.bare : `${key} ${token.bare}`
    const forms = names.forms.get(key)
    if (forms === undefined) continue
    const agreeing = forms.filter((form) => agrees(line, start, form.words))
    const exact = agreeing.filter((form) => form.words.every((word, at) => line.tokens[start + at]!.low === word))
    const usable = line.marked && exact.length > 0 ? exact : agreeing
    const candidates = [...new Set(usable.map((form) => form.child))]
    if (candidates.length > 0) readings.unshift({ length, candidates })
  }
  return readings
}

function agrees(line: Line, start: number, words: readonly string[]): boolean {
  return words.every((word, at) => {
    const token = line.tokens[start + at]!
    return token.low === word || token.plain
  })
}
