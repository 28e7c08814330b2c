import { bareNot, count, dealFlags, flag, ratio } from './count.ts'
import type { Item } from './item.ts'
import { newPerson, type Person, tell } from './people.ts'
import type { Sense } from './phrases.ts'
import { copyBefore, replaceLast, role, say, widen } from './say.ts'
import { type Attached, before, nameFollows, type State, significant } from './state.ts'

/** Walks over the items and gives every reason, flag and role to the child, pair or list it belongs to. */
export function attach(items: readonly Item[]): Attached {
  const state: State = {
    items,
    at: 0,
    people: [],
    counted: { ratios: [], grouped: 0, full: false },
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
    future: false,
    fresh: true,
    pastLeads: false,
    elsewhen: false,
    turns: undefined,
    flags: [],
    flagged: undefined,
  }
  for (state.at = 0; state.at < items.length; state.at += 1) step(state, items[state.at]!)
  dealFlags(state)
  // What is told of another day alone is not of today.
  state.people = state.people.filter((person) => !person.otherDay)
  // What was yesterday still is, unless the child is back.
  for (const person of state.people)
    if (!person.here)
      for (const said of person.past) tell(person, person.temperature === undefined ? said : { ...said, temperature: undefined })
  return state
}

function step(state: State, item: Item): void {
  if (otherDay(state, item)) return
  if (item.kind === 'name' || item.kind === 'unknown') meet(state, item)
  else if (item.kind === 'separator') separate(state, item.separator)
  else if (item.kind === 'number') count(state, item.value)
  else if (item.kind === 'ratio') ratio(state, item)
  else if (item.kind === 'temperature') say(state, { temperature: item.value, reason: 'sick' })
  else if (item.kind === 'emoji') {
    if (item.sick && state.people.length > 0) say(state, { codes: item.codes, reason: 'sick', faint: true })
  } else sense(state, item)
}

/** A name that may be no name counts only where names stand. */
function believable(state: State, item: Item & { kind: 'unknown' }): boolean {
  const previous = significant(state, state.at, -1)
  const next = significant(state, state.at, 1)
  const afterMarker =
    previous?.kind === 'sense' && ['away', 'short', 'noun', 'and', 'late', 'leave', 'add', 'drop'].includes(previous.sense)
  const inList =
    previous?.kind === 'separator' && state.mode === 'away' && [',', ':', '\n', '-', '+'].includes(previous.separator)
  const told =
    next?.kind === 'sense' &&
    ['symptom', 'sick', 'excused', 'unexcused', 'away', 'leave', 'late', 'here', 'family'].includes(next.sense)
  const counting = previous?.kind === 'number' || previous?.kind === 'ratio'
  if (item.sure) return afterMarker || inList || told || (counting && state.mode === 'away')
  const toldNext = told && state.items[state.at + 1] === next
  if (item.hint === 'opening') return toldNext
  const right = previous?.kind === 'sense' && (previous.sense === 'away' || previous.sense === 'short')
  if (item.hint === 'part') return right && state.items[state.at - 1] === previous && toldNext
  if (item.mention.length < 2 || /\d|\s/.test(item.mention)) return false
  const ends = next === undefined || next.kind === 'separator'
  const lower = item.mention === item.mention.toLowerCase()
  if (lower && state.people.some(({ mention }) => mention !== mention.toLowerCase())) return false
  const here = state.items[state.at - 1] === previous
  return (
    (right && (told || ends || next?.kind === 'unknown')) ||
    (here && inList && (told || next === undefined || next.kind === 'separator')) ||
    (counting && told)
  )
}

/** Whether this is said of another day; "hôm nay" and the end of the sentence lead back to today. */
function otherDay(state: State, item: Item): boolean {
  const told = item.kind === 'number' || item.kind === 'ratio' || item.kind === 'temperature'
  const telling =
    item.kind === 'sense' && !['word', 'noun', 'and', 'today', 'tomorrow', 'yesterday', 'ask', 'chat'].includes(item.sense)
  // "Hôm qua vắng 3": the figures and absences of that day. "Hôm qua An sốt, nghỉ" tells why An is away today.
  const counts = told || (item.kind === 'sense' && ['away', 'short', 'full', 'excused', 'unexcused'].includes(item.sense))
  if (state.pastLeads && counts) {
    state.elsewhen = true
    for (const person of state.people) if (person.sentence === state.sentence && !person.own) person.otherDay = true
  } else if (state.pastLeads && (telling || item.kind === 'separator')) state.pastLeads = false
  if (item.kind === 'ratio' || item.kind === 'number') state.fresh = false
  if (item.kind === 'sense' && item.sense === 'today') {
    if (state.elsewhen) state.mode = undefined
    state.elsewhen = false
  }
  return state.elsewhen && (told || telling)
}

/** "Ngày mai …" turns the sentence to another day; behind a name only the clause; right behind "nghỉ" it takes that along. */
function anotherDay(state: State): void {
  state.elsewhen ||= state.fresh
  state.future = state.people.length > 0
  const last = before(state, state.at)
  const next = significant(state, state.at, 1)
  const returns = next?.kind === 'sense' && ['here', 'late'].includes(next.sense)
  const { ratios, away } = state.counted
  const asked = last?.kind === 'sense' && ['away', 'excused', 'family', 'other'].includes(last.sense)
  if (!asked || returns || ratios.length > 0 || away !== undefined) return
  for (const person of state.target) {
    person.away = 0
    person.excused = undefined
    person.otherDay = person.codes.length === 0
  }
}

function meet(state: State, item: Item & { kind: 'name' | 'unknown' }): void {
  const unknown = item.kind === 'unknown'
  if (unknown && !believable(state, item)) return
  const candidates = item.kind === 'name' ? item.candidates : []
  const last = state.people.at(-1)
  if (last !== undefined && !unknown && sameChild(state, last, candidates)) return
  if (
    last !== undefined &&
    !unknown &&
    !state.separated &&
    candidates.length === 1 &&
    last.candidates.length === 1 &&
    last.candidates[0] === candidates[0]
  ) {
    state.target = [last]
    return
  }
  const person = newPerson({ mention: item.mention, candidates, unknown, start: item.start, sentence: state.sentence })
  person.instead = state.instead
  if (state.people.length > 0) state.past = false
  state.instead = false
  state.denied = false
  state.fresh = false
  person.otherDay = state.elsewhen
  if (state.elsewhen) state.mode = undefined
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
  state.future = false
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
  state.elsewhen = false
  state.pastLeads = false
  state.fresh = true
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

/** "Sốt: 0": nobody has it. */
function nobody(state: State): boolean {
  const [colon, number] = state.items.slice(state.at + 1, state.at + 3)
  return colon?.kind === 'separator' && colon.separator === ':' && number?.kind === 'number' && number.value === 0
}

function sense(state: State, item: Item & { kind: 'sense' }): void {
  if (item.sense === 'tomorrow') anotherDay(state)
  if (!state.future || item.sense !== 'tomorrow') state.senses.add(item.sense)
  const act = senses[item.sense as Sense]
  if ((item.sense === 'symptom' || item.sense === 'sick') && nobody(state)) return
  if (item.sense === 'symptom') say(state, { codes: item.codes, reason: 'sick' })
  else if (act !== undefined) act(state)
}

const senses: Readonly<Partial<Record<Sense, (state: State) => void>>> = {
  away: (state) => role(state, 'away'),
  short: (state) => {
    state.senses.add('away')
    role(state, 'away')
  },
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
    if (bareNot(state)) return
    state.denied = true
  },
  yesterday: (state) => {
    state.past = true
    state.pastLeads = state.fresh
  },
  night: (state) => {
    state.past = true
    state.senses.add('yesterday')
  },
  today: (state) => {
    state.past = false
    state.pastLeads = false
    state.future = false
  },
  instead: (state) => {
    state.instead = true
  },
  but: (state) => {
    state.instead = false
    state.denied = false
    state.run = []
  },
  into: (state) => replaceLast(state),
  add: (state) => {
    // "cô theo dõi thêm" adds nobody.
    if (nameFollows(state) || state.target.length === 0) role(state, 'added')
  },
  drop: (state) => role(state, 'dropped'),
  except: (state) => {
    if (!nameFollows(state)) return
    state.senses.add('away')
    state.mode = 'away'
    state.modeFresh = true
    state.target = []
    state.run = []
  },
  nobody: (state) => {
    state.counted.nobody = true
    state.senses.add('away')
  },
  rest: (state) => {
    state.counted.rest = true
    state.target = []
    state.run = []
  },
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
