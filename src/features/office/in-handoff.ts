import type { PhraseKey, PhraseParams } from '../../core/phrases.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import type { Identity } from '../people/person.ts'
import { endQuietly } from './end-handoff.ts'
import { type HandoffDeps, isSilent, type Letter } from './handoff.ts'
import type { Question } from './question-store.ts'
import { shorten } from './questions.ts'
import { senderWords } from './sender.ts'

const wayBack =
  /^(?:quay lai|tro lai|tro ly|quay lai (?:voi )?(?:tro ly|bot|em)|gap tro ly|hoi tro ly|bot|back|assistant|back to (?:the )?(?:bot|assistant))$/

/**
 * A message of somebody whose conversation is handed over: the office reads it, and the assistant is silent. Undefined: nothing is handed
 * over, or no longer. @returns what the person reads, if anything: pictures, voices and files stay in this chat, and that is said.
 */
export async function hearInHandoff(deps: HandoffDeps, letter: Letter): Promise<{ readonly text?: string } | undefined> {
  const { identity, text, media, eventId, now } = letter
  const handoff = await deps.handoffs.current(identity.id)
  if (handoff === undefined) return undefined
  if (isSilent(handoff, now)) {
    await endQuietly(deps, handoff, now)
    return undefined
  }
  const { question } = handoff
  const words = withoutDiacritics(fold(text))
    .replace(/[.!?]+$/, '')
    .replace(/ (?:a|nhe|di|em|em oi|oi)$/, '')
  if (wayBack.test(words)) {
    await deps.handoffs.close(handoff, now)
    await tellOffice(deps, question, { identity, key: eventId, now, phrase: 'office.handoff_left' })
    return { text: deps.phrases.text(identity.language, 'office.handoff_back') }
  }
  await deps.handoffs.change(handoff, { lastAt: now })
  const phrase = media === undefined ? 'office.handoff_says' : 'office.handoff_sends'
  const said = { text: text === '' ? 'none' : shorten(text), ...(media === undefined ? {} : { media }) }
  await tellOffice(deps, question, { identity, key: eventId, now, phrase, said })
  // A sticker says all it says by having been sent.
  if (media === undefined || media === 'sticker') return {}
  return { text: deps.phrases.text(identity.language, 'office.handoff_media', { media }) }
}

type Telling = { identity: Identity; key: string; now: Date; phrase: PhraseKey; said?: PhraseParams }

async function tellOffice(
  deps: HandoffDeps,
  { id, number, schoolId }: Question,
  { identity, key, now, phrase, said = {} }: Telling,
): Promise<void> {
  for (const { address, language, personId } of await deps.people.recipients(
    { schoolId, role: 'office' },
    { evenIfStopped: true },
  )) {
    const sender = await senderWords(deps, { identity, schoolId, language })
    const shown = deps.phrases.text(language, phrase, { number, sender, ...said })
    await deps.outbox.add({ to: address, key: `handoff/${id}/${key}/${personId}`, kind: 'notice', schoolId, text: shown }, now)
  }
}
