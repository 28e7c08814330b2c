import { fold, withoutDiacritics } from '../../core/text.ts'

/** Words that mean the same to everybody, linked or not, and are never a question to the documents. */
export type Command = 'start' | 'help' | 'stop' | 'resume' | 'privacy' | 'summary' | 'missing_reports' | 'questions'

const words: Record<Command, readonly string[]> = {
  start: ['/start', 'bắt đầu'],
  help: ['/help', 'trợ giúp', 'giúp', 'hướng dẫn', 'help', 'menu'],
  stop: ['/stop', 'dừng', 'dừng lại', 'ngừng', 'huỷ', 'hủy', 'stop', 'tắt', 'tắt thông báo'],
  resume: ['/resume', 'bật lại', 'bật', 'nhận lại', 'start again', 'bật thông báo'],
  privacy: ['/privacy', 'quyền riêng tư', 'dữ liệu của tôi', 'privacy'],
  summary: ['/summary', 'tổng hợp', 'tổng hợp hôm nay', 'báo cáo hôm nay'],
  missing_reports: ['lớp nào chưa báo', 'lớp nào chưa báo cáo', 'chưa báo'],
  questions: ['/questions', 'câu hỏi', 'câu hỏi chờ'],
}

const bySpelling = new Map(
  Object.entries(words).flatMap(([command, list]) => list.map((word) => [spelling(word), command as Command])),
)

/** The command a whole message is, marks, case, trailing politeness and the bot's name aside; undefined when it is none. */
export function readCommand(text: string): Command | undefined {
  return bySpelling.get(spelling(text))
}

function spelling(text: string): string {
  return withoutDiacritics(fold(text))
    .replace(/^(\/[a-z]+)@\w+/, '$1')
    .replace(/[.!?]+$/, '')
    .replace(/\s+(a|nhe|voi|giup em|giup)$/, '')
    .trim()
}
