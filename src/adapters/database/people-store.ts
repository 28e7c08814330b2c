import { z } from 'zod'
import type { Ids } from '../../core/ids.ts'
import type { ChatAddress } from '../../core/message.ts'
import { languages } from '../../core/phrases.ts'
import { places } from '../../core/place.ts'
import { groupsOf } from '../../features/arrangement/arrangement.ts'
import type { Audience, IdentityChange, Invite, PeopleStore, RecipientOptions } from '../../features/people/people-store.ts'
import {
  classAges,
  type Identity,
  type Person,
  type Recipient,
  roles,
  type School,
  type SchoolClass,
} from '../../features/people/person.ts'
import { createArrangementStore } from './arrangement-store.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'
import { addressColumns, ChannelNameSchema } from './journal-store.ts'

const Language = z.enum(languages)
const Place = z.enum(places)
const Role = z.enum(roles)
const Age = z.enum(classAges)

const withLinks = { people: { include: { person: { include: { classes: true, children: true } } } } } as const
type IdentityRow = Prisma.IdentityGetPayload<{ include: typeof withLinks }>
type PersonRow = IdentityRow['people'][number]['person']
type SchoolRow = Prisma.SchoolGetPayload<object>

/** People, classes and chats over the database. */
export function createPeopleStore(db: Db, ids: Pick<Ids, 'uuid'>): PeopleStore {
  return {
    async meet(address, now) {
      const row = await db.identity.upsert({
        where: { channel_account_chat: addressColumns(address) },
        create: { id: ids.uuid(), ...addressColumns(address), createdAt: now, lastInteractedAt: now },
        update: { lastInteractedAt: now, leftAt: null },
        include: withLinks,
      })
      return toIdentity(row, address)
    },
    async known(address) {
      const row = await db.identity.findUnique({ where: { channel_account_chat: addressColumns(address) }, include: withLinks })
      return row === null ? undefined : toIdentity(row, address)
    },
    async markLeft(address, now) {
      await db.identity.updateMany({ where: addressColumns(address), data: { leftAt: now } })
    },
    change: async (identityId, change) => {
      await db.identity.update({ where: { id: identityId }, data: changeColumns(change) })
    },
    schools: async () => (await db.school.findMany({ orderBy: { createdAt: 'asc' } })).map(toSchool),
    school: async (schoolId) => toSchool(await db.school.findUniqueOrThrow({ where: { id: schoolId } })),
    async person(schoolId, personId) {
      const row = await db.person.findFirst({ where: { id: personId, schoolId }, include: { classes: true, children: true } })
      return row === null ? undefined : toPerson(row)
    },
    async classNames(schoolId) {
      const rows = await db.class.findMany({ where: { schoolId, active: true }, orderBy: { code: 'asc' } })
      return rows.map(({ id, code, name, ageGroup }) => ({ id, schoolId, code, name, age: Age.parse(ageGroup) }))
    },
    classes: (schoolId, classIds) => classesOf(db, schoolId, classIds),
    recipients: (audience, options) => recipientsOf(db, audience, options),
    findInvite: (codeHash) => findInvite(db, codeHash),
    async addInvite({ purpose, ...invite }) {
      const target = purpose.kind === 'staff' ? { personId: purpose.personId } : { childId: purpose.childId }
      await db.invite.create({ data: { ...invite, ...target } })
    },
    async useInvite(invite, now) {
      const { count } = await db.invite.updateMany({
        where: { id: invite.id, schoolId: invite.schoolId, usedAt: null },
        data: { usedAt: now },
      })
      return count === 1
    },
    async addGuardian({ id, schoolId, childId, now }) {
      await db.person.create({
        data: { id, schoolId, role: 'guardian', createdAt: now, children: { create: { childId, schoolId } } },
      })
    },
    async link({ identityId, personId, schoolId, now }) {
      await db.identityPerson.createMany({ data: [{ identityId, personId, schoolId, linkedAt: now }], skipDuplicates: true })
    },
  }
}

async function classesOf(db: Db, schoolId: string, classIds?: readonly string[]): Promise<SchoolClass[]> {
  const rows = await db.class.findMany({
    where: { schoolId, active: true, ...(classIds === undefined ? {} : { id: { in: [...classIds] } }) },
    include: { children: { where: { active: true }, orderBy: { rosterName: 'asc' }, select: { id: true, rosterName: true } } },
    orderBy: { code: 'asc' },
  })
  return rows.map(({ id, code, name, ageGroup, children }) => ({ id, schoolId, code, name, age: Age.parse(ageGroup), children }))
}

async function recipientsOf(
  db: Db,
  audience: Audience,
  { evenIfStopped = false, notOn }: RecipientOptions = {},
): Promise<Recipient[]> {
  const { schoolId, role, classIds, childIds } = audience
  const minding = await mindingOf(db, audience)
  const inClasses: Prisma.PersonWhereInput =
    classIds === undefined
      ? {}
      : role === 'teacher'
        ? {
            OR: [
              { classes: { some: { classId: { in: [...classIds, ...minding.partners] } } } },
              { id: { in: minding.substitutes } },
            ],
          }
        : { children: { some: { child: { classId: { in: [...classIds] } } } } }
  const ofChildren = childIds === undefined ? {} : { AND: { children: { some: { childId: { in: [...childIds] } } } } }
  const rows = await db.person.findMany({
    where: { schoolId, role, active: true, ...inClasses, ...ofChildren },
    include: {
      classes: { select: { classId: true } },
      identities: {
        where: {
          identity: {
            leftAt: null,
            ...(evenIfStopped ? {} : { stoppedAt: null }),
            ...(notOn === undefined ? {} : { channel: { not: notOn } }),
          },
        },
        include: { identity: true },
        orderBy: { identity: { lastInteractedAt: 'desc' } },
        take: 1,
      },
    },
    orderBy: { createdAt: 'asc' },
  })
  const rank = ({ id, classes }: (typeof rows)[number]) =>
    minding.substitutes.includes(id) ? 0 : classes.some(({ classId }) => minding.hosts.includes(classId)) ? 1 : 2
  const inTurn = rows.toSorted((one, other) => rank(one) - rank(other))
  const reachable = inTurn.flatMap(({ id, identities }) =>
    identities.map(({ identity }) => ({
      personId: id,
      address: { channel: ChannelNameSchema.parse(identity.channel), account: identity.account, chat: identity.chat },
      language: Language.parse(identity.language),
    })),
  )
  // Somebody linked twice in one role (two children, say) reads a notice once.
  return [...new Map(reachable.map((one) => [`${one.address.channel}/${one.address.account}/${one.address.chat}`, one])).values()]
}

interface Minding {
  /** Persons who stand in. */
  readonly substitutes: string[]
  /** Classes that learn together with the wanted ones. */
  readonly partners: string[]
  /** Of these the receiving ones. */
  readonly hosts: string[]
}

async function mindingOf(db: Db, { schoolId, role, classIds, day }: Audience): Promise<Minding> {
  if (role !== 'teacher' || classIds === undefined || day === undefined) return { substitutes: [], partners: [], hosts: [] }
  const arrangements = await createArrangementStore(db).on(schoolId, day)
  const groups = groupsOf(arrangements).filter((group) => group.some((id) => classIds.includes(id)))
  const wanted = new Set([...classIds, ...groups.flat()])
  const substitutes = arrangements.flatMap((one) => (one.kind === 'substitute' && wanted.has(one.classId) ? [one.personId] : []))
  return { substitutes, partners: groups.flat(), hosts: groups.map(([host]) => host!) }
}

async function findInvite(db: Db, codeHash: string): Promise<Invite | undefined> {
  const row = await db.invite.findUnique({ where: { codeHash } })
  if (row === null) return undefined
  const { id, schoolId, personId, childId, expiresAt, usedAt } = row
  const purpose =
    personId !== null ? ({ kind: 'staff', personId } as const) : ({ kind: 'guardian', childId: childId ?? '' } as const)
  return { id, schoolId, purpose, expiresAt, used: usedAt !== null }
}

function changeColumns({ session, ...change }: IdentityChange): Prisma.IdentityUpdateInput {
  if (session === undefined) return change
  // Through JSON, so that what a session holds undefined is left out rather than refused.
  return { ...change, session: session === null ? Prisma.DbNull : (JSON.parse(JSON.stringify(session)) as Prisma.InputJsonValue) }
}

function toIdentity(row: IdentityRow, address: ChatAddress): Identity {
  return {
    id: row.id,
    address,
    language: Language.parse(row.language),
    introduced: row.introducedAt !== null,
    stopped: row.stoppedAt !== null,
    wrongCodes: row.wrongCodes,
    codesBlockedTill: row.codesBlockedTill,
    session: row.session,
    people: row.people.filter(({ person }) => person.active).map(({ person }) => toPerson(person)),
  }
}

function toPerson({ id, schoolId, role, name, classes, children }: PersonRow): Person {
  return {
    id,
    schoolId,
    role: Role.parse(role),
    name,
    classIds: classes.map(({ classId }) => classId),
    childIds: children.map(({ childId }) => childId),
  }
}

function toSchool({ id, name, place, reminderTime, summaryTime }: SchoolRow): School {
  return { id, name, place: Place.parse(place), reminderTime, summaryTime }
}
