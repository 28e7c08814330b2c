import { schoolDayOf, schoolTimeOf, writtenDay } from '../../core/clock.ts'
import type { Choice } from '../../core/message.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { Offers } from '../outbox/offers.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import { type Gap, type GapMessage, type GapStore, gapChoices } from './gap-store.ts'

type Deps = { gaps: GapStore; people: PeopleStore; outbox: Outbox; offers: Offers; phrases: Phrases }

const shownLines = 8
const shownLength = 70

/**
 * Asks the office what becomes of the messages of a gap; in the transaction that marks it as asked. With none there is nothing to decide, and
 * it only reads what is lost.
 */
export async function askOffice(deps: Deps, gap: Gap, now: Date): Promise<void> {
  const { gaps, people, outbox, offers, phrases } = deps
  const { schoolId } = gap
  const messages = await gaps.messages(schoolId)
  await gaps.markAsked(gap, now)
  if (messages.length === 0) await gaps.markDone(gap, now)
  for (const { address, language, personId } of await people.recipients({ schoolId, role: 'office' }, { evenIfStopped: true })) {
    const text = [lostText(phrases, language, gap), ...listOf(phrases, language, messages)].join('\n')
    const message = {
      to: address,
      key: `restore/${schoolId}/${gap.restoredAt.toISOString()}/${personId}`,
      kind: 'alert' as const,
      schoolId,
    }
    const choices = messages.length === 0 ? [] : choicesFor(phrases, language, gap)
    const asked = choices.length === 0 ? {} : { choices, firstNumber: await offers.add(address, choices, now) }
    await outbox.add({ ...message, text, ...asked }, now)
  }
}

function lostText(phrases: Phrases, language: Language, { takenAt, restoredAt, unheard }: Gap): string {
  return phrases.text(language, 'restore.lost', { taken: written(takenAt), restored: written(restoredAt), unheard })
}

/** How many there are, and the first of them: the same words to many are one line. */
function listOf(phrases: Phrases, language: Language, messages: readonly GapMessage[]): string[] {
  if (messages.length === 0) return [phrases.text(language, 'restore.nothing')]
  const count = (from: GapMessage['from']) => messages.filter((message) => message.from === from).length
  const alike = [...Map.groupBy(messages, ({ from, text }) => `${from}/${shortened(text)}`).values()]
  const lines = alike.slice(0, shownLines).map((group) => {
    const [{ from, kind, text }] = group as [GapMessage, ...GapMessage[]]
    return phrases.text(language, 'restore.line', { kind, from, text: shortened(text), count: group.length })
  })
  const rest = alike.slice(shownLines).reduce((sum, group) => sum + group.length, 0)
  return [
    phrases.text(language, 'restore.counts', { maybe: count('maybe'), due: count('due') }),
    ...lines,
    ...(rest === 0 ? [] : [phrases.text(language, 'restore.more', { count: rest })]),
    phrases.text(language, 'restore.ask'),
  ]
}

function choicesFor(phrases: Phrases, language: Language, { restoredAt }: Gap): Choice[] {
  return gapChoices.map((choice) => ({
    label: phrases.text(language, `restore.choice_${choice}`),
    value: `gap:${choice}:${restoredAt.getTime()}`,
  }))
}

const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > shownLength ? `${line.slice(0, shownLength)}…` : line
}

const written = (at: Date): string => `${schoolTimeOf(at)} ${writtenDay(schoolDayOf(at))}`
