export type ReadPhone =
  | { readonly kind: 'number'; readonly phone: string; readonly mended: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'fault' }

/** Mobile numbers since 2018: ten digits, 03, 05, 07, 08, 09; landlines eleven, 02. */
const whole = /^0(?:[35789]\d{8}|2\d{9})$/

/** The first usable number of a cell; the zero that a spreadsheet dropped is put back, `+84` becomes one. */
export function readPhone(written: string): ReadPhone {
  if (written.trim() === '') return { kind: 'none' }
  for (const piece of written.split(/[,;/\n]|\s-\s|(?<=\d{4})\s{1,2}(?=0\d)/)) {
    const digits = piece.replace(/[^\d+]/g, '').replace(/^\+?84(?=[235789]\d{8,9}$)/, '0')
    if (whole.test(digits)) return { kind: 'number', phone: digits, mended: false }
    if (whole.test(`0${digits}`)) return { kind: 'number', phone: `0${digits}`, mended: true }
  }
  return { kind: 'fault' }
}
