import type { ClassReport, Roster } from '../report.ts'
import { isReport } from './chat.ts'
import { applyCorrection } from './correct.ts'
import { lex } from './lex.ts'
import { withoutOrders } from './orders.ts'
import { readLine } from './read-line.ts'
import { type RosterNames, rosterNames } from './roster-names.ts'

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
  const isName = (word: string) => names.words.has(word)
  const line = lex(withoutOrders(text), isName)
  if (line.tokens.length === 0) return notAReport
  const read = readLine(line, names)
  if (previous !== undefined && previous.error !== 'not-a-report') return applyCorrection({ read, names, previous }) ?? notAReport
  return isReport(read) ? read.report : notAReport
}
