import type { Answered } from '../../core/answering.ts'
import type { SchoolDay } from '../../core/clock.ts'
import type { Language } from '../../core/phrases.ts'
import type { Place } from '../../core/place.ts'
import { withoutDiacritics } from '../../core/text.ts'
import type { Circumstances } from './circumstances.ts'
import type { Clause } from './clauses.ts'
import { numbered, placeName, type Source, sourceOf, tell } from './compose.ts'
import { documents } from './documents.ts'
import type { Entry } from './entry.ts'
import { leanOn, type Search } from './follow-up.ts'
import { type Intent, intentOf } from './intent.ts'
import { itemsOf } from './items.ts'
import { type NoticeBeside, noticeBeside } from './notice-beside.ts'
import { pack } from './pack.ts'
import { faultOf } from './premise/premise.ts'
import { type Reading, readMessage } from './reading.ts'
import { type Asked, defaultThreshold, join, type Outcome, resolve } from './resolve.ts'
import { buildSearchIndex, type SearchIndex } from './search-index.ts'
import { type SentenceKey, sentence } from './sentences.ts'
import { choiceOf, type Option, readThread, type ThreadState } from './thread.ts'
import { asksWhen, tellsWhen } from './when.ts'

/** What an answer is made for. `thread` is what the answer before it gave back; anything else starts anew. */
export interface AskContext {
  readonly today: SchoolDay
  /** The person's own place, where known; a place named in the conversation comes first. */
  readonly place: Place | null
  readonly thread?: unknown
}

/** An answer with what it stands on. */
export interface Answer extends Answered {
  readonly sources: readonly Source[]
  readonly entryIds: readonly string[]
  /** How sure the kind and content are, 0 to 1. */
  readonly confidence: number
  readonly language: Language
  readonly thread: ThreadState
}

/** Answers one message. Pure, never throws on what people type. */
export type AnswerMessage = (text: string, context: AskContext) => Answer

const maxQuestions = 4

/**
 * Makes an answerer over the given entries: the pack, or the pack with a school's own. The index is built here, once.
 * @param threshold from which confidence on an entry is told; the evaluation turns it to draw coverage against risk
 */
export function createAnswerer(entries: readonly Entry[], threshold: number = defaultThreshold): AnswerMessage {
  return answererOver(buildSearchIndex(entries), threshold)
}

/** The same over an index that is there already. */
export function answererOver(index: SearchIndex, threshold: number): AnswerMessage {
  return (text, context) => answerWith({ index, threshold }, text, context)
}

let packIndex: SearchIndex | undefined

/** The pack, ready for searching: built at the first call, which takes half a second. */
export function packSearchIndex(): SearchIndex {
  packIndex ??= buildSearchIndex(pack)
  return packIndex
}

/** Answers from the built-in pack alone. */
export function answer(text: string, context: AskContext): Answer {
  return answerWith({ index: packSearchIndex(), threshold: defaultThreshold }, text, context)
}

interface Turn extends Search {
  readonly reading: Reading
  readonly context: AskContext
  readonly thread: ThreadState
}

function answerWith(search: Search, text: string, context: AskContext): Answer {
  const thread = readThread(context.thread)
  const reading = readMessage(text, search.index.speller)
  const turn = { ...search, reading, context, thread }
  if (thread.options !== null) {
    const taken = choiceOf(reading.text, thread.options, (label) => withoutDiacritics(label.toLowerCase()))
    if (taken !== undefined) return takeOption(turn, taken)
  }
  if (reading.words.length === 0 && reaction.test(text)) return plain(turn, 'smalltalk', 'chat')
  const intent = intentOf(reading)
  const beside = isWishOf(intent, 'emergency', 'handoff') ? undefined : noticeBeside(text, reading, search.index.speller)
  if (beside !== undefined) return answerBeside(turn, beside)
  if (intent !== undefined) return answerIntent(turn, intent)
  const leaning = leanOn(reading, thread, search)
  // A short message that names nothing is asked back; a longer one asks for something that nobody here knows.
  const isShort = reading.words.length < 6
  if (!leaning.isFollowUp && isShort && namesNothing(reading)) return askBack(turn)
  if (!leaning.isFollowUp && reading.substance === 0) return plain(turn, 'unknown', 'unknown')
  return lookUp(turn, leaning)
}

/** A thumb or a heart and no word. */
const reaction = /\p{Extended_Pictographic}/u

function namesNothing({ clauses, circumstances }: Reading): boolean {
  const hasTopic = clauses.some((clause) =>
    clause.features.some(({ role }) => role !== 'colour' && role !== 'asked' && role !== 'child'),
  )
  return !hasTopic && circumstances.ages.length === 0 && circumstances.documents.length === 0
}

function takeOption(turn: Turn, option: Option): Answer {
  if (option.question !== undefined) {
    return answerWith(turn, option.question, { ...turn.context, thread: { ...turn.thread, options: null } })
  }
  const entries = (option.entryIds ?? []).flatMap((id) => turn.index.byId.get(id) ?? [])
  if (entries.length === 0) return plain(turn, 'unknown', 'unknown')
  const text = tell(entries, {
    language: turn.reading.language,
    today: turn.context.today,
    asksOtherTime: false,
    fault: undefined,
    earlier: [],
  })
  const thread = { ...turn.thread, place: entries[0]!.place, options: null }
  return {
    ...plain(turn, 'answer', 'unknown'),
    text,
    sources: entries.map(sourceOf),
    entryIds: entries.map(({ id }) => id),
    confidence: 0.95,
    thread,
  }
}

/** An answer of one sentence, without sources. */
function plain(turn: Turn, kind: Answer['kind'], key: SentenceKey, parameters: Readonly<Record<string, string>> = {}): Answer {
  const { language } = turn.reading
  const place = turn.reading.circumstances.places.at(-1) ?? turn.thread.place
  const thread = { ...turn.thread, place, options: null }
  return { kind, text: sentence(language, key, parameters), sources: [], entryIds: [], confidence: 0.9, language, thread }
}

function answerIntent(turn: Turn, intent: Intent): Answer {
  switch (intent.kind) {
    case 'emergency':
      return { ...plain(turn, 'handoff', 'emergency'), urgent: true }
    case 'handoff':
      return plain(turn, 'handoff', 'handoff')
    case 'medical':
      return plain(turn, 'unknown', 'unknown_medical')
    case 'unanswerable':
      return plain(turn, 'unknown', 'unknown')
    case 'smalltalk':
      return plain(turn, 'smalltalk', intent.about)
    case 'feature': {
      const key = `feature_${intent.feature.replace('-', '_')}` as SentenceKey
      return { ...plain(turn, 'feature', key), feature: intent.feature }
    }
  }
}

function isWishOf(intent: Intent | undefined, ...kinds: readonly Intent['kind'][]): boolean {
  return intent !== undefined && kinds.includes(intent.kind)
}

/** The notice is the wish of the message; what the documents say to the question beside it is told along. */
function answerBeside(turn: Turn, { question }: NoticeBeside): Answer {
  const notice = answerIntent(turn, { kind: 'feature', feature: 'absence' })
  const answered = answerWith(turn, question, turn.context)
  if (answered.kind !== 'answer') return { ...notice, isPartial: true }
  const { entryIds, sources, thread, isPartial, text } = answered
  return {
    ...notice,
    text: `${notice.text}\n${text}`,
    beside: text,
    entryIds,
    sources,
    thread,
    ...(isPartial ? { isPartial } : {}),
  }
}

/** Nothing in the message says what it is about. */
function askBack(turn: Turn): Answer {
  const { language } = turn.reading
  const questions = (['topic_milk', 'topic_enrollment', 'topic_health', 'topic_meals'] as const).map((key) =>
    sentence(language, key),
  )
  return offer(turn, {
    key: 'clarify_open',
    options: questions.map((question) => ({ label: question, question })),
    entries: [],
    confidence: 0.8,
  })
}

interface Offer {
  readonly key: SentenceKey
  readonly options: readonly Option[]
  readonly entries: readonly Entry[]
  readonly confidence: number
  /** What is shown, when it is more than the labels. */
  readonly shown?: readonly string[]
}

function offer(turn: Turn, { key, options, entries, confidence, shown }: Offer): Answer {
  const { language } = turn.reading
  const labels = options.map(({ label }) => label)
  const asked = plain(turn, 'clarify', key)
  return {
    ...asked,
    text: `${sentence(language, key)}\n${numbered(shown ?? labels, language)}`,
    options: labels,
    sources: entries.map(sourceOf),
    entryIds: entries.map(({ id }) => id),
    confidence,
    thread: { ...asked.thread, options },
  }
}

interface Leaning {
  readonly clauses: readonly Clause[]
  readonly circumstances: Circumstances
  readonly places: readonly Place[]
  readonly isFollowUp: boolean
}

function lookUp(turn: Turn, leaning: Leaning): Answer {
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
