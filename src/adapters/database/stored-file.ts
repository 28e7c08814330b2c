import { createHash } from 'node:crypto'
import type { Attachment } from '../../core/message.ts'
import type { Db } from './client.ts'
import type { PrismaClient } from './generated/client.ts'

const retentionDays = 14

/** Keeps what goes with a message of this school, once per content and name. @returns its id */
export async function keepFile(db: Db, schoolId: string, { name, type, bytes }: Attachment, now: Date): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const own = { schoolId, sha256, name }
  const { id } = await db.storedFile.upsert({
    where: { schoolId_sha256_name: own },
    create: { id: crypto.randomUUID(), ...own, type, bytes: new Uint8Array(bytes), usedAt: now },
    update: { usedAt: now },
    select: { id: true },
  })
  return id
}

/** Undefined once it is gone: the message then goes without it. */
export async function fileOf(db: Db, id: string | null): Promise<Attachment | undefined> {
  const row = id === null ? null : await db.storedFile.findUnique({ where: { id } })
  if (row === null) return undefined
  const { name, type, bytes } = row
  return { kind: /^image\/(?:png|jpeg)$/.test(type) ? 'image' : 'file', name, type, bytes }
}

/** Deletes files that no message was written with for two weeks. @returns how many */
export async function forgetFiles(prisma: PrismaClient, now: Date): Promise<number> {
  const before = new Date(now.getTime() - retentionDays * 86_400_000)
  const { count } = await prisma.storedFile.deleteMany({ where: { usedAt: { lt: before } } })
  return count
}
