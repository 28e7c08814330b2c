import { schoolHours } from '../../features/calendar/school-hours.ts'
import { momentFor } from '../../features/hours/hours.ts'
import { createCalendarStore } from './calendar-store.ts'
import type { Db } from './client.ts'
import { createHoursStore } from './hours-store.ts'
import { addressColumns, ChannelNameSchema } from './journal-store.ts'
import { toPreference } from './preference-store.ts'

/** What nobody waits for: these obey the night however late they go, after a retry, a stop, or hours in which we were away. */
const heldKinds = new Set(['reminder', 'broadcast'])

/**
 * Holds a message whose next attempt falls into its reader's night until that is over; an urgent notice is not held. Replies are not
 * concerned, and a held message does not stand before them.
 * @returns whether it is held now
 */
export async function holdOverNight(prisma: Db, id: string, nextAttemptAt: Date): Promise<boolean> {
  const row = await prisma.outbound.findUnique({ where: { id: BigInt(id) } })
  if (row === null || row.schoolId === null || !heldKinds.has(row.kind)) return false
  const { schoolId, key, account, chat } = row
  const notice = /^broadcast\/([0-9a-f-]{36})\//.exec(key)?.[1]
  if (
    notice !== undefined &&
    (await prisma.broadcast.count({ where: { schoolId, id: notice, urgentReason: { not: null } } })) > 0
  )
    return false
  const channel = ChannelNameSchema.parse(row.channel)
  const identity = await prisma.identity.findUnique({
    where: { channel_account_chat: addressColumns({ channel, account, chat }) },
    include: { preference: true },
  })
  const quiet = identity?.preference == null ? undefined : toPreference(identity.preference).quiet
  const stores = { calendar: createCalendarStore(prisma, { uuid: () => '' }), hours: createHoursStore(prisma) }
  const reader = { role: 'guardian' as const, channel, ...(quiet === undefined ? {} : { quiet }) }
  const { at } = momentFor(nextAttemptAt, 'ordinary', reader, await schoolHours(stores, schoolId))
  if (at <= nextAttemptAt) return false
  const { count } = await prisma.outbound.updateMany({
    where: { id: row.id, state: 'planned' },
    data: { state: 'held', heldUntil: at, heldWhy: 'quiet_hours' },
  })
  return count > 0
}
