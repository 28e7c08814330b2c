import type { Ask } from '../../core/answering.ts'
import type { Ids } from '../../core/ids.ts'
import type { Phrases } from '../../core/phrases.ts'
import type { ExpandRule } from '../calendar/read-rhythm.ts'
import type { ParseReport } from '../checkin/record-report.ts'
import type { OwnAnswers } from '../entries/own-answers.ts'
import type { HashCode } from '../people/invite.ts'
import type { Identity } from '../people/person.ts'
import type { Wordings } from '../reminders/wordings.ts'
import type { FileMakers } from '../summary/send-files.ts'
import type { Session } from './session.ts'
import type { Reply, Turn } from './turn.ts'
import type { Utterance } from './utterance.ts'

/** What every route may need besides the transaction. */
export interface RouteDeps {
  readonly phrases: Phrases
  readonly wordings: Wordings
  readonly ids: Ids
  readonly hash: HashCode
  readonly parse: ParseReport
  readonly ask: Ask
  readonly own: OwnAnswers
  readonly expandRule: ExpandRule
  readonly files: Pick<FileMakers, 'write'>
  /** Where the office's pages are, without a slash at the end. */
  consoleUrl(): string
}

/** One message, and everything known of who sent it. */
export interface Hearing {
  readonly turn: Turn
  readonly identity: Identity
  readonly session: Session
  readonly utterance: Utterance
}

/** What came of one message. */
export interface Heard {
  /** Name of the route taken. */
  readonly route: string
  readonly replies: readonly Reply[]
  /** What the conversation remembers beyond the choices offered. */
  readonly session?: Partial<Session>
  /** Whether the person has now been told what this is. */
  readonly introduced?: boolean
}
