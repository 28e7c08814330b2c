import { actsForChild } from './frames.ts'
import type { Item } from './item.ts'
import { type Entry, phraseAt } from './lexicon.ts'
import { namesAt, type RosterNames } from './roster-names.ts'
import type { Line } from './token.ts'

interface Conflict {
  readonly line: Line
  readonly items: readonly Item[]
  readonly at: number
  readonly names: RosterNames
  /** Words of the name reading. */
  readonly name: number
  readonly phrase: { readonly length: number; readonly sense: Entry['sense'] | 'number' }
}

const firm = new Set(['noun', 'and', 'not', 'away', 'excused', 'number', 'leave'])

/** How likely, 0 to 1, a word that is both a name and an ordinary word is the name here: by its capital, and by what stands around it. */
export function nameOdds(conflict: Conflict): number {
  const { line, at, name, phrase } = conflict
  const token = line.tokens[at]!
  let score = firm.has(phrase.sense) ? -1.5 : -1
  if (phrase.sense === 'tomorrow' && !(token.capital && at > 0) && !conflict.items.some(({ kind }) => kind === 'ratio'))
    score -= 1.5
  if (name > phrase.length) score += 3
  if (phrase.length > name) score -= 3
  if (token.capital && at > 0 && !line.tokens[at - 1]!.raw.includes('.')) score += 2.5
  else if (token.capital && at > 0 && line.marked && othersCapital(conflict) && toldAlone(conflict)) score += 2
  else if (token.capital && at === 0 && othersCapital(conflict)) score += 0.5
  else if (!token.capital && othersCapital(conflict)) score -= 1.5
  if (inList(conflict)) score += 2
  return 1 / (1 + Math.exp(-(score + before(conflict) + after(conflict))))
}

/** "… vắng Nam. Nhi mẹ đón về": nobody else in that clause whom it could be told of. */
function toldAlone({ line, at, names, name }: Conflict): boolean {
  for (let next = at + name; next < line.tokens.length && next < at + name + 8; next += 1) {
    const token = line.tokens[next]!
    if (token.kind === 'separator') return false
    if (token.kind !== 'word') continue
    const sense = phraseAt(line.tokens, next, () => false)?.sense
    if (sense !== undefined && /^(leave|late|here|away|symptom|sick)$/.test(sense)) return true
    if (token.capital && namesAt(line, next, names).length > 0) return false
  }
  return false
}

/** "lam, son, mai, nam": one of a list of names. */
function inList({ line, items, at, name, names }: Conflict): boolean {
  const [one, comma] = items.slice(-2)
  const behind = line.tokens[at + name]
  const listed = one?.kind === 'name' && comma?.kind === 'separator' && comma.separator === ','
  const opens = items.length === 0 || items.at(-1)?.kind === 'separator'
  if (opens && behind?.low === ',' && namesAt(line, at + name + 1, names).length > 0) return true
  return listed && (behind === undefined || behind.kind === 'separator')
}

function othersCapital({ line, names, at }: Conflict): boolean {
  return line.tokens.some(
    (token, other) => other !== at && other > 0 && token.capital && token.raw.length > 1 && names.words.has(token.low),
  )
}

function before({ items, line, at, phrase, name }: Conflict): number {
  const last = items.at(-1)
  if (last === undefined) return 0
  if (last.kind === 'name') return -0.5
  // "19/20 nằm nghỉ" would say nothing: Nam it is.
  if (last.kind === 'ratio') return ['here', 'tomorrow'].includes(phrase.sense) ? 2.5 : 0.5
  if (/^(cho|dua|dan|don|ruoc|be|dem|deo)$/.test(line.tokens[at - 1]!.bare) && phrase.sense === 'tomorrow') return 2
  if (/^(me|bo|ba|ma)$/.test(line.tokens[at - 1]!.bare) && actsForChild(line, at + name)) return 2
  if (last.kind === 'number') return phrase.sense === 'noun' ? -1.5 : 0
  const told = items.at(-2)?.kind === 'name'
  if (told && last.kind === 'sense' && last.sense === 'away') return -0.5
  if (last.kind === 'sense' && ['away', 'short', 'noun', 'and', 'besides', 'add', 'except'].includes(last.sense)) return 1.5
  if (last.kind === 'separator' && [',', ':', '+', '-', '\n'].includes(last.separator) && line.tokens[at] !== undefined)
    return items.some((item) => item.kind === 'name') || last.separator === ':' ? 1 : 0.5
  return 0
}

/** What is said of children. */
const telling = new Set<string>([
  'symptom',
  'sick',
  'excused',
  'unexcused',
  'family',
  'other',
  'away',
  'and',
  'leave',
  'late',
  'here',
])

function after({ line, at, names, name, phrase }: Conflict): number {
  const next = line.tokens[at + name]
  if (next === undefined) return 1
  if (next.kind === 'separator') return 0.8
  if (next.kind !== 'word') return 0
  const behind = phraseAt(line.tokens, at + name, () => false)
  const sense = behind?.sense
  // "nam nam vien": the second one begins a phrase, so the first one is somebody.
  if (behind !== undefined && behind.words.length > 1 && telling.has(sense!)) return 1
  if (namesAt(line, at + name, names).length > 0 && !/^(p|kp)$/.test(next.bare)) return phrase.sense === 'not' ? 0 : -1
  if (next.bare === 'bi') return 1
  if (sense === undefined) return -0.5
  if (sense === 'noun') return -1
  return telling.has(sense) ? 1 : 0
}
