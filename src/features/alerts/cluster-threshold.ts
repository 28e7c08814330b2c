/** What a class's own last weeks were like in one group of symptoms. */
export interface Baseline {
  /** Children who fell ill on these days. */
  readonly seen: number
  /** School days with a report. */
  readonly days: number
}

/** Fewer are never a cluster, whatever the weeks before were like. */
export const fewest = 3
/** So rare must it be by chance; chosen on the simulated season (`npm run bench -- season`). */
export const rarity = 0.001

/** A class without weeks of its own yet: a quarter of a child a day, worth four days of observation. */
const prior = { shape: 1, days: 4 }

/**
 * How likely so many children, or more, fall ill within `window` school days in a class that has lately had what the baseline says: the upper tail
 * of the negative binomial that a Poisson rate with a gamma prior predicts. The Bayes system of M. Riebler, "Empirischer Vergleich von
 * statistischen Methoden zur Ausbruchserkennung bei Surveillance Daten" (2004), as in M. Höhle, "surveillance: An R package for the monitoring of
 * infectious diseases", Computational Statistics 22 (2007) 571-582, `algo.bayes`; here with several days as exposure and a proper prior, so
 * that it can speak in a school's first week.
 */
export function chanceOf(count: number, { seen, days }: Baseline, window: number): number {
  const size = prior.shape + seen
  const stay = (prior.days + days) / (prior.days + days + window)
  let mass = stay ** size
  let below = 0
  for (let k = 0; k < count; k += 1) {
    below += mass
    mass *= ((size + k) / (k + 1)) * (1 - stay)
  }
  return Math.max(0, 1 - below)
}
