import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'

const files = [
  ['/console/console.css', new URL('./console.css', import.meta.url), 'text/css; charset=utf-8'],
  ['/console/htmx.js', new URL(import.meta.resolve('htmx.org/dist/htmx.min.js')), 'text/javascript; charset=utf-8'],
] as const

/** The style and the one script of the pages, from this machine. */
export function registerAssets(scope: FastifyInstance): void {
  for (const [path, url, type] of files) {
    const bytes = readFileSync(fileURLToPath(url))
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    scope.get(path, async (request, reply) => {
      reply.headers({ etag, 'cache-control': 'public, max-age=300' })
      if (request.headers['if-none-match'] === etag) return await reply.code(304).send()
      return await reply.type(type).send(bytes)
    })
  }
}
