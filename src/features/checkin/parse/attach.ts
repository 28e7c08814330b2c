import type { Item } from './items.ts'
import { newPerson, type Person, type Role, type Said, tell } from './people.ts'
import type { Sense } from './phrases.ts'

/** Numbers of the line by what they count. */
export interface Counted {
  ratio?: { left: number; right: number }
  present?: number
  total?: number
  away?: number
  /** Children under headings without names: "1 ốm, 1 việc nhà". */
  grouped: number
  full: boolean
  /** What follows the numbers are things, not children: "32/32 phiếu". */
  things?: boolean
  bare?: number
}

/** The line with everything said attached to the children it is said of. */
export interface Attached {
  readonly people: readonly Person[]
  readonly counted: Counted
  readonly senses: ReadonlySet<string>
  /** Head counts and the names behind them: "hai bạn Linh". */
  readonly lists: readonly { readonly count: number; readonly members: readonly Person[] }[]
  /** Said without a name: "có phép nhé". */
  readonly loose: Said[]
}

interface NameList {
  readonly count: number
  readonly members: Person[]
  closed: boolean
}

interface State extends Attached {
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
  turns: { members: Person[]; index: number; any: boolean } | undefined
  flags: { count: number; excused: boolean }[]
}

/** Walks over the items and gives every reason, flag and role to the child, pair or list it belongs to. */
export function attach(items: readonly Item[]): Attached {
  const state: State = {
    items,
    at: 0,
    people: [],
    counted: { grouped: 0, full: false },
    lists: [],
    senses: new Set(),
    loose: [],
    target: [],
    run: [],
    list: undefined,
    heading: [],
    headingOpen: false,
    headingUsed: false,
    mode: undefined,
    modeFresh: false,
    lines: false,
    separated: false,
    joined: false,
    denied: false,
    instead: false,
    sentence: 0,
    past: false,
    turns: undefined,
    flags: [],
  }
  for (state.at = 0; state.at < items.length; state.at += 1) step(state, items[state.at]!)
  dealFlags(state)
  // What was yesterday still is, unless the child is back.
  for (const person of state.people)
    if (!person.here)
      for (const said of person.past) tell(person, person.temperature === undefined ? said : { ...said, temperature: undefined })
  return state
}

function step(state: State, item: Item): void {
  if (item.kind === 'name' || item.kind === 'unknown') meet(state, item)
  else if (item.kind === 'separator') separate(state, item.separator)
  else if (item.kind === 'number') count(state, item.value)
  else if (item.kind === 'ratio') ratio(state, item)
  else if (item.kind === 'temperature') say(state, { temperature: item.value, reason: 'sick' })
  else if (item.kind === 'emoji') {
    if (item.sick && state.people.length > 0) say(state, { codes: item.codes, reason: 'sick', faint: true })
  } else sense(state, item)
}

function ratio(state: State, { left, right }: { left: number; right: number }): void {
  state.counted.ratio ??= { left, right }
  const next = state.items[state.at + 1]
  if ((next?.kind === 'unknown' && !next.sure) || (next?.kind === 'sense' && next.sense === 'chat')) state.counted.things = true
}

/** A name that may be no name counts only where names stand. */
function believable(state: State, item: Item & { kind: 'unknown' }): boolean {
  const previous = significant(state, state.at, -1)
  const next = significant(state, state.at, 1)
  const afterMarker =
    previous?.kind === 'sense' && ['away', 'noun', 'and', 'late', 'leave', 'add', 'drop'].includes(previous.sense)
  const inList =
    previous?.kind === 'separator' && state.mode === 'away' && [',', ':', '\n', '-', '+'].includes(previous.separator)
  const told =
    next?.kind === 'sense' && ['symptom', 'sick', 'excused', 'unexcused', 'away', 'leave', 'late', 'family'].includes(next.sense)
  const counting = previous?.kind === 'number' || previous?.kind === 'ratio'
  if (item.sure) return afterMarker || inList || told || (counting && state.mode === 'away')
  const toldNext = told && state.items[state.at + 1] === next
  if (item.hint === 'opening') return toldNext
  const right = previous?.kind === 'sense' && previous.sense === 'away'
  if (item.hint === 'part') return right && state.items[state.at - 1] === previous && toldNext
  if (item.mention.length < 2 || /\d|\s/.test(item.mention)) return false
  const here = state.items[state.at - 1] === previous
  return right || (here && inList && (told || next === undefined || next.kind === 'separator')) || (counting && told)
}

function meet(state: State, item: Item & { kind: 'name' | 'unknown' }): void {
  const unknown = item.kind === 'unknown'
  if (unknown && !believable(state, item)) return
  const candidates = item.kind === 'name' ? item.candidates : []
  const last = state.people.at(-1)
  if (last !== undefined && !unknown && sameChild(state, last, candidates)) return
  const person = newPerson({ mention: item.mention, candidates, unknown, start: item.start, sentence: state.sentence })
  person.instead = state.instead
  if (state.people.length > 0) state.past = false
  state.instead = false
  state.denied = false
  if (state.mode === 'away') person.away = state.modeFresh ? 2 : state.lines ? 1 : 0.5
  else if (state.mode !== undefined) tell(person, { role: state.mode })
  for (const said of state.heading) tell(person, said)
  if (state.heading.length > 0) state.headingUsed = true
  state.target = state.joined && state.run.length > 0 ? [...state.target, person] : [person]
  state.run.push(person)
  if (state.list && !state.list.closed) state.list.members.push(person)
  state.people.push(person)
  state.separated = false
  state.joined = false
}

/** "Gia Bảo (Cún)", "Tôm Gia Huy": two mentions of one child, side by side. */
function sameChild(state: State, last: Person, candidates: readonly number[]): boolean {
  const previous = state.items[state.at - 1]
  const aside = previous?.kind === 'separator' && (previous.separator === '(' || previous.separator === '-')
  if (state.items[state.at - (aside ? 2 : 1)]?.kind !== 'name' || (!aside && previous?.kind !== 'name')) return false
  const common = last.candidates.filter((child) => candidates.includes(child))
  if (common.length === 0) return false
  last.candidates = common
  return true
}

function separate(state: State, separator: string): void {
  if (separator === '+') {
    state.joined = true
    return
  }
  if (separator === '>') replaceLast(state)
  if (separator === '(' || separator === '-' || separator === '/' || separator === '>' || separator === '?') {
    if (separator !== '-') state.separated ||= separator !== '/'
    return
  }
  state.separated = true
  if (separator === ':') return
  state.joined = false
  state.denied = false
  if (separator === ',' || separator === ')') {
    if (state.turns?.any) state.turns.index += 1
    return
  }
  const opensList = separator === '\n' && before(state, state.at)?.kind === 'separator'
  const afterHeading = separator === '\n' && !state.headingUsed
  if (state.headingUsed || (!opensList && !afterHeading)) {
    state.heading = []
    state.headingUsed = false
  }
  state.run = []
  state.list = undefined
  state.turns = undefined
  state.instead = false
  if (separator === ';') return
  state.sentence += 1
  state.past = false
  if (state.mode !== 'away') state.mode = undefined
  else {
    const nobodyYet = !state.people.some((person) => person.away > 0)
    state.modeFresh &&= separator === '\n' && (nobodyYet || state.lines)
    // "vắng 2:" with nothing behind it: the names follow, one to a line.
    state.lines = separator === '\n' && (nobodyYet || state.lines || state.modeFresh)
  }
}

function before(state: State, at: number): Item | undefined {
  return state.items[at - 1]
}

/** The nearest item before or after that is more than filling. */
function significant(state: State, at: number, direction: 1 | -1, skipNoun = false): Item | undefined {
  for (let next = at + direction; next >= 0 && next < state.items.length; next += direction) {
    const item = state.items[next]!
    if (item.kind === 'emoji') continue
    if (item.kind === 'sense' && (item.sense === 'word' || item.sense === 'ask' || (skipNoun && item.sense === 'noun'))) continue
    return item
  }
  return undefined
}

/** Whether a name follows before the clause ends: then what stands here is a heading. A colon opens the list over line ends. */
function nameFollows(state: State): boolean {
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

/** Gives something said to whom it belongs: the names before it, or as a heading the names behind it. */
function say(state: State, said: Said): void {
  const told: Said = state.denied || state.instead ? { ...said, denied: true } : said
  if (said.role === undefined) state.denied = state.denied && said.codes === undefined
  if (state.turns !== undefined && said.role === undefined) {
    inTurn(state, told)
    return
  }
  const heads = state.target.length === 0 || (state.separated && nameFollows(state))
  if (heads) {
    startHeading(state, told)
    return
  }
  const list = state.list
  if (list && !list.closed && list.members.length === list.count && state.target.every((person) => list.members.includes(person)))
    state.target = list.members
  if (list) list.closed = true
  for (const person of state.target) {
    if (state.past && !told.denied) person.past.push(told)
    else tell(person, told)
    person.own = true
  }
  state.run = []
  state.headingOpen = false
}

function startHeading(state: State, said: Said): void {
  if (state.headingUsed || !state.headingOpen) state.heading = []
  state.headingUsed = false
  state.headingOpen = true
  state.heading.push(said)
  state.target = []
  state.run = []
  if (!nameFollows(state)) state.loose.push(said)
}

/** "An, Bình lần lượt sốt 38 và 39". */
function inTurn(state: State, said: Said): void {
  const { members, index } = state.turns!
  const person = members[Math.min(index, members.length - 1)]
  if (person === undefined) return
  // One symptom before the first of several temperatures is everybody's.
  if (said.codes !== undefined && !state.turns!.any && oneSymptomForAll(state)) for (const member of members) tell(member, said)
  else {
    tell(person, said)
    state.turns!.any = true
  }
}

function oneSymptomForAll(state: State): boolean {
  const rest = state.items.slice(state.at + 1)
  return (
    rest.filter((item) => item.kind === 'temperature').length > 1 &&
    !rest.some((item) => item.kind === 'sense' && item.sense === 'symptom')
  )
}

/** Where and when people are, by the word used. */
function role(state: State, role: Role): void {
  const roleless = state.target.length === 0 || (state.separated && nameFollows(state))
  if (!roleless) {
    const names = role === 'away' && state.run.length > 0 ? state.run : state.target
    for (const person of names) tell(person, { role })
    return
  }
  state.mode = role
  state.modeFresh = true
  state.target = []
  state.run = []
  if (!nameFollows(state)) state.loose.push({ role })
}

function sense(state: State, item: Item & { kind: 'sense' }): void {
  state.senses.add(item.sense)
  const act = senses[item.sense as Sense]
  if (item.sense === 'symptom') say(state, { codes: item.codes, reason: 'sick' })
  else if (act !== undefined) act(state)
}

const senses: Readonly<Partial<Record<Sense, (state: State) => void>>> = {
  away: (state) => role(state, 'away'),
  here: (state) => {
    const next = significant(state, state.at, 1)
    const previous = significant(state, state.at, -1, true)
    if (next?.kind === 'number' || next?.kind === 'ratio' || previous?.kind === 'ratio') return
    if (previous?.kind === 'number' && state.people.length === 0) return
    role(state, 'here')
  },
  late: (state) => role(state, 'late'),
  leave: (state) => role(state, 'leave'),
  sick: (state) => say(state, { reason: 'sick' }),
  family: (state) => say(state, { reason: 'family' }),
  other: (state) => say(state, { reason: 'other' }),
  excused: (state) => flag(state, true),
  unexcused: (state) => flag(state, false),
  and: (state) => {
    state.joined = true
    if (state.turns?.any) state.turns.index += 1
  },
  each: (state) => widen(state),
  same: (state) => copyBefore(state),
  turns: (state) => {
    state.turns = { members: state.run.length > 1 ? [...state.run] : [...state.people], index: 0, any: false }
  },
  not: (state) => {
    state.denied = true
  },
  yesterday: (state) => {
    state.past = true
  },
  today: (state) => {
    state.past = false
  },
  instead: (state) => {
    state.instead = true
  },
  but: (state) => {
    state.instead = false
    state.denied = false
  },
  into: (state) => replaceLast(state),
  add: (state) => {
    // "cô theo dõi thêm" adds nobody.
    if (nameFollows(state) || state.target.length === 0) role(state, 'added')
  },
  drop: (state) => role(state, 'dropped'),
  full: (state) => {
    state.counted.full = true
  },
  mild: (state) => {
    for (const person of state.target) person.mild = true
  },
  besides: (state) => {
    if (state.separated || state.people.length === 0) {
      state.mode = undefined
      state.target = []
      state.run = []
      state.heading = []
    }
  },
}

/** "An thành Bình", "An -> Bình": the one before was meant to be the one behind. */
function replaceLast(state: State): void {
  const last = state.people.at(-1)
  if (last === undefined || !nameFollows(state)) return
  last.instead = true
  state.mode = 'away'
  state.modeFresh = true
}

/** "đều": everybody named since the last thing said, or else everybody of the list. */
function widen(state: State): void {
  if (state.people.length === 0) return
  const sentence = state.people.at(-1)!.sentence
  state.target = state.run.length > 1 ? [...state.run] : state.people.filter((person) => person.sentence === sentence)
  if (state.list) state.list.closed = true
  state.separated = false
}

function copyBefore(state: State): void {
  const first = state.target[0]
  const model = first && state.people[state.people.indexOf(first) - 1]
  if (model === undefined) return
  for (const person of state.target) {
    tell(person, {
      codes: model.codes,
      ...(model.reason && { reason: model.reason }),
      ...(model.excused !== undefined && { excused: model.excused }),
    })
    person.away = Math.max(person.away, model.away)
  }
}

/** Permission, for one, for a heading, or by number: "3P, 1KP". */
function flag(state: State, excused: boolean): void {
  const previous = before(state, state.at)
  const next = significant(state, state.at, 1)
  const number = previous?.kind === 'number' ? previous.value : undefined
  const behind = next?.kind === 'number' ? next.value : colonNumber(state)
  if (number !== undefined && !(nameFollows(state) && state.people.length === 0)) {
    state.flags.push({ count: number, excused })
    return
  }
  if (behind !== undefined && number === undefined && state.separated && !nameFollows(state)) {
    state.flags.push({ count: behind, excused })
    return
  }
  say(state, { excused })
}

function colonNumber(state: State): number | undefined {
  const [colon, number] = state.items.slice(state.at + 1)
  return colon?.kind === 'separator' && colon.separator === ':' && number?.kind === 'number' ? number.value : undefined
}

function dealFlags(state: State): void {
  const total = state.flags.reduce((sum, { count }) => sum + count, 0)
  const named = state.people.filter((person) => !person.here && !person.left && !person.late)
  let next = Math.max(0, named.length - total)
  for (const { count, excused } of state.flags)
    for (const person of named.slice(next, (next += count))) person.excused ??= excused
  if (named.length === 0 && total > 0) state.counted.grouped += total
}

/** Finds out what a number counts from the words on both sides. */
function count(state: State, value: number): void {
  const { counted } = state
  const previous = significant(state, state.at, -1)
  const colon =
    previous?.kind === 'separator' && previous.separator === ':'
      ? significant(state, state.items.indexOf(previous), -1)
      : undefined
  const lead = colon ?? previous
  const next = significant(state, state.at, 1, true)
  const direct = significant(state, state.at, 1)
  const senseOf = (item: Item | undefined) => (item?.kind === 'sense' ? item.sense : undefined)
  const leads = senseOf(lead)
  const follows = senseOf(next)
  const listed = next?.kind === 'name' || next?.kind === 'unknown' || (follows === 'symptom' && nameFollows(state))
  if (leads === 'whole') {
    if (nameFollows(state)) openList(state, value)
    else {
      state.target = state.people.slice(-value)
      // "đã đón cả 2 bạn"
      const verb = state.items.slice(0, state.at - 1).findLast((item) => item.kind !== 'sense' || item.sense !== 'word')
      if (verb?.kind === 'sense' && verb.sense === 'leave') for (const person of state.target) tell(person, { role: 'leave' })
    }
    return
  }
  const thing = state.items[state.at + 1]
  if (thing?.kind === 'unknown' && !thing.sure && thing.hint !== 'part' && leads !== 'away') {
    // "nhận đủ 10 thùng sữa" counts no children.
    if (leads === 'full') counted.full = false
    return
  }
  if (leads === 'total') counted.total ??= value
  else if (leads === 'here' || leads === 'full') counted.present ??= value
  else if (leads === 'away' || leads === 'add') {
    if (leads === 'away') counted.away ??= value
  } else if (leads === 'excused' || leads === 'unexcused' || follows === 'excused' || follows === 'unexcused')
    return openList(state, value)
  else if (follows === 'away') counted.away ??= value
  else if (follows === 'here' || follows === 'full') counted.present ??= value
  else if (leads === 'symptom' || leads === 'sick' || leads === 'family' || leads === 'other') {
    if (!nameFollows(state)) counted.grouped += value
  } else if (['symptom', 'sick', 'family', 'other'].includes(follows ?? '') && !nameFollows(state) && state.people.length === 0)
    counted.grouped += value
  else if (senseOf(direct) === 'noun' && !listed) counted.bare ??= value
  else if (!listed && state.people.length === 0 && state.mode === undefined) counted.bare ??= value
  openList(state, value)
}

function openList(state: State, count: number): void {
  if (count < 1) return
  state.list = { count, members: [], closed: false }
  state.lists.push(state.list)
}
