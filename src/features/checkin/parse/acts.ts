import { bareNot, flag, nobodyAway, withoutPermission } from './count.ts'
import type { Sense } from './phrases.ts'
import { copyBefore, replaceLast, role, say, widen } from './say.ts'
import { before, nameFollows, type State, significant } from './state.ts'

/** What each word does to the walk over the line. */
export const senses: Readonly<Partial<Record<Sense, (state: State) => void>>> = {
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
  twin: (state) => {
    const last = before(state, state.at)
    const person = state.people.at(-1)
    if (last?.kind === 'name' && person !== undefined) person.twin = true
  },
  truly: (state) => {
    state.senses.add('away')
    role(state, 'away')
  },
  stays: (state) => role(state, 'stays'),
  allAway: (state) => {
    state.senses.add('away')
    role(state, 'away')
  },
  excusedAll: (state) => {
    widen(state)
    say(state, { excused: true })
  },
  unexcusedAll: (state) => {
    widen(state)
    say(state, { excused: false })
  },
  ended: (state) => {
    const next = significant(state, state.at, 1)
    if (next?.kind === 'sense' && (next.sense === 'symptom' || next.sense === 'sick')) state.denied = true
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
    if (bareNot(state) || withoutPermission(state) || nobodyAway(state)) return
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
  more: (state) => {
    const last = before(state, state.at)
    const twin = last?.kind === 'sense' && last.sense === 'twin'
    if (last?.kind === 'name' || last?.kind === 'unknown' || twin) role(state, 'added')
    const number = significant(state, state.at, -1, true)
    if (number?.kind !== 'number' || state.people.length > 0) return
    // "còn 1 bạn nữa là Toàn"
    if (state.counted.bare === number.value) state.counted.bare = undefined
    state.senses.add('add')
    if (nameFollows(state)) role(state, 'added')
    else state.counted.more ??= number.value
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
    // "Hòa với Châu tới đủ": both of them.
    if (state.run.length > 1 && before(state, state.at)?.kind === 'name') return role(state, 'here')
    state.counted.full = true
  },
  mild: (state) => {
    for (const person of state.target) person.mild = true
  },
  besides: (state) => {
    if (state.separated || state.people.length === 0) turnAway(state)
  },
  others: (state) => turnAway(state),
}

/** What follows is not about those named before. */
function turnAway(state: State): void {
  state.mode = undefined
  state.target = []
  state.run = []
  state.heading = []
}
