import { senses } from './acts.ts'
import { count, dealFlags, ratio } from './count.ts'
import type { Item } from './item.ts'
import { anotherDay, otherDay } from './other-day.ts'
import { newPerson, type Person, tell } from './people.ts'
import type { Sense } from './phrases.ts'
import { replaceLast, say } from './say.ts'
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
  const behind = state.items[state.at + 1]
  const toldNext = told && (behind === next || (behind?.kind === 'sense' && behind.sense === 'too'))
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
  const chained = state.items[state.at - 1]?.kind === 'separator' || state.joined
  if (last !== undefined && chained && state.items[state.at - 2]?.start === last.start) last.listedWithNext = true
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
  state.future = state.future && separator === ',' && goesOn(state)
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

/** "sáng mai con đi khám, xin nghỉ 1 buổi": still of that day, as long as nothing was said of today and nobody else is named. */
function goesOn(state: State): boolean {
  const { ratios, away, present } = state.counted
  const told = state.people.some((person) => person.own || person.away > 0 || person.here || person.late)
  return ratios.length === 0 && away === undefined && present === undefined && !told && !nameFollows(state)
}

/** "không biết có sốt không": a question, not a symptom. */
function asksWhether(state: State, item: Item & { kind: 'sense' }): boolean {
  const [not, end] = state.items.slice(state.at + 1, state.at + 3)
  if (item.sense !== 'symptom' || not?.kind !== 'sense' || not.sense !== 'not') return false
  const asked = state.items[state.at - 1]
  return (
    asked?.kind === 'sense' &&
    asked.sense === 'word' &&
    (end === undefined || (end.kind === 'separator' && end.separator === '?'))
  )
}

/** "Sốt: 0": nobody has it. */
function nobody(state: State): boolean {
  const [colon, number] = state.items.slice(state.at + 1, state.at + 3)
  return colon?.kind === 'separator' && colon.separator === ':' && number?.kind === 'number' && number.value === 0
}

function sense(state: State, item: Item & { kind: 'sense' }): void {
  if (item.sense === 'tomorrow') anotherDay(state)
  if (!state.future || item.sense !== 'tomorrow') state.senses.add(item.sense)
  if (asksWhether(state, item)) return
  const act = senses[item.sense as Sense]
  if ((item.sense === 'symptom' || item.sense === 'sick') && nobody(state)) return
  if (item.sense === 'symptom') say(state, { codes: item.codes, reason: 'sick' })
  else if (act !== undefined) act(state)
}
