import { readFileSync } from 'node:fs'
import type { SchoolEntry } from '../../../src/features/entries/entry.ts'
import { EntryIndex } from '../../../src/features/entries/entry-index.ts'
import { readWording } from '../../../src/features/entries/wording.ts'

/** One question put to a school that has an answer for each ask of the file. `expected`: that ask, or nothing. */
export interface Again {
  readonly text: string
  readonly ask: string
  readonly expected: string | undefined
  readonly found: string | undefined
}

export const today = '2026-11-23'

const linesOf = (name: string) => readFileSync(new URL(`./lines/${name}.txt`, import.meta.url), 'utf8').split('\n')

/** What the school of `lines/<name>.txt` has an answer for. */
export const asksOf = (name: string) => linesOf(name).flatMap((line) => (line.startsWith('# ') ? [line.slice(2)] : []))

/** Asks every line of it: under `# ask` the lines `+ asked again` and `- another question`. */
export function askAgain(name: string): Again[] {
  const index = new EntryIndex()
  for (const [at, ask] of asksOf(name).entries()) index.put(entryOf(ask, at + 1))
  let ask = ''
  return linesOf(name).flatMap((line): Again[] => {
    if (line.startsWith('# ')) ask = line.slice(2)
    const said = /^([+-]) (.+)$/.exec(line)
    if (said === null) return []
    const text = said[2]!
    const found = index.find({ wording: readWording(text), today, place: 'long-bien' })?.entry.asks[0]
    return [{ text, ask, expected: said[1] === '+' ? ask : undefined, found }]
  })
}

/** One answer of a school, as far as finding it needs. */
export function entryOf(ask: string, number: number): SchoolEntry {
  return {
    id: String(number),
    schoolId: 'school',
    number,
    version: 1,
    state: 'published',
    topic: 'other',
    text: { vi: 'Dạ.', en: null },
    asks: [ask],
    validFrom: today,
    validTo: null,
    saidOn: today,
    approved: null,
    replaces: [],
    savedAt: new Date(0),
  }
}

/** Precision: of what was answered, how much was right. Recall: of what has an answer, how much got it. */
export function scoreOf(all: readonly Again[]) {
  const answered = all.filter(({ found }) => found !== undefined)
  const right = answered.filter(({ found, expected }) => found === expected).length
  const answerable = all.filter(({ expected }) => expected !== undefined).length
  return { asked: all.length, answered: answered.length, right, precision: right / answered.length, recall: right / answerable }
}
