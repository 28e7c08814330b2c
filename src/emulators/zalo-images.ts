import { randomBytes } from 'node:crypto'
import type { EmulatorClock } from './emulator-clock.ts'
import { field, refusal, success, type ZaloAnswer } from './zalo-answers.ts'

const largestBytes = 1_048_576
const livesMs = 7 * 24 * 3_600_000

/** Pictures that the OA has uploaded, by their attachment ids; each lives for seven days. */
export class ZaloImages {
  private readonly uploaded = new Map<string, number>()

  add(now: number): string {
    const id = `ATT-${randomBytes(8).toString('hex')}`
    this.uploaded.set(id, now)
    return id
  }

  isAlive(id: string, now: number): boolean {
    const at = this.uploaded.get(id)
    return at !== undefined && now - at <= livesMs
  }
}

/** `POST /v2.0/oa/upload/image`: a jpg or png of at most 1 MB. Without the right ending of its name Zalo says success and gives nothing. */
export function acceptImage({ images, clock }: { images: ZaloImages; clock: EmulatorClock }, body: unknown): ZaloAnswer {
  const file = field(body, 'file')
  if (!(file instanceof File)) return refusal(-201, 'file is invalid!')
  if (file.size > largestBytes) return refusal(-210, 'Parameter exceeds allowable limit: file')
  if (!/\.(?:jpe?g|png)$/i.test(file.name)) return success({})
  return success({ attachment_id: images.add(clock.now().getTime()) })
}
