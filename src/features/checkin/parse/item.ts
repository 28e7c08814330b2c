import type { Symptom } from '../report.ts'
import type { Sense } from './phrases.ts'
import type { Separator } from './token.ts'

/** What a stretch of the line was read as. */
export type Item = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'name'; readonly mention: string; readonly candidates: readonly number[] }
  | { readonly kind: 'unknown'; readonly mention: string; readonly sure: boolean; readonly hint: Hint }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ratio'; readonly left: number; readonly right: number }
  | { readonly kind: 'temperature'; readonly value: number }
  | { readonly kind: 'sense'; readonly sense: Sense | 'symptom'; readonly codes: readonly Symptom[] }
  | { readonly kind: 'emoji'; readonly codes: readonly Symptom[]; readonly sick: boolean }
  | { readonly kind: 'separator'; readonly separator: Separator }
)

/** Why an unknown word may be a name: it opens the text with a capital; it is in the vocabulary only as a part of phrases. */
export type Hint = 'opening' | 'part' | 'none'
