import type { Item } from './item.ts'
import { before, type State, significant } from './state.ts'

/** Whether this is said of another day; "hôm nay" and the end of the sentence lead back to today. */
export function otherDay(state: State, item: Item): boolean {
  const told = item.kind === 'number' || item.kind === 'ratio' || item.kind === 'temperature'
  const telling =
    item.kind === 'sense' &&
    !['word', 'noun', 'and', 'today', 'tomorrow', 'yesterday', 'ask', 'chat', 'too', 'only', 'twin', 'others'].includes(
      item.sense,
    )
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
export function anotherDay(state: State): void {
  state.elsewhen ||= state.fresh
  state.future = state.people.length > 0
  const last = before(state, state.at)
  const next = significant(state, state.at, 1)
  const returns = next?.kind === 'sense' && ['here', 'late'].includes(next.sense)
  if (!returns) state.counted.nobody = false
  const { ratios, away } = state.counted
  const asked = last?.kind === 'sense' && ['away', 'excused', 'family', 'other'].includes(last.sense)
  if (!asked || returns || ratios.length > 0 || away !== undefined) return
  for (const person of state.target) {
    person.away = 0
    person.excused = undefined
    person.otherDay = person.codes.length === 0
  }
}
