import type { Answered, FeatureName } from '../../core/answering.ts'
import { schoolDayOf } from '../../core/clock.ts'
import type { PassReason } from '../office/question-store.ts'
import { passToOffice, schoolOf } from '../office/questions.ts'
import { tellTeachers } from '../office/tell-teachers.ts'
import type { School } from '../people/person.ts'
import { hearSum } from './calculator-route.ts'
import type { Command } from './commands.ts'
import { hearNotice } from './guardian-route.ts'
import { hearWish } from './handoff-route.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'
import { hearOwnAmong, hearOwnAnswer } from './own-answer-route.ts'
import { passQuestion, passRest, tellDocuments } from './pass-rest.ts'

/** What the documents' part of the bot recognises in other words and a command does. */
const commandOf: Partial<Record<FeatureName, Command>> = {
  help: 'help',
  privacy: 'privacy',
  unsubscribe: 'stop',
  subscribe: 'resume',
}

/**
 * A question, or anything nobody else took: the school's own answers come first, then the documents answer, ask back, or say that they do not know. What they do not know, a wish to
 * speak to a person and whatever no flow serves yet go to the office.
 * @returns a command when that is what the words meant.
 */
export async function hearQuestion(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard | Command> {
  const { turn, identity, session } = hearing
  const { people } = turn.stores
  const schoolId = await schoolOf(people, identity)
  const school = schoolId === undefined ? undefined : await people.school(schoolId)
  const place = school?.place ?? null
  const answered = deps.ask(text, { today: schoolDayOf(turn.now), place, thread: session.thread })
  if (school !== undefined && (answered.kind === 'answer' || answered.kind === 'clarify' || answered.kind === 'unknown')) {
    const own = await hearOwnAnswer(deps, hearing, { school, text })
    if (own !== undefined) return own
    const several = await hearOwnAmong(deps, hearing, { school, text })
    if (several !== undefined) return several
    const sum = await hearSum(deps, hearing, { school, text })
    if (sum !== undefined) return sum
    const { entryIds = [] } = answered
    if (answered.kind === 'answer') await turn.stores.entries.noteAsked(school.id, { text, answeredBy: entryIds, now: turn.now })
  }
  const heard = { route: answered.kind, session: { thread: answered.thread } }
  const isWish = answered.feature === 'absence'
  // What the documents make nothing of may still be a notice in a parent's own words.
  if (isWish || ['unknown', 'clarify', 'smalltalk'].includes(answered.kind)) {
    const notice = await hearNotice(deps, hearing, { text: answered.beside?.notice ?? text, isWish })
    if (notice !== undefined)
      return {
        ...notice,
        replies: [...notice.replies, ...(await answerBeside(deps, hearing, { school, answered }))],
        session: heard.session,
      }
  }
  switch (answered.kind) {
    case 'answer':
      return { ...heard, replies: [{ text: await tellDocuments(deps, hearing, { text, answered, place }) }] }
    case 'smalltalk':
      return { ...heard, replies: [{ text: answered.text }] }
    case 'clarify': {
      const choices = (answered.options ?? []).map((label, index) => ({ label, value: `ask:${index + 1}` }))
      return { ...heard, replies: [{ text: answered.text, choices, choicesInText: true }] }
    }
    case 'unknown':
      return { ...heard, replies: [{ text: (await pass(deps, hearing, { text, answered, reason: 'question' })).text }] }
    case 'handoff':
      return { ...heard, replies: [{ text: await hearPersonWanted(deps, hearing, { text, answered }) }] }
    case 'feature':
      return await hearFeature(deps, hearing, { text, answered })
  }
}

/** What is said to a question beside a notice of absence: the school's own answer, else the documents'; what neither knows goes to the office. */
async function answerBeside(
  deps: RouteDeps,
  hearing: Hearing,
  { school, answered: { beside, isPartial } }: { school: School | undefined; answered: Answered },
): Promise<{ text: string }[]> {
  if (beside === undefined) return []
  const own = school && (await hearOwnAnswer(deps, hearing, { school, text: beside.question }))
  if (own !== undefined) return own.replies.map(({ text }) => ({ text }))
  if (beside.answer === undefined) return [{ text: await passRest(deps, hearing, beside.question) }]
  if (isPartial) await passQuestion(deps, hearing, beside.question)
  return [{ text: beside.answer }]
}

/** An emergency is told to everybody concerned; a wish to speak to a person hands the conversation over. */
async function hearPersonWanted(
  deps: RouteDeps,
  hearing: Hearing,
  { text, answered }: { text: string; answered: Answered },
): Promise<string> {
  const isOffice = hearing.identity.people.some(({ role }) => role === 'office')
  if (answered.urgent || isOffice) {
    const reason = answered.urgent ? 'urgent' : 'wants_person'
    return (await pass(deps, hearing, { text, answered, reason })).text
  }
  return (await hearWish(deps, hearing, text)) ?? deps.phrases.text(hearing.identity.language, 'inbound.nobody_to_ask')
}

async function hearFeature(
  deps: RouteDeps,
  hearing: Hearing,
  { text, answered }: { text: string; answered: Answered },
): Promise<Heard | Command> {
  const { turn, identity } = hearing
  const { feature = 'help', thread } = answered
  const command = commandOf[feature]
  if (command !== undefined) return command
  if (feature === 'daily-report' && identity.people.some(({ role }) => role === 'office')) return 'summary'
  if (feature === 'language') {
    const language = identity.language === 'vi' ? 'en' : 'vi'
    await turn.stores.people.change(identity.id, { language })
    return { route: 'language', replies: [{ text: deps.phrases.text(language, 'inbound.language_changed') }] }
  }
  const teachers =
    feature === 'absence'
      ? await tellTeachers({ ...deps, ...turn.stores }, { identity, text, eventId: turn.message.eventId, now: turn.now })
      : 0
  // Until its flow exists, a person does it.
  const { text: said, passed } = await pass(deps, hearing, { text, answered, reason: 'request' })
  const isLinked = identity.people.some(({ role }) => role === 'guardian')
  const key = !isLinked ? 'inbound.absence_unlinked' : 'inbound.absence_office'
  const onlyOffice = feature === 'absence' && passed && teachers === 0
  return {
    route: feature,
    replies: [{ text: onlyOffice ? withBeside(deps.phrases.text(identity.language, key), answered) : said }],
    session: { thread },
  }
}

function withBeside(said: string, { beside }: Answered): string {
  return beside?.answer === undefined ? said : `${said}\n${beside.answer}`
}

/** Hands the message on, and says only what is so: without an office to hand it to, and from the office itself, nothing is passed on. */
async function pass(
  deps: RouteDeps,
  { turn, identity }: Hearing,
  { text, answered, reason }: { text: string; answered: Answered; reason: PassReason },
): Promise<{ text: string; passed: boolean }> {
  const isOffice = identity.people.some(({ role }) => role === 'office')
  const passed = !isOffice && (await passToOffice({ ...deps, ...turn.stores }, { identity, text, reason, now: turn.now }))
  if (reason === 'urgent')
    await tellTeachers({ ...deps, ...turn.stores }, { identity, text, eventId: turn.message.eventId, now: turn.now })
  if (passed) return { text: answered.text, passed }
  const key = reason === 'urgent' ? 'emergency_alone' : isOffice ? 'not_in_documents' : 'nobody_to_ask'
  return { text: deps.phrases.text(identity.language, `inbound.${key}`), passed }
}
