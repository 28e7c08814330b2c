import type { Measurement, StandingMeasurement } from './growth-store.ts'

/** A figure that does not go with the last one: asked about, recorded all the same. Grams or millimetres. */
export interface OddChange {
  readonly figure: 'weight' | 'height'
  readonly before: number
  readonly now: number
  readonly on: StandingMeasurement['day']
}

/** A child seldom loses a twentieth of its weight, and never height; a centimetre is how well heights are measured. */
const lostShare = 0.05
const lostMillimetres = 10
/** Nor does it gain a quarter, or twelve centimetres, from one measuring to the next. */
const gainedShare = 0.25
const gainedMillimetres = 120

/** What should be asked about; it says nothing about the child's health. @param earlier of the child, newest first, other days than this one */
export function oddChanges({ grams, millimetres }: Measurement, earlier: readonly StandingMeasurement[]): OddChange[] {
  const odd: OddChange[] = []
  const weighed = earlier.find((one) => one.grams !== null)
  if (grams !== null && weighed?.grams != null) {
    const change = grams / weighed.grams - 1
    if (change < -lostShare || change > gainedShare)
      odd.push({ figure: 'weight', before: weighed.grams, now: grams, on: weighed.day })
  }
  const measured = earlier.find((one) => one.millimetres !== null)
  if (millimetres !== null && measured?.millimetres != null) {
    const change = millimetres - measured.millimetres
    if (change < -lostMillimetres || change > gainedMillimetres)
      odd.push({ figure: 'height', before: measured.millimetres, now: millimetres, on: measured.day })
  }
  return odd
}
