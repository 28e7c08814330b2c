import { schoolDayOf } from '../../core/clock.ts'
import { passToOffice, schoolOf } from '../office/questions.ts'
import type { Command } from './commands.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/**
 * A question, or anything nobody else took: the documents answer, ask back, or say that they do not know. What they do not know, a wish to
 * speak to a person and whatever no flow serves yet go to the office.
 * @returns a command when that is what the words meant.
 */
export async function hearQuestion(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard | Command> {
  const { turn, identity, session } = hearing
  const { people } = turn.stores
  const schoolId = await schoolOf(people, identity)
  const place = schoolId === undefined ? null : (await people.school(schoolId)).place
  const answered = deps.ask(text, { today: schoolDayOf(turn.now), place, thread: session.thread })
  const kept = { session: { thread: answered.thread } }
  const pass = (reason: 'question' | 'wants_person' | 'request') =>
    passToOffice({ ...deps, ...turn.stores }, { identity, text, reason, now: turn.now })
  switch (answered.kind) {
    case 'answer':
    case 'smalltalk':
      return { route: answered.kind, replies: [{ text: answered.text }], ...kept }
    case 'clarify': {
      const choices = (answered.options ?? []).map((label, index) => ({ label, value: `ask:${index + 1}` }))
      return { route: 'clarify', replies: [{ text: answered.text, choices }], ...kept }
    }
    case 'unknown':
      await pass('question')
      return { route: 'unknown', replies: [{ text: answered.text }], ...kept }
    case 'handoff':
      await pass('wants_person')
      return { route: 'handoff', replies: [{ text: answered.text }], ...kept }
    case 'feature': {
      switch (answered.feature) {
        case 'help':
        case 'privacy':
          return answered.feature
        case 'unsubscribe':
          return 'stop'
        case 'subscribe':
          return 'resume'
        case 'daily-report':
          if (identity.people.some(({ role }) => role === 'office')) return 'summary'
          break
        case 'language': {
          const language = identity.language === 'vi' ? 'en' : 'vi'
          await people.change(identity.id, { language })
          return { route: 'language', replies: [{ text: deps.phrases.text(language, 'inbound.language_changed') }] }
        }
        default:
          break
      }
      // Until its flow exists, a person does it.
      await pass('request')
      return { route: answered.feature ?? 'feature', replies: [{ text: answered.text }], ...kept }
    }
  }
}
