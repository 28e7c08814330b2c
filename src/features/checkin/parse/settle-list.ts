import type { ClassReport, ReportError, Roster } from '../report.ts'
import { newPerson, type Person, tell } from './people.ts'
import type { PresentList } from './present-list.ts'
import { absentOf, codesOf, doubt, illOf, type Settled } from './settle.ts'
import type { Attached } from './state.ts'
import { tally } from './tally.ts'

/** Makes a report of a line that names those who came; undefined when it names nobody of them. */
export function settleList(attached: Attached, roster: Roster, list: PresentList): Settled | undefined {
  const { people, counted, loose } = attached
  const listed = people.filter((person) => (list.starts ? list.starts.has(person.start) : !isGone(person)))
  if (listed.length === 0) return undefined
  const certain = new Set(listed.filter(({ candidates }) => candidates.length === 1).map(({ candidates }) => candidates[0]!))
  const open = listed
    .map((person) => ({ ...person, candidates: person.candidates.filter((child) => !certain.has(child)) }))
    .filter((person) => person.candidates.length > 1)
  const undecided = new Set(open.flatMap(({ candidates }) => candidates))
  const strangers = people.filter(({ unknown }) => unknown)
  const children = roster.children.map((_, child) => child)
  const gone = children.filter((child) => !certain.has(child) && !undecided.has(child))
  const absent = gone.map((child) => absentOf(aboutOf(child, { people, loose, list }), roster))
  // Of those whom one mention fits, all but one are away: one is asked about, the others are unnamed.
  const doubtful = Math.max(0, undecided.size - open.length)
  const present = roster.children.length - absent.length - doubtful
  const { away: _, nobody: __, ...others } = counted
  const numbers = tally(list.rest ? others : counted, roster.children.length)
  const wrong = numbers.wrong || (numbers.present !== undefined && numbers.present !== present)
  const error: ReportError | null = strangers.length > 0 ? 'unknown-child' : wrong ? 'count-mismatch' : null
  const here = listed.filter(({ candidates }) => candidates.length === 1)
  const report: ClassReport = {
    present,
    total: numbers.total,
    absent,
    illPresent: here.filter((person) => codesOf(person).length > 0 || person.temperature).map((person) => illOf(person, roster)),
    leftEarly: here.filter(({ left }) => left).map(({ candidates }) => roster.children[candidates[0]!]!),
    unnamedAbsent: Math.max(0, doubtful - open.length),
    ambiguous: open.map((person) => doubt(person, 'absent', roster)),
    unknownNames: strangers.map(({ mention }) => mention),
    error,
  }
  return { report, fit: wrong ? 2 : 0, listed: true }
}

/** Said to be away, beside those who came. */
function isGone(person: Person): boolean {
  if (person.here || person.late || person.left) return false
  return (
    person.away === 3 ||
    person.excused !== undefined ||
    person.reason === 'family' ||
    person.reason === 'other' ||
    sickAtHome(person)
  )
}

function sickAtHome(person: Person): boolean {
  return person.reason === 'sick' && person.codes.length === 0
}

/** What is said of one who did not come: by name, or of all the others ("còn lại nghỉ mưa"). */
function aboutOf(child: number, { people, loose, list }: Pick<Attached, 'people' | 'loose'> & { list: PresentList }): Person {
  const named = people.find(({ candidates }) => candidates.length === 1 && candidates[0] === child)
  const person = named ?? newPerson({ mention: '', candidates: [child], unknown: false, start: -1, sentence: 0 })
  if (named === undefined && list.rest) for (const said of loose) if (said.role === undefined && !said.denied) tell(person, said)
  return person
}
