import type { Language, Phrases } from '../../../core/phrases.ts'
import { childSheet } from './child-sheet.ts'
import { classSheet } from './class-sheet.ts'
import type { DayOfSheets, Say } from './day-of-sheets.ts'
import { symptomSheet } from './symptom-sheet.ts'
import type { Sheet } from './workbook.ts'

/** The day's Excel file: per class, per child, per symptom. Names children: for the office only. */
export function dayWorkbook(day: DayOfSheets, { phrases, language }: { phrases: Phrases; language: Language }): readonly Sheet[] {
  const say: Say = (key, params = {}) => phrases.text(language, key, params)
  return [classSheet(day, say), childSheet(day, say), symptomSheet(day, say)]
}
