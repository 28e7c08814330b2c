import type { ClassAge } from '../people/person.ts'

export const sexes = ['female', 'male'] as const
export type Sex = (typeof sexes)[number]

type Lms = readonly [l: number, m: number, s: number]

/** Months of age of the rows below; between them the bounds are taken in proportion. */
const months = [0, 3, 6, 9, 12, 18, 24, 30, 36, 42, 48, 54, 60, 72, 84]

/**
 * Weight for age in kg and length or height for age in cm, as the L, M and S of WHO. To 60 months: "WHO Child Growth Standards: length/height-for-age,
 * weight-for-age …, methods and development" (2006); 72 and 84 months: "WHO Reference 2007" (de Onis et al., Bull World Health Organ 85
 * (2007) 660-667). From 24 months on children are measured standing.
 */
const weights: Readonly<Record<Sex, readonly Lms[]>> = {
  male: [
    [0.3487, 3.3464, 0.14602],
    [0.1738, 6.3762, 0.11727],
    [0.1257, 7.934, 0.10958],
    [0.0917, 8.9014, 0.10881],
    [0.0644, 9.6479, 0.10925],
    [0.0211, 10.9385, 0.11119],
    [-0.0137, 12.1515, 0.11426],
    [-0.0431, 13.3, 0.11781],
    [-0.0689, 14.3429, 0.12116],
    [-0.092, 15.3486, 0.12425],
    [-0.1131, 16.3489, 0.12759],
    [-0.1325, 17.3452, 0.13133],
    [-0.1506, 18.3366, 0.13517],
    [-0.318, 20.5137, 0.13372],
    [-0.4402, 22.8915, 0.13759],
  ],
  female: [
    [0.3809, 3.2322, 0.14171],
    [0.0402, 5.8458, 0.12619],
    [-0.0756, 7.297, 0.12204],
    [-0.1507, 8.2254, 0.12199],
    [-0.2024, 8.9481, 0.12268],
    [-0.2637, 10.2315, 0.12309],
    [-0.2941, 11.4775, 0.1239],
    [-0.3101, 12.7055, 0.12587],
    [-0.3201, 13.8503, 0.12919],
    [-0.3283, 14.9727, 0.13376],
    [-0.3361, 16.0697, 0.13884],
    [-0.344, 17.1551, 0.14371],
    [-0.3518, 18.2193, 0.14821],
    [-0.5013, 20.1639, 0.149],
    [-0.5347, 22.374, 0.15556],
  ],
}
const heights: Readonly<Record<Sex, readonly Lms[]>> = {
  male: [
    [1, 49.8842, 0.03795],
    [1, 61.4292, 0.03328],
    [1, 67.6236, 0.03165],
    [1, 71.9687, 0.03117],
    [1, 75.7488, 0.03137],
    [1, 82.2587, 0.03279],
    [1, 87.1161, 0.03507],
    [1, 91.9327, 0.03704],
    [1, 96.0835, 0.03858],
    [1, 99.8515, 0.03971],
    [1, 103.3273, 0.04059],
    [1, 106.6668, 0.04139],
    [1, 109.9638, 0.04214],
    [1, 115.9509, 0.04249],
    [1, 121.7338, 0.04342],
  ],
  female: [
    [1, 49.1477, 0.0379],
    [1, 59.8029, 0.0352],
    [1, 65.7311, 0.03448],
    [1, 70.1435, 0.03444],
    [1, 74.015, 0.03479],
    [1, 80.7079, 0.03598],
    [1, 85.7153, 0.03764],
    [1, 90.6797, 0.03893],
    [1, 95.0515, 0.04006],
    [1, 99.0448, 0.04105],
    [1, 102.7312, 0.04193],
    [1, 106.1748, 0.04272],
    [1, 109.4233, 0.04347],
    [1, 115.1244, 0.04447],
    [1, 120.8105, 0.04525],
  ],
}

/** Beyond these z-scores WHO's own software takes a figure for a mistake (WHO Anthro 3.2.2, 2011): weight −6 to +5, height −6 to +6. */
const flags = { weight: { low: -6, high: 5 }, height: { low: -6, high: 6 } }

/** The months a class may span when a birth date is not known, the year's youngest and oldest with some to spare. */
const monthsOfClass: Readonly<Record<ClassAge, readonly [number, number]>> = {
  nursery: [3, 42],
  '3-4': [30, 56],
  '4-5': [42, 68],
  '5': [54, 84],
}

export interface Range {
  readonly from: number
  readonly to: number
}

/** What is plausible for a child: kg and cm, rounded outwards to a tenth. */
export interface Bounds {
  readonly weight: Range
  readonly height: Range
}

/** The bounds for a child of this age, or for any child of its class; for either sex where it is not known. */
export function boundsFor({ ageMonths, sex, age }: { ageMonths: number | null; sex: Sex | null; age: ClassAge }): Bounds {
  const [youngest, oldest] = ageMonths === null ? monthsOfClass[age] : [ageMonths, ageMonths]
  const meant = sex === null ? sexes : [sex]
  const range = (table: typeof weights, { low, high }: { low: number; high: number }): Range => ({
    from: Math.floor(Math.min(...meant.map((one) => at(table[one], youngest, low))) * 10) / 10,
    to: Math.ceil(Math.max(...meant.map((one) => at(table[one], oldest, high))) * 10) / 10,
  })
  return { weight: range(weights, flags.weight), height: range(heights, flags.height) }
}

function at(rows: readonly Lms[], age: number, z: number): number {
  const inside = Math.min(Math.max(age, 0), months.at(-1)!)
  const next = Math.max(
    1,
    months.findIndex((month) => month >= inside),
  )
  const [before, after] = [months[next - 1]!, months[next]!]
  const share = (inside - before) / (after - before)
  return valueAt(rows[next - 1]!, z) * (1 - share) + valueAt(rows[next]!, z) * share
}

/** The value at a z-score. Beyond ±3 in steps of the distance between the second and third, as WHO extends the tails. */
function valueAt([l, m, s]: Lms, z: number): number {
  const plain = (score: number) => m * (1 + l * s * score) ** (1 / l)
  if (Math.abs(z) <= 3) return plain(z)
  const side = Math.sign(z)
  return plain(3 * side) + (z - 3 * side) * side * (plain(3 * side) - plain(2 * side))
}
