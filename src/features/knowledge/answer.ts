import { withoutDiacritics } from '../../core/text.ts'
import { sourceOf, tell } from './compose.ts'
import type { Entry } from './entry.ts'
import { leanOn, type Search } from './follow-up.ts'
import { type Intent, intentOf } from './intent.ts'
import { lookUp } from './look-up.ts'
import { type NoticeBeside, noticeBeside } from './notice-beside.ts'
import { pack } from './pack.ts'
import { type Reading, readMessage } from './reading.ts'
import { defaultThreshold } from './resolve.ts'
import { buildSearchIndex, type SearchIndex } from './search-index.ts'
import { type SentenceKey, sentence } from './sentences.ts'
import { choiceOf, type Option, readThread } from './thread.ts'
import { type Answer, type AskContext, offer, plain, type Turn } from './turn.ts'

/** Answers one message. Pure, never throws on what people type. */
export type AnswerMessage = (text: string, context: AskContext) => Answer

/** Makes an answerer over the given entries: the pack, or the pack with a school's own. The index is built here, once. */
export function createAnswerer(entries: readonly Entry[]): AnswerMessage {
  return answererOver(buildSearchIndex(entries), defaultThreshold)
}

/**
 * The same over an index that is there already.
 * @param threshold from which confidence on an entry is told; the evaluation turns it to draw coverage against risk
 */
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
function answerBeside(turn: Turn, beside: NoticeBeside): Answer {
  const notice = answerIntent(turn, { kind: 'feature', feature: 'absence' })
  const answered = answerWith(turn, beside.question, turn.context)
  if (answered.kind !== 'answer') return { ...notice, beside, isPartial: true }
  const { entryIds, sources, thread, isPartial, text } = answered
  return {
    ...notice,
    text: `${notice.text}\n${text}`,
    beside: { ...beside, answer: text },
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
