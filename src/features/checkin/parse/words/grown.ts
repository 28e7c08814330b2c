import { restPhrases } from './whereabouts.ts'

const family = [
  '',
  ...['nhà', 'gia đình', 'mẹ', 'bố', 'ba', 'má', 'bố mẹ', 'ba mẹ', 'ba má', 'cha mẹ', 'ông bà', 'người nhà', 'phụ huynh'].map(
    (who) => `${who} `,
  ),
]
const held = ['có', 'mắc', 'bận', 'kẹt', 'vướng', 'lo', 'dính', 'mắc đi', 'đi', 'giải quyết', 'vì', 'do']
const business = [
  ...['việc', 'công việc', 'chuyện', 'công chuyện'].flatMap((matter) => [
    matter,
    ...['nhà', 'gia đình', 'riêng', 'gấp', 'đột xuất', 'bận', 'ở quê', 'họ hàng'].map((kind) => `${matter} ${kind}`),
  ]),
]

/** "ba má kẹt công chuyện", "gia đình vướng việc đột xuất". */
const businessPhrases = [
  ...family.flatMap((who) =>
    held
      .flatMap((verb) => business.map((matter) => `${who}${verb} ${matter}`))
      .filter((phrase) => !/^(đi|lo|vì|do) /.test(phrase)),
  ),
  'công chuyện',
  'công chuyện gia đình',
  'công chuyện nhà',
]

const told = [
  'báo',
  'đã báo',
  'cô báo',
  'cô đã báo',
  'em báo',
  'em đã báo',
  'con báo',
  'có báo',
  'báo cho',
  'đã báo cho',
  'em đã báo cho',
]
const authority = [
  ...['y tế', 'cô y tế', 'trạm y tế', 'y tế phường', 'y tế xã', 'phòng y tế', 'trạm xá', 'bgh', 'ban giám hiệu', 'nhà trường'],
  ...[
    'hiệu trưởng',
    'hiệu phó',
    'nhà bếp',
    'cấp dưỡng',
    'văn phòng',
    'phụ huynh',
    'ph',
    'gia đình',
    'bố mẹ',
    'ba mẹ',
    'mẹ',
    'bố',
    'ba',
    'má',
  ],
]

/** "đã báo y tế", "em báo phụ huynh": the school tells somebody; nobody has asked for leave. */
const schoolTells = [
  ...told.flatMap((verb) => authority.map((who) => `${verb} ${who}`)),
  ...family.flatMap((who) =>
    ['không được', 'không nghe máy', 'không bắt máy', 'không nghe', 'chưa được'].flatMap((vain) => [
      `${who}gọi ${vain}`,
      `gọi ${who}${vain}`,
      `gọi điện ${who}${vain}`,
    ]),
  ),
]

/** Phrases made of parts: too many to list. */
export const grownPhrases = {
  family: businessPhrases,
  rest: restPhrases,
  word: schoolTells,
  /** Only a whole construction says it; see the frames. */
  nobody: ['không một ai đi học', 'không có ai đi học', 'cả lớp không đi học'],
} as const
