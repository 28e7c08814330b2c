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
  ended: '-',
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
const ends = '-*(?:[.]|$)'
/** "cả lớp nghỉ hết, trừ …", "vắng gần hết, chỉ có …" */
const allButThese = /(?<![N#R].*)A[^N#Ra]*[eoh]-*(?=[^N]*N)/
const patterns = [
  // with that before them: these and no others
  new RegExp(`o[-n]*${names}(?![-n,]*[asgl])`, 'd'),
  // "chỉ có 4 bé đi học: An, Bình", "đi học chỉ có An, Bình"
  new RegExp(`(?:o[-n#]*h|h-*o)[-n#:,]*${names}(?![-n,]*[asgl])`, 'd'),
  // "mới có An với Bình tới thôi"
  new RegExp(`o[-n#:,]*${names}[-n,]*h`, 'd'),
  // "lớp em chỉ có 4 bé: An, Bình, Chi, Dung"
  new RegExp(`o-*#[-n]*:?[-n]*${names}${ends}`, 'd'),
  // "có mặt: An, Bình", "có mặt 5/12: …"
  new RegExp(`(?:^|[.,-])h[-n]*[#R]?[-n]*:[-n]*${names}(?![-n,]*[asgl])`, 'd'),
  // "lớp được 4 bạn đi học là An, Bình, Chi, Dung"
  new RegExp(`#[-n]*h[-n:]*${names}(?![-n,]*[asgl])`, 'd'),
]

/** Finds out whether the line tells who came instead of who is away. */
export function presentList(items: readonly Item[]): PresentList | undefined {
  const shape = items.map(markOf).join('')
  if (shape.includes('x') || shape.includes('t')) return undefined
  const rest = /r[^.N#hfR]*[aAs]/.test(shape)
  // Whoever is counted or listed as away beside them makes it a report like any other.
  if (rest) return { rest, counted: false }
  if (/[aefA]/.test(shape.replace(allButThese, 'o'))) return undefined
  const butThese = allButThese.exec(shape)
  for (const [index, pattern] of patterns.entries()) {
    if (index === 0 && butThese === null) continue
    const found = pattern.exec(shape)
    const [from, to] = found?.indices?.groups?.names ?? []
    if (found === null || from === undefined || to === undefined) continue
    const listed = items.slice(from, to).filter(({ kind }) => kind === 'name' || kind === 'unknown')
    const number = items.slice(found.index, from).find((item) => item.kind === 'number' || item.kind === 'ratio')
    const stated = number?.kind === 'number' ? number.value : number?.kind === 'ratio' ? number.left : undefined
    if (index >= 3 && stated !== undefined && stated !== listed.length) continue
    if (index === 4 && listed.length < 2) continue
    return { starts: new Set(listed.map(({ start }) => start)), rest, counted: stated !== undefined }
  }
  return undefined
}
