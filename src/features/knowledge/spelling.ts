import { decodeTelex } from '../../core/telex.ts'
import { withoutDiacritics } from '../../core/text.ts'
import { shorthand } from './lexicon/shorthand.ts'
import { type Word, wordOf } from './words.ts'

/** Words that are known, folded; and which longer words were run together (`phuhuynh`). */
export interface Vocabulary {
  readonly words: ReadonlySet<string>
  /** Words that a mistyped one may be mended to: those of the subject matter. */
  readonly mendable: ReadonlySet<string>
  /** Run-together phrase → its words with marks. */
  readonly joined: ReadonlyMap<string, string>
  /** Neighbours within a known phrase, folded: `phu huynh`. */
  readonly pairs: ReadonlySet<string>
  /** Neighbours within the name of a school or ward. */
  readonly namePairs: ReadonlySet<string>
  /** First letter and second word of phrases where they settle the first word: `p huynh` → `phụ`. */
  readonly initials: ReadonlyMap<string, string>
  /** Every syllable of the lexicon with its marks, as `soundOf` writes it. */
  readonly sounds: ReadonlySet<string>
}

/** Mends what was typed in a hurry: shorthand, Telex and VNI leftovers, words run together, one wrong letter. */
export class Speller {
  readonly #vocabulary: Vocabulary
  /** Every mendable word by each of its one-letter deletions. */
  readonly #deletions = new Map<string, string[]>()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    for (const word of vocabulary.mendable) for (const short of deletionsOf(word)) push(this.#deletions, short, word)
  }

  /** The words as they were probably meant; one typed word may become several. */
  mend(words: readonly Word[]): Word[] {
    const typed = words.map((word) => word.folded)
    const leftovers = words.filter((word) => !this.#vocabulary.words.has(word.folded) && decodeTelex(word.folded) !== undefined)
    const isTelexText = leftovers.length >= 3 || leftovers.length * 3 >= words.length
    const isEnglish = words.some((word) => !word.isMarked && english.test(word.folded))
    const mended = words.flatMap((word, at) => {
      const [before, after] = [typed[at - 1] ?? '', typed[at + 1] ?? '']
      const { namePairs } = this.#vocabulary
      const isName = namePairs.has(`${before} ${word.folded}`) || namePairs.has(`${word.folded} ${after}`)
      const near = { before, after, rest: restOf(words, at), isName, all: typed, isTelexText, isEnglish }
      return /^[\d%]/.test(word.folded) ? [word] : this.#mendOne(word, near)
    })
    return mended.map((word, at) => this.#fitted(word, mended[at - 1], mended[at + 1]))
  }

  /**
   * A word that is one (`sâm`, `trăn`) but not here: with another ending that sounds alike it makes a known phrase with a neighbour.
   * Marks that the lexicon knows are believed; i and y are one letter to most people.
   */
  #fitted(word: Word, before: Word | undefined, after: Word | undefined): Word {
    const { pairs, sounds } = this.#vocabulary
    const isPhrase = (folded: string): boolean =>
      (before?.phrase === word.phrase && pairs.has(`${before.folded} ${folded}`)) ||
      (after?.phrase === word.phrase && pairs.has(`${folded} ${after.folded}`))
    if (word.folded.length < 2 || isPhrase(word.folded)) return word
    const isUnheard = word.isMarked && !sounds.has(word.sound)
    const isSlip = isUnheard || (word.isMarked && word.folded.length >= 4)
    const alike = [
      ...sameVowel(word.folded),
      ...(isSlip ? soundAlike(word.folded) : []),
      ...(isUnheard ? soundAlikeStart(word.folded) : []),
    ].find(isPhrase)
    return alike === undefined ? word : { ...word, folded: alike, isMarked: false, sound: guess }
  }

  #mendOne(word: Word, near: Near): Word[] {
    const known = this.#initial(word, near) ?? readShorthand(word, near) ?? this.#deciphered(word.folded, near)
    if (known !== undefined) return known.split(' ').map((piece) => ({ ...wordOf(piece, word), isMarked: false }))
    const guessed = this.#guessed(word.folded, near)
    if (guessed === undefined) return [word]
    return guessed.split(' ').map((piece) => ({ ...wordOf(piece, word), isMarked: false, sound: guess }))
  }

  /** `p huynh`, `g vien`: a first letter whose phrase the next word settles. */
  #initial(word: Word, near: Near): string | undefined {
    if (word.folded.length > 1 || !/^[ghkmptl]$/.test(word.folded)) return undefined
    return this.#vocabulary.initials.get(`${word.folded} ${near.after}`) || undefined
  }

  /** What a Telex leftover or a run-together phrase means. */
  #deciphered(folded: string, near: Near): string | undefined {
    const { words, joined } = this.#vocabulary
    if (folded.length < 3 || (words.has(folded) && !near.isTelexText)) return undefined
    const telex = decodeTelex(folded, near.isTelexText)
    if (telex !== undefined && words.has(withoutDiacritics(telex))) return telex
    return words.has(folded) ? undefined : joined.get(folded)
  }

  /** What a slip of the keys was probably meant to be. Three letters are only mended into a phrase with their neighbours. */
  #guessed(folded: string, near: Near): string | undefined {
    const { words } = this.#vocabulary
    if (words.has(folded) || folded.length < 3) return undefined
    // No syllable ends so: the n was left out.
    const whole = folded.replace(/(?<=[aeiouy])(?=[gh]$)/, 'n')
    if (whole !== folded && words.has(whole)) return whole
    const toneless = /[sfrxjw]$/.test(folded) ? folded.slice(0, -1) : folded
    if (toneless.length >= 2 && toneless !== folded && words.has(toneless) && folded.length <= 5) return toneless
    return this.#closest(folded, near)
  }

  /** The one mendable word a single slip away (a letter missing, added, wrong or swapped); a phrase with a neighbour is preferred. */
  #closest(folded: string, near: Near): string | undefined {
    const candidates = new Set<string>()
    for (const short of [folded, ...deletionsOf(folded)]) {
      for (const word of this.#deletions.get(short) ?? []) candidates.add(word)
      if (this.#vocabulary.mendable.has(short)) candidates.add(short)
    }
    const { pairs } = this.#vocabulary
    const isPhrase = (word: string): boolean => pairs.has(`${near.before} ${word}`) || pairs.has(`${word} ${near.after}`)
    const possible = [...candidates].filter(
      (word) => word.length >= 2 && isOneSlip(folded, word) && (folded.length > 3 || isPhrase(word)),
    )
    const worth = (word: string): number => Number(word[0] === folded[0]) + 2 * Number(isPhrase(word)) + word.length / 100
    return possible.sort((a, b) => worth(b) - worth(a))[0]
  }
}

interface Near {
  readonly before: string
  readonly after: string
  /** What follows up to the next comma. */
  readonly rest: string
  /** With a neighbour this is a name that the documents know: `hong tien`. */
  readonly isName: boolean
  readonly all: readonly string[]
  readonly isTelexText: boolean
  readonly isEnglish: boolean
}

/** What follows within the phrase, folded. */
function restOf(words: readonly Word[], at: number): string {
  const rest = words.slice(at + 1)
  const end = rest.findIndex(({ phrase }) => phrase !== words[at]!.phrase)
  return (end < 0 ? rest : rest.slice(0, end)).map(({ folded }) => folded).join(' ')
}

const english = /^(the|is|are|do|does|how|what|when|which|of|for|my|school|milk)$/

/** The sound of a word that was guessed from a slip: its marks are not known, so any reading of its letters will do. */
const guess = '?'

/** `hp` is the fee where one pays it or asks for its amount by the month, else Hải Phòng. */
function isFee({ before, after, rest, all }: Near): boolean {
  if (/^(dong|tien|nop|mien|giam|thu)$/.test(before)) return true
  if (all.includes('%') || /phan tram|ti le|ty le/.test(all.join(' '))) return false
  if (/^(thang|thg|mot|1|mam)$/.test(after)) return true
  if (/^(cua )?(lop|truong minh|truong|be|con|con em)( \w+){0,2} (la )?(bao nhieu|bn|bnh|nhiu|nhieu|bnhieu)\b/.test(rest))
    return true
  return /^(la )?(bao nhieu|bn|bnh|nhiu|bao nhiu)( (tien|1|mot|moi|thang|thg|th|t|vay|v|z|a|ad|the|nhi|ha|co|c|e|em|lop|be|nam|hoc|ky))*$/.test(
    rest,
  )
}

const network = /^(wifi|mang|zalo|camera|cam|internet|app|may)$/

/** Shorthand, and the few readings of it that depend on what stands beside it. */
function readShorthand(word: Word, near: Near): string | undefined {
  const typed = word.folded
  if (near.isName) return undefined
  if (word.folded === 'dk' && /^(nhan|tin|thong|nhac|theo)$/.test(near.after)) return 'đăng ký'
  if (word.isMarked && shorthandByMarks.has(word.sound)) return shorthandByMarks.get(word.sound)
  if (word.isMarked) return undefined
  if (near.isEnglish && typed.length <= 2) return undefined
  if (typed === 'may' && near.after === '%') return 'mấy'
  if (typed === 'kg' && (/^\d/.test(near.before) || /^(may|nhieu|bao|bn)$/.test(near.before))) return undefined
  if (typed === 'hok' && /^(duong|sinh|phi|ky|vien|ba|tap|ki)$/.test(near.after)) return 'học'
  if (typed === 'mk' && (network.test(near.after) || network.test(near.before))) return 'mật khẩu'
  if (typed === 'hp') return isFee(near) ? 'học phí' : 'hải phòng'
  if (typed === 'ht' && near.before === 'sua') return 'học'
  if (typed === 'kt' && /^(tre|be|chau|hs|bi)$/.test(near.before)) return 'khuyết tật'
  if (typed === 'vs' && near.before === 'nha' && !/^(truong|em|minh|co|lop|tre)$/.test(near.after)) return 'vệ sinh'
  if (typed === 'nt')
    return /^(tre|lop|tuoi|do|dong|huy|le|be)$/.test(near.before) ? 'nhà trẻ' : near.all.includes('%') ? 'nhà trẻ' : 'nhà trường'
  if (typed === 't' && /^\d/.test(near.before)) return 'tuổi'
  if (typed === 't' && near.after === 'anh' && /hoc|day|lop|quen|%/.test(near.all.join(' '))) return 'tiếng'
  if (typed === 'm' && near.after === '2') return undefined
  if (typed === 't' && /^[2-7]$/.test(near.after)) return 'thứ'
  if (typed === 'th' && /^\d/.test(near.before)) return 'tháng'
  if (typed === 'dk' && /^(nhap|hoc|sua|cho|online)$/.test(near.after)) return 'đăng ký'
  if (typed === 'kh' && (/^(\d|so|nam|cua|ubnd|gd)/.test(near.after) || /^\d/.test(near.before))) return 'kế hoạch'
  if (typed === 'tr' && /^\d/.test(near.before)) return 'triệu'
  if (typed === 'k' && /^\d/.test(near.before)) return 'nghìn'
  return shorthand[typed]
}

const shorthandByMarks = new Map(
  Object.entries(shorthand)
    .filter(([key]) => withoutDiacritics(key) !== key)
    .map(([key, value]) => [wordOf(key, { sentence: 0, phrase: 0 }).sound, value]),
)

/** `ki` for `ky` and the other way round. */
function sameVowel(folded: string): string[] {
  if (!/^[bcdghklmnpqrstvx]+[iy]$/.test(folded)) return []
  return [folded.slice(0, -1) + (folded.endsWith('i') ? 'y' : 'i')]
}

/** The same syllable with the endings that are taken for one another. */
function soundAlike(folded: string): string[] {
  const ending = /(?<=[aeiouy])(ng|nh|[nmgctp])$/.exec(folded)?.[0]
  if (ending === undefined) return []
  const others = /[nmg]/.test(ending) ? ['n', 'm', 'ng', 'nh'] : ['c', 't', 'p']
  return others.filter((other) => other !== ending).map((other) => folded.slice(0, -ending.length) + other)
}

/** The same syllable with the beginnings that are taken for one another, or with the second letter of one left out: `té` for `trẻ`. */
function soundAlikeStart(folded: string): string[] {
  const start = /^[bcdghklmnpqrstvx]+/.exec(folded)?.[0]
  if (start === undefined) return []
  const set = starts.find((one) => one.includes(start)) ?? []
  return set.filter((other) => other !== start).map((other) => other + folded.slice(start.length))
}

const starts = [
  ['tr', 'ch', 't'],
  ['s', 'x'],
  ['d', 'gi', 'r', 'v'],
  ['l', 'n'],
  ['c', 'k', 'q'],
  ['ng', 'ngh', 'n'],
  ['g', 'gh'],
  ['th', 't', 'h'],
  ['ph', 'p', 'f'],
]

function deletionsOf(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
}

/** Whether one deletion, insertion, substitution or swap of neighbours makes one word of the other. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const restA = a.slice(start, a.length - end)
  const restB = b.slice(start, b.length - end)
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
