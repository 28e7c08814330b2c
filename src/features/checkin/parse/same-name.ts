import { childOf, type Draft, isAbsent } from './draft.ts'
import { newPerson, type Person } from './people.ts'

/**
 * "Kiệt kia": the child of that name whom the report does not have as absent. When the words say that the one stands there by mistake
 * ("Kiệt kia mới nghỉ"), the other is taken back; "cũng" adds to it; else it stays open and is asked.
 */
export function otherOfName(draft: Draft, people: readonly Person[]): Person[] {
  const { senses } = draft.read.attached
  const mistaken = senses.has('oops') || senses.has('truly') || senses.has('but') || people.some(({ instead }) => instead)
  const added = senses.has('too') || senses.has('add') || senses.has('more')
  return people.flatMap((person) => {
    const standing = person.candidates.filter((child) => isAbsent(draft, childOf(draft, child)))
    const others = person.candidates.filter((child) => !standing.includes(child))
    if (!person.twin || standing.length === 0 || others.length !== 1 || !(mistaken || added)) return [person]
    const meant = { ...person, candidates: others, twin: false }
    const taken = people.some((one) => one !== person && (one.instead || one.candidates.includes(standing[0]!)) && !one.twin)
    if (added || standing.length > 1 || (taken && people.some(({ instead }) => instead))) return [meant]
    return [{ ...newPerson({ ...person, candidates: standing }), instead: true }, meant]
  })
}

/** "Hồng, Danh đến rồi": in a correction the verb behind a list is said of all of it. */
export function withSharedVerb(people: readonly Person[], said: (person: Person) => boolean): Person[] {
  const shared = [...people]
  for (let at = shared.length - 2; at >= 0; at -= 1) {
    const [one, next] = [shared[at]!, shared[at + 1]!]
    const verb = (next.here || next.late || next.left) && next.away === 0 && next.reason === undefined
    if (!said(one) && !one.instead && verb && one.sentence === next.sentence)
      shared[at] = { ...one, here: next.here, late: next.late, left: next.left }
  }
  return shared
}
