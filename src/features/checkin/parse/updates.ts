import type { ClassReport } from '../report.ts'
import type { Person } from './people.ts'
import type { ReadLine } from './read-line.ts'
import type { Line, Token } from './token.ts'

/** A message that tells first of the morning and then what came of it: "sáng 26/27 vắng An, 9h An đến lớp". */
export interface TwoParts {
  readonly first: string
  readonly then: string
}

/** Where a message parts into a report and news that change it; undefined when it is of one piece. */
export function twoParts(line: Line, read: ReadLine): TwoParts | undefined {
  const { people } = read.attached
  for (const [at, person] of people.entries()) {
    if (!(person.here || person.late || person.left) || !people.slice(0, at).some((other) => isSame(other, person))) continue
    const cut = clauseStart(line.tokens, person.start)
    if (cut === undefined) continue
    const first = line.text.slice(0, line.tokens[cut]!.start)
    const then = line.text.slice(line.tokens[cut]!.end)
    if (person.late || read.attached.counted.full || happened(line.tokens, cut)) return { first, then }
  }
  return undefined
}

function isSame(one: Person, other: Person): boolean {
  return !one.here && !one.late && !other.unknown && one.candidates.some((child) => other.candidates.includes(child))
}

function clauseStart(tokens: readonly Token[], from: number): number | undefined {
  for (let at = from - 1; at > 0; at -= 1) {
    const token = tokens[at]!
    if (token.kind === 'separator' && /^[,.;\n)]$/.test(token.low)) return at
  }
  return undefined
}

/** It has come to pass: told with "đã, vừa, rồi", with new figures, or after what was said of the morning. "Chiều An đi học" alone is a plan. */
function happened(tokens: readonly Token[], cut: number): boolean {
  const said = (some: readonly Token[], words: RegExp) => some.some((token) => token.kind === 'word' && words.test(token.low))
  if (said(tokens.slice(0, cut), /^(sáng|sang|đầu)$/)) return true
  const news = tokens.slice(cut)
  return said(news, /^(đã|da|vừa|vua|mới|moi|rồi|roi|r|giờ|gio|hiện|hien|h)$/) || news.some((token) => token.low === '/')
}

/** Whether the first part stands as a report in which the names settle the numbers. */
export function standsAlone(read: ReadLine, report: ClassReport): boolean {
  return read.fit === 0 && report.error === null && report.absent.length > 0
}
