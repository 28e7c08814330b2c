import type { GrantStore } from '../../features/office/grant-alarm.ts'
import type { Db } from './client.ts'

export function createGrantStore(db: Db): GrantStore {
  return {
    grants: () => db.zaloToken.findMany({ select: { refreshedAt: true, consentNeeded: true } }),
  }
}
