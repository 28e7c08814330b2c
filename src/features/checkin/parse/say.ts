import { type Role, type Said, tell } from './people.ts'
import { nameFollows, type State, significant } from './state.ts'

/** Gives something said to whom it belongs: the names before it, or as a heading the names behind it. */
export function say(state: State, said: Said): void {
  if (state.future && state.target.length > 0) return
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
  if (
    list?.shares &&
    !list.closed &&
    list.members.length === list.count &&
    state.target.every((person) => list.members.includes(person))
  )
    state.target = list.members
  if (list) list.closed = true
  if (saidOfAll(state)) state.target = [...state.run]
  for (const person of state.target) {
    person.otherDay = false
    if (state.past && !told.denied) person.past.push(told)
    else tell(person, told)
    person.own = true
  }
  state.run = []
  state.headingOpen = false
}

/** "Na, Vy sốt hết": the list behind which it stands. */
function saidOfAll({ items, at, run, target }: State): boolean {
  const [all, end] = items.slice(at + 1, at + 3)
  if (all?.kind !== 'sense' || all.sense !== 'ended' || run.length < 2 || !target.every((person) => run.includes(person)))
    return false
  return end === undefined || end.kind === 'separator' || (end.kind === 'sense' && end.sense === 'word')
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
export function role(state: State, role: Role): void {
  // "vắng An, mai đi học lại", "An mai nghỉ" say nothing of today.
  if (state.future) return
  const previous = significant(state, state.at, -1)
  const afterNumbers = (previous?.kind === 'ratio' || previous?.kind === 'number') && nameFollows(state)
  const roleless = state.target.length === 0 || afterNumbers || (state.separated && nameFollows(state))
  if (!roleless) {
    const names = role === 'away' && state.run.length > 0 ? state.run : state.target
    for (const person of names) {
      person.otherDay = false
      tell(person, { role })
      // "Cả lớp đi học, mỗi Huy vắng": what is said of the child itself holds.
      if (role === 'away' && state.mode === 'here' && person === state.people.at(-1)) person.here = false
    }
    // "Trâm, Nam đến muộn, Phong nghỉ": those before are spoken of.
    if (role === 'late' || role === 'leave') state.run = []
    return
  }
  state.mode = role
  state.modeFresh = true
  state.target = []
  state.run = []
  if (!nameFollows(state)) state.loose.push({ role })
}

/** "đều": everybody named since the last thing said, or else everybody of the list. */
export function widen(state: State): void {
  if (state.people.length === 0) return
  const sentence = state.people.at(-1)!.sentence
  state.target = state.run.length > 1 ? [...state.run] : state.people.filter((person) => person.sentence === sentence)
  if (state.list) state.list.closed = true
  state.separated = false
}

/** "Bình cũng thế": what was said of the child named before. */
export function copyBefore(state: State): void {
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

/** "An thành Bình", "An -> Bình": the one before was meant to be the one behind. */
export function replaceLast(state: State): void {
  const last = state.people.at(-1)
  if (last === undefined || !nameFollows(state)) return
  const { list } = state
  // "2 bạn Lâm, Sơn thành Giang, Tâm"
  const counted = list !== undefined && list.members.length === list.count && list.members.includes(last)
  for (const person of counted ? list.members : [last]) person.instead = true
  state.mode = 'away'
  state.modeFresh = true
}
