import { withoutDiacritics } from '../../core/text.ts'
import type { Clause } from './clauses.ts'
import type { Entry, Figure } from './entry.ts'
import { featuresOf } from './features.ts'
import type { Reading } from './reading.ts'
import { clean, wordsOf } from './words.ts'

const cue =
  /\b(phai khong|dung khong|phai hong|dung hong|phai k|dung k|dung ha|phai ha|dung chua|co dung|co phai|nghe|thay bao|doc thay|bao la|noi la|that khong|that ha|co that|right|correct|true|is it|isn t it|heard|they say|told)\b/
const yesNo = /(\b(khong|ha|chua|nhi|phai)( a| vay| anh| the| ad| co| em| nhe)?$|^(is|are|do|does|did|was|were|so)\b)/

/** What a plain number counts, and which units of figures count the same. */
const counted: readonly (readonly [RegExp, RegExp])[] = [
  [/^(truong|schools?|preschools?)$/, /truong/],
  [/^(co|giao|gv|teachers?)$/, /giao vien|co\b/],
  [/^(lan|times)$/, /lan/],
  [/^(tre|chau|be|hoc|children|kids)$/, /tre|chau|hoc sinh/],
  [/^(gio|tieng|h|hours?)$/, /gio/],
  [/^(ty|billion)$/, /ty/],
  [/^(m2)$/, /m2/],
]

/**
 * Whether a question takes a figure for granted that the entry does not have for what is asked: "phụ huynh đóng 30 % phải không"
 * where parents pay 47 %. Only percentages and counted things are claims; ages, years, dates and document numbers are not.
 */
export function isFalsePremise(reading: Reading, clause: Clause, entry: Entry): boolean {
  const hasCue = cue.test(reading.text)
  const percents = [...reading.text.matchAll(/\b(\d{1,3}(?:[.,]\d+)?) ?(?:%|phan tram|percent|per cent)/g)].map(
    ([, number]) => number!,
  )
  if (percents.length > 0)
    return (hasCue || yesNo.test(reading.text)) && isDenied(percents, relevant(entry, clause, reading, /%/))
  if (!hasCue) return false
  for (const [, number, noun] of reading.text.matchAll(/\b(\d{1,3}(?:[.,]\d+)?) (\w+)/g)) {
    const units = counted.find(([nouns]) => nouns.test(noun!))?.[1]
    if (units !== undefined && isDenied([number!], relevant(entry, clause, reading, units))) return true
  }
  return false
}

function isDenied(claimed: readonly string[], values: ReadonlySet<string>): boolean {
  return values.size > 0 && !claimed.some((figure) => values.has(plain(figure)))
}

function plain(figure: string): string {
  return figure
    .replace('.', ',')
    .replace(/^0(?=\d)/, '')
    .replace(/,0$/, '')
}

/** The figures of that unit whose label speaks most of what was asked. */
function relevant(entry: Entry, clause: Clause, reading: Reading, unit: RegExp): Set<string> {
  const asked = new Set(clause.features.filter(({ role }) => role === 'thing').map(({ key }) => key))
  const scored = entry.figures
    .filter((figure) => unit.test(withoutDiacritics(figure.unit.toLowerCase()).replace('²', '2')))
    .map((figure) => ({ value: plain(figure.value), score: agreement(figure, asked, reading) }))
  const best = Math.max(...scored.map(({ score }) => score))
  return new Set(scored.filter(({ score }) => score === best).flatMap(({ value }) => [value, value.split('/')[0]!]))
}

function agreement(figure: Figure, asked: ReadonlySet<string>, { circumstances }: Reading): number {
  const keys = new Set(featuresOf(wordsOf(clean(figure.label))).features.map((feature) => feature.key))
  const shared = [...asked].filter((key) => keys.has(key)).length
  if (figure.group === undefined || circumstances.ages.length === 0) return shared
  return shared + (circumstances.ages.some((age) => figure.group === age || figure.group!.includes(age)) ? 1 : -1)
}
