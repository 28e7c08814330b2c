import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Says what a browser may do with a page of the console: load from us, send forms to us, keep nothing. */
export function guardHeaders(reply: FastifyReply, isSecure: boolean): void {
  reply.headers({
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex',
    ...(isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  })
}

/** Whether a form was sent by a page of our own. Browsers say so in one of two headers; a request with neither is no browser's. */
export function isOwnForm({ headers }: Pick<FastifyRequest, 'headers'>, publicUrl: string | undefined): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin, host } = headers
  if (origin === undefined) return true
  return origin === publicOrigin(publicUrl) || origin === `http://${host}` || origin === `https://${host}`
}

const publicOrigin = (publicUrl: string | undefined) => (publicUrl === undefined ? undefined : new URL(publicUrl).origin)

/** What stands in every form of a session: nobody without its cookie can know it. */
export function formKeyOf(token: string): string {
  return createHash('sha256').update(`console form of ${token}`).digest('base64url').slice(0, 32)
}

export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Who tries codes: the address behind a proxy on this machine, which nobody else can claim for us. */
export function callerOf(request: FastifyRequest): string {
  const direct = request.raw.socket.remoteAddress ?? ''
  const isProxy = /^(::1|(::ffff:)?127\.)/.test(direct)
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return isProxy && forwarded ? forwarded : direct
}
