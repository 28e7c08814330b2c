import type { PrismaClient } from './generated/client.ts'

/** The pair of one Zalo app in the database; the shape the Zalo adapter's port asks for. */
export function createZaloTokenStore(prisma: PrismaClient, appId: string) {
  return {
    async read() {
      const row = await prisma.zaloToken.findUnique({ where: { appId } })
      if (row === null) return undefined
      const { accessToken, refreshToken, expiresAt, refreshedAt, consentNeeded } = row
      return { accessToken, refreshToken, expiresAt, refreshedAt, consentNeeded }
    },
    async write(pair: { accessToken: string; refreshToken: string; expiresAt: Date; refreshedAt: Date; consentNeeded: boolean }) {
      const { accessToken, refreshToken, expiresAt, refreshedAt, consentNeeded } = pair
      const data = { accessToken, refreshToken, expiresAt, refreshedAt, consentNeeded }
      await prisma.zaloToken.upsert({ where: { appId }, create: { appId, ...data }, update: data })
    },
  }
}
