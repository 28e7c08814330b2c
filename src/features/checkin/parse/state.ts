import type { Item } from './item.ts'
import type { Person, Role, Said } from './people.ts'

/** Numbers of the line by what they count. */
export interface Counted {
  ratios: { left: number; right: number; away?: 'before' | 'behind' | undefined }[]
  /** "thêm 1 bạn": so many more are away. */
  more?: number
  /** "cả lớp nghỉ". */
  nobody?: boolean
  present?: number
  total?: number | undefined
  away?: number
  /** Children under headings without names: "1 ốm, 1 việc nhà". */
  grouped: number
  /** "đủ 28": that number is everybody. */
  fullStated?: boolean
  full: boolean
  /** "còn lại đi đủ": whoever is named is not there. */
  rest?: boolean
  /** What follows the numbers are things, not children: "32/32 phiếu". */
  things?: boolean
  /** They are what the "32/32" itself counts. */
  ratioOfThings?: boolean
  bare?: number | undefined
  /** "cả 2" with no name behind it. */
  whole?: number
}

/** The line with everything said attached to the children it is said of. */
export interface Attached {
  readonly people: readonly Person[]
  readonly counted: Counted
  readonly senses: ReadonlySet<string>
  /** Head counts and the names behind them: "hai bạn Linh". */
  readonly lists: readonly { readonly count: number; readonly members: readonly Person[]; readonly direct: boolean }[]
  /** Said without a name: "có phép nhé". */
  readonly loose: Said[]
  /** Permission by number: "3P, 1KP". */
  readonly flags: readonly { readonly count: number; readonly excused: boolean }[]
}

/** A head count and the names behind it. */
export interface NameList {
  readonly count: number
  readonly members: Person[]
  /** "2 cháu X, Y bị cúm" says it of both; "vắng 2: X, Y sốt" does not. */
  readonly shares: boolean
  /** The name stands right behind the number: "hai bạn Linh", not "2: Linh". */
  readonly direct: boolean
  closed: boolean
}

/** Where the walk over the items stands. */
export interface State extends Attached {
  readonly items: readonly Item[]
  at: number
  people: Person[]
  lists: NameList[]
  senses: Set<string>
  /** Whom the next reason belongs to. */
  target: Person[]
  /** Names since the last thing said. */
  run: Person[]
  /** The list after a head count: "2 cháu X, Y". */
  list: NameList | undefined
  heading: Said[]
  headingOpen: boolean
  headingUsed: boolean
  mode: Role | undefined
  modeFresh: boolean
  /** The absent stand one to a line. */
  lines: boolean
  separated: boolean
  joined: boolean
  denied: boolean
  instead: boolean
  sentence: number
  past: boolean
  /** What follows is of another day to come. */
  future: boolean
  /** Nobody and no number yet in this sentence. */
  fresh: boolean
  /** A day gone by opens the sentence. */
  pastLeads: boolean
  /** The sentence speaks of another day. */
  elsewhen: boolean
  turns: { members: Person[]; index: number; any: boolean } | undefined
  flags: { count: number; excused: boolean }[]
  /** How many people were named when permissions began to be counted. */
  flagged: number | undefined
}

/** The item right before this place. */
export function before(state: State, at: number): Item | undefined {
  return state.items[at - 1]
}

/** The nearest item before or after that is more than filling. */
export function significant(state: State, at: number, direction: 1 | -1, skipNoun = false): Item | undefined {
  for (let next = at + direction; next >= 0 && next < state.items.length; next += direction) {
    const item = state.items[next]!
    if (item.kind === 'emoji') continue
    if (item.kind === 'sense' && (/^(word|only|too|ask)$/.test(item.sense) || (skipNoun && item.sense === 'noun'))) continue
    return item
  }
  return undefined
}

/** Whether a name follows before the clause ends: then what stands here is a heading. A colon opens the list over line ends. */
export function nameFollows(state: State): boolean {
  let colon = false
  for (let next = state.at + 1; next < state.items.length; next += 1) {
    const item = state.items[next]!
    if (item.kind === 'name' || (item.kind === 'unknown' && item.sure)) return true
    if (item.kind === 'separator') {
      if (item.separator === ':') colon = true
      else if (colon && (item.separator === '\n' || item.separator === '-')) continue
      else if (item.separator !== '(' && item.separator !== '-') return false
    }
  }
  return false
}
