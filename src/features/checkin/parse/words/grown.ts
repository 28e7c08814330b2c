import { otherChildren, restPhrases } from './whereabouts.ts'

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

const courtesy = ['em', 'con', 'cô', 'mình', 'tôi', 'tụi em', 'cho em', 'cho con', 'cho cô', 'dạ'].flatMap((who) =>
  ['xin phép', 'xin phép được', 'xin được', 'xin phép chị', 'xin phép cô', 'xin phép chị em'].map((asks) => `${who} ${asks}`),
)
const speaking = [
  'báo',
  'báo cáo',
  'báo cáo sĩ số',
  'báo sĩ số',
  'gửi',
  'gửi sĩ số',
  'thông báo',
  'nhắn',
  'nói',
  'trình bày',
  'hỏi',
]
const mending = ['sửa', 'sửa lại', 'đính chính', 'cập nhật', 'báo lại', 'chỉnh', 'chỉnh lại', 'đổi']

/** "em xin phép báo chị": the teacher is polite; nobody has asked for leave. */
const courtesies = [
  ...courtesy.flatMap((opening) => speaking.map((verb) => `${opening} ${verb}`)),
  ...speaking.filter((verb) => verb !== 'báo' && verb !== 'nhắn' && verb !== 'nói').map((verb) => `xin phép ${verb}`),
  ...courtesy.filter((opening) => / (chị|cô|chị em)$/.test(opening)),
]
const politeMends = courtesy.flatMap((opening) => mending.map((verb) => `${opening} ${verb}`))

/** Phrases made of parts: too many to list. */
export const grownPhrases = {
  family: businessPhrases,
  rest: restPhrases,
  others: otherChildren,
  word: [...schoolTells, ...courtesies],
  oops: politeMends,
  /** Only a whole construction says it; see the frames. */
  nobody: ['không một ai đi học', 'không có ai đi học', 'cả lớp không đi học'],
} as const
