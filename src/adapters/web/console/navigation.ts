import type { PhraseKey } from '../../../core/phrases.ts'

/** The pages of the menu, in their order. */
const entries = [
  ['today', '/console'],
  ['summary', '/console/summary'],
  ['conversations', '/console/questions'],
  ['people', '/console/people'],
  ['knowledge', '/console/knowledge'],
  ['broadcasts', '/console/broadcasts'],
  ['messages', '/console/messages'],
  ['calendar', '/console/calendar'],
  ['settings', '/console/settings'],
] as const

export type NavKey = (typeof entries)[number][0] | 'sessions'

export const navigation: readonly { readonly key: NavKey; readonly path: string; readonly label: PhraseKey }[] = entries.map(
  ([key, path]) => ({ key, path, label: `console.nav.${key}` }),
)
