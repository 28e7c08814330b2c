import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { claimDataDir } from '../data-dir-lock.ts'
import {
  build,
  checkFor,
  isNamed,
  type RestoreOptions,
  type RestoreResult,
  readPairs,
  schoolsIn,
  type ZaloPair,
} from './restore.ts'
import { inTransaction } from './session.ts'

/**
 * Restores into the embedded database: beside the old one, which is kept under another name once the new one is whole.
 * @throws {DataDirInUse} {NoBackup}
 */
export async function restoreEmbedded(dataDir: string, { path, restoredAt, replace }: RestoreOptions): Promise<RestoreResult> {
  const checked = await checkFor(path)
  if (checked.kind === 'newer') return checked
  const { header } = checked
  const claim = await claimDataDir(dataDir)
  try {
    const home = join(dataDir, 'postgres')
    const old = await lookAt(home)
    if (!isNamed(old.schools, replace)) return { kind: 'not_empty', schools: old.schools }
    const stamp = restoredAt.toISOString().replaceAll(/[:.]/g, '-')
    const fresh = join(dataDir, 'postgres.restoring')
    await rm(fresh, { recursive: true, force: true })
    const pglite = await PGlite.create({ dataDir: fresh })
    const rows = await build(
      { factory: new PrismaPGlite(pglite), transact: (work) => inTransaction({ pglite }, 'write', work) },
      { path, restoredAt, header, pairs: old.pairs },
    ).finally(() => pglite.close())
    const kept = old.isThere ? join(dataDir, `postgres.before-restore-${stamp}`) : undefined
    if (kept !== undefined) await rename(home, kept)
    await rename(fresh, home)
    return { kind: 'restored', header, rows, kept }
  } finally {
    await claim.release()
  }
}

async function lookAt(home: string): Promise<{ isThere: boolean; schools: string[]; pairs: ZaloPair[] }> {
  if (!existsSync(home)) return { isThere: false, schools: [], pairs: [] }
  const pglite = await PGlite.create({ dataDir: home })
  try {
    return await inTransaction({ pglite }, 'read', async (session) => ({
      isThere: true,
      schools: await schoolsIn(session),
      pairs: await readPairs(session),
    }))
  } finally {
    await pglite.close()
  }
}
