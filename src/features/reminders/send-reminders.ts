import type { Outgoing } from '../outbox/outbox.ts'
import type { School } from '../people/person.ts'
import type { Addressee } from './addressee.ts'
import { beginPass, freshRun, type ReminderStores } from './begin-pass.ts'
import { keyOf } from './occurrence.ts'
import { type ChatItem, itemsFor, type Pass, type Sent, Tally } from './pass.ts'
import { tellDropped } from './tell-dropped.ts'
import { isMerged } from './verdict.ts'
import { mergedText, singleText, type Voice } from './write-message.ts'

type Deps = Pick<Voice, 'phrases' | 'wordings'> & {
  /** Runs work in a transaction of its own. */
  work<R>(work: (stores: ReminderStores) => Promise<R>): Promise<R>
  readonly pageSize?: number
}

/** A transaction may not take long: a school's chats are gone through in pages of so many, one transaction each. */
const usualPageSize = 250

/**
 * Sends what a school's reminders have due: to each person once an occurrence, at the first instant at which they may be written to. What is
 * late says so, several late ones are one message, and what has lost its use is dropped and the office told. A crash in the middle goes on
 * where it was: who has a reminder is noted in the transaction that writes it.
 * @returns what was sent, one line a reminder.
 */
export async function sendDueReminders(
  { work, phrases, wordings, pageSize = usualPageSize }: Deps,
  school: School,
  now: Date,
): Promise<Sent[]> {
  const pass = await work(async (stores) => {
    const begun = await beginPass(stores, school, { now, voice: { phrases, wordings } })
    await tellDropped(stores, { school, now, phrases })
    return begun
  })
  if (pass === undefined) return []
  const tallies = new Map(pass.due.map(({ occurrence }) => [keyOf(occurrence), new Tally()]))
  let after: string | undefined
  do after = await work((stores) => remindPage(stores, pass, { tallies, after, pageSize }))
  while (after !== undefined)
  await work((stores) => endPass(stores, pass, tallies))
  return pass.due.map(({ occurrence, run }) => {
    const { to, moved } = tallies.get(keyOf(occurrence))!
    return { occurrence, isFirst: run === undefined, to, moved }
  })
}

async function remindPage(
  stores: ReminderStores,
  pass: Pass,
  { tallies, after, pageSize }: { tallies: ReadonlyMap<string, Tally>; after: string | undefined; pageSize: number },
): Promise<string | undefined> {
  const schoolId = pass.voice.school.id
  const { chats, next } = await stores.addressees.page(schoolId, after, pageSize)
  const stillActive = await stores.reminders.active(
    schoolId,
    pass.due.map(({ occurrence }) => occurrence.reminder.id),
  )
  const due = pass.due.filter(({ occurrence }) => stillActive.has(occurrence.reminder.id))
  const planned = chats.flatMap((chat) => {
    const items = itemsFor({ ...pass, due }, chat, tallies)
    return items.length === 0 ? [] : [{ chat, items }]
  })
  const receipts = planned.flatMap(({ items }) => items.flatMap(receiptsOf))
  const taken = new Set((await stores.reminders.claim(schoolId, receipts, pass.now)).map(receiptKey))
  const messages: Outgoing[] = []
  for (const { chat, items } of planned) {
    // Everybody behind this chat may have it already, by another process or in another chat.
    const fresh = items.filter((item) => receiptsOf(item).some((receipt) => taken.has(receiptKey(receipt))))
    for (const item of fresh) tallies.get(keyOf(item.occurrence))!.count(item)
    messages.push(...messagesFor(pass, chat, fresh))
  }
  const asking: Outgoing[] = []
  for (const message of messages.filter(({ choices }) => choices !== undefined))
    asking.push({ ...message, firstNumber: await stores.offers.add(message.to, message.choices!, pass.now) })
  await stores.outbox.addAll([...messages.filter(({ choices }) => choices === undefined), ...asking], pass.now)
  return next
}

const receiptsOf = ({ occurrence: { reminder, day }, personIds }: ChatItem) =>
  personIds.map((personId) => ({ reminderId: reminder.id, day, personId }))
const receiptKey = (receipt: { reminderId: string; day: string; personId: string }) =>
  `${receipt.reminderId}/${receipt.day}/${receipt.personId}`

function messagesFor(
  { voice, now }: Pass,
  { address: to, language, preference }: Addressee,
  items: readonly ChatItem[],
): Outgoing[] {
  if (items.length === 0) return []
  const schoolId = voice.school.id
  const choicesOf = (of: readonly ChatItem[]) => {
    const choices = of
      .filter(({ occurrence }) => occurrence.reminder.confirm)
      .map(({ occurrence: { event } }) => {
        const label = voice.phrases.text(language, 'reminders.read')
        return { label: of.length === 1 ? label : `${label}: ${event.title[language]}`, value: `rm:read:${event.id}` }
      })
    return choices.length === 0 ? {} : { choices }
  }
  const message = (key: string, text: string, of: readonly ChatItem[]): Outgoing => ({
    ...{ to, schoolId, text, kind: 'reminder', key: `${key}/${of[0]!.personIds[0]}` },
    ...choicesOf(of),
  })
  const wantsDigest = preference.digestAt !== undefined && items.some(({ moved }) => moved.includes('digest'))
  if (items.length > 1 && isMerged(items, wantsDigest))
    return [message(`reminders/${schoolId}/${now.toISOString()}`, mergedText(voice, items, { language, now }), items)]
  return items.map((item) => message(keyOf(item.occurrence), singleText(voice, item, { language, now }), [item]))
}

async function endPass({ reminders, hours }: ReminderStores, { voice, due, now }: Pass, tallies: ReadonlyMap<string, Tally>) {
  const schoolId = voice.school.id
  const stillActive = await reminders.active(
    schoolId,
    due.map(({ occurrence }) => occurrence.reminder.id),
  )
  for (const { occurrence } of due) {
    // One that was paused meanwhile goes on from where it is.
    if (!stillActive.has(occurrence.reminder.id)) continue
    const { nextAt, missed } = tallies.get(keyOf(occurrence))!
    const isOver = nextAt === null
    const dropped = isOver && missed > 0
    await reminders.saveRun(schoolId, { ...freshRun(occurrence), nextAt, done: isOver && !dropped, dropped }, now)
  }
  await hours.setSeen(schoolId, now)
}
