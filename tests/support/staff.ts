import { createPeopleStore } from '../../src/adapters/database/people-store.ts'
import { createSetupStore } from '../../src/adapters/database/setup-store.ts'
import { randomIds } from '../../src/adapters/ids.ts'
import type { World } from './world.ts'

interface Hired {
  readonly platform: 'telegram' | 'zalo'
  readonly user: string
  readonly name: string
  readonly classCodes: readonly string[]
}

/** A teacher who has linked her phone already. */
export async function hire(world: World, { platform, user, name, classCodes }: Hired): Promise<void> {
  const { prisma } = world.database
  const school = await prisma.school.findFirstOrThrow()
  const people = createPeopleStore(prisma, randomIds)
  const now = world.now()
  await world.platforms[platform].person(user, name)
  const setup = createSetupStore(prisma, randomIds)
  const added = await setup.addStaff({ schoolId: school.id, role: 'teacher', name, classCodes, now })
  if (added.kind !== 'added') throw new Error('no such class')
  const identity = await people.meet(world.address(platform, user), now)
  await people.link({ identityId: identity.id, personId: added.personId, schoolId: school.id, now })
}
