import type { Item } from './item.ts'
import { tell } from './people.ts'
import { say, widen } from './say.ts'
import { nameFollows, type State, significant } from './state.ts'

/** Notes "28/30"; things behind it ("32/32 phiếu") make it no head count. */
export function ratio(state: State, { left, right }: { left: number; right: number }): void {
  const previous = significant(state, state.at, -1, true)
  const colon = previous?.kind === 'separator' && previous.separator === ':'
  const leads = senseOf(colon ? significant(state, state.items.indexOf(previous), -1, true) : previous)
  const follows = senseOf(significant(state, state.at, 1, true))
  // "vắng 2/32" tells how many are away; "30/32 vắng 2" how many are there.
  const away = /^(away|short)$/.test(leads) ? 'before' : /^(away|short)$/.test(follows) ? 'behind' : undefined
  state.counted.ratios.push({ left, right, away })
  const next = state.items[state.at + 1]
  if ((next?.kind === 'unknown' && !next.sure) || (next?.kind === 'sense' && next.sense === 'chat')) {
    state.counted.things = true
    state.counted.ratioOfThings = true
  }
}

/** Permission, for one, for a heading, or by number: "3P, 1KP". */
export function flag(state: State, excused: boolean): void {
  const previous = significant(state, state.at, -1, true)
  const next = significant(state, state.at, 1)
  const number = previous?.kind === 'number' ? previous.value : undefined
  const behind = next?.kind === 'number' ? next.value : colonNumber(state)
  const opening = state.items[state.at + 1]
  const opens = opening?.kind === 'separator' && (opening.separator === '(' || opening.separator === ':')
  if (number !== undefined && (state.flagged === state.people.length || flagAhead(state))) {
    state.flagged = state.people.length
    state.flags.push({ count: number, excused })
    return
  }
  if (number !== undefined && !(nameFollows(state) && (opens || state.people.length === 0))) {
    state.flags.push({ count: number, excused })
    return
  }
  if (behind !== undefined && number === undefined && state.separated && !nameFollows(state)) {
    state.flags.push({ count: behind, excused })
    return
  }
  // "Có phép cả ạ"
  if (opening?.kind === 'sense' && opening.sense === 'whole' && !nameFollows(state)) widen(state)
  say(state, { excused })
}

/** "1 có phép, 1 không phép: Hà, Vân": another number of the kind follows before the names. */
function flagAhead(state: State): boolean {
  let counted = false
  for (const item of state.items.slice(state.at + 1)) {
    if (item.kind === 'name' || item.kind === 'unknown') return false
    if (item.kind === 'separator' && !/^[,+(-]$/.test(item.separator)) return false
    if (item.kind === 'number') counted = true
    if (counted && item.kind === 'sense' && /^(excused|unexcused|not)$/.test(item.sense)) return true
  }
  return false
}

/** "2 có phép 1 không": the second number is of those without. */
export function bareNot(state: State): boolean {
  const previous = significant(state, state.at, -1, true)
  if (state.flagged !== state.people.length || previous?.kind !== 'number') return false
  state.flags.push({ count: previous.value, excused: false })
  return true
}

/** "Vắng: không" */
export function nobodyAway(state: State): boolean {
  const [away, colon] = state.items.slice(Math.max(0, state.at - 2), state.at)
  const end = state.items[state.at + 1]
  const said = senseOf(away) === 'away' && colon?.kind === 'separator' && colon.separator === ':'
  if (!said || (end !== undefined && end.kind !== 'separator') || state.people.length > 0) return false
  state.counted.full = true
  state.mode = undefined
  return true
}

/** "Thư có phép, Mai không". */
export function withoutPermission(state: State): boolean {
  const name = state.items[state.at - 1]
  const end = state.items[state.at + 1]
  const told = state.people.at(-2)?.excused === true && state.people.at(-1)?.sentence === state.people.at(-2)?.sentence
  if (name?.kind !== 'name' || !told || (end !== undefined && end.kind !== 'separator')) return false
  say(state, { excused: false })
  return true
}

function colonNumber(state: State): number | undefined {
  const [colon, number] = state.items.slice(state.at + 1)
  return colon?.kind === 'separator' && colon.separator === ':' && number?.kind === 'number' ? number.value : undefined
}

/** Deals counted permissions ("3P, 1KP") to the names in their order; the last names when there are more. */
export function dealFlags(state: State): void {
  const total = state.flags.reduce((sum, { count }) => sum + count, 0)
  const named = state.people.filter((person) => !person.here && !person.left && !person.late)
  let next = Math.max(0, named.length - total)
  for (const { count, excused } of state.flags) {
    for (const person of named.slice(next, next + count)) person.excused ??= excused
    next += count
  }
  if (named.length === 0 && total > 0) state.counted.grouped += total
}

/** Finds out what a number counts from the words on both sides. */
export function count(state: State, value: number): void {
  const previous = significant(state, state.at, -1)
  const colon = previous?.kind === 'separator' && previous.separator === ':'
  const leads = senseOf(colon ? significant(state, state.items.indexOf(previous), -1) : previous)
  const thing = state.items[state.at + 1]
  if (leads === 'whole') whole(state, value)
  else if (thing?.kind === 'unknown' && !thing.sure && thing.hint !== 'part' && leads !== 'away' && leads !== 'short') {
    // "nhận đủ 10 thùng sữa" counts no children.
    if (leads === 'full') state.counted.full = false
  } else {
    // "thiếu 2 cái ghế": told apart from children where it matters.
    const word = thing?.kind === 'sense' && (thing.sense === 'word' || thing.sense === 'chat')
    if (thing?.kind === 'unknown' && !thing.sure && thing.hint !== 'part') state.counted.things = true
    if (leads === 'short' && (word || (thing?.kind === 'unknown' && !thing.sure))) state.counted.things = true
    note(state, value, leads)
    if (leads === 'away' && value === 0) state.mode = undefined
    openList(state, value)
  }
}

function senseOf(item: Item | undefined): string {
  return item?.kind === 'sense' ? item.sense : ''
}

const reasons = ['symptom', 'sick', 'family', 'other']

function note(state: State, value: number, leads: string): void {
  const { counted } = state
  const next = significant(state, state.at, 1, true)
  const follows = senseOf(next)
  const listed = next?.kind === 'name' || next?.kind === 'unknown' || (follows === 'symptom' && nameFollows(state))
  if (leads === 'total') counted.total ??= value
  else if (leads === 'here' || leads === 'full') {
    counted.present ??= value
    counted.fullStated ||= leads === 'full'
  } else if (leads === 'away' || leads === 'short') counted.away ??= value
  else if (follows === 'not' && state.flagged === state.people.length) return
  else if (leads === 'add') {
    if (!nameFollows(state)) counted.more ??= value
  } else if (/^(excused|unexcused)$/.test(leads) || /^(excused|unexcused)$/.test(follows)) return
  else if (follows === 'away' && !countedItself(state, next!)) counted.away ??= value
  else if (follows === 'here' || follows === 'full') counted.present ??= value
  else if (reasons.includes(leads) || (reasons.includes(follows) && !nameFollows(state) && state.people.length === 0)) {
    if (!nameFollows(state)) counted.grouped += value
  } else if (listed) return
  else if (state.people.length === 0 && state.mode === undefined) counted.bare ??= value
}

/** "22 bạn vắng 3": the number behind is that of those away. */
function countedItself({ items }: State, away: Item): boolean {
  const behind = items.slice(items.indexOf(away) + 1).find(({ kind }) => kind !== 'emoji')
  return behind?.kind === 'number'
}

/** "cả 2": before a name a head count, behind names all of them ("đã đón cả 2 bạn"). */
function whole(state: State, value: number): void {
  if (nameFollows(state)) {
    openList(state, value)
    return
  }
  state.counted.whole = value
  state.target = state.people.slice(-value)
  const verb = state.items.slice(0, state.at - 1).findLast((item) => item.kind !== 'sense' || item.sense !== 'word')
  if (senseOf(verb) === 'leave') for (const person of state.target) tell(person, { role: 'leave' })
}

function openList(state: State, count: number): void {
  if (count < 1) return
  const shares = senseOf(significant(state, state.at, 1)) === 'noun'
  const direct = significant(state, state.at, 1, true)?.kind === 'name'
  state.list = { count, members: [], shares, direct, closed: false }
  state.lists.push(state.list)
}
