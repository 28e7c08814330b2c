/**
 * Which numbers of an answer name lines of the list. The office types other things too ("3 bé mai nghỉ", "vắng 2 không
 * phép"), so a number counts only where nothing but words that link it to a day stands between the two. Texts are lower
 * case without diacritics.
 */

const linking = new Set(
  (
    'a anh ah bao ben cau chi cho chieu co cung da deu dong doi du duoc den em ghi giup hoac hom la lui mai minh mong muc mung ngay ' +
    'nha nhe o oi sang se so tai thanh thi thoi to toi truong chuc chuyen kien tu va vao vay viec voi xin y ' +
    'and at for is item line number no on please the to'
  ).split(' '),
)

interface Token {
  readonly text: string
  readonly end: number
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/[a-z\d]+|[^\sa-z\d]/g)].map((match) => ({ text: match[0], end: match.index + match[0].length }))

const isStrange = ({ text }: Token) => /[a-z\d]/.test(text) && !/^\d+$/.test(text) && !linking.has(text)

/** How many words have nothing to do with naming a day. A class code such as `A1` weighs as much as a sentence. */
export function strangeWords(text: string): number {
  return tokensOf(text)
    .filter(isStrange)
    .reduce((sum, { text }) => sum + (/\d/.test(text) ? 3 : 1), 0)
}

/** All numbers of a text; `1-3` and `1 đến 3` are three. */
export function numbersIn(text: string): number[] {
  return [...text.matchAll(/\b(\d+)(?:\s?(?:-|den)\s?(\d+))?\b/g)].flatMap(([, first, last]) => {
    const from = Number(first)
    const count = last === undefined ? 1 : Math.min(Math.max(Number(last) - from + 1, 1), 99)
    return Array.from({ length: count }, (_, index) => from + index)
  })
}

const list = String.raw`(\d+(?:\s?(?:,|va|-)\s?\d+)*)`
const marked = new RegExp(String.raw`^[\s,.]*(?:(?:so|muc|viec|cau|dong) )?${list}\s?[:.](?!\d)`)

/** The line numbers that a day after this text belongs to. A marked number ("1. Sơ kết học kỳ I:") may have any words after it. */
export function numbersBeforeDay(text: string): number[] {
  const mark = text.match(marked)
  if (mark) return numbersIn(mark[1]!)
  const lastStrange = tokensOf(text).findLast(isStrange)
  return numbersIn(text.slice(lastStrange?.end ?? 0))
}

/** The line numbers in the text after a day, when it holds nothing else. */
export function numbersAfterDay(text: string): number[] {
  return strangeWords(text) > 0 ? [] : numbersIn(text)
}

const notHeld = '(?:bo(?: qua)?|khong(?: co| to chuc)?(?: nam nay)?|huy|skip|none)'
const sentenceEnd = String.raw`(?=\s*(?:$|[\n,;.!?]|(?:a|ah|nhe|nha|di|giup|em|thoi|va|please)\b))`
const skipForms = [
  String.raw`\b(?:bo(?: qua)?|huy|skip)(?: so| dong| muc| viec| cau)? ${list}(?![\d/.-]\d)(?!\s?:)${sentenceEnd}`,
  String.raw`(?<![\d/.-])\b${list}\s?[:.]?\s?(?:thi )?${notHeld}${sentenceEnd}`,
].map((form) => new RegExp(form, 'g'))

/** Takes "bỏ 4", "4: không tổ chức" out of an answer. `rest` is what remains; an answer that only says "bỏ" gives up the one line asked about. */
export function takeSkips(text: string, only: number | undefined): { rest: string; skipped: readonly number[] } {
  if (only !== undefined && new RegExp(`^(?:da )?${notHeld}(?: a| nhe)?$`).test(text.trim())) return { rest: '', skipped: [only] }
  const skipped = new Set<number>()
  const take = (_: string, numbers: string) => {
    for (const number of numbersIn(numbers)) skipped.add(number)
    return ' '
  }
  const rest = skipForms.reduce((left, form) => left.replace(form, take), text)
  return { rest, skipped: [...skipped] }
}
