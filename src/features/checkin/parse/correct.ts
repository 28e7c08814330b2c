import type { AbsentChild, ClassReport } from '../report.ts'
import { said, told } from './amend.ts'
import { awayCount, type Draft, draftOf, everybodyHere, standing } from './draft.ts'
import { correct, takeBack } from './move.ts'
import { allCame, newPresent } from './new-present.ts'
import type { Said } from './people.ts'
import type { ReadLine } from './read-line.ts'
import { spreadOut } from './roles.ts'
import type { RosterNames } from './roster-names.ts'
import { otherOfName, withSharedVerb } from './same-name.ts'
import { plausible } from './settle.ts'

/** Applies a correction to the report of the day; a full new report replaces it. undefined: the text corrects nothing. */
export function applyCorrection(of: { read: ReadLine; names: RosterNames; previous: ClassReport }): ClassReport | undefined {
  const { read, names, previous } = of
  if (restated(read, previous) || (replaces(read) && onlyThese(read.attached))) return withKnown(read.report, previous)
  if (replaces(read)) return read.report
  const { senses } = read.attached
  if (senses.has('tomorrow')) return undefined
  const draft = draftOf(read, names, previous)
  const people = otherOfName(draft, spreadOut(read.attached, undefined))
  const [wrong, right] = people
  if (senses.has('ask') && !senses.has('oops') && people.every((person) => !said(person))) return undefined
  const before = awayCount(draft)
  // "Ghi lộn Thảo, đúng ra là Hoài nghỉ"
  if (senses.has('oops') && people.length === 2 && !said(wrong!) && standing(draft, wrong!) && !standing(draft, right!))
    wrong!.instead = true
  // "Tân đi học, em nhầm với Tùng"
  const mixedUp = senses.has('oops') && people.length === 2 && wrong!.here && standing(draft, wrong!)
  if (mixedUp && !said(right!) && !standing(draft, right!)) right!.away = 3
  for (const person of people.filter(({ instead }) => instead)) takeBack(draft, person)
  for (const person of withSharedVerb(people, said).filter(({ instead }) => !instead)) correct(draft, person)
  if (people.length === 0 && allCame(read, before)) everybodyHere(draft)
  else if (people.length === 0) for (const loose of saidOfAll(draft)) correctAll(draft, loose)
  if (read.attached.counted.full && !people.some((person) => person.away > 0 || person.added)) everybodyHere(draft)
  const present =
    draft.absent.length + draft.unnamed === 0 && before > 0 && people.length === 0 && allCame(read, before)
      ? names.roster.children.length
      : newPresent(draft, previous, before)
  return draft.changed ? finished(draft, previous, present) : undefined
}

/** A line with its own numbers and the names to them is a whole new report. */
function replaces({ attached, fit, report, listed, listFirm }: ReadLine): boolean {
  if (listed) return listFirm === true
  const { counted, senses, people } = attached
  if (senses.has('add') || people.some((person) => person.instead || person.dropped)) return false
  if (onlyThese(attached) && fit === 0) return true
  // "Tôm đến rồi, giờ đủ" is news of Tôm; what else stands, stands.
  if (counted.full && counted.ratios.length === 0 && people.some((person) => person.here || person.late)) return false
  if (counted.ratios.length === 0 && !counted.full && !(counted.away !== undefined && people.length > 0)) return false
  return (
    counted.full ||
    (fit === 0 && report.unnamedAbsent === report.unknownNames.length) ||
    (fit === 2 && senses.has('away') && people.length > 1)
  )
}

/** Of a child who is still away, what was known stays known. */
function withKnown(report: ClassReport, previous: ClassReport): ClassReport {
  const known = (child: AbsentChild) => previous.absent.find(({ name }) => name === child.name) ?? child
  return { ...report, absent: report.absent.map(known) }
}

/** "cho em sửa: vắng Lâm, Giang": the whole list once more, of which at least one was in it before. */
function restated({ attached, report, fit }: ReadLine, previous: ClassReport): boolean {
  const { people, senses } = attached
  const listed =
    people.length > 1 && people.every((person) => person.away === 2 && !person.added && !person.instead && !told(person))
  const known = report.absent.some(({ name }) => previous.absent.some((child) => child.name === name))
  return senses.has('oops') && !senses.has('add') && !senses.has('too') && listed && known && fit === 0 && report.error === null
}

/** "báo lại: chỉ có Na nghỉ thôi": nobody else is away. */
function onlyThese({ senses, people }: ReadLine['attached']): boolean {
  const firm = people.length > 0 && people.every((person) => person.away === 3 && person.candidates.length === 1 && !told(person))
  return senses.has('only') && firm && !senses.has('too') && !senses.has('more')
}

/** What was said without a name; "hai bạn này có phép" where two are away is said of both. */
function saidOfAll({ read, absent }: Draft): Said[] {
  const counted = read.attached.flags.filter(({ count }) => count === absent.length)
  return [...read.attached.loose, ...counted.map(({ excused }) => ({ excused }))]
}

/** "có phép nhé", "cả 2 đều sốt": said of all who are absent. */
function correctAll(draft: Draft, loose: Said): void {
  const open = draft.absent.filter((child) => child.excused === null)
  const whom = loose.excused !== undefined && open.length > 0 ? open : draft.absent
  if (whom.length === 0 || (loose.excused === undefined && whom.length > 1 && !draft.read.attached.senses.has('each'))) return
  if (loose.role !== undefined || loose.denied) return
  draft.absent = draft.absent.map((child) => {
    if (!whom.includes(child)) return child
    const symptoms = [...new Set([...child.symptoms, ...(loose.codes ?? [])])]
    return {
      ...child,
      symptoms,
      excused: loose.excused ?? child.excused,
      reason: loose.reason ?? child.reason,
      temperatureC: loose.temperature !== undefined && plausible(loose.temperature) ? loose.temperature : child.temperatureC,
    }
  })
  draft.changed = true
}

function finished(draft: Draft, previous: ClassReport, present: number): ClassReport {
  const total = previous.total ?? draft.names.roster.children.length
  const named = awayCount(draft) - draft.unnamed
  const mismatch =
    draft.missed ||
    total - present !== awayCount(draft) ||
    (draft.unnamed > 0 && named > 0) ||
    total !== draft.names.roster.children.length
  const error =
    draft.unknown.length > 0 ? 'unknown-child' : mismatch ? 'count-mismatch' : draft.hot ? 'implausible-temperature' : null
  return {
    present,
    total,
    absent: draft.absent,
    illPresent: draft.ill,
    leftEarly: draft.left,
    unnamedAbsent: draft.unnamed,
    ambiguous: draft.ambiguous,
    unknownNames: draft.unknown,
    error,
  }
}
