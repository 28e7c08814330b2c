import { fold, withoutDiacritics } from '../../core/text.ts'
import type { Whose } from './notice.ts'

/** What was found of names: who is meant, and the text with the names taken out, so that "Mai" is no day any more. */
export interface NamedChildren {
  readonly whose: Whose
  readonly rest: string
}

const calledBefore = /(?:^|[\s,.])(?:bé|be|con|cháu|chau|bạn|ban|em|nhóc|nhoc|cu|hai bé|con gái|con trai)$/iu
/** Given names that are everyday words in lower case. */
const everyday = new Set(
  'mai ba hai nam tu sau bay an bao binh anh em my na be con chi hoa ha la thu ngoc minh khang dat duc long huy linh nghi vang sang chieu le tet dong hien son'.split(
    ' ',
  ),
)
/** Written large after "bé" without being a name. */
const notNames = new Set(
  'lop nha mai nay hom sang chieu trua toi thu chu nhat xin co bi nghi sot om den di khong se duoc trai gai va voi cua em la ho o hai ba bon dang vua chau con be'.split(
    ' ',
  ),
)
const stillComes = /^\s*(?:thì |thi )?(?:vẫn|van) (?:đi|di|đến|den)/iu
const allOfThem =
  /\b(ca (hai|2|ba|3|may)|(hai|2|ba|3|may|cac) (be|con|chau|dua|anh em|chi em|nhoc|ban)|both( of them| kids| children)?|the (kids|children|twins))\b/

interface Word {
  readonly raw: string
  readonly low: string
  readonly bare: string
  readonly start: number
  readonly end: number
}

/** Who of the guardian's own children is meant. @param children roster names, nickname in parentheses */
export function childrenNamed(text: string, children: readonly string[]): NamedChildren {
  const typed = text.normalize('NFC').slice(0, 2_000)
  const words = wordsOf(typed)
  const found = new Set<number>()
  const taken: { start: number; end: number }[] = []
  const coming = new Set<number>()
  const doubts: { mention: string; candidates: number[] }[] = []
  for (let at = 0; at < words.length; ) {
    const hit = longestName(words, at, { typed, children })
    if (hit === undefined) {
      at += 1
      continue
    }
    const span = { start: words[at]!.start, end: words[at + hit.length - 1]!.end }
    taken.push(span)
    // "Bống nghỉ, An vẫn đi học" is about Bống alone.
    if (hit.children.length === 1 && stillComes.test(typed.slice(span.end))) coming.add(hit.children[0]!)
    else if (hit.children.length === 1) found.add(hit.children[0]!)
    else doubts.push({ mention: typed.slice(span.start, span.end), candidates: hit.children })
    at += hit.length
  }
  let rest = typed
  for (const { start, end } of taken.toReversed()) rest = `${rest.slice(0, start)}§${rest.slice(end)}`
  return {
    whose: settle({ found: [...(found.size > 0 ? found : coming)].sort(), doubt: doubts[0], words, typed, children }),
    rest,
  }
}

function settle({
  found,
  doubt,
  words,
  typed,
  children,
}: {
  found: readonly number[]
  doubt: { mention: string; candidates: number[] } | undefined
  words: readonly Word[]
  typed: string
  children: readonly string[]
}): Whose {
  const everybody = children.map((_, index) => index)
  if (children.length > 1 && allOfThem.test(withoutDiacritics(fold(typed)))) return { kind: 'known', children: everybody }
  if (doubt !== undefined && !doubt.candidates.some((child) => found.includes(child)))
    return { kind: 'ambiguous', mention: doubt.mention, candidates: doubt.candidates }
  if (found.length > 0) return { kind: 'known', children: found }
  const stranger = strangeName(words, typed)
  if (stranger !== undefined || children.length > 1)
    return { kind: 'ambiguous', mention: stranger ?? null, candidates: everybody }
  return { kind: 'known', children: everybody }
}

function wordsOf(typed: string): Word[] {
  return [...typed.matchAll(/[\p{L}\p{M}']+/gu)].map((match) => {
    const low = fold(match[0])
    return { raw: match[0], low, bare: withoutDiacritics(low), start: match.index, end: match.index + match[0].length }
  })
}

function longestName(
  words: readonly Word[],
  at: number,
  { typed, children }: { typed: string; children: readonly string[] },
): { length: number; children: number[] } | undefined {
  let best: { length: number; children: number[] } | undefined
  for (const [index, child] of children.entries())
    for (const form of formsOf(child)) {
      if (!fits(words, at, { form, typed })) continue
      if (best === undefined || form.length > best.length) best = { length: form.length, children: [index] }
      else if (form.length === best.length && !best.children.includes(index)) best.children.push(index)
    }
  return best
}

/** Every tail of the name, and the nickname; `Bảo A` as `Bảo`, too. */
function formsOf(child: string): string[][] {
  const [, base = child, nickname = ''] = /^(.*?)\s*(?:\(([^)]*)\))?\s*$/.exec(child.normalize('NFC')) ?? []
  const full = fold(base).split(' ').filter(Boolean)
  const nick = fold(nickname).split(' ').filter(Boolean)
  const tails = full.map((_, from) => full.slice(from)).filter((tail) => tail.join('').length > 1)
  const lettered = full.length > 2 && full.at(-1)!.length === 1 ? [full.slice(-2, -1)] : []
  return [...tails, ...lettered, ...(nick.length > 0 ? [nick] : [])]
}

function fits(words: readonly Word[], at: number, { form, typed }: { form: readonly string[]; typed: string }): boolean {
  const same = form.every((wanted, offset) => {
    const word = words[at + offset]
    if (word === undefined || word.bare !== withoutDiacritics(wanted)) return false
    return word.low === word.bare || toneless(word.low) === toneless(wanted)
  })
  const first = words[at]!
  if (!same || form.length > 1 || !everyday.has(first.bare)) return same
  const isCalled = calledBefore.test(typed.slice(0, first.start).trimEnd())
  const isCapital = first.raw[0] !== first.low[0] && first.raw !== first.raw.toUpperCase()
  // "cho con mai nghỉ" is tomorrow; "bé mai" is Mai.
  if (first.low === 'mai' && /con$/iu.test(typed.slice(0, first.start).trimEnd())) return isCapital
  // At the beginning "Mai" is mostly tomorrow, but tomorrow is not ill.
  const maybeTomorrow = first.bare === 'mai' && typed.slice(0, first.start).trim() === '' && words[at + 1]?.bare !== 'bi'
  return isCalled || (isCapital && !maybeTomorrow)
}

/** The two ways to place a tone (hoà, hòa) are one spelling. */
function toneless(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
}

/** "bé Bin" where no child is called Bin: another nickname, or another child. */
function strangeName(words: readonly Word[], typed: string): string | undefined {
  if (typed === typed.toUpperCase()) return undefined
  for (const [at, word] of words.entries()) {
    const before = words[at - 1]
    if (before === undefined || !/^(be|chau|ban|con|nhoc|cu)$/.test(before.bare)) continue
    if (word.raw[0] === word.low[0] || notNames.has(word.bare)) continue
    if (/[.!?\n]/.test(typed.slice(before.end, word.start))) continue
    return word.raw
  }
  return undefined
}
