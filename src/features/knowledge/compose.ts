import { type SchoolDay, writtenDay } from '../../core/clock.ts'
import type { Language } from '../../core/phrases.ts'
import type { Place } from '../../core/place.ts'
import { documents } from './documents.ts'
import type { Entry } from './entry.ts'
import type { Fault } from './premise/premise.ts'
import { sentence } from './sentences.ts'

/** Where an answer comes from, as the batch command and the console show it. */
export interface Source {
  readonly file: string
  readonly document: string
  readonly section: string
  readonly place: Place
  readonly validFrom: SchoolDay
  readonly validTo: SchoolDay
}

/** How the entries are to be told. */
export interface Telling {
  readonly language: Language
  readonly today: SchoolDay
  /** The person asked about now, or about a time that no document covers. */
  readonly asksOtherTime: boolean
  /** What is wrong with what the person took for granted. */
  readonly fault: Fault | undefined
  /** Said of the same thing by an earlier document, for entries of which that is so. */
  readonly earlier: readonly Entry[]
}

const placeKeys = { 'long-bien': 'place_long_bien', 'hai-phong': 'place_hai_phong', 'krong-pa': 'place_krong_pa' } as const

export function placeName(place: Place, language: Language): string {
  return sentence(language, placeKeys[place])
}

/** A period as people write it: `2021-2025` for whole years, else two dates. */
export function writtenPeriod(from: SchoolDay, to: SchoolDay, language: Language): string {
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) {
    return sentence(language, 'period_years', { from: from.slice(0, 4), to: to.slice(0, 4) })
  }
  return sentence(language, 'period', { from: writtenDay(from), to: writtenDay(to) })
}

/** The line that names document, section, place and period. */
export function sourceLine(entry: Entry, language: Language): string {
  const document = documents[entry.document]
  return sentence(language, entry.section === '' ? 'source_no_section' : 'source', {
    title: document.title[language],
    section: entry.section,
    place: placeName(entry.place, language),
    period: writtenPeriod(entry.validFrom, entry.validTo, language),
  })
}

export function sourceOf(entry: Entry): Source {
  const document = documents[entry.document]
  const { section, place, validFrom, validTo } = entry
  return { file: document.file, document: document.title.vi, section, place, validFrom, validTo }
}

/** The answer as the person reads it: what the entries say, where that stands, and that it has run out where it has. */
export function tell(entries: readonly Entry[], telling: Telling): string {
  const { language, today } = telling
  const lines: string[] = []
  const opening = openingOf(entries, telling)
  entries.forEach((entry, at) => {
    const text = at === 0 && opening !== '' ? `${opening} ${entry.text[language]}` : entry.text[language]
    lines.push(text)
    const next = entries[at + 1]
    const line = sourceLine(entry, language)
    if (next === undefined || sourceLine(next, language) !== line) lines.push(line)
  })
  for (const entry of telling.earlier) {
    lines.push(sentence(language, 'earlier', { text: entry.text[language] }), sourceLine(entry, language))
  }
  if (entries.some((entry) => entry.validTo < today)) lines.push(sentence(language, 'expired'))
  return lines.join('\n')
}

/** What comes before the answer: that something is otherwise than the person thinks, or that no document speaks of the time asked for. */
function openingOf(entries: readonly Entry[], { asksOtherTime, fault, language }: Telling): string {
  if (fault === 'denied') return sentence(language, 'correction')
  if (fault === 'ended') return sentence(language, 'correction_ended', { day: writtenDay(entries[0]!.validTo) })
  return asksOtherTime ? sentence(language, 'now_unknown') : ''
}

/** A numbered list under a question. */
export function numbered(labels: readonly string[], language: Language): string {
  return labels.map((label, at) => sentence(language, 'option', { number: String(at + 1), label })).join('\n')
}
