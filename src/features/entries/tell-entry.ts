import { writtenDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { School } from '../people/person.ts'
import type { OwnAnswer } from './entry-index.ts'

/** A school's answer as people read it: the text, whose it is and of which day, and till when; one that has run out says so first. */
export function tellEntry(
  phrases: Phrases,
  { entry, expired, school, language }: OwnAnswer & { school: School; language: Language },
): string {
  const parameters = {
    text: language === 'en' ? (entry.text.en ?? entry.text.vi) : entry.text.vi,
    school: school.name,
    date: writtenDay(entry.saidOn),
    until: entry.validTo === null ? 'none' : writtenDay(entry.validTo),
  }
  return phrases.text(language, expired ? 'entries.expired' : 'entries.answer', parameters)
}
