import { unreachedText } from '../broadcast/unreached.ts'
import { issueTicket } from '../console/sign-in.ts'
import { codesForOtherChat } from '../people/other-chat.ts'
import { summaryOfToday } from '../summary/answer-summary.ts'
import type { Command } from './commands.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'
import { introduction } from './introduce.ts'
import { officeList } from './office-list-route.ts'

/** Answers a command. Undefined: it is one that only the office has, and from anybody else an ordinary question. */
export async function hearCommand(deps: RouteDeps, hearing: Hearing, command: Command): Promise<Heard | undefined> {
  const { turn, identity } = hearing
  const { people } = turn.stores
  const { phrases } = deps
  const office = identity.people.find(({ role }) => role === 'office')
  const said = (key: 'stopped' | 'stopped_office' | 'resumed' | 'privacy'): Heard => ({
    route: command,
    replies: [{ text: phrases.text(identity.language, `inbound.${key}`) }],
  })
  switch (command) {
    case 'start':
    case 'help': {
      const text = [await introduction(phrases, people, identity), ...help(deps, hearing)].join('\n\n')
      return { route: command, replies: [{ text }], introduced: true }
    }
    case 'stop':
      await people.change(identity.id, { stoppedAt: turn.now })
      return said(office === undefined ? 'stopped' : 'stopped_office')
    case 'resume':
      await people.change(identity.id, { stoppedAt: null })
      return said('resumed')
    case 'privacy':
      return said('privacy')
    case 'questions':
    case 'missing_reports':
      if (office === undefined) return undefined
      return { route: command, replies: [{ text: await officeList(deps, hearing, { office, list: command }) }] }
    case 'unreached': {
      if (office === undefined) return undefined
      const asked = { schoolId: office.schoolId, language: identity.language, now: turn.now }
      return { route: command, replies: [{ text: await unreachedText({ ...turn.stores, phrases }, asked) }] }
    }
    case 'other_chat': {
      const text = await codesForOtherChat({ ...deps, people }, identity, turn.now)
      return text === undefined ? undefined : { route: command, replies: [{ text }] }
    }
    case 'console': {
      if (office === undefined) return undefined
      const { code, minutes } = await issueTicket({ ...deps, console: turn.stores.console }, { identity, office, now: turn.now })
      const link = `${deps.consoleUrl()}/console/in?c=${code}`
      return { route: command, replies: [{ text: phrases.text(identity.language, 'console.link', { link, code, minutes }) }] }
    }
    case 'summary':
      if (office === undefined) return undefined
      return {
        route: command,
        replies: [
          {
            text: await summaryOfToday(
              { ...turn.stores, phrases },
              { schoolId: office.schoolId, language: identity.language, now: turn.now },
            ),
          },
        ],
      }
  }
}

function help({ phrases }: RouteDeps, { identity }: Hearing): string[] {
  const roles = new Set(identity.people.map(({ role }) => role))
  const lines = [phrases.text(identity.language, 'inbound.help')]
  if (roles.has('teacher')) lines.push(phrases.text(identity.language, 'inbound.help_teacher'))
  if (roles.has('office')) lines.push(phrases.text(identity.language, 'inbound.help_office'))
  return lines
}
