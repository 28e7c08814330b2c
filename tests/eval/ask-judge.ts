import { documents } from '../../src/features/knowledge/documents.ts'
import type { Entry } from '../../src/features/knowledge/entry.ts'
import type { Answer } from '../../src/features/knowledge/turn.ts'

/** One labelled question: what must and must not stand in the answer, and of which kind it should be. */
export interface Question {
  readonly id: string
  readonly text: string
  readonly style: string
  readonly topic: string
  readonly place?: 'long-bien' | 'hai-phong' | 'krong-pa'
  readonly today?: string
  /** Questions of one thread are turns of one conversation. */
  readonly thread?: string
  readonly expect: {
    readonly kind: string
    readonly also_ok?: readonly string[]
    readonly feature?: string
    readonly must_include: readonly (readonly string[])[]
    readonly must_not_include: readonly string[]
    /** Document files, or just their numbers; citing one of them is enough. */
    readonly sources?: readonly string[]
  }
}

/** `wrong`: of another kind, or without what it must say; `refused`: an answer was wanted and none was given. */
export interface Judged {
  readonly question: Question
  readonly given: Answer
  readonly verdict: 'right' | 'wrong' | 'refused'
  readonly why: string
  readonly milliseconds: number
}

/** Reads JSON lines; short forms (`kind`, `all`, `not`, `src` beside `text`) are written out. */
export function readQuestions(text: string): Question[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      const raw = JSON.parse(line)
      if (raw.expect !== undefined) return { ...raw, style: raw.style ?? 'clean', topic: raw.topic ?? 'other' }
      const { kind = 'answer', also, feature, all = [], not = [], src, ...rest } = raw
      return {
        id: String(at + 1),
        style: 'clean',
        topic: 'other',
        ...rest,
        expect: {
          kind,
          also_ok: also,
          feature,
          must_include: all.map((one: string) => one.split('|')),
          must_not_include: not,
          sources: src,
        },
      }
    })
}

/** Compared after NFC, lower case, white space folded. `re:` marks a regular expression. */
export function hits(answer: string, pattern: string): boolean {
  const folded = answer.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')
  if (pattern.startsWith('re:')) return new RegExp(pattern.slice(3), 'isu').test(folded)
  if (/^\d+(,\d+)?%?$/.test(pattern)) return new RegExp(`(?<![\\d.,])${pattern.replace(',', '[.,]')}(?![\\d])`, 'u').test(folded)
  return folded.includes(pattern.normalize('NFC').toLowerCase())
}

export function judge(question: Question, given: Answer, milliseconds: number): Judged {
  const { expect } = question
  const result = (verdict: Judged['verdict'], why: string): Judged => ({ question, given, verdict, why, milliseconds })
  const isKindRight = given.kind === expect.kind || (expect.also_ok?.includes(given.kind) ?? false)
  for (const pattern of expect.must_not_include) if (hits(given.text, pattern)) return result('wrong', `says ${pattern}`)
  if (!isKindRight) {
    const isRefused = expect.kind === 'answer' && (given.kind === 'unknown' || given.kind === 'clarify')
    return result(isRefused ? 'refused' : 'wrong', `${given.kind} for ${expect.kind}`)
  }
  if (given.kind === 'feature' && expect.feature !== undefined && given.feature !== expect.feature)
    return result('wrong', `feature ${given.feature}`)
  const isFree = given.kind !== expect.kind && given.kind !== 'answer'
  if (isFree || (given.kind !== 'answer' && given.kind !== 'clarify')) return result('right', '')
  const missing = expect.must_include.find((group) => !group.some((pattern) => hits(given.text, pattern)))
  if (missing !== undefined) return result('wrong', `lacks ${missing.join(' | ')}`)
  const cited = expect.sources
  if (
    given.kind === 'answer' &&
    cited !== undefined &&
    cited.length > 0 &&
    !given.sources.some(({ file }) => cited.some((one) => file.startsWith(one.slice(0, 3))))
  ) {
    return result('wrong', `cites none of ${cited.map((one) => one.slice(0, 3)).join(', ')}`)
  }
  return result('right', '')
}

/** 1/place of the first entry whose words would satisfy the question, 0 when none does. */
export function placeOfRight({ expect }: Question, entries: readonly Entry[]): number {
  const at = entries.findIndex((entry) => {
    const text = [
      entry.text.vi,
      entry.text.en,
      documents[entry.document].title.vi,
      ...entry.figures.map(({ value, unit }) => `${value}${unit}`),
    ].join(' ')
    return expect.must_include.every((group) => group.some((pattern) => hits(text, pattern)))
  })
  return at < 0 ? 0 : 1 / (at + 1)
}
