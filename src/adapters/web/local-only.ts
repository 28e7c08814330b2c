import type { FastifyRequest } from 'fastify'

const relayHeaders = ['forwarded', 'via', 'x-real-ip', 'x-client-ip', 'true-client-ip', 'cf-connecting-ip']
const localHosts = ['localhost', '127.0.0.1', '[::1]']

/**
 * Whether the request comes from somebody at this machine: from loopback, straight, and for a loopback name. Behind a reverse proxy on the
 * same machine everything comes from loopback, so a trace of a proxy refuses; nginx leaves none when it is not told to, but then speaks
 * HTTP/1.0, which no browser does. The name keeps out foreign pages that let their own name point here.
 */
export function isLocalRequest(request: FastifyRequest): boolean {
  const { socket, headers, httpVersion } = request.raw
  const isRelayed = Object.keys(headers).some((name) => relayHeaders.includes(name) || name.startsWith('x-forwarded'))
  return isLoopback(socket.remoteAddress) && !isRelayed && httpVersion !== '1.0' && isLocalHost(headers.host)
}

/** Whether a request that changes something was sent by our own page, or by no page at all (a test, a command line). */
export function isSameOrigin(request: FastifyRequest): boolean {
  const { origin, host, 'sec-fetch-site': site } = request.raw.headers
  return (site === undefined || site === 'same-origin') && (origin === undefined || origin === `http://${host}`)
}

function isLoopback(address: string | undefined): boolean {
  const plain = address?.replace(/^::ffff:/, '')
  return plain === '::1' || plain?.startsWith('127.') === true
}

function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && localHosts.includes(host.replace(/:\d+$/, '').toLowerCase())
}
