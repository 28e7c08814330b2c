import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../core/clock.ts'
import { DeliveryError } from '../../core/delivery-error.ts'
import type { Attachment } from '../../core/message.ts'
import type { ZaloApi } from './zalo-api.ts'

/** What was uploaded already, by its content, over all processes. */
export interface ZaloUploadStore {
  find(sha256: string): Promise<{ readonly handle: string; readonly uploadedAt: Date } | undefined>
  keep(sha256: string, handle: string, now: Date): Promise<void>
}

interface Uploading {
  readonly api: ZaloApi
  readonly uploads: ZaloUploadStore
  readonly clock: Clock
  readonly signal: AbortSignal
}

/** Zalo keeps an upload for seven days; one of the last day might end while its message waits. */
const usefulMs = 6 * 24 * 3_600_000
/** @see the limits of `/v2.0/oa/upload/{image,file}` */
const mostBytes = { image: 1_048_576, file: 5 * 1_048_576 }

/* { "attachment_id": "ATT-demo-1" } of a picture, { "token": "FILETOKEN-demo" } of a document; empty when the name has no right ending */
const uploadSchema = z
  .object({ attachment_id: z.string().min(1) })
  .transform((data) => data.attachment_id)
  .or(z.object({ token: z.string().min(1) }).transform(({ token }) => token))

/**
 * The part of a message that carries a picture or document: uploaded unless its bytes were within the last days, 5,000 times a month being
 * all that Zalo allows. @param isRefused the upload known for these bytes is not taken any more
 */
export async function zaloAttachment(deps: Uploading, attachment: Attachment, isRefused: boolean): Promise<object> {
  const { kind, bytes, name } = attachment
  const sha256 = createHash('sha256').update(`${kind}/${name}/`).update(bytes).digest('hex')
  const known = isRefused ? undefined : await deps.uploads.find(sha256)
  const isGood = known !== undefined && deps.clock.now().getTime() - known.uploadedAt.getTime() < usefulMs
  const handle = isGood ? known.handle : await upload(deps, attachment, sha256)
  return kind === 'file'
    ? { type: 'file', payload: { token: handle } }
    : { type: 'template', payload: { template_type: 'media', elements: [{ media_type: 'image', attachment_id: handle }] } }
}

async function upload({ api, uploads, clock, signal }: Uploading, attachment: Attachment, sha256: string): Promise<string> {
  const { kind, bytes, name, type } = attachment
  if (bytes.length > mostBytes[kind]) throw new DeliveryError('rejected', { code: -210 })
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
  const answer = await api.call({ method: 'POST', path: `/v2.0/oa/upload/${kind}`, body: form, signal }).catch(notYetSaid)
  const handle = uploadSchema.safeParse(answer)
  if (!handle.success) throw new DeliveryError('rejected', { code: -201 })
  await uploads.keep(sha256, handle.data, clock.now())
  return handle.data
}

/** Nobody has read anything of a message whose upload was lost: it can safely be tried again. */
function notYetSaid(error: unknown): never {
  if (error instanceof DeliveryError && error.reason === 'unanswered') throw new DeliveryError('unreachable', { cause: error })
  throw error
}
