/** Vietnamese without its marks, `đ` included: `Trường học đường` → `Truong hoc duong`. Length may change: use it to compare, not to cut. */
export function withoutDiacritics(text: string): string {
  if (ascii.test(text)) return text
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
}

const ascii = /^[\x20-\x7e]*$/

/** Whether somebody typed any Vietnamese mark, `đ` included. */
export function hasDiacritics(text: string): boolean {
  return withoutDiacritics(text) !== text.normalize('NFC')
}

/** For comparing what people typed: NFC, lower case, white space folded, ends trimmed. Marks stay. */
export function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/**
 * Cuts a text into pieces of at most `maxLength` UTF-16 code units: at the end of a paragraph, a line or a sentence
 * where there is one, else between words, and only then within one, never inside a surrogate pair.
 */
export function splitText(text: string, maxLength: number): string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > maxLength) {
    const head = rest.slice(0, maxLength + 1)
    const cut = [/\n\n/g, /\n/g, /[.!?…](?=\s)/g, /\s/g]
      .map((boundary) => Math.max(...[...head.matchAll(boundary)].map((found) => found.index + (/\S/.test(found[0]) ? 1 : 0)), 0))
      .find((end) => end >= maxLength / 2 && end <= maxLength)
    let end = cut ?? maxLength
    if (cut === undefined && /[\ud800-\udbff]/.test(rest[end - 1]!)) end -= 1
    pieces.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  if (rest !== '') pieces.push(rest)
  return pieces
}
