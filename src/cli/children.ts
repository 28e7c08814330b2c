import { readFile } from 'node:fs/promises'
import { systemClock } from '../adapters/clock.ts'
import { createGrowthStore } from '../adapters/database/growth-store.ts'
import { randomIds } from '../adapters/ids.ts'
import { schoolDayOf } from '../core/clock.ts'
import { type FactsFault, readFacts } from '../features/growth/read-facts.ts'
import { NotDone, schoolNamed, type Values, withDatabase } from './setup.ts'

const reasons: Record<FactsFault['why'], string> = {
  no_such_child: 'no child of this name in the class',
  no_birth_date: 'no birth date like 05/03/2021 or 2021-03-05',
  not_born_yet: 'the birth date is still to come',
  unknown_sex: 'the sex is nam, nữ, or left out',
}

/** `children facts`: birth dates and sexes of a class, all lines or none; names are not printed. */
export async function setChildFacts(values: Values & { file?: string }): Promise<number> {
  const [code] = values.class ?? []
  if (values.file === undefined || code === undefined) throw new NotDone('--class and --file are needed. See mamnon --help.')
  const text = await readFile(values.file, 'utf8')
  return await withDatabase(async (setting) => {
    const school = await schoolNamed(setting, values)
    const one = (await setting.people.classes(school.id)).find((known) => known.code === code)
    if (one === undefined) throw new NotDone(`The school has no class ${code}.`)
    const { facts, faults } = readFacts(text, { children: one.children, today: schoolDayOf(systemClock.now()) })
    if (faults.length > 0)
      throw new NotDone(['Nothing was changed.', ...faults.map(({ line, why }) => `line ${line}: ${reasons[why]}`)].join('\n'))
    await createGrowthStore(setting.database.prisma, randomIds).setFacts(school.id, facts)
    console.log(`${code}: ${facts.length} of ${one.children.length} children`)
  })
}
