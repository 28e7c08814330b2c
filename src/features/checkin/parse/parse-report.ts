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
  if (!isReport(read)) return notAReport
  return withNews(line, read, names) ?? read.report
}

function corrected(of: { line: Line; read: ReadLine; names: RosterNames; previous: ClassReport }): ClassReport {
  const { line, names, previous } = of
  const first = applyCorrection(of)
  if (first === undefined && !(of.read.attached.people.length === 0 && speaksOfSomebody(of.read))) return notAReport
  if (first !== undefined && (changes(first, previous) || first.ambiguous.length > 0)) return first
  // "chau den lop roi chi" would bring back a Chi who was never away: Châu was.
  for (const read of otherReadings(line, names)) {
    const other = applyCorrection({ read, names, previous })
    if (other?.error === null && other.ambiguous.length === 0 && changes(other, previous)) return other
  }
  return first === undefined ? notAReport : unheard(first, of.read)
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
