import type { Language, Phrases } from '../../core/phrases.ts'
import { chatKey } from '../../core/wake-ups.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import { schoolHours } from '../calendar/school-hours.ts'
import { momentFor } from '../hours/hours.ts'
import type { HoursStore } from '../hours/hours-store.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Person } from '../people/person.ts'
import { type Gap, type GapStore, gapChoices } from './gap-store.ts'

type CarryDeps = { gaps: GapStore; outbox: Outbox; calendar: Pick<CalendarStore, 'closures'>; hours: HoursStore }
type Deps = CarryDeps & { phrases: Phrases }

/**
 * What somebody of the office chose under the question of a gap: the first to choose decides.
 * @param value `gap:<choice>:<milliseconds of the restore>`
 * @returns what they read
 */
export async function decideGap(
  deps: Deps,
  { office, language, now }: { office: Person; language: Language; now: Date },
  value: string,
): Promise<string> {
  const [, word, restoredAt] = value.split(':')
  const choice = gapChoices.find((one) => one === word)
  const gap = await deps.gaps.open(office.schoolId)
  const isMeant = gap !== undefined && String(gap.restoredAt.getTime()) === restoredAt && gap.askedAt !== null
  if (choice === undefined || !isMeant || !(await deps.gaps.decide(gap, { choice, personId: office.id, now })))
    return deps.phrases.text(language, 'restore.decided_before')
  const isDone = await carryOut(deps, { ...gap, choice }, now)
  return deps.phrases.text(language, isDone ? `restore.done_${choice}` : 'restore.after_night')
}

/** Does what the office decided, unless people sleep now. In the caller's transaction. @returns whether it is done */
export async function carryOut({ gaps, outbox, ...stores }: CarryDeps, gap: Gap, now: Date): Promise<boolean> {
  const { schoolId, choice } = gap
  if (choice === null) return false
  if (choice !== 'drop') {
    // Most of them are for families; the platform with the stricter night decides for all.
    const reader = { role: 'guardian', channel: 'zalo' } as const
    if (momentFor(now, 'ordinary', reader, await schoolHours(stores, schoolId)).at > now) return false
  }
  if (choice === 'drop') await gaps.drop(schoolId)
  else {
    if (choice === 'merged') await merge({ gaps, outbox }, gap, now)
    await gaps.send(schoolId, now)
  }
  await gaps.markDone(gap, now)
  return true
}

/** One message a chat out of those that came due; what has numbers or pictures of its own stays by itself. */
async function merge(
  { gaps, outbox }: Pick<CarryDeps, 'gaps' | 'outbox'>,
  { schoolId, restoredAt }: Gap,
  now: Date,
): Promise<void> {
  const plain = (await gaps.messages(schoolId)).filter(({ from, isPlain }) => from === 'due' && isPlain)
  for (const [chat, own] of Map.groupBy(plain, ({ to }) => chatKey(to))) {
    const [first] = own
    if (first === undefined || own.length === 1) continue
    const text = own.map((message) => message.text).join('\n\n')
    const key = `restore/${schoolId}/${restoredAt.toISOString()}/merged/${chat}`
    await gaps.drop(
      schoolId,
      own.map(({ id }) => id),
    )
    await outbox.add({ to: first.to, key, kind: first.kind, schoolId, text }, now)
  }
}
