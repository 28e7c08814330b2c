import type { ReadLine } from './read-line.ts'
import type { Line } from './token.ts'

/** Whether a line that can be read as a report is really one: numbers or absences of today, not a question, a date or a birthday. */
export function isReport(read: ReadLine): boolean {
  const { attached, report } = read
  const { counted, senses, people } = attached
  const firmNumbers =
    counted.ratios.length > 0 || counted.full || counted.nobody || counted.away !== undefined || counted.present !== undefined
  const headcount = counted.total !== undefined || counted.grouped > 0
  const told =
    report.absent.length +
      report.illPresent.length +
      report.leftEarly.length +
      report.ambiguous.length +
      report.unknownNames.length >
    0
  const came = people.some((person) => !person.unknown && person.late)
  if (read.listed && !senses.has('ask')) return true
  if (senses.has('tomorrow') && counted.ratios.length === 0 && !counted.full && !senses.has('away')) return false
  if (senses.has('ask') && counted.ratios.length === 0 && !(counted.away !== undefined && told)) return false
  if (senses.has('chat') && counted.ratios.length === 0 && !(senses.has('away') && told)) return false
  if ((senses.has('tomorrow') || senses.has('yesterday')) && !firmNumbers && !people.some((person) => person.late || person.left))
    return senses.has('tomorrow') ? false : told && !onlyPast(read)
  if (!told && ofThings(read)) return false
  if (firmNumbers || told || came) return true
  if (headcount) return counted.total !== undefined
  return (
    counted.bare !== undefined && counted.bare > read.size / 2 && !senses.has('chat') && !senses.has('ask') && senses.size <= 4
  )
}

/** "32/32 phiếu", "thiếu 2 cái ghế", "12/12 là hạn nộp": numbers, but not of children. */
function ofThings({ attached, size }: ReadLine): boolean {
  const { counted, senses } = attached
  const { ratios } = counted
  if (['symptom', 'sick', 'excused', 'unexcused', 'family', 'other'].some((sense) => senses.has(sense))) return false
  if (counted.ratioOfThings && ratios.length === 1) return true
  if (counted.things) return ratios.length === 0 || !senses.has('away')
  return (
    ratios.length > 0 &&
    senses.has('chat') &&
    !senses.has('away') &&
    !ratios.some(({ left, right }) => left === size || right === size)
  )
}

function onlyPast({ attached }: ReadLine): boolean {
  return attached.senses.has('yesterday') && !attached.people.some((person) => person.own || person.away > 0)
}

const asking = new Set('à hả chưa không ko k hông nhỉ sao gì chứ vậy nào'.split(' '))

/** "Nam nghỉ à chị?": one clause without a figure that asks. */
export function asksOnly({ tokens }: Line): boolean {
  const last = tokens.findLastIndex(({ kind }) => kind !== 'emoji')
  if (tokens[last]?.low !== '?') return false
  const clause = tokens.slice(0, last).filter(({ low }) => low !== '?')
  if (clause.some(({ kind, low }) => kind === 'number' || (kind === 'separator' && low !== '-'))) return false
  return clause
    .slice(-3)
    .some(({ low, bare, plain }) => asking.has(low) || (plain && /^(a|ha|chua|khong|nhi|vay|nao)$/.test(bare)))
}
