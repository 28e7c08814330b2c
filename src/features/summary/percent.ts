import type { Language } from '../../core/phrases.ts'

/** A share in percent, rounded half up to so many decimals, exact for whole numbers of children. Null when there is nothing to share. */
export function percent(part: number, whole: number, decimals = 1): number | null {
  if (whole <= 0) return null
  const scale = 10 ** decimals
  return Math.floor((part * 200 * scale + whole) / (2 * whole)) / scale
}

/** `93,3 %` in Vietnamese, `93.3%` in English; `–` when there is nothing to share. */
export function writtenPercent(
  part: number,
  whole: number,
  { language, decimals = 1 }: { language: Language; decimals?: number },
): string {
  const share = percent(part, whole, decimals)
  if (share === null) return '–'
  return language === 'vi' ? `${share.toFixed(decimals).replace('.', ',')} %` : `${share.toFixed(decimals)}%`
}

/**
 * The share beside a target. When rounding would show a missed target as reached (94,96 as 95,0), it gets the decimals that tell
 * them apart.
 */
export function writtenBesideTarget(
  part: number,
  whole: number,
  { language, target }: { language: Language; target: number },
): string {
  const misses = whole > 0 && part * 100 < target * whole
  const decimals = misses ? ([1, 2, 3, 4].find((count) => (percent(part, whole, count) ?? 0) < target) ?? 4) : 1
  return writtenPercent(part, whole, { language, decimals })
}
