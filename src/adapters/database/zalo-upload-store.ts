import type { PrismaClient } from './generated/client.ts'

/** What one Zalo app has uploaded; the shape the Zalo adapter's port asks for. */
export function createZaloUploadStore(prisma: PrismaClient, appId: string) {
  return {
    async find(sha256: string) {
      const row = await prisma.zaloUpload.findUnique({ where: { appId_sha256: { appId, sha256 } } })
      return row === null ? undefined : { handle: row.handle, uploadedAt: row.uploadedAt }
    },
    async keep(sha256: string, handle: string, now: Date) {
      const data = { handle, uploadedAt: now }
      await prisma.zaloUpload.upsert({
        where: { appId_sha256: { appId, sha256 } },
        create: { appId, sha256, ...data },
        update: data,
      })
    },
  }
}

/** Forgets uploads that Zalo has forgotten. @returns how many */
export async function forgetUploads(prisma: PrismaClient, now: Date): Promise<number> {
  const { count } = await prisma.zaloUpload.deleteMany({
    where: { uploadedAt: { lt: new Date(now.getTime() - 8 * 86_400_000) } },
  })
  return count
}
