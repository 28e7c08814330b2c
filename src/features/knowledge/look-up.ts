import type { Place } from '../../core/place.ts'
import type { Circumstances } from './circumstances.ts'
import type { Clause } from './clauses.ts'
import { placeName, sourceOf, tell } from './compose.ts'
import { documents } from './documents.ts'
import type { Leaning } from './follow-up.ts'
import { itemsOf } from './items.ts'
import { faultOf } from './premise/premise.ts'
import { type Asked, join, type Outcome, resolve } from './resolve.ts'
import { type SentenceKey, sentence } from './sentences.ts'
import type { ThreadState } from './thread.ts'
import { type Answer, offer, plain, type Turn } from './turn.ts'
import { asksWhen, tellsWhen } from './when.ts'

const maxQuestions = 4

/** Looks up what a message asks, question by question, and tells it together. */
export function lookUp(turn: Turn, leaning: Leaning): Answer {
  const { context, reading, thread, threshold } = turn
  const places = leaning.places.length > 0 ? leaning.places : context.place === null ? [] : [context.place]
  const clauses = leaning.clauses.slice(0, maxQuestions)
  const lastPlace = leaning.isFollowUp ? thread.lastPlace : null
  const answered = clauses.flatMap((clause) =>
    resolveItems({ clause, circumstances: leaning.circumstances, places, lastPlace, today: context.today, threshold }, turn).map(
      (outcome) => ({
        clause,
        outcome,
      }),
    ),
  )
  const outcomes = answered.map(({ outcome }) => outcome)
  const remembered = remember(turn, leaning)
  const at = { ...turn, thread: remembered }
  const found = outcomes.flatMap((outcome) => (outcome.kind === 'found' ? [outcome] : []))
  if (found.length === 0) return answerUnfound(at, outcomes)
  const told = join(found)
  const fault = answered
    .map(({ clause, outcome }) => (outcome.kind === 'found' ? faultOf(reading, clause, outcome.entries[0]!) : undefined))
    .find((one) => one !== undefined)
  const lacking = lackingIn(answered)
  const text = tell(told.entries, { ...told, language: reading.language, today: context.today, fault })
  const entries = [...told.entries, ...told.earlier]
  return {
    ...plain(at, 'answer', 'unknown'),
    thread: { ...remembered, lastPlace: told.entries[0]?.place ?? null },
    text: [text, ...lacking.map((key) => sentence(reading.language, key))].join('\n'),
    ...(lacking.length > 0 ? { isPartial: true, found: text } : {}),
    sources: entries.map(sourceOf),
    entryIds: entries.map(({ id }) => id),
    confidence: told.confidence,
  }
}

interface Looked {
  readonly clause: Clause
  readonly outcome: Outcome
}

/** What has to be said of a question that is answered in part only: another one in the message is open, or it asks when and no date is given. */
function lackingIn(looked: readonly Looked[]): SentenceKey[] {
  const isOpen = looked.some(({ clause, outcome }) => outcome.kind !== 'found' && hasSubject(clause))
  const lacksDate = looked.some(
    ({ clause, outcome }) => outcome.kind === 'found' && asksWhen(clause) && !outcome.entries.some(tellsWhen),
  )
  return [...(isOpen ? (['also'] as const) : []), ...(lacksDate ? (['no_date'] as const) : [])]
}

/** What is found for a question; where it names several things that no one entry covers, what is found for each of them. */
function resolveItems(asked: Asked, { index, reading }: Turn): readonly Outcome[] {
  const whole = resolve(asked, index)
  const isPlanChoice = asked.circumstances.documents.length > 1
  if (whole.kind === 'found' && whole.missing.length === 0 && !isPlanChoice) return [whole]
  const each = itemsOf(asked.clause, asked.circumstances, reading.words).map((item) => resolve({ ...asked, ...item }, index))
  const isEachFound = each.length > 1 && each.every((outcome) => outcome.kind === 'found')
  return isEachFound ? each : [whole]
}

function answerUnfound(turn: Turn, outcomes: readonly Outcome[]): Answer {
  const { language } = turn.reading
  const differing = outcomes.find((outcome) => outcome.kind === 'places')
  if (differing !== undefined) {
    const options = differing.entries.map((entry) => ({ label: placeName(entry.place, language), entryIds: [entry.id] }))
    const shown = differing.entries.map((entry) => `${placeName(entry.place, language)}: ${entry.text[language]}`)
    return offer(turn, { key: 'clarify_place', options, entries: differing.entries, confidence: differing.confidence, shown })
  }
  const first = outcomes[0]
  const confidence = first?.confidence ?? 0.5
  if (first?.kind !== 'nothing' || first.why === 'unknown') return { ...plain(turn, 'unknown', 'unknown'), confidence }
  if (first.why === 'place')
    return { ...plain(turn, 'unknown', 'unknown_place', { place: placeName(first.place!, language) }), confidence }
  return { ...plain(turn, 'unknown', first.why === 'money' ? 'unknown_money' : 'unknown_elsewhere'), confidence }
}

/** Whether it asks for something of its own, not only in passing. */
function hasSubject({ features, from }: Clause): boolean {
  return features.some(({ role, at }) => at >= from && (role === 'thing' || role === 'elsewhere'))
}

/** A plan that was named says which place is spoken of. */
function placeOfDocuments(ids: Circumstances['documents']): Place | undefined {
  const last = ids.at(-1)
  return last === undefined ? undefined : documents[last].place
}

/** What the next message may lean on. */
function remember({ thread }: Turn, leaning: Leaning): ThreadState {
  const { ages, period, documents: named, places } = leaning.circumstances
  const features = leaning.clauses.at(-1)?.features ?? []
  return {
    ...thread,
    place: places.at(-1) ?? placeOfDocuments(named) ?? thread.place,
    features: features.slice(0, 40),
    before: leaning.isFollowUp ? [...thread.before, ...thread.features].slice(-40) : thread.features,
    ages,
    period,
    documents: named,
    options: null,
  }
}
