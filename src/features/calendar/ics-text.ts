/** A line of an iCalendar file (RFC 5545, 3.1): a name with its parameters, and the value. */
export const icsLine = (name: string, value: string): string => `${name}:${value}`

/** A value of the type TEXT: its signs escaped, line breaks as `\n`, other control characters left out. */
export function icsText(text: string): string {
  return text
    .replace(/[^\P{Cc}\r\n]/gu, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
}

/** An instant in UTC: `20261123T080000Z`. */
export const icsInstant = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** The lines as a file: folded, each ended by CRLF. */
export const icsFile = (lines: readonly string[]): string => lines.map((line) => `${folded(line)}\r\n`).join('')

const longestLine = 75 // octets, the leading blank of a continued line included

/** Folds between characters, never inside one: a reader may join bytes before it decodes them, but need not. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const char of line) {
    const size = octetsOf(char)
    if (octets + size > longestLine) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += char
    octets += size
  }
  return [...parts, part].join('\r\n')
}

function octetsOf(char: string): number {
  const code = char.codePointAt(0)!
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
