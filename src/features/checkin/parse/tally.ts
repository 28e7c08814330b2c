import type { Counted } from './state.ts'

/** What the numbers of a line come to. */
export interface Tally {
  readonly total: number
  /** undefined when the line gives no number to know it by. */
  readonly present: number | undefined
  /** The numbers contradict each other or the roster. */
  readonly wrong: boolean
}

/** Works out present and total; "30/28" of a class of 30 is 28 of 30. */
export function tally(counted: Counted, size: number): Tally {
  const { ratios } = counted
  const away = counted.nobody && ratios.length === 0 ? size : counted.away
  // "23/11 … 21/22": the one that speaks of this class.
  const ratio = ratios.find(({ left, right }) => left === size || right === size) ?? ratios[0]
  if (ratio) {
    const swapped = ratio.left === size && ratio.right < size
    const present = swapped ? ratio.right : ratio.left
    const total = swapped ? ratio.left : ratio.right
    // "28/30 có mặt 28" agrees; "28/30 vắng 3" does not.
    const contradicted = away !== undefined && total - present !== away
    return { total, present, wrong: total !== size || present > total || contradicted }
  }
  return withoutRatio({ ...counted, ...(away !== undefined && { away }) }, size)
}

function withoutRatio(counted: Counted, size: number): Tally {
  const { away, full, grouped, bare } = counted
  let { present, total } = counted
  // "đủ 28, vắng 3" in a class of 28
  const both = counted.fullStated === true && present === size && away !== undefined && away > 0
  // "sĩ số 28" in a class of 30 says who is there.
  if (total !== undefined && total < size && present === undefined && away === undefined) [present, total] = [total, undefined]
  if (total === undefined && present === size && away !== undefined && away > 0) [total, present] = [present, undefined]
  if (bare !== undefined && total === undefined && present === undefined) {
    if (bare === size && away !== undefined) total = bare
    else present = bare
  }
  const all = total ?? size
  const left = away !== undefined ? all - away : full ? all : grouped > 0 && present === undefined ? all - grouped : undefined
  const contradicted = present !== undefined && away !== undefined && all - present !== away
  const result = present ?? left
  return {
    total: all,
    present: result === undefined ? undefined : Math.max(0, result),
    wrong: all !== size || (result ?? 0) > all || (result ?? 0) < 0 || contradicted || both,
  }
}
