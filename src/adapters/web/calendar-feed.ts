import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/** Long enough that nobody finds one by trying: see `calendar feed`. */
const tokenForm = /^[A-Z0-9]{20,64}$/

/**
 * `GET /calendar/<token>.ics`: a school's calendar for other programs. Whoever has the address may read it, so it is told to be
 * kept out of search engines and shared caches.
 * @param read the file for a token; undefined for one that is none, or no more
 */
export function registerCalendarFeed(app: FastifyInstance, read: (token: string) => Promise<string | undefined>): void {
  app.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
    const token = /^(.+)\.ics$/.exec(request.params.file)?.[1] ?? ''
    const file = tokenForm.test(token) ? await read(token) : undefined
    if (file === undefined) return await reply.callNotFound()
    // The stamp of the moment is no change.
    const etag = `"${createHash('sha256')
      .update(file.replace(/DTSTAMP:\w+/g, ''))
      .digest('base64url')
      .slice(0, 22)}"`
    reply.headers({ etag, 'cache-control': 'private, max-age=900', 'x-robots-tag': 'noindex' })
    if (request.headers['if-none-match'] === etag) return await reply.code(304).send()
    return await reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="lich-truong.ics"')
      .send(file)
  })
}
