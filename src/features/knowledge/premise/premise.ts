import { withoutDiacritics } from '../../../core/text.ts'
import type { Clause } from '../clauses.ts'
import type { Entry, Figure } from '../entry.ts'
import { featuresOf } from '../features.ts'
import type { Reading } from '../reading.ts'
import { clean, wordsOf } from '../words.ts'
import { asksToConfirm, asksYesOrNo } from './cue.ts'
import { rhythmClaimOf, rhythmOf } from './rhythm-claim.ts'
import { isOver, isWrongTime } from './time-claim.ts'

/** What is wrong with what a question takes for granted: it is otherwise, or it was so and the document's time is over. */
export type Fault = 'denied' | 'ended'

/** What a plain number counts, and which units of figures count the same. */
const counted: readonly (readonly [RegExp, RegExp])[] = [
  [/^(truong|schools?|preschools?)$/, /truong/],
  [/^(co|giao|gv|teachers?)$/, /giao vien|co\b/],
  [/^(lan|times)$/, /lan/],
  [/^(tre|chau|be|hoc|children|kids)$/, /tre|chau|hoc sinh/],
  [/^(gio|tieng|h|hours?)$/, /gio/],
  [/^(ty|billion)$/, /ty/],
  [/^(m2)$/, /m2/],
  [/^(bai|items?)$/, /tin bai/],
  [/^(phuong|wards?)$/, /phuong/],
  [/^(buoi|sessions?)$/, /buoi/],
]
const everybody =
  /\b(tat ca|ai cung|moi (tre|be|chau|nguoi|gia dinh|hoc sinh)|toan bo|het cho|cho het|cac (chau|be) deu|every(one|body| child| kid)|all (the )?(children|kids|families|pupils))\b/
const group = /^(poor|near-poor|policy-family)$/

/**
 * What a question takes for granted and the entry does not have: "phụ huynh đóng 30 % phải không" where parents pay 47 %, "tháng nào cũng
 * cân", "kết thúc năm 2023 rồi", "ai cũng miễn phí". Ages, class names and document numbers are no claims.
 */
export function faultOf(reading: Reading, clause: Clause, entry: Entry): Fault | undefined {
  const { text, timeClaim } = reading
  if (timeClaim !== null && isOver(timeClaim, entry)) return 'ended'
  const isDenied =
    (timeClaim !== null && isWrongTime(timeClaim, entry)) ||
    deniesShare({ reading, clause, entry }) ||
    deniesCount({ reading, clause, entry }) ||
    deniesRhythm({ reading, clause, entry }) ||
    deniesForAll(text, clause, entry)
  return isDenied ? 'denied' : undefined
}

interface Checked {
  readonly reading: Reading
  readonly clause: Clause
  readonly entry: Entry
}

function deniesShare({ reading, clause, entry }: Checked): boolean {
  const percents = [...reading.text.matchAll(/\b(\d{1,3}(?:[.,]\d+)?) ?(?:%|phan tram|percent|per cent)/g)].map(
    ([, number]) => number!,
  )
  return percents.length > 0 && asksYesOrNo(reading.text) && isNone(percents, relevant(entry, clause, reading, /%/))
}

function deniesCount({ reading, clause, entry }: Checked): boolean {
  const { text } = reading
  if (!asksToConfirm(text) || /%|phan tram|percent/.test(text)) return false
  for (const [, number, noun] of text.matchAll(/\b(\d{1,3}(?:[.,]\d+)?) (\w+)/g)) {
    const units = counted.find(([nouns]) => nouns.test(noun!))?.[1]
    if (units !== undefined && isNone([number!], relevant(entry, clause, reading, units))) return true
  }
  return false
}

function deniesRhythm({ reading, clause, entry }: Checked): boolean {
  const claimed = asksToConfirm(reading.text) ? rhythmClaimOf(reading.text) : undefined
  if (claimed === undefined) return false
  const rhythms = best(entry, clause, reading, /^lan\//).map(({ unit }) => rhythmOf(folded(unit)))
  return rhythms.length > 0 && !rhythms.includes(claimed)
}

/** "Ai cũng được miễn phí" where others pay a share; "hộ nghèo vẫn phải đóng" where they pay nothing. */
function deniesForAll(text: string, { features }: Clause, { figures, text: said }: Entry): boolean {
  const keys = new Set(features.map(({ key }) => key))
  const isShared = figures.some(({ unit, label, value }) => unit === '%' && value !== '100' && /cha mẹ|phụ huynh/.test(label))
  if (keys.has('free') && everybody.test(text)) return isShared && asksYesOrNo(text)
  const isGroup = features.some(({ key }) => group.test(key))
  return (
    isGroup &&
    keys.has('pay') &&
    !keys.has('free') &&
    asksToConfirm(text) &&
    /miễn phí/.test(said.vi) &&
    !/%|phan tram/.test(text)
  )
}

function isNone(claimed: readonly string[], values: ReadonlySet<string>): boolean {
  return values.size > 0 && !claimed.some((figure) => values.has(plain(figure)))
}

function plain(figure: string): string {
  return figure
    .replace('.', ',')
    .replace(/^0(?=\d)/, '')
    .replace(/,0$/, '')
}

function folded(unit: string): string {
  return withoutDiacritics(unit.toLowerCase()).replace('²', '2')
}

/** The values of the figures of that unit whose label speaks most of what was asked. */
function relevant(entry: Entry, clause: Clause, reading: Reading, unit: RegExp): Set<string> {
  const values = best(entry, clause, reading, unit).map(({ value }) => plain(value))
  return new Set(values.flatMap((value) => [value, value.split('/')[0]!]))
}

function best(entry: Entry, clause: Clause, reading: Reading, unit: RegExp): Figure[] {
  const asked = new Set(clause.features.filter(({ role }) => role === 'thing').map(({ key }) => key))
  const scored = entry.figures
    .filter((figure) => unit.test(folded(figure.unit)))
    .map((figure) => ({ figure, score: agreement(figure, asked, reading) }))
  const most = Math.max(...scored.map(({ score }) => score))
  return scored.filter(({ score }) => score === most).map(({ figure }) => figure)
}

function agreement(figure: Figure, asked: ReadonlySet<string>, { circumstances }: Reading): number {
  const keys = new Set(featuresOf(wordsOf(clean(figure.label))).features.map((feature) => feature.key))
  const shared = [...asked].filter((key) => keys.has(key)).length
  if (figure.group === undefined || circumstances.ages.length === 0) return shared
  return shared + (circumstances.ages.some((age) => figure.group === age || figure.group!.includes(age)) ? 1 : -1)
}
