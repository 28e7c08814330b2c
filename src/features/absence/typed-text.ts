import { hasDiacritics, withoutDiacritics } from '../../core/text.ts'

/** How people shorten and misspell the words that a notice is made of. */
const variants: Readonly<Record<string, string>> = {
  ko: 'không',
  k: 'không',
  kg: 'không',
  khg: 'không',
  hok: 'không',
  hông: 'không',
  hk: 'không',
  nghĩ: 'nghỉ',
  ngỉ: 'nghỉ',
  ngĩ: 'nghỉ',
  ngi: 'nghi',
  hn: 'hôm nay',
  hnay: 'hôm nay',
  nmai: 'ngày mai',
  cn: 'chủ nhật',
  dc: 'được',
  đc: 'được',
  bịnh: 'bệnh',
  cháo: 'cháu',
  ch: 'cháu',
  mún: 'muốn',
  trể: 'trễ',
  trẽ: 'trễ',
  hc: 'học',
  vs: 'với',
  mik: 'mình',
  bik: 'biết',
  wê: 'quê',
  qê: 'quê',
  zề: 'về',
  dìa: 'về',
  "won't": 'will not',
  "can't": 'can not',
  wont: 'will not',
  cant: 'can not',
}

/** A message made comparable. Both strings have the same length, so that a place found in one can be looked up in the other. */
export interface TypedText {
  /** Lower case, marks kept. */
  readonly low: string
  /** The same without marks. */
  readonly bare: string
  /** Whether any mark was typed: then a bare word is meant bare. */
  readonly marked: boolean
}

/** Folds case, spaces and shorthand; emoji and other signs become spaces. */
export function typedText(text: string): TypedText {
  const low = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/[–—→]|->/g, '-')
    .replace(/\bt([2-7])\b/g, 'thứ $1')
    .replace(/[\p{L}\p{M}']+/gu, (word) => variants[word] ?? word)
    .replace(/\r?\n/g, '. ')
    .replace(/[^\p{L}\p{M}\d\s.,;?!:/\-'§]/gu, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
  const bare = withoutDiacritics(low)
  return { low: bare.length === low.length ? low : bare, bare, marked: hasDiacritics(text) }
}
