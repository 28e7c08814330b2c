import { expect, test } from 'vitest'
import { documents } from '../../../src/features/knowledge/documents.ts'
import type { Entry } from '../../../src/features/knowledge/entry.ts'
import { numbersOf } from './numbers.ts'
import { packEntries } from './pack-entries.ts'

/** The entries that break a rule, each with what breaks it: an empty list is the only right answer. */
function offenders(rule: (entry: Entry) => unknown): string[] {
  return packEntries.flatMap(({ file, entry }) => {
    const found = rule(entry)
    return found ? [`${file} ${entry.id}: ${String(found)}`] : []
  })
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

test('the pack holds entries of all five documents', () => {
  const counts = Object.keys(documents).map((id) => packEntries.filter(({ entry }) => entry.document === id).length)
  for (const count of counts) expect(count).toBeGreaterThan(15)
})

test('the office finds each entry under one id', () => {
  const seen = new Set<string>()
  expect(offenders(({ id }) => (seen.has(id) ? 'twice' : void seen.add(id)))).toEqual([])
  expect(offenders(({ id }) => !/^[a-z]+\.(long-bien|hai-phong|krong-pa)\.[a-z0-9-]+$/.test(id) && 'shape')).toEqual([])
  expect(offenders(({ id, topic, place }) => !id.startsWith(`${topic}.${place}.`) && 'topic or place')).toEqual([])
})

test('an entry names the place of its document', () => {
  expect(offenders(({ document, place }) => documents[document].place !== place && place)).toEqual([])
})

test('a parent reads no number that the entry does not carry as a figure', () => {
  for (const language of ['vi', 'en'] as const) {
    const missing = offenders(({ text, figures }) => {
      const carried = new Set(figures.flatMap((figure) => numbersOf(figure.value)))
      return numbersOf(text[language])
        .filter((number) => !carried.has(number))
        .join(' ')
    })
    expect(missing).toEqual([])
  }
})

test('an entry carries no figure that its text does not say', () => {
  const unsaid = offenders(({ text, figures }) => {
    const said = new Set(numbersOf(text.vi))
    return figures
      .flatMap((figure) => numbersOf(figure.value))
      .filter((number) => !said.has(number) && !numbersOf(text.en).includes(number))
      .join(' ')
  })
  expect(unsaid).toEqual([])
})

test('an entry says when it held, within the period of its document', () => {
  expect(offenders(({ validFrom, validTo }) => !(isDay(validFrom) && isDay(validTo) && validFrom <= validTo) && 'dates')).toEqual(
    [],
  )
  expect(offenders((entry) => entry.validTo > documents[entry.document].validTo && 'outlives its document')).toEqual([])
})

test('a parent finds an entry by at least five ways of asking', () => {
  expect(offenders(({ asks }) => new Set(asks.map((ask) => ask.toLowerCase())).size < 5 && 'too few')).toEqual([])
  expect(offenders(({ asks }) => asks.length !== new Set(asks.map((ask) => ask.toLowerCase())).size && 'repeated')).toEqual([])
  expect(offenders(({ asks }) => asks.find((ask) => ask.trim() !== ask || ask.length > 160))).toEqual([])
})

test('one question does not fit two entries of one document', () => {
  const owner = new Map<string, string>()
  const shared = offenders(({ id, document, asks }) =>
    asks.find((ask) => {
      const key = `${document} ${ask.toLowerCase().replace(/[?.!]/g, '')}`
      const other = owner.get(key)
      owner.set(key, id)
      return other !== undefined && other !== id
    }),
  )
  expect(shared).toEqual([])
})

test('a parent reads a short answer in Vietnamese and in English', () => {
  expect(offenders(({ text }) => !/[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]/i.test(text.vi) && 'no diacritics')).toEqual([])
  expect(
    offenders(({ text }) => [text.vi, text.en].some((words) => words.length > 450 || words.length < 20) && 'length'),
  ).toEqual([])
  expect(offenders(({ text }) => [text.vi, text.en].some((words) => words !== words.normalize('NFC')) && 'not NFC')).toEqual([])
  expect(
    offenders(({ text }) => /(?<![/-])\b(GDMN|CSGD|GVMN|CBQL|CBGVNV|VSATTP|TNTT|SDD|CMHS|PHHS)\b/.exec(text.vi)?.[0]),
  ).toEqual([])
})

test('a reader can look the fact up in its document', () => {
  expect(offenders(({ section }) => section.trim() === '' && 'no section')).toEqual([])
  expect(offenders(({ audience }) => audience.length === 0 && 'no audience')).toEqual([])
})

test('an entry supersedes only entries that exist and are older', () => {
  const byId = new Map(packEntries.map(({ entry }) => [entry.id, entry]))
  const wrong = offenders(({ supersedes = [], validTo }) => supersedes.find((id) => !((byId.get(id)?.validTo ?? '9') <= validTo)))
  expect(wrong).toEqual([])
})
