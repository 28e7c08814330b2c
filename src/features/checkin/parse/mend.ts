import { decodeTelex } from '../../../core/telex.ts'
import { hasDiacritics } from '../../../core/text.ts'
import { isKnownWord } from './lexicon.ts'
import { usualSpelling } from './spelling.ts'
import { respelled } from './teencode.ts'
import type { Token } from './token.ts'

/** The names of the class, as far as single words go. */
export interface KnownNames {
  readonly isName: (word: string) => boolean
  /** The one word of a name that this word is, but for marks it lacks. */
  readonly nearName: (word: string) => string | undefined
}

const tonePairs: readonly (readonly [string, string])[] = [
  ['oá', 'óa'],
  ['oà', 'òa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oé', 'óe'],
  ['oè', 'òe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uý', 'úy'],
  ['uỳ', 'ùy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
]

/** Lower case with the tone where the older spelling has it (`Thuỳ` → `thùy`); apostrophes become one kind. */
export function comparable(word: string): string {
  let low = word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘`´ʼ]/g, "'")
  // Only at the end of a word do the two spellings differ: toán and huyền have one.
  for (const [modern, older] of tonePairs) if (low.endsWith(modern) && !low.startsWith('qu')) low = low.slice(0, -2) + older
  return low
}

/** Whether a word is spelled like the other but lacks some of its marks: `viêt` of `việt`, `dều` of `đều`. */
export function lacksMarksOf(word: string, whole: string): boolean {
  if (word === whole || word.length !== whole.length) return false
  return [...word].every((letter, at) => {
    const [had, has] = [letter.normalize('NFD'), whole[at]!.normalize('NFD')]
    if (letter === whole[at] || (letter === 'd' && whole[at] === 'đ')) return true
    return had[0] === has[0] && [...had].every((mark) => has.includes(mark))
  })
}

/** Words that stand in reports every day: their Telex leftovers are known by themselves. */
const everyday = new Set(
  'có phép không và với đều vắng nghỉ sốt ốm đủ bị về quê bé bạn cháu mệt nôn mũi sổ cảm đau bụng việc nhà đến lớp mẹ bố'.split(
    ' ',
  ),
)

/** The usual spelling of a word as typed: shortened, respelt, typed in Telex with the keyboard off, or lacking a mark. */
export function mended(word: string, names: KnownNames, previous?: Token): string {
  const low = comparable(word)
  // "vắng 2b", "25b"
  if (word === 'b' && previous?.kind === 'number') return 'bé'
  if (names.isName(low)) return low
  const capital = word[0] !== word[0]!.toLowerCase() && word !== word.toUpperCase()
  const near = capital && previous !== undefined && hasDiacritics(low) ? names.nearName(low) : undefined
  if (near !== undefined) return near
  const spelled = usualSpelling(low)
  if (spelled !== undefined) return spelled
  if (isKnownWord(low)) return low
  const foreign = !/^[a-z]+$/.test(low) || /[fjwz]|[nct]k|(.)\1\1/.test(low)
  const isWord = (other: string) => isKnownWord(other) || usualSpelling(other) !== undefined
  const meant = foreign ? respelled(low, { isName: names.isName, isWord }) : undefined
  const telex = low.length < 3 || !/^[a-z]+$/.test(low) ? low : fromTelex(low, names)
  // Telex keys are the likelier slip: `foongs` is no `phoongs`.
  if (telex !== low || meant === undefined) return hasDiacritics(telex) ? wholeMarks(telex, names) : telex
  return names.isName(meant) ? meant : (usualSpelling(meant) ?? meant)
}

function fromTelex(low: string, names: KnownNames): string {
  const decoded = decodeTelex(low) ?? daily(low) ?? nameKeyed(low, names) ?? heldKey(low, names)
  if (decoded === undefined) return low
  const keyed = comparable(decoded)
  return names.isName(keyed) ? keyed : (usualSpelling(keyed) ?? keyed)
}

/** `cos`, `vaf`, `phesp`: too short or too much like other words, but for what they say. */
function daily(low: string): string | undefined {
  const decoded = decodeTelex(low, true)
  return decoded !== undefined && everyday.has(comparable(decoded)) ? decoded : undefined
}

/** `Tus` where a Tú is in the class. */
function nameKeyed(low: string, { isName }: KnownNames): string | undefined {
  const decoded = decodeTelex(low, true)
  return decoded !== undefined && isName(comparable(decoded)) ? decoded : undefined
}

/** `trisi`: the vowel typed again behind its tone. */
function heldKey(low: string, { isName }: KnownNames): string | undefined {
  const once = low.replace(/([aeiouy])([sfrxj])\1/, '$1$2')
  if (once === low) return undefined
  const decoded = decodeTelex(once, true)
  return decoded !== undefined && (isName(comparable(decoded)) || isKnownWord(comparable(decoded))) ? decoded : undefined
}

/** A word that only lacks a mark of a name or of one everyday word. */
function wholeMarks(low: string, names: KnownNames): string {
  if (names.isName(low) || isKnownWord(low)) return low
  const like = [...everyday].filter((whole) => lacksMarksOf(low, whole))
  return names.nearName(low) ?? (like.length === 1 ? like[0]! : low)
}
