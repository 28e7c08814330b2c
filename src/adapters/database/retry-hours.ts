import { schoolHours } from '../../features/calendar/school-hours.ts'
import { momentFor } from '../../features/hours/hours.ts'
import { createCalendarStore } from './calendar-store.ts'
import type { PrismaClient } from './generated/client.ts'
import { createHoursStore } from './hours-store.ts'
import { addressColumns, ChannelNameSchema } from './journal-store.ts'
import { toPreference } from './preference-store.ts'

/** What nobody waits for: a retry of these obeys the night. What was written at a permitted hour may otherwise come at any. */
const heldKinds = new Set(['reminder', 'broadcast'])

/**
 * Holds a message whose next attempt falls into its reader's night until that is over; an urgent notice is not held. Replies are not
 * concerned, and a held message does not stand before them.
 */
export async function holdOverNight(prisma: PrismaClient, id: string, nextAttemptAt: Date): Promise<void> {
  const row = await prisma.outbound.findUnique({ where: { id: BigInt(id) } })
  if (row === null || row.schoolId === null || !heldKinds.has(row.kind)) return
  const { schoolId, key, account, chat } = row
  const notice = /^broadcast\/([0-9a-f-]{36})\//.exec(key)?.[1]
  if (
    notice !== undefined &&
    (await prisma.broadcast.count({ where: { schoolId, id: notice, urgentReason: { not: null } } })) > 0
  )
    return
  const channel = ChannelNameSchema.parse(row.channel)
  const identity = await prisma.identity.findUnique({
    where: { channel_account_chat: addressColumns({ channel, account, chat }) },
    include: { preference: true },
  })
  const quiet = identity?.preference == null ? undefined : toPreference(identity.preference).quiet
  const stores = { calendar: createCalendarStore(prisma, { uuid: () => '' }), hours: createHoursStore(prisma) }
  const reader = { role: 'guardian' as const, channel, ...(quiet === undefined ? {} : { quiet }) }
  const { at } = momentFor(nextAttemptAt, 'ordinary', reader, await schoolHours(stores, schoolId))
  if (at <= nextAttemptAt) return
  await prisma.outbound.updateMany({
    where: { id: row.id, state: 'planned' },
    data: { state: 'held', heldUntil: at, heldWhy: 'quiet_hours' },
  })
}
