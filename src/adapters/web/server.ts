import Fastify, { type FastifyInstance } from 'fastify'

const bodyLimitBytes = 1_048_576

/**
 * The web side with nothing on it yet. Bodies stay raw bytes, because signatures are over them; one over 1 MB is 413. Fastify's own
 * request log is off: it would write addresses and query strings.
 */
export function createServer(): FastifyInstance {
  const app = Fastify({ bodyLimit: bodyLimitBytes, forceCloseConnections: 'idle', logger: false })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
  })
  // Fastify's own answer quotes the error, and an error of the database may quote a child.
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500
    return reply
      .code(status)
      .type('text/plain; charset=utf-8')
      .send(status < 500 ? 'Yêu cầu không hợp lệ.\n' : 'Trợ lý đang gặp trục trặc, xin thử lại sau ít phút.\n')
  })
  app.setNotFoundHandler((_request, reply) => reply.code(404).type('text/plain; charset=utf-8').send('Không có trang này.\n'))
  return app
}
