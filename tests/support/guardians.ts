import { createPeopleStore } from '../../src/adapters/database/people-store.ts'
import { randomIds } from '../../src/adapters/ids.ts'
import type { World } from './world.ts'

/** Makes the person behind a phone a guardian of a child, as a code from the school does. @returns the person's id */
export async function makeGuardian(
  world: World,
  { platform, user, child }: { platform: 'telegram' | 'zalo'; user: string; child: string },
): Promise<string> {
  const { prisma } = world.database
  const people = createPeopleStore(prisma, randomIds)
  const { id: childId, schoolId } = await prisma.child.findFirstOrThrow({ where: { rosterName: child } })
  const identity = await people.meet(world.address(platform, user), world.now())
  const id = randomIds.uuid()
  await people.addGuardian({ id, schoolId, childId, now: world.now() })
  await people.link({ identityId: identity.id, personId: id, schoolId, now: world.now() })
  return id
}

/** Links a teacher of the sample school to a phone. */
export async function linkTeacher(
  world: World,
  { platform, user, name }: { platform: 'telegram' | 'zalo'; user: string; name: string },
): Promise<void> {
  const { prisma } = world.database
  const people = createPeopleStore(prisma, randomIds)
  const { id: personId, schoolId } = await prisma.person.findFirstOrThrow({ where: { name } })
  await world.platforms[platform].person(user, name)
  const identity = await people.meet(world.address(platform, user), world.now())
  await people.change(identity.id, { introducedAt: world.now() })
  await people.link({ identityId: identity.id, personId, schoolId, now: world.now() })
}
