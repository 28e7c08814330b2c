import { withoutDiacritics } from '../../../core/text.ts'
import type { Roster } from '../report.ts'
import { lex } from './lex.ts'
import { comparable, lacksMarksOf } from './mend.ts'
import type { Line } from './token.ts'

interface Form {
  readonly child: number
  readonly words: readonly string[]
}

/** The ways to call the children of one class, ready to be looked up. */
export interface RosterNames {
  readonly roster: Roster
  readonly forms: ReadonlyMap<string, readonly Form[]>
  /** "Kiệt T", "T Kiệt": the given name with the first letter of another word of the name. */
  readonly initials: ReadonlyMap<string, readonly Form[]>
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

function initialsOf(child: string): string[][] {
  const words = wordsOf(child.replace(/\(.*$/, ''))
  const given = words.pop()
  if (given === undefined || /^([a-e]|\d)$/.test(given)) return []
  // P, K and V say something by themselves.
  const letters = new Set(words.map((word) => word[0]!).filter((letter) => /^[a-zđ]$/.test(letter) && !/^[ckpv]$/.test(letter)))
  return [...letters].flatMap((letter) => [
    [given, letter],
    [letter, given],
  ])
}

/** Prepares a roster for looking up mentions; done once for a class. */
export function rosterNames(roster: Roster): RosterNames {
  const forms = new Map<string, Form[]>()
  const words = new Set<string>()
  let longest = 1
  const initials = new Map<string, Form[]>()
  for (const [child, name] of roster.children.entries()) {
    for (const form of initialsOf(name)) {
      const key = withoutDiacritics(form.join(' '))
      initials.set(key, [...(initials.get(key) ?? []), { child, words: form }])
    }
    for (const form of formsOf(name)) {
      const key = withoutDiacritics(form.join(' '))
      const list = forms.get(key)
      if (list === undefined) forms.set(key, [{ child, words: form }])
      else list.push({ child, words: form })
      for (const word of form) words.add(word)
      longest = Math.max(longest, form.length)
    }
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
  return { roster, forms, initials, words, longest, classNames }
}

/** Cuts a text into tokens with the names of the class in mind. */
export function lexFor(text: string, { words }: RosterNames): Line {
  return lex(
    text,
    (word) => words.has(word),
    (word) => {
      const near = [...words].filter((name) => lacksMarksOf(word, name))
      return near.length === 1 ? near[0] : undefined
    },
  )
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
  for (let length = 1; length <= Math.max(2, names.longest); length += 1) {
    const token = line.tokens[start + length - 1]
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) break
    key = length === 1 ? token.bare : `${key} ${token.bare}`
    const forms = names.forms.get(key) ?? (length === 2 ? initialAt(line, start, names.initials.get(key)) : undefined)
    if (forms === undefined) continue
    const agreeing = forms.filter((form) => agrees(line, start, form.words))
    const exact = agreeing.filter((form) => form.words.every((word, at) => line.tokens[start + at]!.low === word))
    const usable = line.marked && exact.length > 0 ? exact : agreeing
    const candidates = [...new Set(usable.map((form) => form.child))]
    if (candidates.length > 0) readings.unshift({ length, candidates })
  }
  return readings
}

/** The children whom a mention by itself may mean, in the roster's spelling. */
export function candidatesOf(mention: string, names: RosterNames): string[] {
  const reading = namesAt(lexFor(mention, names), 0, names)[0]
  return (reading?.candidates ?? []).map((child) => names.roster.children[child]!)
}

/** Only a capital letter beside a name that is not all capitals is an initial. */
function initialAt(line: Line, start: number, forms: readonly Form[] | undefined): readonly Form[] | undefined {
  const pair = line.tokens.slice(start, start + 2)
  const letter = pair.find(({ raw }) => raw.length === 1)
  const name = pair.find((token) => token !== letter)
  return letter?.capital && name !== undefined && name.raw !== name.raw.toUpperCase() ? forms : undefined
}

function agrees(line: Line, start: number, words: readonly string[]): boolean {
  return words.every((word, at) => {
    const token = line.tokens[start + at]!
    return token.low === word || token.plain
  })
}
