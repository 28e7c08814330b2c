import type { Bounds, Range } from './growth-standards.ts'
import type { TypedNumber } from './typed-number.ts'

export type Refusal =
  /** Outside of what is plausible for the child: kg or cm. */
  | { readonly kind: 'implausible_weight' | 'implausible_height'; readonly typed: string; readonly bounds: Range }
  /** A number without a unit that is neither. */
  | { readonly kind: 'implausible_either'; readonly typed: string; readonly bounds: Bounds }
  /** Both are possible, or there are more numbers than figures. */
  | { readonly kind: 'unclear'; readonly typed: string }

export interface SettledFigures {
  readonly grams: number | null
  readonly millimetres: number | null
  readonly refused: readonly Refusal[]
}

type Figure = 'weight' | 'height'

/** What the numbers typed of one child are. Units rule, then what is plausible for the child; what fits nothing, or both, is not recorded. */
export function settleFigures(numbers: readonly TypedNumber[], bounds: Bounds): SettledFigures {
  const typed = numbers.map((number) => number.typed).join(' ')
  const unclear = { grams: null, millimetres: null, refused: [{ kind: 'unclear', typed } as const] }
  const named = numbers.map((number) => number.is ?? remaining(numbers) ?? plausibly(number, bounds))
  if (numbers.length > 2 || named.includes('both') || (named.length === 2 && named[0] === named[1] && named[0] !== 'neither'))
    return unclear
  const refused: Refusal[] = []
  let grams: number | null = null
  let millimetres: number | null = null
  for (const [index, number] of numbers.entries()) {
    const is = named[index]
    if (is === 'weight' && isWithin(number.value, bounds.weight)) grams = Math.round(number.value * 1000)
    else if (is === 'height' && isWithin(number.value, bounds.height)) millimetres = Math.round(number.value * 10)
    else if (is === 'weight' || is === 'height')
      refused.push({ kind: `implausible_${is}`, typed: number.typed, bounds: bounds[is] })
    else refused.push({ kind: 'implausible_either', typed: number.typed, bounds })
  }
  return { grams, millimetres, refused }
}

/** Of two numbers one has a unit: the other is the other figure. */
function remaining(numbers: readonly TypedNumber[]): Figure | undefined {
  if (numbers.length !== 2) return undefined
  const known = numbers.find(({ is }) => is !== null)?.is
  return known === 'weight' ? 'height' : known === 'height' ? 'weight' : undefined
}

function plausibly({ value, typed }: TypedNumber, bounds: Bounds): Figure | 'both' | 'neither' {
  const isWeight = isWithin(value, bounds.weight)
  const isHeight = isWithin(value, bounds.height)
  // "15,98" may be 15 kg and 98 cm.
  const behind = /^\d{1,2}[.,](\d{2})$/.exec(typed)?.[1]
  if (isWeight && (isHeight || (behind !== undefined && isWithin(Number(behind), bounds.height)))) return 'both'
  return isWeight ? 'weight' : isHeight ? 'height' : 'neither'
}

function isWithin(value: number, { from, to }: Range): boolean {
  return from <= value && value <= to
}
