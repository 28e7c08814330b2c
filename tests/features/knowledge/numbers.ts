const months = 'January February March April May June July August September October November December'.split(' ')
const monthPattern = new RegExp(`(?:(\\d{1,2}) )?\\b(${months.join('|')})\\b(?: (\\d{4}))?`, 'g')

/** `7 September 2020` as the figures write it, `7/9/2020`; a month without a day or year beside it is a word. */
function inDigits(text: string): string {
  return text.replace(monthPattern, (whole, day: string | undefined, month: string, year: string | undefined) =>
    day || year ? [day, months.indexOf(month) + 1, year].filter(Boolean).join('/') : whole,
  )
}

/** The numbers, dates, spans and document numbers of a text, in one notation: `42,5` = `42.5`, `07/9/2020` = `7/9/2020`, `02` = `2`. */
export function numbersOf(text: string): string[] {
  const found = inDigits(text).match(/\d+(?:[.,/-]\d+)*/g) ?? []
  return found.map((number) => number.replaceAll(',', '.').replace(/(?<![\d.])0+(?=\d)/g, ''))
}
