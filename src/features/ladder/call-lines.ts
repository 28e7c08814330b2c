import { schoolTimeOf } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { Child, SchoolClass } from '../people/person.ts'
import type { Unnamed } from './unnamed.ts'

/** A child of whom nobody knows where it is. */
export interface Missed {
  readonly child: Child
  readonly one: SchoolClass
}

/** Children of whom nobody knows where they are, the most urgent first; counts of a class whose report names nobody. */
export interface Calls {
  /** The family says the child is at school, the class says it is not. */
  readonly lost: readonly Missed[]
  /** The guardians have not answered in the school's time. */
  readonly silent: readonly Missed[]
  /** No guardian is linked. */
  readonly unlinked: readonly Missed[]
  readonly unnamed: readonly Unnamed[]
  /** Asked, and there is still time to answer. */
  readonly waiting?: readonly (Missed & { readonly askedAt: Date })[]
}

/** The calls in words; empty when there is nobody to call. */
export function callLines(phrases: Phrases, language: Language, calls: Calls): string[] {
  const { lost, silent, unlinked, unnamed, waiting = [] } = calls
  const names = (list: readonly Missed[]) => list.map(({ child, one }) => `${child.rosterName} (${one.code})`).join(', ')
  const lines: string[] = []
  const count = lost.length + silent.length + unlinked.length + unnamed.reduce((sum, each) => sum + each.count, 0)
  if (count > 0) lines.push(phrases.text(language, 'ladder.call', { count }))
  if (lost.length > 0) lines.push(phrases.text(language, 'ladder.call_lost', { children: names(lost) }))
  if (silent.length > 0) lines.push(phrases.text(language, 'ladder.call_silent', { children: names(silent) }))
  if (unlinked.length > 0) lines.push(phrases.text(language, 'ladder.call_unlinked', { children: names(unlinked) }))
  if (unnamed.length > 0) {
    const classes = unnamed.map(({ one, count: many }) =>
      phrases.text(language, 'ladder.unnamed_class', { class: one.code, count: many }),
    )
    lines.push(phrases.text(language, 'ladder.call_unnamed', { classes: classes.join(', ') }))
  }
  if (waiting.length > 0) {
    const children = waiting.map(({ child, one, askedAt }) => `${child.rosterName} (${one.code}, ${schoolTimeOf(askedAt)})`)
    lines.push(phrases.text(language, 'ladder.call_waiting', { children: children.join(', ') }))
  }
  return lines
}
