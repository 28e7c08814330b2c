import { setSettings } from '../adapters/database/setting-store.ts'
import { readOfficeSpan } from '../features/office/office-hours.ts'
import { NotDone, schoolNamed, type Values, withDatabase } from './setup.ts'

type SettingValues = Values & { 'milk-price'?: string; 'office-hours'?: string }

/** `school set`: the price of a box of school milk, the office's hours. */
export async function setSchool(values: SettingValues): Promise<number> {
  const price = values['milk-price']
  if (price !== undefined && !/^[1-9]\d{2,5}$/.test(price)) throw new NotDone('--milk-price is đồng a box, for example 6286.')
  const hours = values['office-hours']?.split(',').map((span) => span.trim())
  if (hours?.some((span) => readOfficeSpan(span) === undefined))
    throw new NotDone('--office-hours are spans like 07:30-11:30,13:30-17:00.')
  if (price === undefined && hours === undefined) throw new NotDone('Nothing to set: --milk-price or --office-hours.')
  return await withDatabase(async (setting) => {
    const school = await schoolNamed(setting, values)
    await setSettings(setting.database.prisma, school.id, {
      ...(price === undefined ? {} : { milkPrice: Number(price) }),
      ...(hours === undefined ? {} : { officeHours: hours }),
    })
    console.log(`Set: ${school.name}`)
  })
}
