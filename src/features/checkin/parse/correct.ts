import type { AbsentChild, ClassReport } from '../report.ts'
import {
  answerDoubt,
  answerDoubtOf,
  ask,
  awayCount,
  childOf,
  type Draft,
  draftOf,
  everybodyHere,
  isAbsent,
  isIll,
  pick,
  standing,
} from './draft.ts'
import { allCame, newPresent } from './new-present.ts'
import type { Person, Said } from './people.ts'
import type { ReadLine } from './read-line.ts'
import { spreadOut } from './roles.ts'
import type { RosterNames } from './roster-names.ts'
import { otherOfName, withSharedVerb } from './same-name.ts'
import { absentOf, codesOf, plausible, temperatureOf } from './settle.ts'

/** Applies a correction to the report of the day; a full new report replaces it. undefined: the text corrects nothing. */
export function applyCorrection(of: { read: ReadLine; names: RosterNames; previous: ClassReport }): ClassReport | undefined {
  const { read, names, previous } = of
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
  else if (people.length === 0) for (const loose of read.attached.loose) correctAll(draft, loose)
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
  // "Tôm đến rồi, giờ đủ" is news of Tôm; what else stands, stands.
  if (counted.full && counted.ratios.length === 0 && people.some((person) => person.here || person.late)) return false
  if (counted.ratios.length === 0 && !counted.full && !(counted.away !== undefined && people.length > 0)) return false
  return counted.full || (fit === 0 && report.unnamedAbsent === 0) || (fit === 2 && senses.has('away') && people.length > 1)
}

function said(person: Person): boolean {
  return (
    person.away > 0 ||
    person.here ||
    person.late ||
    person.left ||
    person.dropped ||
    person.added ||
    person.excused !== undefined ||
    told(person)
  )
}

function told(person: Person): boolean {
  return (
    codesOf(person).length + person.denied.length > 0 ||
    person.temperature !== undefined ||
    person.reason !== undefined ||
    person.temperatureDenied
  )
}

function takeBack(draft: Draft, person: Person): void {
  const name = pick(draft, person, (child) => isAbsent(draft, child) || isIll(draft, child) || draft.left.includes(child))
  if (name === undefined) {
    if (!person.unknown && answerDoubtOf(draft, person)) return
    ask(draft, person, 'correction')
    return
  }
  draft.taken = draft.absent.find((child) => child.name === name) ?? draft.taken
  draft.absent = draft.absent.filter((child) => child.name !== name)
  draft.left = draft.left.filter((child) => child !== name)
  if (person.dropped || person.instead) draft.ill = draft.ill.filter((child) => child.name !== name)
  draft.changed = true
}

function correct(draft: Draft, person: Person): void {
  if (person.twin && person.candidates.length > 1) return ask(draft, person, 'correction')
  if (person.here && notGone(draft, person)) return
  if (person.temperature !== undefined && !plausible(person.temperature)) draft.hot = true
  // "không phải nghỉ đi rẫy mà ốm" gives another reason, it brings nobody back.
  const otherwise = person.reason !== undefined && draft.read.attached.senses.has('but')
  const back = person.here && standing(draft, person)
  // "đi quê lên rồi, đang ở lớp": the journey that is over gives no new absence.
  const over = person.reason === 'family' || person.reason === 'other'
  const journeyed = back && over && !otherwise
  if (person.left && !back) goHome(draft, person)
  else if (person.dropped) takeBack(draft, person)
  else if (journeyed) comeBack(draft, person)
  else if ((person.late || (person.here && !otherwise)) && person.reason !== 'family' && person.reason !== 'other')
    comeBack(draft, person)
  else if (person.away > 0 || person.added || (!said(person) && draft.taken !== undefined)) stayAway(draft, person)
  else if (person.excused !== undefined || person.reason === 'family' || person.reason === 'other') {
    if (!update(draft, person, (name) => isAbsent(draft, name))) stayAway(draft, person)
  } else if (told(person)) amend(draft, person)
  else nameOnly(draft, person)
}

/** "Đạt chưa về": takes back that a child went home. */
function notGone(draft: Draft, person: Person): boolean {
  const gone = person.candidates.map((child) => childOf(draft, child)).filter((name) => draft.left.includes(name))
  if (gone.length !== 1 || person.left) return false
  draft.left = draft.left.filter((name) => name !== gone[0])
  draft.changed = true
  return true
}

function goHome(draft: Draft, person: Person): void {
  const ill = person.candidates.filter((child) => isIll(draft, childOf(draft, child)))
  const name = ill.length === 1 ? childOf(draft, ill[0]!) : pick(draft, person, (child) => !isAbsent(draft, child))
  if (name === undefined) {
    ask(draft, person, 'left-early')
    return
  }
  draft.absent = draft.absent.filter((child) => child.name !== name)
  if (!draft.left.includes(name)) draft.left.push(name)
  if (codesOf(person).length > 0 || person.temperature !== undefined) setIll(draft, person, name)
  else if (person.reason === 'sick' && !isIll(draft, name)) draft.ill.push({ name, symptoms: [], temperatureC: null })
  draft.changed = true
}

function comeBack(draft: Draft, person: Person): void {
  const fits = person.candidates.filter((child) => isAbsent(draft, childOf(draft, child)))
  if (fits.length === 0 && answerDoubtOf(draft, person)) return
  if (fits.length !== 1 && person.candidates.length !== 1) {
    ask(draft, person, 'correction')
    return
  }
  const name = childOf(draft, (fits[0] ?? person.candidates[0])!)
  draft.absent = draft.absent.filter((child) => child.name !== name)
  if (codesOf(person).length > 0 || person.temperature !== undefined) setIll(draft, person, name)
  draft.changed = true
}

function stayAway(draft: Draft, person: Person): void {
  if (update(draft, person, (name) => isAbsent(draft, name), !person.added)) return
  const name = pick(draft, person, (child) => !isAbsent(draft, child))
  const open = draft.unnamed > 0 && !person.added
  if (name === undefined) {
    ask(draft, person, 'absent')
    if (person.unknown && !open) draft.unnamed += 1
    if (!person.unknown && open) draft.unnamed -= 1
    return
  }
  const known = isIll(draft, name) ? draft.ill.find((child) => child.name === name) : undefined
  draft.ill = draft.ill.filter((child) => child.name !== name)
  draft.left = draft.left.filter((child) => child !== name)
  const fresh = absentOf({ ...person, candidates: [draft.names.roster.children.indexOf(name)] }, draft.names.roster)
  const empty = !told(person) && person.excused === undefined
  if (empty && draft.taken !== undefined) draft.absent.push({ ...draft.taken, name })
  else if (empty && known !== undefined)
    draft.absent.push({ ...fresh, reason: 'sick', symptoms: known.symptoms, temperatureC: known.temperatureC })
  else draft.absent.push(fresh)
  if (!answerDoubt(draft, name, person.mention) && open) draft.unnamed -= 1
  draft.changed = true
}

/** Changes what is known of an absent child; false when none of those meant is absent. */
function update(draft: Draft, person: Person, fits: (name: string) => boolean, sure = true): boolean {
  const fitting = person.candidates.map((child) => childOf(draft, child)).filter(fits)
  if (fitting.length !== 1 || (!sure && person.candidates.length > 1)) return false
  const at = draft.absent.findIndex((child) => child.name === fitting[0])
  if (at < 0) return false
  draft.absent[at] = { ...draft.absent[at]!, ...changesOf(draft, person, draft.absent[at]!) }
  draft.changed = true
  return true
}

/** New reason, symptoms and temperature: added to the old ones, or instead of them after "nhầm" and "chứ không phải". */
function changesOf(draft: Draft, person: Person, old: AbsentChild): Partial<AbsentChild> {
  const codes = codesOf(person)
  const instead = person.reasonDenied || draft.read.attached.senses.has('oops')
  const replaced = codes.length > 0 && instead && !codes.some((code) => old.symptoms.includes(code))
  const elsewhere = codes.length === 0 && (person.reason === 'family' || person.reason === 'other')
  const kept = replaced || elsewhere ? [] : old.symptoms.filter((code) => !person.denied.includes(code))
  const symptoms = [...kept, ...codes.filter((code) => !kept.includes(code))]
  const cool = person.denied.includes('fever') || elsewhere || replaced
  const temperatureC =
    person.temperature !== undefined ? temperatureOf(person) : cool || person.temperatureDenied ? null : old.temperatureC
  const reason =
    codes.length > 0 || person.temperature !== undefined
      ? 'sick'
      : (person.reason ?? (person.reasonDenied && old.reason === 'sick' && kept.length === 0 ? null : old.reason))
  return { symptoms, temperatureC, reason, excused: person.excused ?? old.excused }
}

/** Symptoms of a child: of the absence if absent, else ill at school. */
function amend(draft: Draft, person: Person): void {
  if (update(draft, person, (name) => isAbsent(draft, name))) return
  const ill = person.candidates.filter((child) => isIll(draft, childOf(draft, child)))
  const name = ill.length === 1 ? childOf(draft, ill[0]!) : pick(draft, person, () => false)
  if (name === undefined) {
    ask(draft, person, 'correction')
    return
  }
  if (codesOf(person).length + person.denied.length === 0 && person.temperature === undefined) {
    stayAway(draft, person)
    return
  }
  // While somebody is still to be named, "Hậu sốt" names them.
  if (draft.unnamed > 0 && !person.mild && !isIll(draft, name)) stayAway(draft, person)
  else setIll(draft, person, name)
}

function setIll(draft: Draft, person: Person, name: string): void {
  const old = draft.ill.find((child) => child.name === name)
  const { symptoms = [], temperatureC = null } = changesOf(draft, person, {
    name,
    reason: null,
    symptoms: old?.symptoms ?? [],
    temperatureC: old?.temperatureC ?? null,
    excused: null,
  })
  const child = { name, symptoms, temperatureC }
  draft.ill = old === undefined ? [...draft.ill, child] : draft.ill.map((other) => (other === old ? child : other))
  if (symptoms.length === 0 && temperatureC === null) draft.ill = draft.ill.filter((other) => other !== child)
  draft.changed = true
}

/** Just a name: the answer to "which An?" or "who is the second?". */
function nameOnly(draft: Draft, person: Person): void {
  const single = person.candidates.length === 1 ? childOf(draft, person.candidates[0]!) : undefined
  if (single !== undefined && answerDoubt(draft, single, person.mention)) {
    draft.absent.push(absentOf(person, draft.names.roster))
    return
  }
  if (draft.unnamed > 0 && !person.unknown) stayAway(draft, person)
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
    total - present !== awayCount(draft) || (draft.unnamed > 0 && named > 0) || total !== draft.names.roster.children.length
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
