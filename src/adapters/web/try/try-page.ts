import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { isLocalRequest, isSameOrigin } from '../local-only.ts'
import { registerTryApi } from './try-api.ts'
import { tryMarkup } from './try-markup.ts'
import type { TryOptions } from './try-options.ts'

export type { TryOptions, TryPhone } from './try-options.ts'

const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' } as const
const assets = [
  { name: 'page.css', file: new URL('./page.css', import.meta.url), type: types.css },
  { name: 'phone.css', file: new URL('./phone.css', import.meta.url), type: types.css },
  { name: 'chat.css', file: new URL('./chat.css', import.meta.url), type: types.css },
  { name: 'traffic.css', file: new URL('./traffic.css', import.meta.url), type: types.css },
  { name: 'icon.svg', file: new URL('./icon.svg', import.meta.url), type: types.svg },
  { name: 'page.js', file: new URL('./page.js', import.meta.url), type: types.js },
  { name: 'phone.js', file: new URL('./phone.js', import.meta.url), type: types.js },
  { name: 'traffic.js', file: new URL('./traffic.js', import.meta.url), type: types.js },
]
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const bodyLimitBytes = 256 * 1024

/**
 * `GET /try`: three phones, the clock and the traffic of the demo, with the JSON routes behind them. For who sits at this machine: 404
 * for everybody else, and 403 for a post that another site's page sends.
 */
export function registerTry(app: FastifyInstance, options: TryOptions): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: bodyLimitBytes },
      scope.getDefaultJsonParser('error', 'error'),
    )
    scope.addHook('onRequest', async (request, reply) => {
      if (!isLocalRequest(request)) return reply.callNotFound()
      if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request)) {
        return await reply.code(403).send({ error: 'only the page itself may do this' })
      }
      reply.headers({ 'content-security-policy': policy, 'cross-origin-resource-policy': 'same-origin' })
    })
    const page = tryMarkup(options).toString()
    scope.get('/try', async (_request, reply) => await reply.type('text/html; charset=utf-8').send(page))
    for (const { name, file, type } of assets) {
      const content = readFileSync(file)
      scope.get(
        `/try/${name}`,
        async (_request, reply) => await reply.header('cache-control', 'no-cache').type(type).send(content),
      )
    }
    registerTryApi(scope, options)
  })
}
