import { readFileSync } from 'node:fs'
import type { ParsedAbsence } from '../../../src/features/absence/notice.ts'
import { parseAbsence } from '../../../src/features/absence/parse-absence.ts'

const families: Record<string, string[]> = {
  an: ['Nguyễn Hoài An'],
  two: ['Nguyễn Hoài An', 'Nguyễn Bảo Mai (Bống)'],
  twins: ['Trần Minh Anh', 'Trần Bảo Anh'],
}

/** Lines typed by parents on Tuesday 24 November 2026, with what they mean. @returns those read otherwise. */
export function misread(file: 'dev' | 'held-out' | 'held-out-2' | 'held-out-3'): {
  lines: number
  wrong: { text: string; expected: object; got: object }[]
} {
  const rows = readFileSync(new URL(`./lines/${file}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  const wrong = rows.flatMap((row) => {
    const { text, family, ...expected } = JSON.parse(row)
    const got = flat(parseAbsence(text, { today: '2026-11-24', closures: [], children: families[family]! }))
    const differs = Object.entries(expected).some(([key, value]) => JSON.stringify(got[key]) !== JSON.stringify(value))
    return differs ? [{ text, expected, got }] : []
  })
  return { lines: rows.length, wrong }
}

function flat(parsed: ParsedAbsence): Record<string, unknown> {
  if (!('whose' in parsed)) return { ...parsed }
  const { whose, ...rest } = parsed
  return { ...rest, who: whose.kind === 'known' ? whose.children : 'ask' }
}
