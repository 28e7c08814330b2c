import type { SentFiles } from './sent-files.ts'
import type { Params } from './telegram-answers.ts'
import { type Answer, done, refusal } from './telegram-answers.ts'

const largestBytes = 20 * 1024 * 1024

/** `getFile`: where a document can be fetched; of more than 20 MB a bot gets none. @see https://core.telegram.org/bots/api#getfile */
export function fileMethods(files: SentFiles): Record<string, (params: Params) => Answer> {
  return {
    getFile(params) {
      const file = files.find(String(params.file_id))
      if (file === undefined) throw refusal(400, 'wrong file_id or the file is temporarily unavailable')
      if (file.bytes.length > largestBytes) throw refusal(400, 'file is too big')
      const { id, bytes } = file
      return done({ file_id: id, file_unique_id: id.slice(-16), file_size: bytes.length, file_path: `documents/${id}` })
    },
  }
}
