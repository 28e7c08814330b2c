import { staffAmong } from '../people/person.ts'
import { answerFigures } from '../summary/period/answer-figures.ts'
import { sheetType } from '../summary/workbook/workbook.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** Figures of a week, a month or a class that somebody of the school asks for; a file of them comes along. */
export async function hearFigures(deps: RouteDeps, { turn, identity }: Hearing, text: string): Promise<Heard | undefined> {
  const { stores, now } = turn
  const { language } = identity
  for (const staff of staffAmong(identity.people)) {
    const answer = await answerFigures({ ...deps, ...stores }, { staff, language, now }, text)
    if (answer === undefined) continue
    if (answer.file === undefined) return { route: 'figures', replies: [{ text: answer.text }] }
    const { name, caption, sheets } = answer.file
    const instead = deps.phrases.text(language, 'summary.sheet.not_carried')
    const attachment = { kind: 'file' as const, name, type: sheetType, bytes: await deps.files.write(sheets), instead }
    return { route: 'figures', replies: [{ text: answer.text }, { text: caption, attachment }] }
  }
  return undefined
}
