import type { FastifyReply, FastifyRequest } from 'fastify'

/** A name that a browser takes over https only, from this very host, for all its paths. */
const nameOf = (isSecure: boolean) => (isSecure ? '__Host-mamnon' : 'mamnon_console')

export function readToken(request: FastifyRequest, isSecure: boolean): string | undefined {
  return request.cookies[nameOf(isSecure)]
}

/** Lax: the link from the messenger comes from another site. Scripts never see it. */
export function keepToken(reply: FastifyReply, token: string, { isSecure, endsAt }: { isSecure: boolean; endsAt: Date }): void {
  reply.setCookie(nameOf(isSecure), token, {
    ...{ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure },
    expires: endsAt,
  })
}

export function dropToken(reply: FastifyReply, isSecure: boolean): void {
  reply.clearCookie(nameOf(isSecure), { path: '/', secure: isSecure, httpOnly: true, sameSite: 'lax' })
}
