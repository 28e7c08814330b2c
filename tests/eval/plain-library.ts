import MiniSearch from 'minisearch'
import type { Entry } from '../../src/features/knowledge/entry.ts'

/** Ranks entries for a question: the first ten, best first. */
export type Ranking = (text: string) => Entry[]

const fields = ['asks', 'textVi', 'textEn']

function fold(term: string): string {
  return term.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase()
}

/**
 * What a plain search library finds in the same entries: with its defaults, and with what its manual offers for such texts (terms without
 * marks, one slip in five letters, beginnings of words, the ways of asking weighted twice).
 */
export function plainLibrary(entries: readonly Entry[]): { readonly defaults: Ranking; readonly tuned: Ranking } {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const documents = entries.map(({ id, asks, text }) => ({ id, asks: asks.join('\n'), textVi: text.vi, textEn: text.en }))
  const search = (mini: MiniSearch): Ranking => {
    mini.addAll(documents)
    return (text) =>
      mini
        .search(text)
        .slice(0, 10)
        .map(({ id }) => byId.get(id)!)
  }
  return {
    defaults: search(new MiniSearch({ fields })),
    tuned: search(new MiniSearch({ fields, processTerm: fold, searchOptions: { fuzzy: 0.2, prefix: true, boost: { asks: 2 } } })),
  }
}
