import { randomBytes } from 'node:crypto'
import type { EmulatorClock } from './emulator-clock.ts'
import type { SentFile, SentFiles } from './sent-files.ts'
import { field, refusal, success, type ZaloAnswer } from './zalo-answers.ts'

const mb = 1_048_576
const livesMs = 7 * 24 * 3_600_000

export type UploadKind = 'image' | 'gif' | 'file'

const accepts: Readonly<Record<UploadKind, { endings: RegExp; mostBytes: number }>> = {
  image: { endings: /\.(?:jpe?g|png)$/i, mostBytes: mb },
  gif: { endings: /\.gif$/i, mostBytes: 5 * mb },
  file: { endings: /\.(?:pdf|docx?)$/i, mostBytes: 5 * mb },
}

interface Upload {
  kind: UploadKind
  file: SentFile
  at: number
}

/** What the OA has uploaded, by attachment id or file token; each lives for seven days. */
export class ZaloUploads {
  private readonly uploads = new Map<string, Upload>()
  private readonly files: SentFiles

  constructor(files: SentFiles) {
    this.files = files
  }

  async add(kind: UploadKind, file: File, at: number): Promise<string> {
    const handle = `${kind === 'file' ? 'FILETOKEN' : 'ATT'}-${randomBytes(8).toString('hex')}`
    this.uploads.set(handle, { kind, file: this.files.keep(file.name, Buffer.from(await file.arrayBuffer())), at })
    return handle
  }

  /** Undefined when it never was or its seven days are over. */
  find(handle: string, now: number): Upload | undefined {
    const upload = this.uploads.get(handle)
    return upload !== undefined && now - upload.at <= livesMs ? upload : undefined
  }
}

/** `POST /v2.0/oa/upload/{image,gif,file}`. Without the right ending of its name Zalo says success and gives nothing. */
export async function acceptUpload(
  { uploads, clock }: { uploads: ZaloUploads; clock: EmulatorClock },
  kind: UploadKind,
  body: unknown,
): Promise<ZaloAnswer> {
  const file = field(body, 'file')
  if (!(file instanceof File)) return refusal(-201, 'file is invalid!')
  if (file.size > accepts[kind].mostBytes) return refusal(-210, 'Parameter exceeds allowable limit: file')
  if (!accepts[kind].endings.test(file.name)) return success({})
  const handle = await uploads.add(kind, file, clock.now().getTime())
  return success(kind === 'file' ? { token: handle } : { attachment_id: handle })
}
