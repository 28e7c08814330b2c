import { z } from 'zod'
import { kinds, type Preference } from '../../features/preferences/preference.ts'
import type { PreferenceStore } from '../../features/preferences/preference-store.ts'
import type { Db } from './client.ts'

const Kinds = z.array(z.enum(kinds))

interface Row {
  readonly off: string[]
  readonly quietFrom: string | null
  readonly quietTo: string | null
  readonly digestAt: string | null
}

/** What people want to be told, over the database. */
export function createPreferenceStore(db: Db): PreferenceStore {
  return {
    async of(identityId) {
      const row = await db.preference.findUnique({ where: { identityId } })
      return row === null ? { off: [] } : toPreference(row)
    },
    async put(identityId, { off, quiet, digestAt }) {
      const data = { off: [...off], quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null, digestAt: digestAt ?? null }
      await db.preference.upsert({ where: { identityId }, create: { identityId, ...data }, update: data })
    },
  }
}

export function toPreference({ off, quietFrom, quietTo, digestAt }: Row): Preference {
  return {
    off: Kinds.parse(off),
    ...(quietFrom === null || quietTo === null ? {} : { quiet: { from: quietFrom, to: quietTo } }),
    ...(digestAt === null ? {} : { digestAt }),
  }
}
