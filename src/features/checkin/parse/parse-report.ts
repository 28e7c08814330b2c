import type { ClassReport, Roster } from '../report.ts'
import { asksOnly, isReport } from './chat.ts'
import { applyCorrection } from './correct.ts'
import { withoutOrders } from './orders.ts'
import { otherReadings, type ReadLine, readLine } from './read-line.ts'
import { lexFor, type RosterNames, rosterNames } from './roster-names.ts'
import type { Line } from './token.ts'
import { standsAlone, twoParts } from './updates.ts'

const notAReport: ClassReport = {
  present: null,
  total: null,
  absent: [],
  illPresent: [],
  leftEarly: [],
  unnamedAbsent: 0,
  ambiguous: [],
  unknownNames: [],
  error: 'not-a-report',
}

/** Even these odds do where the report itself speaks for the name. */
const unlikely = 0.02

const prepared = new WeakMap<Roster, RosterNames>()

/**
 * Reads a teacher's check-in as typed. With `previous`, the text corrects that report and the answer is the whole report as it then stands.
 * Never throws and never guesses between two children: `ambiguous`, `unnamedAbsent` and `error` say what to ask about;
 * chat that is no report gives `not-a-report`. Orders to the bot inside the text are ignored.
 */
export function parseReport(text: string, roster: Roster, previous?: ClassReport): ClassReport {
  const names = prepared.get(roster) ?? rosterNames(roster)
  prepared.set(roster, names)
  const line = lexFor(withoutOrders(text), names)
  if (line.tokens.length === 0 || asksOnly(line)) return notAReport
  const read = readLine(line, names)
  if (previous !== undefined && previous.error !== 'not-a-report') return corrected({ line, read, names, previous })
  if (!isReport(read)) return spokenOfToday(line, read, names) ?? notAReport
  return withNews(line, read, names) ?? read.report
}

/** "Mai chưa đến, còn lại đủ": where all others are told of, Mai is a child rather than another day. */
function spokenOfToday(line: Line, { attached }: ReadLine, names: RosterNames): ClassReport | undefined {
  if (!attached.senses.has('tomorrow')) return undefined
  for (const other of otherReadings(line, names, unlikely))
    if (!other.attached.senses.has('tomorrow') && other.attached.counted.rest && isReport(other)) return other.report
  return undefined
}

function corrected(of: { line: Line; read: ReadLine; names: RosterNames; previous: ClassReport }): ClassReport {
  const { line, names, previous } = of
  const first = applyCorrection(of)
  if (first !== undefined && (changes(first, previous) || first.ambiguous.length > 0)) return first
  const somebody = first !== undefined || (of.read.attached.people.length === 0 && speaksOfSomebody(of.read))
  if (!somebody && asks(of.read)) return notAReport
  // "chau den lop roi chi" would bring back a Chi who was never away: Châu was. "Mai đi học rồi" speaks of a Mai who was away.
  for (const read of otherReadings(line, names, somebody ? undefined : unlikely)) {
    if (!somebody && !speaksOfThose(read, previous, names)) continue
    const other = applyCorrection({ read, names, previous })
    if (other?.error === null && other.ambiguous.length === 0 && changes(other, previous)) return other
  }
  return first === undefined ? notAReport : unheard(first, of.read)
}

function asks({ attached: { senses } }: ReadLine): boolean {
  return senses.has('ask') || senses.has('chat')
}

/** Everybody named is in the report already, so that a word which may be a name is one. */
function speaksOfThose({ attached }: ReadLine, previous: ClassReport, { roster }: RosterNames): boolean {
  const known = [...previous.absent, ...previous.illPresent].map(({ name }) => name).concat(previous.leftEarly)
  const { people, senses } = attached
  const named = people.every(({ candidates }) => candidates.some((child) => known.includes(roster.children[child]!)))
  return people.length > 0 && named && !senses.has('tomorrow')
}

/** "nhầm, Phong đến rồi" of a Phong who is present: something is wrong, but not this. */
function unheard(report: ClassReport, { attached, listed }: ReadLine): ClassReport {
  const { senses, people, counted } = attached
  const mistaken =
    people.some(({ instead, dropped }) => instead || dropped) ||
    (senses.has('oops') && people.some(({ here, late, left }) => here || late || left))
  const whole = listed || counted.full || counted.ratios.length > 0
  return mistaken && !whole && report.error === null ? { ...report, error: 'count-mismatch' } : report
}

/** "co vua moi vo lop": somebody came, and a word may be the name. */
function speaksOfSomebody({ attached: { loose, senses } }: ReadLine): boolean {
  return loose.some(({ role }) => role !== undefined) && !senses.has('ask') && !senses.has('chat') && !senses.has('tomorrow')
}

function changes(report: ClassReport, previous: ClassReport): boolean {
  const facts = ({ present, absent, illPresent, leftEarly, error }: ClassReport) =>
    JSON.stringify([present, absent, illPresent, leftEarly, error])
  return facts(report) !== facts(previous)
}

/** "sáng 26/27 vắng An, 9h An đến": the state after the news. */
function withNews(line: Line, read: ReadLine, names: RosterNames): ClassReport | undefined {
  const parts = twoParts(line, read)
  if (parts === undefined) return undefined
  const first = readLine(lexFor(parts.first, names), names)
  if (!isReport(first) || !standsAlone(first, first.report)) return undefined
  const news = applyCorrection({ read: readLine(lexFor(parts.then, names), names), names, previous: first.report })
  return news?.error === null && news.ambiguous.length === 0 ? news : undefined
}
