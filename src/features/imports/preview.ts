import type { Choice } from '../../core/message.ts'
import type { CalendarImport } from './import-store.ts'
import type { Interpreted } from './interpret.ts'
import type { Plan, PlannedRow } from './plan.ts'
import { shortened } from './row.ts'
import { changeText, draftText, type ImportVoice, problemText } from './wording.ts'

const shownNew = 8
const shownChanged = 8
const shownProblems = 5
const mostListed = 120

const listed = (lines: readonly string[], most: number, { phrases, language }: ImportVoice): string => {
  const rest = lines.length - most
  const more = rest > 0 ? phrases.text(language, 'imports.more', { count: rest }) : ''
  return `${lines
    .slice(0, most)
    .map((line) => `\n- ${line}`)
    .join('')}${more}`
}

const isChanged = (row: PlannedRow): row is Extract<PlannedRow, { kind: 'changed' }> => row.kind === 'changed'

/** What taking an import would do, before anything is done. */
export function previewText(
  one: Pick<CalendarImport, 'source' | 'fileName'>,
  { read, plan }: { read: Interpreted; plan: Plan },
  voice: ImportVoice,
): string {
  const { phrases, language } = voice
  const say = (key: 'new_head' | 'changed_head' | 'errors_head') => phrases.text(language, `imports.${key}`)
  const fresh = plan.rows.filter(({ kind }) => kind === 'new')
  const changed = plan.rows.filter(isChanged)
  const news = fresh.map(({ row }) => draftText(row.what, voice))
  const problems = plan.problems.map((problem) => problemText(problem, voice))
  const { laid, odd, reading } = read
  const slips = odd.map(({ heading, fits }) =>
    phrases.text(language, 'imports.odd', {
      ...{ line: heading.line, text: heading.text, months: heading.months.join(', '), year: String(fits) },
    }),
  )
  const said = phrases.text(language, 'imports.preview', {
    source: one.source,
    name: nameOf(one),
    total: plan.rows.length,
    fresh: fresh.length,
    changed: changed.length,
    same: plan.rows.length - fresh.length - changed.length,
    problems: problems.length,
    ...{ laid: laid === undefined ? 'none' : 'yes', from: laid?.from ?? '', on: laid?.on ?? '' },
    odd: slips.join(''),
    outside: reading.outside ?? 0,
    zones: reading.rows.filter(({ notes }) => notes?.includes('unknown_zone')).length,
    news: news.length === 0 ? '' : `${say('new_head')}${listed(news, shownNew, voice)}`,
    changes:
      changed.length === 0
        ? ''
        : `${say('changed_head')}${listed(
            changed.map((row) => changeText(row, voice)),
            shownChanged,
            voice,
          )}`,
    errors: problems.length === 0 ? '' : `${say('errors_head')}${listed(problems, shownProblems, voice)}`,
  })
  return said
}

export const nameOf = ({ fileName = '' }: Pick<CalendarImport, 'fileName'>): string => `“${shortened(fileName, 40)}”`

/** The lines that were not understood, each with its place and why. */
export function problemsText({ problems }: Plan, voice: ImportVoice): string {
  const lines = listed(
    problems.map((problem) => problemText(problem, voice)),
    mostListed,
    voice,
  )
  return voice.phrases.text(voice.language, 'imports.errors_list', { count: problems.length, lines })
}

/** Every line as it was understood. */
export function rowsText({ rows }: Plan, voice: ImportVoice): string {
  const { phrases, language } = voice
  const lines = rows.map((planned) => {
    const what = isChanged(planned) ? changeText(planned, voice) : draftText(planned.row.what, voice)
    return phrases.text(language, 'imports.row', { kind: planned.kind, line: planned.row.line, what })
  })
  return phrases.text(language, 'imports.rows_list', { count: rows.length, lines: listed(lines, mostListed, voice) })
}

/** How many lines taking a plan would write. */
export const changesOf = ({ rows }: Plan): number => rows.filter(({ kind }) => kind !== 'unchanged').length

/** What the office may do with an import that it was shown. */
export function choicesFor(
  id: string,
  { read, plan }: { read: Interpreted; plan: Plan },
  { phrases, language }: ImportVoice,
): Choice[] {
  const choice = (what: string, label: string): Choice => ({ label, value: `im:${what}:${id}` })
  const count = changesOf(plan)
  const { odd, laid } = read
  const take = { count, mended: odd.length > 0 ? 'yes' : 'no', laid: laid?.on ?? 'none' }
  return [
    ...(count === 0 ? [] : [choice('take', phrases.text(language, 'imports.take', take))]),
    ...(count === 0 || odd.length === 0 || laid !== undefined ? [] : [choice('keep', phrases.text(language, 'imports.keep'))]),
    ...(laid?.mayStand !== true ? [] : [choice('asis', phrases.text(language, 'imports.as_is', { year: laid.from }))]),
    ...(plan.problems.length === 0
      ? []
      : [choice('errors', phrases.text(language, 'imports.errors', { count: plan.problems.length }))]),
    ...(plan.rows.length === 0 ? [] : [choice('rows', phrases.text(language, 'imports.all_rows'))]),
    choice('drop', phrases.text(language, 'imports.drop')),
  ]
}
