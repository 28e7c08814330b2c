import type { Item } from './item.ts'

/** A line that names those who came, so that all the others are away. */
export interface PresentList {
  /** Where the names of those who came stand; undefined: all names of whom nothing else is said. */
  readonly starts?: ReadonlySet<number>
  /** "còn lại nghỉ": it says so of the others. */
  readonly rest: boolean
  /** A number of those who came stands with it. */
  readonly counted: boolean
}

const marks: Readonly<Record<string, string>> = {
  only: 'o',
  here: 'h',
  away: 'a',
  short: 'a',
  allAway: 'A',
  nobody: 'A',
  except: 'e',
  others: 'r',
  and: '&',
  noun: 'n',
  full: 'f',
  rest: 'f',
  late: 'l',
  leave: 'g',
  tomorrow: 't',
  yesterday: 't',
  not: 'x',
  ended: 'E',
  instead: 'x',
  drop: 'x',
}
const told = new Set(['symptom', 'sick', 'family', 'other', 'excused', 'unexcused', 'excusedAll', 'unexcusedAll'])

/** One letter for each item, so that a kind of sentence is a pattern. */
function markOf(item: Item): string {
  switch (item.kind) {
    case 'name':
      return 'N'
    case 'unknown':
      return item.sure ? 'N' : '-'
    case 'number':
      return '#'
    case 'ratio':
      return 'R'
    case 'temperature':
      return 's'
    case 'emoji':
      return '-'
    case 'separator':
      return /[,+/]/.test(item.separator) ? ',' : /[.;\n]/.test(item.separator) ? '.' : item.separator === ':' ? ':' : '-'
    case 'sense':
      return told.has(item.sense) ? 's' : (marks[item.sense] ?? '-')
  }
}

const names = '(?<names>N(?:[-n,&]*N)*)'
const nothingElse = '(?![-n,]*[asgl])'

interface Form {
  readonly pattern: RegExp
  /** A number that stands with the names must be theirs. */
  readonly agrees?: boolean
  readonly least?: number
}

const forms: readonly Form[] = [
  // "chỉ có 4 bé đi học: An, Bình", "đi học chỉ có An, Bình"
  { pattern: new RegExp(`(?:o[-n#]*h|h-*o)[-n#:,]*${names}${nothingElse}`, 'd') },
  // "mới có An với Bình tới thôi"
  { pattern: new RegExp(`o[-n#:,]*${names}[-n,]*h`, 'd') },
  // "lớp em chỉ có 4 bé: An, Bình, Chi, Dung"
  { pattern: new RegExp(`o-*#[-n]*:?[-n]*${names}-*(?:[.]|$)`, 'd'), agrees: true },
  // "có mặt: An, Bình", "có mặt 5/12: …"
  { pattern: new RegExp(`(?:^|[.,-])h[-n]*[#R]?[-n]*:[-n]*${names}${nothingElse}`, 'd'), agrees: true },
  // "lớp được 4 bạn đi học là An, Bình, Chi, Dung"
  { pattern: new RegExp(`#[-n]*h[-n:]*${names}${nothingElse}`, 'd'), agrees: true, least: 2 },
]
/** "cả lớp nghỉ, trừ An, Bình", "vắng gần hết, chỉ có …"; behind a name "nghỉ hết" is said of that list. */
const allBut = new RegExp(`(?<![N#R].*)(?:A|a[-s]*E)[^N#Ra]*[eoh][-n]*${names}${nothingElse}`, 'd')
/** Nobody writes a list of those present among so many words. */
const maxItems = 400

/** Finds out whether the line tells who came instead of who is away. */
export function presentList(items: readonly Item[]): PresentList | undefined {
  if (items.length > maxItems) return undefined
  const shape = items.map(markOf).join('')
  if (/[xt]/.test(shape)) return undefined
  const but = allBut.exec(shape)
  if (but !== null) return { starts: new Set(listedIn(items, but).map(({ start }) => start)), rest: true, counted: false }
  if (/r[^.N#hfR]*[aAs]/.test(shape)) return { rest: true, counted: false }
  // Whoever is counted or listed as away beside them makes it a report like any other.
  if (/[aefA]/.test(shape)) return undefined
  for (const { pattern, agrees, least = 1 } of forms) {
    const found = pattern.exec(shape)
    if (found === null) continue
    const listed = listedIn(items, found)
    const number = items.slice(found.index, found.indices!.groups!.names![0]).find((item) => /^(number|ratio)$/.test(item.kind))
    const stated = number?.kind === 'number' ? number.value : number?.kind === 'ratio' ? number.left : undefined
    if (listed.length < least || (agrees && stated !== undefined && stated !== listed.length)) continue
    return { starts: new Set(listed.map(({ start }) => start)), rest: false, counted: stated !== undefined }
  }
  return undefined
}

function listedIn(items: readonly Item[], found: RegExpExecArray): Item[] {
  const [from, to] = found.indices!.groups!.names!
  return items.slice(from, to).filter(({ kind }) => kind === 'name' || kind === 'unknown')
}
