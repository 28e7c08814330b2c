import { fold, hasDiacritics, withoutDiacritics } from '../../core/text.ts'

/** One word of a text, and where it stands. */
export interface Word {
  readonly raw: string
  readonly low: string
  readonly bare: string
  readonly start: number
  readonly end: number
  /** Punctuation or a new line stands before it. */
  readonly isCut: boolean
  /** Whether the text has marks anywhere: then a word without is meant without. */
  readonly inMarkedText: boolean
}

/** The words of a text; `§` stands for a child's name that was taken out. */
export function wordsOf(text: string): Word[] {
  const inMarkedText = hasDiacritics(text)
  let last = 0
  return [...text.matchAll(/[\p{L}\p{M}'§]+/gu)].map((match) => {
    const low = fold(match[0])
    const isCut = /[,.;:!?\n(]/.test(text.slice(last, match.index))
    last = match.index + match[0].length
    return { raw: match[0], low, bare: withoutDiacritics(low), start: match.index, end: last, isCut, inMarkedText }
  })
}

const setOf = (words: string) => new Set(words.split(' '))
const bareOf = (words: ReadonlySet<string>) => new Set([...words].map(withoutDiacritics))

const kin = setOf(
  'ông bà cụ bố ba cha tía mẹ má mạ bác chú cô dì cậu mợ thím dượng anh chị em vợ chồng bạn uncle aunt grandma grandmother grandpa grandfather dad mum mom father mother',
)
const bareKin = bareOf(kin)
/** Typed without marks these mean more than one thing: relations only where nothing has marks. */
const unclear = setOf('co di cu me ma bo chu cau vo ban mo')

export function isKin({ low, bare, inMarkedText }: Word): boolean {
  if (low !== bare) return kin.has(low)
  return bareKin.has(bare) && !(inMarkedText && unclear.has(bare) && !kin.has(low))
}

const neverNames = setOf(
  'nay hôm qua chiều sáng trưa tối sẽ đến tới đi ra lên vào không chưa khỏi bé con cháu cho nhờ để xin giờ lúc sớm muộn giúp hộ với ạ nhé nha là dạ được cũng thì mà và hay hoặc rồi nữa nếu khi người ai gì mấy bao nhiêu rằng ơi thứ tuần ngày đón rước trường lớp mình tôi từ tự các mọi cả nào có đang muốn vẫn thôi này kia thấy báo nhắn gọi dặn sang về giáo',
)
const bareNeverNames = bareOf(neverNames)
/** Without marks and small these are names as often as words. */
const maybeNames = setOf('tu ba hai hoa hong')

/** Whether a word may belong to somebody's name. */
export function maybeName({ raw, low, bare, inMarkedText }: Word): boolean {
  if (bare === '§') return false
  if (low !== bare) return !neverNames.has(low)
  if (bare === 'mai' || bare === 'noi') return raw[0] !== low[0]
  if (raw[0] !== low[0] && inMarkedText) return !bareNeverNames.has(bare) || maybeNames.has(bare)
  return !bareNeverNames.has(bare) || (maybeNames.has(bare) && !inMarkedText) || maybeNames.has(low)
}

export function isCapital({ raw, low }: Word): boolean {
  return raw[0] !== low[0]
}
