import { findCode } from '../people/invite.ts'
import { hearCode, hearCodeChoice } from '../people/link-conversation.ts'
import { staffAmong } from '../people/person.ts'
import { hearFamilyChoice, withFamilyOffer } from './alert-route.ts'
import { hearArrangementChoice } from './arrangement-route.ts'
import { hearQuestion } from './ask-route.ts'
import { hearCheckinChoice, hearPhoto } from './checkin-route.ts'
import { hearCommand } from './command-route.ts'
import { type Command, readCommand } from './commands.ts'
import { hearDayQuestion } from './day-route.ts'
import { hearCollecting, hearCollectingChoice } from './early-route.ts'
import { hearEntryChosen } from './entry-route.ts'
import { hearFormChoice, hearFormWord, withFormHint } from './form-route.ts'
import { hearGrowthChoice, hearGuardianGrowth } from './growth-route.ts'
import { hearGuardian, hearGuardianChoice } from './guardian-route.ts'
import { hearHandedOver } from './handoff-route.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'
import { hearImportChosen, hearSentFile } from './import-route.ts'
import { introduction } from './introduce.ts'
import { hearNoticeChoice } from './notice-route.ts'
import { hearCollectorPhoto } from './pickup-route.ts'
import { hearOwnSettings, hearOwnSettingsChoice } from './preference-route.ts'
import { hearRecordChoice } from './record-route.ts'
import { hearReminderChoice } from './reminder-route.ts'
import { hearGapChoice } from './restore-route.ts'
import { hearSettingsChoice } from './settings-route.ts'
import { hearFamilyNote, hearSignoffChoice } from './signoff-route.ts'
import { hearStaff } from './staff-route.ts'

/** Who answers: a code, a tapped or typed choice, a command, the staff's own work, and at last the documents. */
export async function hearTurn(deps: RouteDeps, hearing: Hearing): Promise<Heard> {
  const answered = withFormHint(deps, hearing, await hear(deps, hearing))
  // Words asked for are the next ones: whoever does something else meanwhile has not given them.
  const heard = {
    ...answered,
    session: {
      pendingBroadcast: undefined,
      pendingReminder: undefined,
      pendingPreference: undefined,
      pendingEntry: undefined,
      pendingPickup: undefined,
      pendingNote: undefined,
      ...answered.session,
    },
  }
  if (hearing.identity.introduced || heard.introduced) return heard
  const intro = { text: await introduction(deps.phrases, hearing.turn.stores.people, hearing.identity) }
  // A greeting is answered by the introduction.
  const rest = heard.route === 'smalltalk' ? [] : heard.replies
  return { ...heard, replies: [intro, ...rest], introduced: true }
}

/** Commands that are done although a person of the office has the conversation. */
const evenHandedOver: ReadonlySet<Command> = new Set(['start', 'stop', 'resume'])

async function hear(deps: RouteDeps, hearing: Hearing): Promise<Heard> {
  const { turn, identity, utterance } = hearing
  const say = (key: 'media' | 'empty'): Heard => ({
    route: key,
    replies: [{ text: deps.phrases.text(identity.language, `inbound.${key}`) }],
  })
  const file = await hearSentFile(deps, hearing)
  if (file !== undefined) return file
  const pictured = await hearCollectorPhoto(deps, hearing)
  if (pictured !== undefined) return pictured
  switch (utterance.kind) {
    case 'chosen':
      return await hearChosen(deps, hearing, utterance)
    case 'media':
      return (await hearHandedOver(deps, hearing)) ?? (await hearPhoto(deps, hearing)) ?? say('media')
    case 'empty':
      // Following an account or unblocking a bot is a message without words: the introduction is the answer.
      return turn.message.content.kind === 'follow' ? { route: 'follow', replies: [] } : say('empty')
    case 'words': {
      const { text } = utterance
      const code = findCode(text)
      if (code !== undefined) {
        const said = await hearCode({ ...deps, people: turn.stores.people }, { identity, code, now: turn.now })
        return { route: 'code', replies: [said] }
      }
      const formed = await hearFormWord(deps, hearing, text)
      if (formed !== undefined) return formed
      const command = readCommand(text)
      const own = command === undefined ? await hearOwnSettings(deps, hearing, text) : undefined
      if (own !== undefined) return own
      const staffed = command === undefined ? await hearStaff(deps, hearing, text) : undefined
      if (staffed !== undefined) return staffed
      const heard =
        (command !== undefined && evenHandedOver.has(command) ? undefined : await hearHandedOver(deps, hearing, text)) ??
        (command === undefined ? undefined : await hearCommand(deps, hearing, command))
      return (
        heard ??
        (await hearDayQuestion(deps, hearing, text)) ??
        (await hearCollecting(deps, hearing, text)) ??
        (await hearGuardian(deps, hearing, text)) ??
        (await hearGuardianGrowth(deps, hearing, text)) ??
        (await hearFamilyNote(deps, hearing, text)) ??
        (await hearAsked(deps, hearing, text))
      )
    }
  }
}

async function hearChosen(
  deps: RouteDeps,
  hearing: Hearing,
  { value, tapped }: { value: string; tapped?: string },
): Promise<Heard> {
  const { turn, identity } = hearing
  const { people } = turn.stores
  const gone: Heard = { route: 'choice_gone', replies: [{ text: deps.phrases.text(identity.language, 'checkin.gone') }] }
  if (value.startsWith('ci:')) {
    const heard = (await hearCheckinChoice(deps, hearing, { value, tapped })) ?? gone
    return value.startsWith('ci:ok:') ? await withFamilyOffer(deps, hearing, heard) : heard
  }
  if (value.startsWith('gr:')) return (await hearGrowthChoice(deps, hearing, { value, tapped })) ?? gone
  if (value.startsWith('al:')) return (await hearFamilyChoice(deps, hearing, value)) ?? gone
  if (value.startsWith('fm:')) return (await hearFormChoice(deps, hearing, { value, tapped })) ?? gone
  if (value.startsWith('code:')) {
    const [staff] = staffAmong(identity.people)
    if (staff === undefined) return gone
    const said = await hearCodeChoice({ ...deps, people }, { staff, language: identity.language, value, now: turn.now })
    return { route: 'guardian_code', replies: [said] }
  }
  if (/^(?:bc|cl):/.test(value)) return (await hearNoticeChoice(deps, hearing, value)) ?? gone
  if (/^(?:im|ap|rl):/.test(value)) return (await hearImportChosen(deps, hearing, value)) ?? gone
  if (value.startsWith('entry:')) return (await hearEntryChosen(deps, hearing, value)) ?? gone
  if (value.startsWith('gap:')) return (await hearGapChoice(deps, hearing, value)) ?? gone
  if (value.startsWith('rm:')) return (await hearReminderChoice(deps, hearing, value)) ?? gone
  if (value.startsWith('pf:')) return await hearOwnSettingsChoice(deps, hearing, value)
  if (value.startsWith('st:')) return (await hearSettingsChoice(deps, hearing, value)) ?? gone
  if (value.startsWith('ar:')) return (await hearArrangementChoice(deps, hearing, value)) ?? gone
  if (value.startsWith('ab:')) return (await hearGuardianChoice(deps, hearing, { value, tapped })) ?? gone
  if (value.startsWith('pk:')) return (await hearCollectingChoice(deps, hearing, { value, tapped })) ?? gone
  if (value.startsWith('so:'))
    return (await hearRecordChoice(deps, hearing, value)) ?? (await hearSignoffChoice(deps, hearing, { value, tapped })) ?? gone
  if (value.startsWith('ask:')) return await hearAsked(deps, hearing, value.slice('ask:'.length))
  return gone
}

/** The documents' turn. What they recognise as a command in other words is done as one. */
async function hearAsked(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard> {
  const command: Heard | Command = await hearQuestion(deps, hearing, text)
  if (typeof command !== 'string') return command
  return (await hearCommand(deps, hearing, command)) ?? { route: command, replies: [] }
}
