import { type Mention, mentionsOf, type Role } from './concepts.ts'
import type { Word } from './words.ts'

/** One thing that a text says, in a form that two texts can share: a concept, a number, or a word the lexicon does not know. */
export interface Feature {
  readonly key: string
  readonly role: Role | 'word' | 'number'
  /** Index of the word it stands at. */
  readonly at: number
}

/** How much a role counts beside the rarity of the feature itself. */
export const roleWeight: Readonly<Record<Feature['role'], number>> = {
  thing: 1,
  elsewhere: 1,
  colour: 0.5,
  asked: 0.3,
  child: 0.08,
  age: 0.4,
  word: 0.7,
  number: 0.5,
  where: 0,
  time: 0,
  filler: 0,
}

/** The features of a text, in order; the same feature may come twice. */
export function featuresOf(words: readonly Word[]): { features: Feature[]; mentions: Mention[] } {
  const { mentions, leftOver } = mentionsOf(words)
  const features: Feature[] = []
  for (const { concept, role, at } of mentions) if (roleWeight[role] > 0) features.push({ key: keyOf(concept, role), role, at })
  for (const at of leftOver) {
    const { folded } = words[at]!
    const next = words[at + 1]?.folded ?? ''
    if (/^\d[.,]\d$/.test(folded) && /^(co|giao|gv|teachers?)$/.test(next)) features.push({ key: 'per-class', role: 'thing', at })
    if (/^[345]$/.test(folded) && /^(tuoi|years?|t)$/.test(next)) features.push({ key: `age:${folded}`, role: 'age', at })
    if (/^\d/.test(folded)) {
      if (/\d{2}/.test(folded) && !/^20[0-3]\d$/.test(folded)) features.push({ key: `#${folded.replace(/[.,]/g, ',')}`, role: 'number', at })
    } else if (folded.length > 1) features.push({ key: `~${folded}`, role: 'word', at })
  }
  return { features: features.sort((a, b) => a.at - b.at), mentions }
}

function keyOf(concept: string, role: Role): string {
  return role === 'age' ? `age:${concept}` : concept
}
