import { withoutDiacritics } from '../../core/text.ts'
import { soundOf, type Word } from '../knowledge/words.ts'

/**
 * Ways to say one thing of a school's day that the documents' vocabulary does not have, or tells apart less finely:
 * `[name, 'way | way']`, with marks. Several names for a thing that can be of two kinds are told apart by `contrastsIn`.
 */
const table: readonly (readonly [string, string])[] = [
  [
    'take-in',
    'đón bé | đón trẻ | đón con | đón các con | đón các bé | đón cháu | nhận con | nhận các con | trả bé | trả trẻ | trả con | trả cháu | tan học | tan trường | mở cửa đón trẻ | giờ đón | giờ trả | drop off | pick up | drop off my child | pick up my child | đưa bé đến | đưa con đến',
  ],
  [
    'late-pick-up',
    'đón muộn | đón trễ | rước trễ | rước muộn | đón con muộn | đón bé muộn | đón con trễ | trả muộn | trông muộn | giữ trễ | late pick up | pick up late',
  ],
  ['surcharge', 'phụ thu | tính thêm | thu thêm | mất thêm tiền | đóng thêm | phí'],
  [
    'tuition',
    'học phí | tiền học | tiền học phí | phí học | đóng học | tiền trường | tuition | tuition fee | school fee | school fees | hfi',
  ],
  ['lunch-money', 'tiền ăn | tiền cơm | mức ăn | tiền ăn bán trú | tiền ăn của trẻ | ăn của bé hết'],
  ['breakfast', 'ăn sáng | bữa sáng | tiền ăn sáng | breakfast'],
  [
    'minding',
    'giữ trẻ | giữ bé | trông trẻ | trông bé | nhận giữ | nhận giữ trẻ | nhận giữ bé | nhận trông trẻ | nhận trông | gửi bé | gửi con',
  ],
  ['bring', 'mang | mang theo | mang gì | chuẩn bị | chuẩn bị gì | mang những gì'],
  ['joining', 'nhập học | mới đi học | mới vào lớp | ngày đầu đi học | đi học ngày đầu | vào học | xin học | mới nhập học'],
  ['papers', 'hồ sơ | giấy tờ | thủ tục | hồ sơ gồm | hồ sơ cần'],
  ['account', 'số tài khoản | stk | tài khoản'],
  ['transfer-money', 'chuyển khoản | ck | chuyển tiền'],
  ['collect', 'thu tiền | đóng tiền | nộp tiền | trả tiền | trường thu'],
  ['deadline', 'hạn đóng | hạn nộp | hạn'],
  ['tet-break', 'nghỉ tết | lịch nghỉ tết | tết nghỉ | tết được nghỉ | tết trường nghỉ | tết trường mình nghỉ'],
  ['summer-break', 'nghỉ hè | lịch nghỉ hè | summer break'],
  ['menu', 'thực đơn | menu'],
  ['camera', 'camera'],
  ['opening-day', 'khai giảng'],
  [
    'bus',
    'xe đưa đón | xe bus | xe buýt | xe đưa rước | xe trường | xe đón | xe đón bé | xe bus đón bé | xe bus đón | xe đưa đón bé | xe đưa đón trẻ | xe đưa đón các cháu | xe đưa đón con | bus | school bus',
  ],
  ['change-class', 'chuyển lớp | đổi lớp'],
  ['change-school', 'chuyển trường | đổi trường'],
  ['class-fund', 'quỹ lớp | tiền quỹ lớp'],
  ['head-teacher', 'giáo viên chủ nhiệm | cô chủ nhiệm | gvcn | chủ nhiệm'],
  ['uniform', 'đồng phục | áo đồng phục | quần áo đồng phục | uniform'],
  ['summer-school', 'học hè | giữ trẻ hè | trông hè'],
  ['swim-class', 'lớp bơi | học bơi'],
  ['art-class', 'lớp vẽ | học vẽ | vẽ | art class'],
  ['swim-pool', 'bể bơi | hồ bơi'],
]

interface Way {
  readonly name: string
  readonly folded: readonly string[]
  readonly sounds: readonly string[]
}

const byFirst = new Map<string, Way[]>()
for (const [name, ways] of table) {
  for (const way of ways.split(' | ')) {
    const pieces = way.normalize('NFC').split(' ')
    const folded = pieces.map(withoutDiacritics)
    const first = byFirst.get(folded[0]!) ?? []
    first.push({ name, folded, sounds: pieces.map(soundOf) })
    byFirst.set(folded[0]!, first)
  }
}

export interface SameWord {
  readonly name: string
  readonly at: number
  readonly length: number
}

/** Such ways in a question: of all ways to cut it the one with the longest. Marks decide where they are typed: `đón trễ` is not `đón trẻ`. */
export function sameWordsIn(words: readonly Word[]): SameWord[] {
  const worth = new Array<number>(words.length + 1).fill(0)
  const chosen = new Map<number, SameWord>()
  for (let at = words.length - 1; at >= 0; at -= 1) {
    worth[at] = worth[at + 1]!
    for (const { name, folded } of byFirst.get(words[at]!.folded)?.filter((one) => fits(one, words, at)) ?? []) {
      const value = folded.length ** 1.6 + worth[at + folded.length]!
      if (value <= worth[at]!) continue
      worth[at] = value
      chosen.set(at, { name, at, length: folded.length })
    }
  }
  const found: SameWord[] = []
  for (let at = 0; at < words.length; at += chosen.get(at)?.length ?? 1) if (chosen.has(at)) found.push(chosen.get(at)!)
  return found
}

function fits({ folded, sounds }: Way, words: readonly Word[], at: number): boolean {
  return folded.every((piece, i) => {
    const word = words[at + i]
    return word !== undefined && word.folded === piece && (!word.isMarked || word.sound === '?' || word.sound === sounds[i])
  })
}
