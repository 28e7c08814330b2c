import type { Session } from './session.ts'

/**
 * Whatever could have gone out after the backup was taken may have gone out: it becomes uncertain and waits for the office, by the moves the
 * table of states allows. What was not due before the restore cannot have gone out and stays as it is.
 */
export async function markGap(session: Session, { takenAt, restoredAt }: { takenAt: Date; restoredAt: Date }): Promise<void> {
  const [taken, restored] = [takenAt.toISOString(), restoredAt.toISOString()]
  await session.query(
    `update outbound set state = 'planned' where state = 'held' and (held_until <= $1::timestamptz or held_why = 'restored')`,
    [restored],
  )
  await session.query(
    `update outbound set state = 'sending', sent_at = $2::timestamptz
     where state = 'planned' and (next_attempt_at <= $1::timestamptz or held_why = 'restored' or reason = 'channel_stopped')`,
    [restored, taken],
  )
  await session.query(
    `update outbound set state = 'uncertain', reason = 'unanswered', settle_at = null, held_until = null, held_why = 'restored'
     where state = 'sending'`,
  )
  await session.query(
    `update outbound set settle_at = null, held_why = 'restored' where state = 'uncertain' and (settle_at is not null or held_why = 'restored')`,
  )
  // Whatever it led to a moment later is not in the backup; handling it now would answer the person a second time.
  const unheard = await session.query(
    `update inbound set state = 'failed', handled_at = $1::timestamptz where state = 'waiting' returning id`,
    [restored],
  )
  // What people wrote in the gap was answered then: reading it back from the platform would answer it again. (Its look begins three minutes
  // before the time that stands here.)
  await session.query(
    `insert into channel_state (channel, account, caught_up_at)
     select distinct channel, account, $1::timestamptz + interval '3 minutes' from inbound
     on conflict (channel, account) do update set caught_up_at = excluded.caught_up_at`,
    [restored],
  )
  await session.query(`update restore_gap set choice = 'superseded', decided_at = $1::timestamptz where decided_at is null`, [
    restored,
  ])
  await session.query(
    `insert into restore_gap (school_id, taken_at, restored_at, unheard) select id, $1::timestamptz, $2::timestamptz, $3::int from school`,
    [taken, restored, unheard.length],
  )
}
