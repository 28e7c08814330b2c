import type { FastifyInstance } from 'fastify'

/** Bodies of uploads as their fields: texts as texts, files as `File`. */
export function acceptMultipart(app: FastifyInstance): void {
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (request: { headers: Record<string, unknown> }, body: Buffer) => {
      const type = String(request.headers['content-type'])
      return Object.fromEntries(await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData())
    },
  )
}
