import { said, setIll, told, update } from './amend.ts'
import { answerDoubt, answerDoubtOf, ask, childOf, type Draft, isAbsent, isIll, pick, standing } from './draft.ts'
import type { Person } from './people.ts'
import { absentOf, codesOf, plausible } from './settle.ts'

/** Takes back that a child is away, or ill when its name was a mistake. */
export function takeBack(draft: Draft, person: Person): void {
  const name = pick(draft, person, (child) => isAbsent(draft, child) || isIll(draft, child) || draft.left.includes(child))
  if (name === undefined) {
    if (!person.unknown && answerDoubtOf(draft, person)) return
    ask(draft, person, 'correction')
    return
  }
  const stands = isAbsent(draft, name) || isIll(draft, name) || draft.left.includes(name)
  if (!stands && draft.taken?.name !== name) draft.missed = true
  draft.taken = draft.absent.find((child) => child.name === name) ?? draft.taken
  draft.absent = draft.absent.filter((child) => child.name !== name)
  draft.left = draft.left.filter((child) => child !== name)
  if (person.dropped || person.instead) draft.ill = draft.ill.filter((child) => child.name !== name)
  draft.changed = true
}

/** Gives one child of a correction its new place and facts. */
export function correct(draft: Draft, person: Person): void {
  if (person.twin && person.candidates.length > 1) {
    ask(draft, person, 'correction')
    return
  }
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

/** Just a name: the answer to "which An?" or "who is the second?". */
function nameOnly(draft: Draft, person: Person): void {
  const single = person.candidates.length === 1 ? childOf(draft, person.candidates[0]!) : undefined
  if (single !== undefined && answerDoubt(draft, single, person.mention)) {
    draft.absent.push(absentOf(person, draft.names.roster))
    return
  }
  if (draft.unnamed > 0 && !person.unknown) stayAway(draft, person)
}
