import { z } from 'zod'
import { type SettingKey, type Settings, settingKeys } from '../../features/settings/setting.ts'
import type { SettingChange, SettingsStore } from '../../features/settings/settings-store.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client.ts'

const Key = z.enum(settingKeys)
const Source = z.enum(['chat', 'command', 'console'])

/** A school's settings over the database: its hours stand with the school, the rest in a row that is made when it is first needed. */
export function createSettingsStore(db: Db): SettingsStore {
  return {
    async all(schoolId) {
      const school = await db.school.findUniqueOrThrow({ where: { id: schoolId } })
      const rest = await db.schoolSetting.upsert({ where: { schoolId }, create: { schoolId }, update: {} })
      return {
        firstCall: school.firstCallTime,
        secondCall: school.secondCallTime,
        deputyCall: school.deputyCallTime,
        officeCall: school.officeCallTime,
        cutOff: school.cutOffTime,
        answerMinutes: String(school.answerMinutes),
        mealCutOff: school.mealCutOffTime,
        summaryTime: school.summaryTime,
        reminderTime: school.reminderTime,
        officeHours: rest.officeHours.join(', '),
        quietHours: `${rest.quietFrom}-${rest.quietTo}`,
        restHours: `${rest.restFrom}-${rest.restTo}`,
        milkPrice: written(rest.milkPrice),
        milkBoxes: written(rest.milkBoxes),
        meals: written(rest.meals),
        ward: rest.ward,
      } satisfies Settings
    },
    async change({ schoolId, key, after, ...change }) {
      const { school, rest } = columnsOf(key, after)
      if (school !== undefined) await db.school.update({ where: { id: schoolId }, data: school })
      if (rest !== undefined) await db.schoolSetting.upsert({ where: { schoolId }, create: { schoolId, ...rest }, update: rest })
      await db.settingChange.create({ data: { schoolId, key, after, ...change } })
    },
    async changes(schoolId, limit) {
      const rows = await db.settingChange.findMany({ where: { schoolId }, orderBy: { changedAt: 'desc' }, take: limit })
      const ids = rows.flatMap(({ personId }) => personId ?? [])
      const people = await db.person.findMany({ where: { schoolId, id: { in: ids } }, select: { id: true, name: true } })
      return rows.map((row) => ({ ...toChange(row), by: people.find(({ id }) => id === row.personId)?.name ?? null }))
    },
    async findChange({ schoolId, id }) {
      if (!z.uuid().safeParse(id).success) return undefined
      const row = await db.settingChange.findFirst({ where: { schoolId, id } })
      return row === null ? undefined : toChange(row)
    },
  }
}

type SchoolColumns = Pick<
  Prisma.SchoolUncheckedUpdateInput,
  | 'firstCallTime'
  | 'secondCallTime'
  | 'deputyCallTime'
  | 'officeCallTime'
  | 'cutOffTime'
  | 'answerMinutes'
  | 'mealCutOffTime'
  | 'summaryTime'
  | 'reminderTime'
>
interface RestColumns {
  officeHours?: string[]
  quietFrom?: string
  quietTo?: string
  restFrom?: string
  restTo?: string
  milkPrice?: number | null
  milkBoxes?: number | null
  meals?: number | null
  ward?: string | null
}

/** What a written value is in the database. A setting that cannot be unset never comes with null. */
function columnsOf(key: SettingKey, value: string | null): { school?: SchoolColumns; rest?: RestColumns } {
  const text = value ?? ''
  const [from = '', to = ''] = text.split('-')
  switch (key) {
    case 'firstCall':
    case 'secondCall':
    case 'deputyCall':
    case 'officeCall':
    case 'cutOff':
      return { school: { [`${key}Time`]: text } }
    case 'summaryTime':
    case 'reminderTime':
      return { school: { [key]: text } }
    case 'answerMinutes':
      return { school: { answerMinutes: Number(text) } }
    case 'mealCutOff':
      return { school: { mealCutOffTime: value } }
    case 'officeHours':
      return { rest: { officeHours: text.split(', ') } }
    case 'quietHours':
      return { rest: { quietFrom: from, quietTo: to } }
    case 'restHours':
      return { rest: { restFrom: from, restTo: to } }
    case 'milkPrice':
    case 'milkBoxes':
    case 'meals':
      return { rest: { [key]: value === null ? null : Number(value) } }
    case 'ward':
      return { rest: { ward: value } }
  }
}

const written = (count: number | null): string | null => (count === null ? null : String(count))

function toChange(row: Prisma.SettingChangeGetPayload<object>): SettingChange {
  const { id, schoolId, before, after, personId, changedAt } = row
  return { id, schoolId, before, after, personId, changedAt, key: Key.parse(row.key), source: Source.parse(row.source) }
}
