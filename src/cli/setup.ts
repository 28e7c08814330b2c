import { readFile } from 'node:fs/promises'
import { systemClock } from '../adapters/clock.ts'
import { type Database, openEmbedded, openPostgres } from '../adapters/database/connect.ts'
import { createPeopleStore } from '../adapters/database/people-store.ts'
import { createSetupStore } from '../adapters/database/setup-store.ts'
import { hashCode, randomIds } from '../adapters/ids.ts'
import { createTelegramClient } from '../adapters/telegram/telegram-client.ts'
import { type Config, readConfig } from '../config.ts'
import { schoolDayOf, writtenDay } from '../core/clock.ts'
import { places } from '../core/place.ts'
import { childrenMeant } from '../features/people/guardian-code.ts'
import { issueInvite } from '../features/people/invite.ts'
import type { Invite } from '../features/people/people-store.ts'
import { classAges, type School } from '../features/people/person.ts'

/** The command line asked for something that cannot be done; the message says what to change. */
export class NotDone extends Error {
  override readonly name = 'NotDone'
}

export type Values = Partial<Record<'name' | 'place' | 'school' | 'role' | 'code' | 'age' | 'roster' | 'child', string>> & {
  class?: string[]
}
export type Setting = ReturnType<typeof settingOf>

/** `school add`: the school and its first member of the office. */
export async function addSchool(values: Values): Promise<number> {
  const name = needed(values, 'name')
  const place = oneOf(places, needed(values, 'place'), '--place')
  return await withDatabase(async ({ setup, config, people }) => {
    if ((await people.schools()).some((school) => school.name === name))
      throw new NotDone(`There is a school of this name already: ${name}`)
    const school = await setup.addSchool({ name, place, demo: false, now: systemClock.now() })
    console.log(`Added: ${school.name} (${school.place}), id ${school.id}`)
    const office = await setup.addStaff({
      schoolId: school.id,
      role: 'office',
      name: 'Văn phòng',
      classCodes: [],
      now: systemClock.now(),
    })
    if (office.kind === 'added')
      await printInvite({ people, config, schoolId: school.id, purpose: { kind: 'staff', personId: office.personId } })
  })
}

/** `class add`: a class and its list. */
export async function addClass(values: Values): Promise<number> {
  const code = needed(values, 'code')
  const name = needed(values, 'name')
  const age = oneOf(classAges, needed(values, 'age'), '--age')
  const lines = (await readFile(needed(values, 'roster'), 'utf8'))
    .split('\n')
    .map((line) => line.normalize('NFC').replace(/\s+/g, ' ').trim())
  const children = lines.filter((line) => line !== '')
  const twice = children.find((child, index) => children.indexOf(child) !== index)
  if (twice !== undefined)
    throw new NotDone(`Two children are written alike (${twice}): tell them apart, for example by a nickname in parentheses.`)
  if (children.length === 0) throw new NotDone('The list is empty.')
  return await withDatabase(async (setting) => {
    const school = await schoolNamed(setting, values)
    await setting.setup.putClass({ schoolId: school.id, code, name, age, children })
    console.log(`${code}: ${children.length} children`)
  })
}

/** `staff invite`: a member of staff and a link for one use. */
export async function inviteStaff(values: Values): Promise<number> {
  const name = needed(values, 'name')
  const role = oneOf(['office', 'teacher'] as const, needed(values, 'role'), '--role')
  const classCodes = values.class ?? []
  if (role === 'teacher' && classCodes.length === 0) throw new NotDone('A teacher needs at least one --class.')
  return await withDatabase(async (setting) => {
    const school = await schoolNamed(setting, values)
    const added = await setting.setup.addStaff({ schoolId: school.id, role, name, classCodes, now: systemClock.now() })
    if (added.kind === 'no_such_class')
      throw new NotDone(`The school has no class ${added.codes.join(', ')}: add it with "class add".`)
    await printInvite({ ...setting, schoolId: school.id, purpose: { kind: 'staff', personId: added.personId } })
  })
}

/** `guardian invite`: a link for one use for a guardian of a child. */
export async function inviteGuardian(values: Values): Promise<number> {
  const wanted = needed(values, 'child')
  return await withDatabase(async (setting) => {
    const school = await schoolNamed(setting, values)
    const classes = (await setting.people.classes(school.id)).filter(
      (one) => values.class === undefined || values.class.includes(one.code),
    )
    const found = childrenMeant(wanted, classes)
    if (found.length !== 1) {
      throw new NotDone(
        found.length === 0
          ? 'No child of this name.'
          : `Several children: ${found.map(({ child, one }) => `${child.rosterName} (${one.code})`).join(', ')}`,
      )
    }
    await printInvite({ ...setting, schoolId: school.id, purpose: { kind: 'guardian', childId: found[0]!.child.id } })
  })
}

/** `school list`: what is set up, without children's names. */
export async function listSchools(): Promise<number> {
  return await withDatabase(async ({ people }) => {
    const schools = await people.schools()
    if (schools.length === 0) console.log('No school yet: mamnon school add --name … --place …')
    for (const school of schools) {
      console.log(`${school.name} (${school.place})  ${school.id}`)
      for (const one of await people.classes(school.id))
        console.log(`  ${one.code}  ${one.name}, ${one.age}: ${one.children.length} children`)
    }
  })
}

/** Opens the configured database for one piece of work. @returns the exit code. */
export async function withDatabase(work: (setting: Setting) => Promise<void>): Promise<number> {
  const config = readConfig(process.env)
  const database = config.databaseUrl === undefined ? await openEmbedded(config.dataDir) : await openPostgres(config.databaseUrl)
  try {
    await work(settingOf(database, config))
    return 0
  } finally {
    await database.close()
  }
}

function settingOf(database: Database, config: Config) {
  const { prisma } = database
  return { database, config, people: createPeopleStore(prisma, randomIds), setup: createSetupStore(prisma, randomIds) }
}

/** The school that `--school` names, or the only one. */
export async function schoolNamed(
  { setup, people }: Pick<Setting, 'setup' | 'people'>,
  { school: wanted }: Values,
): Promise<School> {
  const found = wanted === undefined ? await people.schools() : await setup.findSchools(wanted)
  if (found.length === 1) return found[0]!
  throw new NotDone(
    found.length === 0
      ? 'No such school: see "school list".'
      : `Which school? --school one of: ${found.map(({ name }) => name).join(', ')}`,
  )
}

type Printed = Pick<Setting, 'people' | 'config'> & { schoolId: string; purpose: Invite['purpose'] }

async function printInvite({ people, config, schoolId, purpose }: Printed): Promise<void> {
  const { code, expiresAt } = await issueInvite(
    { people, ids: randomIds, hash: hashCode },
    { schoolId, purpose, now: systemClock.now() },
  )
  const bot = await botName(config)
  console.log(`For one use, until ${writtenDay(schoolDayOf(expiresAt))}:`)
  if (bot.kind === 'known') console.log(`  Telegram: https://t.me/${bot.username}?start=${code}`)
  if (bot.kind === 'unreachable') console.log('  Telegram: the bot could not be asked for its name; open it and send the code')
  console.log(`  Zalo, or any chat with the assistant: send  ${code}`)
}

type BotName = { kind: 'known'; username: string } | { kind: 'unreachable' } | { kind: 'off' }

async function botName({ telegram }: Config): Promise<BotName> {
  if (telegram === undefined) return { kind: 'off' }
  try {
    const me = await createTelegramClient(telegram).call('getMe', {})
    return { kind: 'known', username: me.username }
  } catch {
    return { kind: 'unreachable' }
  }
}

function needed(values: Values, name: Exclude<keyof Values, 'class'>): string {
  const value = values[name]?.normalize('NFC').trim()
  if (value === undefined || value === '') throw new NotDone(`--${name} is missing. See mamnon --help.`)
  return value
}

function oneOf<T extends string>(allowed: readonly T[], value: string, option: string): T {
  const found = allowed.find((one) => one === value)
  if (found === undefined) throw new NotDone(`${option} is one of: ${allowed.join(', ')}`)
  return found
}
