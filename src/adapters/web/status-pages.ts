import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { html } from './html.ts'
import { isLocalRequest } from './local-only.ts'

/** Each part by name, and whether it can do its work. */
export type Readiness = Readonly<Record<string, boolean>>

export interface StatusOptions {
  /** The database, the queue and each channel that is on. */
  readiness(): Promise<Readiness>
  /** The Prometheus page. */
  metrics(): Promise<string>
  readonly metricsToken: string | undefined
  /** What Zalo wants to find on `/`. */
  readonly zaloDomainVerification: string | undefined
  /** Where a newcomer of the demo goes next. */
  readonly tryPath: string | undefined
}

/** `/`, `/healthz` (the process), `/readyz` (database, queue, channels), `/metrics` (this machine, or a bearer token). */
export function registerStatusPages(app: FastifyInstance, options: StatusOptions): void {
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    const parts = await options.readiness()
    const ready = Object.values(parts).every(Boolean)
    return await reply.code(ready ? 200 : 503).send({ ready, parts })
  })
  app.get('/metrics', async (request, reply) => {
    if (!isLocalRequest(request) && !hasToken(request, options.metricsToken)) return await reply.callNotFound()
    return await reply.type('text/plain; version=0.0.4; charset=utf-8').send(await options.metrics())
  })
  app.get('/', async (_request, reply) => {
    const { zaloDomainVerification: code, tryPath } = options
    const page = html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${code === undefined ? '' : html`<meta name="zalo-platform-site-verification" content="${code}">`}
<title>Trợ lý Mầm non</title>
<style>body{font:1.1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color:#1f2a37}a{color:#0b5cad}</style>
</head>
<body>
<h1>Trợ lý Mầm non</h1>
<p>Trợ lý tự động của trường mầm non trên Zalo và Telegram: trả lời phụ huynh về tuyển sinh và sữa học đường, nhận báo cáo sức khoẻ hằng ngày của cô, nhắc lịch của trường và tổng hợp cho văn phòng.</p>
${tryPath === undefined ? '' : html`<p><a href="${tryPath}">Dùng thử trên trang này</a></p>`}
</body>
</html>`
    return await reply.type('text/html; charset=utf-8').send(page.toString())
  })
}

function hasToken(request: FastifyRequest, token: string | undefined): boolean {
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token ?? ''}`)
  return token !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted)
}
