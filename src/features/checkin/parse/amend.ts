import type { AbsentChild } from '../report.ts'
import { childOf, type Draft } from './draft.ts'
import type { Person } from './people.ts'
import { codesOf, temperatureOf } from './settle.ts'

/** Whether anything at all is said of a child, beside its name. */
export function said(person: Person): boolean {
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

/** Whether something is said of a child's health or why it is away. */
export function told(person: Person): boolean {
  return (
    codesOf(person).length + person.denied.length > 0 ||
    person.temperature !== undefined ||
    person.reason !== undefined ||
    person.temperatureDenied
  )
}

/** Changes what is known of an absent child; false when none of those meant is absent. */
export function update(draft: Draft, person: Person, fits: (name: string) => boolean, sure = true): boolean {
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

/** Notes what ails a child at school; nothing left of it takes the child off that list. */
export function setIll(draft: Draft, person: Person, name: string): void {
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
