import type { Clause } from './clauses.ts'
import type { Entry } from './entry.ts'
import { featuresOf } from './features.ts'
import type { Reading } from './reading.ts'
import { clean, wordsOf } from './words.ts'

const cue =
  /\b(phai khong|dung khong|phai k|dung k|dung ha|phai ha|dung chua|co dung|co phai|nghe|thay bao|doc thay|bao la|noi la|tuong|dung la|that khong|that ha|co that|chac la|hinh nhu|right|correct|true|is it|isn t it|i heard|heard|they say|told|so )\b/

/**
 * Whether a question takes a figure for granted that the entry does not have (for what is asked): "phụ huynh đóng 30 % phải không"
 * where parents pay 47 %. Numbers that are ages, years or document numbers are no claims.
 */
export function isFalsePremise(reading: Reading, clause: Clause, entry: Entry): boolean {
  const isYesNo =
    /\b(khong|ha|chua|nhi|phai)( a| vay| anh| the| ad| co| em| nhe)?$/.test(reading.text) ||
    /^(is|are|do|does|did|was|were|so)\b/.test(reading.text)
  if (!cue.test(reading.text) && !isYesNo) return false
  const claimed = claimsOf(reading)
  if (claimed.length === 0) return false
  const asked = new Set(clause.features.filter(({ role }) => role === 'thing').map(({ key }) => key))
  const values = relevantValues(entry, asked, reading)
  if (values.size === 0) return false
  return !claimed.some((figure) => values.has(figure))
}

function claimsOf(reading: Reading): string[] {
  const percents = reading.circumstances.figures
  if (percents.length > 0) return [...percents]
  const plain = reading.text
    .replace(/\b(\d+ ?(den|-|toi) ?)?\d+ ?(tuoi|thang|thang tuoi|year|years|t|months?)\b/g, ' ')
    .replace(/\b(lop|grade|level|muc do|muc|buoc|nam|ke hoach|plan|so|van ban|nghi dinh|thong tu) \d+(\/\d+)*\b/g, ' ')
  return [...plain.matchAll(/\b\d{1,3}(?:,\d+)?\b/g)]
    .map(([figure]) => figure.replace(/^0(?=\d)/, ''))
    .filter((figure) => figure.length <= 4)
}

/** The figures of the entry whose label speaks of what was asked; all of them when no label does. */
function relevantValues(entry: Entry, asked: ReadonlySet<string>, reading: Reading): Set<string> {
  const ages = reading.circumstances.ages
  const scored = entry.figures.map((figure) => {
    const keys = new Set(featuresOf(wordsOf(clean(figure.label))).features.map((feature) => feature.key))
    let score = [...asked].filter((key) => keys.has(key)).length
    if (figure.group !== undefined && ages.length > 0)
      score += ages.some((age) => figure.group === age || figure.group?.includes(age)) ? 1 : -1
    return { value: figure.value, score }
  })
  const best = Math.max(0, ...scored.map(({ score }) => score))
  const values = scored.filter(({ score }) => score === best).map(({ value }) => value)
  return new Set(values.flatMap((value) => [value, value.replace(/^0(?=\d)/, ''), value.replace(/,0$/, '')]))
}
