import { fold, hasDiacritics, withoutDiacritics } from '../../core/text.ts'

/** Words that mean the same to everybody, linked or not, and are never a question to the documents. */
export type Command =
  | 'start'
  | 'help'
  | 'stop'
  | 'resume'
  | 'privacy'
  | 'summary'
  | 'missing_reports'
  | 'questions'
  | 'unreached'
  | 'other_chat'
  | 'console'

const words: Record<Command, readonly string[]> = {
  start: ['/start', 'bắt đầu'],
  help: ['/help', 'trợ giúp', 'giúp', 'hướng dẫn', 'help', 'menu'],
  stop: ['/stop', 'dừng', 'dừng lại', 'ngừng', 'huỷ', 'hủy', 'stop', 'tắt', 'tắt thông báo'],
  resume: ['/resume', 'bật lại', 'bật', 'nhận lại', 'start again', 'bật thông báo'],
  privacy: ['/privacy', 'quyền riêng tư', 'dữ liệu của tôi', 'privacy'],
  summary: ['/summary', 'tổng hợp', 'tổng hợp hôm nay', 'báo cáo hôm nay'],
  missing_reports: ['lớp nào chưa báo', 'lớp nào chưa báo cáo', 'chưa báo'],
  questions: ['/questions', 'câu hỏi', 'câu hỏi chờ'],
  unreached: [
    'ai không nhắn được',
    'không nhắn được ai',
    'ai không nhận được tin',
    'nhà nào không nhắn được',
    'cần gọi điện cho ai',
  ],
  other_chat: [
    'thêm kênh',
    'thêm zalo',
    'thêm telegram',
    'dùng cả zalo',
    'dùng cả telegram',
    'nối thêm zalo',
    'nối thêm telegram',
    'add a chat',
  ],
  console: ['/console', 'console', 'trang quản lý', 'vào trang quản lý', 'mở trang quản lý', 'cho vào trang quản lý'],
}

/** Without marks these are children's names more often than a wish. */
const names = new Set(['huy'])

const entries = Object.entries(words).flatMap(([command, list]) => list.map((word) => [word, command as Command] as const))
const asWritten = new Map(entries)
const withoutMarks = new Map(
  entries.map(([word, command]) => [withoutDiacritics(word), command] as const).filter(([word]) => !names.has(word)),
)

/**
 * The command a whole message is, case, trailing politeness and the bot's name aside; undefined when it is none. Whoever types marks
 * means them: `Đúng ạ` is not `dừng`.
 */
export function readCommand(text: string): Command | undefined {
  const words = fold(text)
    .replace(/^(\/[a-z]+)@\w+/, '$1')
    .replace(/[.!?]+$/, '')
    .trim()
  const plain = words.replace(/\s+(?:ạ|nhé|với|giúp em|giúp|a|nhe|voi|giup em|giup)$/, '')
  return hasDiacritics(plain) ? asWritten.get(plain) : withoutMarks.get(plain)
}
