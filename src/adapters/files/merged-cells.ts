/** Cells joined into one, counted from 1. */
export interface MergedRange {
  readonly top: number
  readonly bottom: number
  readonly left: number
}

const mostRanges = 5_000

/** The joined cells that a sheet's XML lists after its rows. */
export function mergedRanges(sheetXml: string): MergedRange[] {
  const from = sheetXml.lastIndexOf('<mergeCells')
  if (from < 0) return []
  const ranges: MergedRange[] = []
  for (const match of sheetXml.slice(from).matchAll(/<mergeCell ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g)) {
    if (ranges.length >= mostRanges) break
    const [, column = 'A', top, bottom] = match
    ranges.push({ top: Number(top), bottom: Number(bottom), left: columnNumber(column) })
  }
  return ranges.filter(({ top, bottom }) => bottom > top)
}

const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
