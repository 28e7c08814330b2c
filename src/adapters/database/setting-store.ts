import type { SettingStore } from '../../features/calculators/setting-store.ts'
import type { Db } from './client.ts'

/** A school's settings over the database; a school that has set nothing has no row. */
export function createSettingStore(db: Db): SettingStore {
  return {
    async milkPrice(schoolId) {
      const row = await db.schoolSetting.findUnique({ where: { schoolId }, select: { milkPrice: true } })
      return row?.milkPrice ?? undefined
    },
  }
}

/** Sets what is given and leaves the rest. @param officeHours spans like `07:30-11:30` */
export async function setSettings(
  db: Db,
  schoolId: string,
  settings: { readonly milkPrice?: number; readonly officeHours?: readonly string[] },
): Promise<void> {
  const { milkPrice, officeHours } = settings
  const data = {
    ...(milkPrice === undefined ? {} : { milkPrice }),
    ...(officeHours === undefined ? {} : { officeHours: [...officeHours] }),
  }
  await db.schoolSetting.upsert({ where: { schoolId }, create: { schoolId, ...data }, update: data })
}
