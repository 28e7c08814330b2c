import type { SchoolClass } from '../people/person.ts'
import { emptyNote, type Form } from './form.ts'

/** One question of the form. */
export type Stop =
  | { readonly kind: 'away' }
  | { readonly kind: 'reason' | 'leave'; readonly child: string }
  | { readonly kind: 'symptoms' | 'temperature'; readonly child: string; readonly isAway: boolean }
  | { readonly kind: 'ask_ill' }
  | { readonly kind: 'ill' }

/**
 * Every question of a form in its order, as far as it is settled by the answers so far. An answer changes only what comes behind it, so that
 * a place on the path stays the same place.
 */
export function pathOf(form: Form, { children }: Pick<SchoolClass, 'children'>): Stop[] {
  const inOrder = (ids: readonly string[]) => children.filter(({ id }) => ids.includes(id)).map(({ id }) => id)
  const about = (child: string, isAway: boolean): Stop[] => [
    { kind: 'symptoms', child, isAway },
    { kind: 'temperature', child, isAway },
  ]
  const away = inOrder(form.away).flatMap((child): Stop[] => {
    const isSick = (form.notes[child] ?? emptyNote).reason === 'sick'
    return [{ kind: 'reason', child }, ...(isSick ? about(child, true) : []), { kind: 'leave', child }]
  })
  const ill = form.wantsIll ? inOrder(form.ill).filter((child) => !form.away.includes(child)) : []
  return [
    { kind: 'away' },
    ...away,
    { kind: 'ask_ill' },
    ...(form.wantsIll ? [{ kind: 'ill' } as const] : []),
    ...ill.flatMap((child) => about(child, false)),
  ]
}

/** The question the form is at; undefined when all are answered. */
export function stopOf(form: Form, one: Pick<SchoolClass, 'children'>): Stop | undefined {
  return pathOf(form, one)[form.at]
}
