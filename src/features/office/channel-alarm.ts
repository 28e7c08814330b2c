import { schoolDayOf, schoolTimeOf } from '../../core/clock.ts'
import type { Phrases } from '../../core/phrases.ts'
import type { ChannelStopStore } from '../outbox/gate.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { School } from '../people/person.ts'

type Deps = { channelStops: ChannelStopStore; people: PeopleStore; outbox: Outbox; phrases: Phrases }

/** Zalo takes our tokens no more, and an admin of the account has to allow us anew. */
const zaloConsentCode = -14014

/** Who hears too late what happened a day ago hears it from somebody else. */
const usefulMs = 24 * 3_600_000

/**
 * Tells the office, on another channel, that an account may not send and when it may again: each once, however often it is called.
 * @returns how many messages were written
 */
export async function tellStoppedChannels(deps: Deps, { id: schoolId }: School, now: Date): Promise<number> {
  let told = 0
  for (const { channel, account, code, stoppedAt, openedAt } of await deps.channelStops.stops()) {
    if (now.getTime() - (openedAt ?? stoppedAt).getTime() > usefulMs) continue
    const office = await deps.people.recipients({ schoolId, role: 'office' }, { evenIfStopped: true, notOn: channel })
    for (const { address, language, personId } of office) {
      const isOver = openedAt !== null
      const text = deps.phrases.text(language, isOver ? 'delivery.opened' : 'delivery.stopped', {
        channel,
        time: schoolTimeOf(openedAt ?? stoppedAt),
        code: code ?? 0,
        needs: code === zaloConsentCode ? 'consent' : 'look',
      })
      const key = `channel/${channel}/${account}/${stoppedAt.toISOString()}/${isOver ? 'opened' : 'stopped'}/${personId}`
      await deps.outbox.add({ to: address, key, kind: 'alert', schoolId, text }, now)
      told += 1
    }
  }
  return told + (await tellDeafChannels(deps, schoolId, now))
}

/** People write and the platform does not say so: what was read back is answered late, and only a person can switch its webhook on. Once a day. */
async function tellDeafChannels({ channelStops, people, outbox, phrases }: Deps, schoolId: string, now: Date): Promise<number> {
  let told = 0
  for (const { channel, account, at } of await channelStops.deaf()) {
    if (now.getTime() - at.getTime() > usefulMs) continue
    for (const { address, language, personId } of await people.recipients(
      { schoolId, role: 'office' },
      { evenIfStopped: true },
    )) {
      const text = phrases.text(language, 'delivery.deaf', { channel, time: schoolTimeOf(at) })
      const key = `channel/${channel}/${account}/deaf/${schoolDayOf(at)}/${personId}`
      await outbox.add({ to: address, key, kind: 'alert', schoolId, text }, now)
      told += 1
    }
  }
  return told
}
