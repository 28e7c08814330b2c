import type { Circumstances } from './circumstances.ts'
import type { Clause } from './clauses.ts'
import type { Feature } from './features.ts'
import type { Word } from './words.ts'

/** One question that names several things of which each has its own answer: "trường điểm âm nhạc và tạo hình". */
export interface Item {
  readonly clause: Clause
  readonly circumstances: Circumstances
}

const joint = /^(va|voi|cung|hoac|hay|and|or|lan)$/
const maxItems = 4
/** Words that may stand between two things that are named together: `khám phá khoa học và làm quen toán`. */
const maxGap = 5

/** The question once for each thing named together with others; empty when it names just one. */
export function itemsOf(clause: Clause, circumstances: Circumstances, words: readonly Word[]): Item[] {
  if (circumstances.documents.length > 1)
    return circumstances.documents.map((document) => ({
      clause: aboutOne(clause),
      circumstances: { ...circumstances, documents: [document] },
    }))
  const items = namedTogether(clause, words)
  if (items.length < 2 || items.length > maxItems) return []
  return items.map((item) => ({
    clause: {
      ...clause,
      features: clause.features.filter(({ key }) => key === item || !items.includes(key)),
      withoutPreamble: [],
    },
    circumstances,
  }))
}

/** Without the numbers of plans: they would ask for all of them again. */
function aboutOne(clause: Clause): Clause {
  return { ...clause, features: clause.features.filter(({ key }) => !/^#(142|157|396)$/.test(key)), withoutPreamble: [] }
}

/** Neighbouring things with a joint or a comma between them. */
function namedTogether(clause: Clause, words: readonly Word[]): string[] {
  const things = clause.features.filter(({ role }) => role === 'thing')
  const items = new Set<string>()
  let before: Feature | undefined
  for (const thing of things) {
    if (before !== undefined && before.key !== thing.key && areJoined(before.at, thing.at, words))
      items.add(before.key).add(thing.key)
    before = thing
  }
  return [...items]
}

function areJoined(from: number, to: number, words: readonly Word[]): boolean {
  if (to <= from || to - from > maxGap) return false
  return words.slice(from + 1, to + 1).some((word, at) => joint.test(word.folded) || word.phrase !== words[from + at]!.phrase)
}
