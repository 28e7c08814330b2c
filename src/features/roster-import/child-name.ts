import { fold } from '../../core/text.ts'

export type ReadName =
  | { readonly kind: 'name'; readonly name: string; readonly nickname?: string }
  | { readonly kind: 'doubt'; readonly why: 'formula' | 'odd_name' | 'one_word' }

const longest = 80
/** Letters, and what stands between the letters of names: `H'Nhung`, `Y-Bin`, `Trần T. An`. */
const nameForm = /^[\p{L}\p{M}][\p{L}\p{M}'’. -]*$/u
const nicknameForm = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’. -]{0,30}$/u
const beside = /^(?<name>[^()]+?)\s*(?:\((?<inside>[^()]*)\)|[-–—/]\s+(?<after>[^()]+))\s*\*?$/u
const called = /^(?:tên )?(?:ở nhà|gọi|thường gọi|biệt danh|bé)(?: là)?\s*:?\s*/iu

/** A child's name, with the nickname in its own cell, in parentheses or behind a dash. Names all in capitals get small letters. */
export function readName(written: string, nicknameCell = ''): ReadName {
  const text = tidy(written)
  // A cell that a spreadsheet would run is never a name; kept out, it can do no harm in a later export either.
  if (/^[=+@\t]|^-\S*[=(|]/.test(text)) return { kind: 'doubt', why: 'formula' }
  const parts = beside.exec(text)?.groups
  const name = capitals(tidy(parts?.name ?? text).replace(/\s*\*+$/, ''))
  const nickname = tidy(nicknameCell === '' ? (parts?.inside ?? parts?.after ?? '') : nicknameCell)
    .replace(called, '')
    .trim()
  if (name.length > longest || !nameForm.test(name)) return { kind: 'doubt', why: 'odd_name' }
  if (nickname !== '' && !nicknameForm.test(nickname)) return { kind: 'doubt', why: 'odd_name' }
  if (!name.includes(' ')) return { kind: 'doubt', why: 'one_word' }
  const isNew = nickname !== '' && fold(nickname) !== fold(name)
  return { kind: 'name', name, ...(isNew ? { nickname: capitals(nickname) } : {}) }
}

const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b]+/gu, ' ')
    .trim()

function capitals(text: string): string {
  if (text !== text.toUpperCase() || text === text.toLowerCase()) return text
  return text
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase())
}
