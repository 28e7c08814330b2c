import type { Needs } from './needs.ts'
import { writtenPercent } from './percent.ts'
import type { ClassFigures, DaySummary } from './totals.ts'
import { needsLine, type SummaryVoice, summaryDay } from './wording.ts'

/**
 * What became of a class since the office read the figures.
 * - `reported`, `withdrawn`: a report came, or was undone
 * - `count`: present or total differ
 * - `detail`: same count, other reasons, leave, symptoms or early leavers
 * - `confirmed`, `unconfirmed`: only the teacher's confirmation changed
 */
export type ClassChangeKind = 'reported' | 'withdrawn' | 'count' | 'detail' | 'confirmed' | 'unconfirmed'

export interface ClassChange {
  readonly kind: ClassChangeKind
  readonly className: string
  /** `28/30`; empty when there was, or is, no report. */
  readonly before: string
  readonly now: string
}

/** Changes by class, in the order of the new summary; classes are matched by name. Empty when the office's figures still hold. */
export function changesBetween(before: DaySummary, now: DaySummary): ClassChange[] {
  const earlier = new Map(before.classes.map((one) => [one.className, one]))
  return now.classes.flatMap((one) => {
    const old = earlier.get(one.className)
    const kind = changeOf(old, one)
    return kind === null ? [] : [{ kind, className: one.className, before: written(old), now: written(one) }]
  })
}

const written = (one: ClassFigures | undefined) => (one?.figures ? `${one.figures.present}/${one.figures.enrolled}` : '')

function changeOf(old: ClassFigures | undefined, now: ClassFigures): ClassChangeKind | null {
  if (!old?.figures) return now.figures ? 'reported' : null
  if (!now.figures) return 'withdrawn'
  if (written(old) !== written(now)) return 'count'
  if (!sameCounts(old.figures, now.figures)) return 'detail'
  if (old.state === now.state) return null
  return now.state === 'confirmed' ? 'confirmed' : 'unconfirmed'
}

/** Counts within counts, whatever order their keys were written in: one of the two may come from the database. */
function sameCounts(one: object, other: object): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  const countAt = (counts: object, key: string): unknown => (counts as Record<string, unknown>)[key] ?? 0
  return [...keys].every((key) => {
    const [left, right] = [countAt(one, key), countAt(other, key)]
    return typeof left === 'object' && typeof right === 'object' ? sameCounts(left ?? {}, right ?? {}) : left === right
  })
}

/**
 * What the office reads when figures it was sent have changed: the new total, the old one, and each class that differs. Null when
 * nothing it was told has changed, so that nobody is written to twice.
 */
export function revisionMessage(
  before: DaySummary,
  now: DaySummary,
  { needs, ...voice }: SummaryVoice & { readonly needs?: Needs },
): { readonly text: string } | null {
  const changes = changesBetween(before, now)
  if (changes.length === 0) return null
  const { phrases, language, school, day } = voice
  const missing = now.classes.filter(({ figures }) => figures === null)
  const text = phrases.text(language, 'summary.revised', {
    ...summaryDay(day),
    school,
    present: now.totals.present,
    enrolled: now.totals.enrolled,
    rate: writtenPercent(now.totals.present, now.totals.enrolled, { language }),
    before: `${before.totals.present}/${before.totals.enrolled}`,
    changes: changes
      .map(({ kind, className, before, now }) =>
        phrases.text(language, `summary.change.${kind}`, { name: className, before, now }),
      )
      .join('\n'),
    missing: missing.length,
    names: missing.map(({ className }) => className).join(', '),
  })
  const needed = needs === undefined ? '' : needsLine(needs, voice)
  return { text: [text, needed].filter(Boolean).join('\n') }
}
