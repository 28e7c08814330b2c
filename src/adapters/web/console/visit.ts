import type { Ask } from '../../../core/answering.ts'
import type { Clock } from '../../../core/clock.ts'
import type { Ids } from '../../../core/ids.ts'
import type { Choice } from '../../../core/message.ts'
import type { Language, PhraseKey, PhraseParams, Phrases } from '../../../core/phrases.ts'
import type { Told } from '../../../features/console/console-store.ts'
import type { Entrant } from '../../../features/console/sign-in.ts'
import type { OwnAnswers } from '../../../features/entries/own-answers.ts'
import type { ReadSentFile } from '../../../features/imports/sent-file.ts'
import type { UnitOfWork } from '../../../features/inbound/stores.ts'
import type { HashCode } from '../../../features/people/invite.ts'
import type { FileMakers } from '../../../features/summary/send-files.ts'
import type { Html } from '../html.ts'
import type { NavKey } from './navigation.ts'

/** A channel as the settings page shows it. */
export interface ChannelHealth {
  readonly name: string
  readonly ready: boolean
  /** Since when it may not send at all, if so. */
  readonly stoppedAt: Date | null
  /** Whole days until the access to Zalo runs out unless it is renewed; null where there is no such thing. */
  readonly daysLeft: number | null
  readonly consentNeeded: boolean
  /** Where an admin of the account consents anew; within the hour. */
  readonly consentLink?: string
}

/** What the pages are made with. */
export interface ConsoleDeps {
  readonly work: UnitOfWork
  readonly phrases: Phrases
  readonly ids: Ids
  readonly hash: HashCode
  readonly clock: Clock
  readonly ask: Ask
  readonly own: OwnAnswers
  /** `https://…` where the service has a public address. */
  readonly publicUrl: string | undefined
  /** Draws and writes what figures are downloaded as. */
  readonly makeFiles: FileMakers
  /** Reads a calendar that was sent up. */
  readonly readFile: ReadSentFile
  channels(): Promise<readonly ChannelHealth[]>
  /** Where people open the chat, of the channels that have said so. */
  chatLinks(): { readonly telegram?: string; readonly zalo?: string }
  /** Reads a list that was sent, in a thread of its own. */
  readonly readList: ReadSentFile
  onError(error: unknown): void
}

/** What a form sent along. */
export interface SentFile {
  readonly field: string
  readonly name: string
  readonly bytes: Buffer
}

/** One request of somebody who is signed in. */
export interface Visit extends Entrant {
  readonly deps: ConsoleDeps
  readonly schoolId: string
  readonly schoolName: string
  readonly language: Language
  readonly now: Date
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  /** Of the address. */
  readonly query: Readonly<Record<string, string>>
  /** Of a form; several of one name are in `list`. */
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly SentFile[]
  /** All values of a field that may be ticked more than once. */
  list(field: string): readonly string[]
  /** Goes into every form as a hidden field: see `form`. */
  readonly formKey: string
  say(key: PhraseKey, params?: PhraseParams): string
}

/** What an answer looks like: a page; the way to another page, with what is told there; a file. */
export type Answer =
  | {
      readonly kind: 'page'
      readonly title: string
      readonly here: NavKey
      readonly body: Html
      readonly status?: number
      /** Seconds after which a browser without scripts asks again. */
      readonly refresh?: number
    }
  | { readonly kind: 'go'; readonly to: string; readonly told?: Told }
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly bytes: Buffer; readonly inline?: boolean }
  | { readonly kind: 'missing' }

export type Handle = (visit: Visit) => Promise<Answer>

/** Where pages are put. Paths begin with `/console`. */
export interface Pages {
  get(path: string, handle: Handle): void
  /** Only with the session's form key, and from our own pages. */
  post(path: string, handle: Handle): void
}

/** Answers a form: shows `to` with a sentence above it. */
export function go(to: string, text?: string, kind: Told['kind'] = 'done'): Answer {
  return { kind: 'go', to, ...(text === undefined ? {} : { told: { kind, text } }) }
}

/** Shows what the assistant would answer in the chat, with its choices as buttons that are sent to `action`. */
export function goSaid(
  to: string,
  { text, choices }: { readonly text: string; readonly choices?: readonly Choice[] | undefined },
  action: string,
): Answer {
  return {
    kind: 'go',
    to,
    told: { kind: 'done', text, ...(choices === undefined || choices.length === 0 ? {} : { choices: [...choices], action }) },
  }
}
