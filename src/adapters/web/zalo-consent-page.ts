import type { FastifyInstance } from 'fastify'
import { html } from './html.ts'
import { isLocalRequest } from './local-only.ts'

/** The consent of an OA's admin, as the Zalo adapter does it. */
export interface Consent {
  link(): string
  complete(query: { code?: string; state?: string; oa_id?: string }): Promise<{ kind: 'granted' | 'foreign' | 'refused' }>
}

const outcomes = {
  granted: 'Đã kết nối Zalo Official Account. Có thể đóng trang này.',
  foreign: 'Liên kết này không phải do trợ lý tạo ra hoặc đã quá một giờ. Hãy mở lại trang kết nối.',
  refused: 'Zalo không nhận mã này (đã dùng hoặc quá 10 phút). Hãy mở lại trang kết nối.',
} as const

/** `GET /zalo/oauth`: Zalo's callback; without a code and on this machine only, the link to begin with. */
export function registerZaloConsent(app: FastifyInstance, consent: Consent): void {
  app.get<{ Querystring: { code?: string; state?: string; oa_id?: string } }>('/zalo/oauth', async (request, reply) => {
    reply.type('text/html; charset=utf-8')
    if (request.query.code === undefined) {
      if (!isLocalRequest(request)) return await reply.callNotFound()
      return page(html`<p><a href="${consent.link()}">Mở trang đồng ý của Zalo</a> (quản trị viên của OA, trong một giờ).</p>`)
    }
    const outcome = await consent.complete(request.query).catch(() => undefined)
    if (outcome === undefined)
      return await reply.code(503).send(page(html`<p>Chưa gọi được Zalo. Hãy tải lại trang này sau ít phút.</p>`))
    return await reply.code(outcome.kind === 'granted' ? 200 : 400).send(page(html`<p>${outcomes[outcome.kind]}</p>`))
  })
}

function page(body: ReturnType<typeof html>): string {
  return html`<!doctype html><html lang="vi"><meta charset="utf-8"><title>Kết nối Zalo</title><body>${body}</body></html>`.toString()
}
