import type { Person } from './people.ts'
import type { Attached } from './state.ts'

/** Who is where. */
export interface Whereabouts {
  readonly away: readonly Person[]
  readonly ill: readonly Person[]
  readonly left: readonly Person[]
}

/** The people with their children: "hai bạn Linh" is both of them. */
export function spreadOut(attached: Attached, expected: number | undefined): Person[] {
  const everybody = new Set<Person>()
  const others = attached.people.filter((person) => !person.here && !person.late && !person.left && !person.mild)
  for (const { count, members, direct } of attached.lists) {
    const [first] = members
    if (first === undefined || !direct || count < 2 || first.candidates.length !== count) continue
    // "vắng 2 Hà ốm, Nam": one of the two is Nam.
    if (expected === undefined ? members.length === 1 : others.length + count - 1 === expected) everybody.add(first)
  }
  return attached.people.flatMap((person) =>
    everybody.has(person) ? person.candidates.map((child) => ({ ...person, candidates: [child] })) : [person],
  )
}

/** The people whom the report is about; a child named in full elsewhere is not the other one meant. */
export function placed(attached: Attached, expected: number | undefined): Person[] {
  const people = spreadOut(attached, expected).filter((person) => !person.instead && !person.dropped)
  const certain = new Set(people.filter((person) => person.candidates.length === 1).map((person) => person.candidates[0]!))
  // Only a number tells that An is not the Bảo An named before: as many names as children away.
  if (expected !== undefined && people.length === expected)
    for (const person of people)
      if (person.candidates.length > 1) {
        const others = person.candidates.filter((child) => !certain.has(child))
        if (others.length > 0) person.candidates = others
      }
  return expected !== undefined && people.length > expected ? withoutRepeats(people) : people
}

/** "Vắng Bảo An. An sốt": with one child away it is the same An. */
function withoutRepeats(people: Person[]): Person[] {
  return people.map((person, at) => {
    if (person.candidates.length < 2) return person
    const same = people.find(
      (other, before) => before !== at && other.candidates.length === 1 && person.candidates.includes(other.candidates[0]!),
    )
    return same === undefined ? person : { ...person, candidates: same.candidates }
  })
}

/** Decides who is away. Where the words leave it open, the number of those away decides; undefined: no number. */
export function whereabouts(people: readonly Person[], expected: number | undefined): Whereabouts {
  const left = people.filter(
    (person) =>
      person.left &&
      (person.reason !== 'family' || expected === 0) &&
      person.away < 3 &&
      (expected === undefined || person.away < 2),
  )
  const stays = (person: Person) => person.here && !backLater(person) && (expected === undefined || person.away < 2)
  const rest = people.filter((person) => !left.includes(person) && !person.late && !stays(person))
  const here = people.filter((person) => !left.includes(person) && !rest.includes(person))
  const strong = rest.filter(isAway)
  const soft = rest.filter((person) => !isAway(person))
  const more = expected === undefined ? likelyAway(people, strong, soft) : fill(soft, expected - heads(strong))
  const known = [...strong, ...more]
  // "đi khám răng, chiều mới đi học": not here yet, if the number wants somebody.
  const later = here.filter((person) => person.late && backLater(person))
  const missing = expected !== undefined && heads(later) === expected - heads(known) ? later : []
  const away = people.filter((person) => known.includes(person) || missing.includes(person))
  const gone = rest.filter((person) => person.left && !away.includes(person))
  const ill = [...rest.filter((person) => !away.includes(person) && !gone.includes(person)), ...here]
  return { away, ill: ill.filter((person) => hasSymptom(person) || (person.unknown && !person.here)), left: [...left, ...gone] }
}

/** "đi khám răng, chiều đi học": away now, at school later. */
function backLater(person: Person): boolean {
  return person.reason === 'family' || person.reason === 'other' || person.added
}

/** How many children these mentions are, each child once. */
function heads(people: readonly Person[]): number {
  return new Set(people.map((person) => (person.candidates.length === 1 ? person.candidates[0] : person))).size
}

function hasSymptom(person: Person): boolean {
  return person.codes.length > 0 || person.faintCodes.length > 0 || person.temperature !== undefined
}

function isAway(person: Person): boolean {
  // "vắng An bị ngã ở lớp": the number must tell.
  if ((person.here && !backLater(person)) || (person.left && person.reason !== 'family')) return false
  if (person.away === 3) return true
  if (person.excused !== undefined || person.reason === 'family' || person.reason === 'other' || person.added) return true
  return person.away === 2 && !(person.mild && hasSymptom(person))
}

/** Without any number: who is said to be, and who stands before them in one list ("Nam, Phong về quê"): a comma shares no reason, but the absence. */
function likelyAway(people: readonly Person[], strong: readonly Person[], soft: readonly Person[]): Person[] {
  const more = soft.filter(probablyAway)
  for (let at = people.length - 2; at >= 0; at -= 1) {
    const [one, next] = [people[at]!, people[at + 1]!]
    const listed = one.listedWithNext && one.sentence === next.sentence && soft.includes(one) && !more.includes(one)
    if (listed && isBare(one) && (strong.includes(next) || more.includes(next))) more.push(one)
  }
  return more
}

function isBare(person: Person): boolean {
  return !person.own && !person.mild && !hasSymptom(person) && person.reason === undefined && person.denied.length === 0
}

/** Without any number: a list under "vắng", or "An ốm" with nothing more; a cough alone is no absence. */
function probablyAway(person: Person): boolean {
  if (person.mild) return false
  return person.away >= 1 || (person.reason === 'sick' && !hasSymptom(person)) || (person.away === 0.5 && !hasSymptom(person))
}

/** Those of whom the words say nothing, as far as the number of those away asks for them. */
function fill(soft: readonly Person[], open: number): readonly Person[] {
  if (open <= 0) return []
  if (heads(soft) <= open) return soft
  for (const enough of [
    (person: Person) => person.away > 0 && !person.mild && !person.here && !person.left,
    (person: Person) => person.away > 0 && !person.mild,
    (person: Person) => !person.mild,
    (person: Person) => !hasSymptom(person),
  ]) {
    const some = soft.filter(enough)
    if (heads(some) === open) return some
  }
  return soft
}
