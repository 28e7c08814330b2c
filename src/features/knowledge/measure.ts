import type { Entry } from './entry.ts'
import type { Feature } from './features.ts'
import { measuredApart } from './kinds.ts'
import type { Known } from './search-index.ts'

/** A question for a figure, as far as it tells what the figure is of. */
export interface Measured {
  readonly features: readonly Feature[]
  /** The words as typed and mended, folded. */
  readonly wording?: readonly string[]
}

const neighbour = 0.5

/** How well the figures of an entry are those asked for: a total is no cost of one, the share of the stunted is not that of the overweight. */
export function measureFit({ features, wording }: Measured, { entry, measured }: Known): number {
  const keys = new Set(features.map(({ key }) => key))
  const text = wording?.join(' ') ?? ''
  if (keys.has('percent') || keys.has('how-many')) {
    for (const kind of measuredApart) {
      const named = [...kind].filter((key) => keys.has(key))
      const counted = [...kind].filter((key) => measured.has(key))
      if (named.length > 0 && counted.length > 0 && !named.some((key) => measured.has(key))) return neighbour
    }
  }
  if (asksCostOfOne(keys, text) && !entry.figures.some(({ unit }) => /đồng\/|nghìn\//.test(unit))) return neighbour
  if (asksAmount(keys, text) && !entry.figures.some(({ unit }) => /đồng|nghìn/.test(unit))) return neighbour
  if (!keys.has('per-class') && !keys.has('percent') && lacksWorkers(text, entry)) return neighbour
  return asksHeads(keys, text) && !countsHeads(entry) ? neighbour : 1
}

const costs = ['price', 'budget-total', 'money']
const each =
  /\b(moi|mot|1|tung|each|per|a|one) (truong|lop|phong|chau|tre|be|school|class|child)\b|\b(binh quan|trung binh|average)\b/

function asksCostOfOne(keys: ReadonlySet<string>, text: string): boolean {
  return keys.has('new-school') && costs.some((cost) => keys.has(cost)) && each.test(text)
}

/** What a family pays for a thing, in money; the share of the milk is told in percent. */
function asksAmount(keys: ReadonlySet<string>, text: string): boolean {
  return (
    keys.has('pay') &&
    /\btien\b/.test(text) &&
    keys.has('how-many') &&
    !keys.has('percent') &&
    !keys.has('milk') &&
    !keys.has('free')
  )
}

/** Who works at a school, as asked for by number, and what a figure of theirs is called. A share of them is an answer, too. */
const workers: readonly (readonly [asks: RegExp, called: RegExp])[] = [
  [/\b(bao nhieu|may|how many) (co nuoi|nhan vien nuoi duong|nguoi nau an|dau bep|cooks?)\b/, /nuôi dưỡng|nấu/],
  [/\b(bao nhieu|how many) (nhan vien|nguoi lam|staff)\b/, /nhân viên|đội ngũ|cán bộ/],
  [/\b(bao nhieu|how many) (giao vien|co giao|teachers)\b/, /giáo viên|cán bộ|nhân viên|đội ngũ/],
]

function lacksWorkers(text: string, { figures }: Entry): boolean {
  const called = workers.find(([asks]) => asks.test(text))?.[1]
  return (
    called !== undefined && !figures.some(({ unit, label }) => called.test(unit) || (unit.startsWith('%') && called.test(label)))
  )
}

/** `mấy cháu` of "của mấy cháu" is the children, not how many. */
const heads =
  /\b(bao nhieu|how many) (tre|chau|be|hoc sinh|children|kids|pupils)\b|(?<!\b(?:cho|cua|voi|lo|cham|day|nuoi|de|cac) )\bmay (tre|chau|be|hoc sinh)\b(?= (duoc|o|co|hoc|trong|thuoc))/

/** Whether it is children that are to be counted, not a share or the size of a class. */
function asksHeads(keys: ReadonlySet<string>, text: string): boolean {
  return heads.test(text) && !keys.has('percent') && !keys.has('class-size') && !keys.has('head-count')
}

/** A share of children is an answer to how many of them. */
function countsHeads({ figures }: Entry): boolean {
  const ofChildren = /trẻ|cháu|học sinh|mẫu giáo|ra lớp|huy động|chuyên cần|học hòa nhập/i
  const isCount = (unit: string): boolean => /trẻ|cháu|học sinh/.test(unit)
  const isShare = ({ unit, label }: Entry['figures'][number]): boolean =>
    unit.startsWith('%') && ofChildren.test(label) && !/phần (cha mẹ|ngân sách|doanh nghiệp)/.test(label)
  return figures.some((figure) => isCount(figure.unit) || isShare(figure))
}
