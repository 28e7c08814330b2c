import { type DeliveryReason, deliveryReasons } from '../../core/delivery-error.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { cheapestOf, windowOf } from '../outbox/ways.ts'
import type { PeopleStore } from '../people/people-store.ts'
import { roles } from '../people/person.ts'
import type { BroadcastStore, Contact } from './broadcast-store.ts'

type Deps = { broadcasts: BroadcastStore; people: PeopleStore; phrases: Phrases }

/** Why nothing that the school says on its own accord reaches somebody. */
type Why = 'no_link' | 'stopped' | Extract<DeliveryReason, 'recipient_left' | 'window_closed'>

const order: readonly Why[] = ['window_closed', 'recipient_left', 'stopped', 'no_link']
const lookBackMs = 7 * 24 * 3_600_000

/** "ai không nhắn được": whom the office must phone, why, and what would help; then what did not arrive of late, by reason. */
export async function unreachedText(
  { broadcasts, people, phrases }: Deps,
  { schoolId, language, now }: { schoolId: string; language: Language; now: Date },
): Promise<string> {
  const contacts = await broadcasts.contacts(schoolId, { roles, classIds: [] })
  const named: { name: string; why: Why }[] = []
  for (const { code, children } of await people.classes(schoolId))
    for (const { id, rosterName } of children) {
      const why = whyNone(
        contacts.filter(({ role, childIds }) => role === 'guardian' && childIds.includes(id)),
        now,
      )
      if (why !== undefined) named.push({ name: `${rosterName} (${code})`, why })
    }
  for (const contact of contacts.filter(({ role }) => role !== 'guardian')) {
    const why = whyNone([contact], now)
    if (why !== undefined) named.push({ name: contact.name ?? '', why })
  }
  const what = (reason: Why | DeliveryReason) => phrases.text(language, `delivery.reason_${reason}`)
  const groups = order.flatMap((why) => {
    const names = named.filter((one) => one.why === why).map(({ name }) => name)
    return names.length === 0
      ? []
      : [phrases.text(language, 'delivery.unreached_group', { names: names.join(', '), what: what(why) })]
  })
  const lost = (await broadcasts.lost(schoolId, new Date(now.getTime() - lookBackMs))).flatMap(({ reason, count }) =>
    isReason(reason) ? [{ reason, count }] : [],
  )
  const total = lost.reduce((sum, { count }) => sum + count, 0)
  const head =
    named.length === 0
      ? phrases.text(language, 'delivery.unreached_none')
      : phrases.text(language, 'delivery.unreached', { count: named.length })
  const failed = total === 0 ? [] : ['', phrases.text(language, 'delivery.unreached_failed', { count: total })]
  return [head, ...groups, ...failed, ...lost.map(({ reason, count }) => `- ${count}: ${what(reason)}`)].join('\n')
}

/** Undefined: at least one of them can be written to. */
function whyNone(contacts: readonly Contact[], now: Date): Why | undefined {
  const chats = contacts.flatMap((contact) => contact.chats)
  if (chats.length === 0) return 'no_link'
  const open = chats.filter(({ left }) => !left)
  if (open.length === 0) return 'recipient_left'
  const heard = open.filter(({ stopped }) => !stopped)
  if (heard.length === 0) return 'stopped'
  return windowOf(cheapestOf(heard, now)!, now) === 'closed' ? 'window_closed' : undefined
}

const isReason = (reason: string | null): reason is DeliveryReason => reason !== null && Object.hasOwn(deliveryReasons, reason)
