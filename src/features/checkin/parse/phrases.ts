import { filling } from './words/filling.ts'
import type { grownPhrases } from './words/grown.ts'
import { joints } from './words/joints.ts'
import { reasons } from './words/reasons.ts'
import { whereabouts } from './words/whereabouts.ts'

/** The words of a check-in other than symptoms and names, by what they do in it. The order decides between equals. */
export const phrases = { ...whereabouts, ...reasons, ...joints, ...filling } as const

/** What a word or phrase does in a check-in. */
export type Sense = keyof typeof phrases | keyof typeof grownPhrases
