/** A component of an iCalendar text with the line it begins at, counted from 1. */
export interface IcsBlock {
  readonly name: 'VEVENT' | 'VTIMEZONE'
  readonly line: number
  readonly text: string
  /** It ends without its END line. */
  readonly isCut: boolean
}

/**
 * The entries and time zones of an iCalendar text, one by one, so that one damaged entry costs only itself. CRLF, LF and CR end lines;
 * folded lines stay as they are.
 */
export function icsBlocks(text: string): IcsBlock[] {
  const blocks: IcsBlock[] = []
  let open: { name: IcsBlock['name']; line: number; lines: string[]; depth: number } | undefined
  const close = (isCut: boolean) => {
    if (open === undefined) return
    const { name, line, lines } = open
    blocks.push({ name, line, text: lines.join('\r\n'), isCut })
    open = undefined
  }
  const lines = text.split(/\r\n|\r|\n/)
  for (const [index, raw] of lines.entries()) {
    const begins = /^BEGIN:(\w+)\s*$/i.exec(raw)?.[1]?.toUpperCase()
    const ends = /^END:(\w+)\s*$/i.exec(raw)?.[1]?.toUpperCase()
    // An entry that begins inside of another: the first never ended.
    if (begins === 'VEVENT') close(true)
    if (open === undefined && (begins === 'VEVENT' || begins === 'VTIMEZONE')) {
      open = { name: begins, line: index + 1, lines: [raw.trimEnd()], depth: 0 }
      continue
    }
    if (open === undefined) continue
    if (ends === 'VCALENDAR') {
      close(true)
      continue
    }
    open.lines.push(raw.trimEnd())
    if (begins !== undefined) open.depth += 1
    if (ends !== undefined && open.depth > 0) open.depth -= 1
    else if (ends === open.name) close(false)
  }
  close(true)
  return blocks
}
