import type { PrismaClient } from '../generated/client.ts'

/** A schema with nothing in it, there while a restore is under way. (A table would keep the migrations from running.) */
export const unfinishedRestore = 'mamnon_restoring'

/** A restore into this database broke off: what is there is not whole. */
export class RestoreUnfinished extends Error {
  override readonly name = 'RestoreUnfinished'
}

/** @throws {RestoreUnfinished} */
export async function refuseUnfinished(prisma: PrismaClient): Promise<void> {
  const [mark] = await prisma.$queryRaw<{ there: boolean }[]>`select to_regnamespace(${unfinishedRestore}) is not null as there`
  if (mark?.there === true) throw new RestoreUnfinished()
}
