import type { SchoolClass } from '../people/person.ts'

/** What a message says of one class. */
export interface SpokenPart {
  readonly one: SchoolClass
  readonly text: string
}

/**
 * A message that reports several classes one after the other, each under its code ("A1 28/30, vắng An; B1 15/15"), in its parts. Undefined
 * when it does not: a code in brackets behind a child's name begins nothing.
 */
export function spokenParts(text: string, classes: readonly SchoolClass[]): SpokenPart[] | undefined {
  if (classes.length < 2) return undefined
  const codes = classes
    .map(({ code }) => code)
    .sort((one, other) => other.length - one.length)
    .map((code) => code.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s*'))
  const heading = new RegExp(
    `(?:^|[\\n;,.]|\\s-)\\s*(?:lớp|lop)?\\s*(?<code>${codes.join('|')})\\s*[:：-]?\\s*(?=\\d{1,3}\\s*/\\s*\\d|đủ|du\\b|vắng|vang\\b|nghỉ|nghi\\b|sĩ số|si so\\b|đi đủ)`,
    'giu',
  )
  const starts = [...text.normalize('NFC').matchAll(heading)]
  const named = starts.map((start) => classes.find(({ code }) => plain(code) === plain(start.groups!.code!)))
  if (starts.length < 2 || new Set(named).size !== starts.length || text.slice(0, starts[0]!.index).trim() !== '')
    return undefined
  return starts.map((start, index) => ({
    one: named[index]!,
    text: text
      .slice(start.index, starts[index + 1]?.index)
      .replace(/^[\s\n;,.-]+/, '')
      .trim(),
  }))
}

const plain = (code: string) => code.toLowerCase().replace(/\s+/g, '')
