import type { AbsenceReason, Symptom } from '../checkin/report.ts'
import type { SchoolClass } from '../people/person.ts'
import { emptyNote, type Form, type Note } from './form.ts'
import { pathOf, type Stop, stopOf } from './path.ts'

/** What a teacher does at a question. */
export type Act =
  | { readonly kind: 'toggle'; readonly children: readonly string[] }
  /** By name: they are chosen, whatever they were. */
  | { readonly kind: 'choose'; readonly children: readonly string[] }
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'next' }
  | { readonly kind: 'back' }
  | { readonly kind: 'reason'; readonly reason: AbsenceReason }
  | { readonly kind: 'symptom'; readonly symptom: Symptom }
  | { readonly kind: 'temperature'; readonly celsius: number }
  | { readonly kind: 'leave'; readonly excused: boolean }
  | { readonly kind: 'ill'; readonly some: boolean }
  /** Typed in words: whatever was said of the child at once. */
  | { readonly kind: 'details'; readonly details: Partial<Note> }

/** The form after an act; undefined when the act does not belong to the question the form is at, as a tap on an older message does not. */
export function after(form: Form, act: Act, one: SchoolClass): Form | undefined {
  const stop = stopOf(form, one)
  switch (act.kind) {
    case 'back':
      return { ...form, at: Math.max(0, form.at - 1), page: 0 }
    case 'next':
      return moved(form)
    case 'page':
      return stop?.kind === 'away' || stop?.kind === 'ill' ? { ...form, page: Math.max(0, act.page) } : undefined
    case 'toggle':
    case 'choose':
      return stop?.kind === 'away' || stop?.kind === 'ill' ? picked(form, { act, list: stop.kind }) : undefined
    case 'ill':
      return stop?.kind === 'ask_ill' ? moved({ ...form, wantsIll: act.some, ill: act.some ? form.ill : [] }) : undefined
    case 'reason':
      return stop?.kind === 'reason' ? moved(withReason(form, stop.child, act.reason)) : undefined
    case 'leave':
      return stop?.kind === 'leave' ? moved(noted(form, stop.child, { excused: act.excused })) : undefined
    case 'temperature':
      return stop?.kind === 'temperature' ? moved(noted(form, stop.child, { temperatureC: act.celsius })) : undefined
    case 'symptom': {
      if (stop?.kind !== 'symptoms') return undefined
      const { symptoms } = noteOf(form, stop.child)
      const { symptom } = act
      const changed = symptoms.includes(symptom) ? symptoms.filter((one) => one !== symptom) : [...symptoms, symptom]
      return noted(form, stop.child, { symptoms: changed })
    }
    case 'details':
      return stop !== undefined && 'child' in stop ? detailed(form, { stop, details: act.details, one }) : undefined
  }
}

export function noteOf(form: Form, child: string): Note {
  return form.notes[child] ?? emptyNote
}

const moved = (form: Form): Form => ({ ...form, at: form.at + 1, page: 0 })

function noted(form: Form, child: string, change: Partial<Note>): Form {
  return { ...form, notes: { ...form.notes, [child]: { ...noteOf(form, child), ...change } } }
}

/** A child away for another reason than illness has no symptoms. */
function withReason(form: Form, child: string, reason: AbsenceReason): Form {
  return noted(form, child, reason === 'sick' ? { reason } : { reason, symptoms: [], temperatureC: null })
}

function picked(
  form: Form,
  { act, list }: { act: { readonly kind: 'toggle' | 'choose'; readonly children: readonly string[] }; list: 'away' | 'ill' },
): Form {
  const chosen = new Set(form[list])
  for (const child of act.children)
    if (act.kind === 'toggle' && chosen.has(child)) chosen.delete(child)
    else chosen.add(child)
  const changed = { ...form, [list]: [...chosen] }
  // Whoever is away is not ill in class.
  return { ...changed, ill: changed.ill.filter((child) => !changed.away.includes(child)) }
}

/** Notes what was typed, and goes on to the next question that it did not answer. */
function detailed(
  form: Form,
  { stop, details, one }: { stop: Stop & { child: string }; details: Partial<Note>; one: SchoolClass },
): Form {
  const { child } = stop
  const isIll = (details.symptoms?.length ?? 0) > 0 || (details.temperatureC ?? null) !== null
  const isAway = form.away.includes(child)
  const known = noteOf(form, child).symptoms
  const more = details.symptoms && { symptoms: [...new Set([...known, ...details.symptoms])] }
  const changed = noted(form, child, { ...(isIll && isAway ? { reason: 'sick' } : {}), ...details, ...more })
  const path = pathOf(changed, one)
  const note = noteOf(changed, child)
  const isAnswered = (later: Stop) => {
    if (!('child' in later) || later.child !== child) return false
    if (later.kind === 'symptoms') return note.symptoms.length > 0
    if (later.kind === 'temperature') return note.temperatureC !== null
    return later.kind === 'leave' ? note.excused !== null : note.reason !== null
  }
  let at = form.at + 1
  while (path[at] !== undefined && isAnswered(path[at]!)) at += 1
  return { ...changed, at, page: 0 }
}
