import { z } from 'zod'
import { languages } from '../../core/phrases.ts'
import { classAges, roles } from '../../features/people/person.ts'
import type { Addressee, AddresseeStore } from '../../features/reminders/addressee.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'
import { ChannelNameSchema } from './journal-store.ts'
import { toPreference } from './preference-store.ts'

const Role = z.enum(roles)
const Age = z.enum(classAges)
const Language = z.enum(languages)

interface Row {
  id: string
  channel: string
  account: string
  chat: string
  language: string
  left: boolean
  stopped: boolean
  /** ISO 8601. */
  last_interacted_at: string
  off: string[] | null
  quiet_from: string | null
  quiet_to: string | null
  digest_at: string | null
  person_id: string
  role: string
  name: string | null
  taught: string[] | null
  children: { id: string; name: string; classId: string }[] | null
  of_all: boolean
  of_channel: boolean
}

/** The chats of a school over the database. A page is two statements, whatever the school's size. */
export function createAddresseeStore(db: Db): AddresseeStore {
  return {
    async page(schoolId, after, limit) {
      const from = after === undefined ? Prisma.empty : Prisma.sql`and identity_id > ${after}::uuid`
      const ids = await db.$queryRaw<{ id: string }[]>`
        select distinct identity_id as id from identity_person where school_id = ${schoolId}::uuid ${from} order by 1 limit ${limit}`
      if (ids.length === 0) return { chats: [] }
      const [page] = await db.$queryRaw<{ rows: Row[] | null }[]>(
        chatsQuery(
          schoolId,
          ids.map(({ id }) => id),
        ),
      )
      const chats = [...Map.groupBy(page?.rows ?? [], ({ id }) => id).values()].map(toAddressee)
      return ids.length < limit ? { chats } : { chats, next: ids.at(-1)!.id }
    },
    async classes(schoolId) {
      const rows = await db.class.findMany({ where: { schoolId, active: true }, orderBy: { code: 'asc' } })
      return rows.map(({ id, code, ageGroup }) => ({ id, code, age: Age.parse(ageGroup) }))
    },
    async staff(schoolId) {
      const rows = await db.person.findMany({
        where: { schoolId, active: true, role: { not: 'guardian' } },
        include: { classes: true },
        orderBy: { createdAt: 'asc' },
      })
      return rows.map(({ id, role, name, classes }) => ({
        personId: id,
        role: Role.parse(role),
        name: name ?? '',
        classIds: classes.map(({ classId }) => classId),
      }))
    },
  }
}

/** Chats in the order of their ids, and the people behind them; `of_all`: no other open chat of the person was used later. */
function chatsQuery(schoolId: string, ids: readonly string[]): Prisma.Sql {
  const later = Prisma.sql`
    select 1 from identity_person op join identity o on o.id = op.identity_id
    where op.person_id = p.id and o.id <> i.id and o.left_at is null
      and (i.left_at is not null
        or (o.stopped_at is null, o.last_interacted_at, o.id) > (i.stopped_at is null, i.last_interacted_at, i.id))`
  // One value for the page: a thousand rows of twenty columns cost the client more than the server.
  return Prisma.sql`
    select json_agg(found) as rows from (select i.id, i.channel, i.account, i.chat, i.language, i.left_at is not null as left, i.stopped_at is not null as stopped,
      i.last_interacted_at, f.off, f.quiet_from, f.quiet_to, f.digest_at, p.id as person_id, p.role, p.name,
      (select array_agg(t.class_id::text) from class_teacher t where t.person_id = p.id) as taught,
      (select json_agg(json_build_object('id', c.id, 'name', c.roster_name, 'classId', c.class_id) order by c.roster_name)
        from guardianship g join child c on c.id = g.child_id and c.active where g.person_id = p.id) as children,
      not exists (${later}) as of_all,
      not exists (${later} and o.channel = i.channel) as of_channel
    from identity i
    join identity_person ip on ip.identity_id = i.id and ip.school_id = ${schoolId}::uuid
    join person p on p.id = ip.person_id and p.active
    left join preference f on f.identity_id = i.id
    where i.id = any(${[...ids]}::uuid[])
    order by i.id, p.id) found`
}

function toAddressee(rows: readonly Row[]): Addressee {
  const { id, account, chat, left, stopped, ...row } = rows[0]!
  return {
    identityId: id,
    address: { channel: ChannelNameSchema.parse(row.channel), account, chat },
    language: Language.parse(row.language),
    left,
    stopped,
    lastInteractedAt: new Date(row.last_interacted_at),
    preference: toPreference({ off: row.off ?? [], quietFrom: row.quiet_from, quietTo: row.quiet_to, digestAt: row.digest_at }),
    people: rows.map(({ person_id, role, name, taught, children, of_all, of_channel }) => ({
      personId: person_id,
      role: Role.parse(role),
      name,
      classIds: taught ?? [],
      children: children ?? [],
      usual: { ofAll: of_all, ofChannel: of_channel },
    })),
  }
}
