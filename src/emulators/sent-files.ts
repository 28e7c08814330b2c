import { createHash, randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/** A picture or document that a person or the service sent. */
export interface SentFile {
  /** The platform's, as the service is told it. */
  readonly id: string
  readonly name: string
  readonly bytes: Buffer
  readonly md5: string
}

/** What people and the service have sent, for as long as the emulator runs. */
export class SentFiles {
  private readonly files = new Map<string, SentFile>()
  private readonly ofMessages = new Map<string, SentFile>()

  keep(name: string, bytes: Buffer): SentFile {
    const id = `file-${randomBytes(12).toString('hex')}`
    const file = { id, name, bytes, md5: createHash('md5').update(bytes).digest('hex') }
    this.files.set(id, file)
    return file
  }

  find(id: string): SentFile | undefined {
    return this.files.get(id)
  }

  /** This message of the service carries that. */
  attach(messageId: string, file: SentFile): void {
    this.ofMessages.set(messageId, file)
  }

  attached(messageId: string): SentFile | undefined {
    return this.ofMessages.get(messageId)
  }

  reset(): void {
    this.files.clear()
    this.ofMessages.clear()
  }
}

/** Serves what was sent, as the platform's file host does. @param path with `:id` in it */
export function registerFiles(app: FastifyInstance, { files, path }: { files: SentFiles; path: string }): void {
  app.get<{ Params: { id: string } }>(path, (request, reply) => {
    const file = files.find(request.params.id)
    if (file === undefined) return reply.code(404).send({ error: 'no such file' })
    return reply.type('application/octet-stream').send(file.bytes)
  })
}
