import { type ApproveReply, hearApproval, hearApprovalChoice } from '../calendar/approve.ts'
import { hearRuleChoice, hearRules, type RuleReply } from '../imports/hear-rules.ts'
import {
  hearCalendarFile,
  hearImportChoice,
  hearImportUndo,
  hearPastedCalendar,
  type ImportReply,
  wantsUndo,
} from '../imports/import-conversation.ts'
import { type Person, staffAmong } from '../people/person.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** The office sent a file: a calendar to be taken in, or something that is told to be none. */
export async function hearSentFile(deps: RouteDeps, hearing: Hearing): Promise<Heard | undefined> {
  const { attachment } = hearing.turn
  const office = officeOf(hearing)
  if (attachment === undefined || office === undefined) return undefined
  return heardOf('calendar_file', await hearCalendarFile(...asking(deps, hearing, office), attachment))
}

/** A schedule that the office pasted, taking back what was taken in, and approving what was not. */
export async function hearOfficeImport(
  deps: RouteDeps,
  hearing: Hearing,
  { office, text }: { office: Person; text: string },
): Promise<Heard | undefined> {
  const ask = asking(deps, hearing, office)
  const approved = await hearApproval(...ask, { text, pending: hearing.session.pendingApproval })
  if (approved !== undefined) return approvalOf(approved)
  const ruled = await hearRules(...ask, text)
  if (ruled !== undefined) return ruleOf(ruled)
  if (wantsUndo(text)) return heardOf('calendar_undo', await hearImportUndo(...ask))
  const reply = await hearPastedCalendar(...ask, { text, pending: hearing.session.pendingImport })
  return reply === undefined ? undefined : heardOf('calendar_text', reply)
}

/** A choice of the office under an import (`im:`) a rule (`rl:`) or a list to approve (`ap:`); undefined when nobody of the office chose. */
export async function hearImportChosen(deps: RouteDeps, hearing: Hearing, value: string): Promise<Heard | undefined> {
  const office = officeOf(hearing)
  if (office === undefined) return undefined
  const ask = asking(deps, hearing, office)
  if (value.startsWith('rl:')) return ruleOf(await hearRuleChoice(...ask, { value, pending: hearing.session.pendingRule }))
  if (value.startsWith('ap:')) return approvalOf(await hearApprovalChoice(...ask, value))
  return heardOf('calendar_choice', await hearImportChoice(...ask, value))
}

function ruleOf({ pendingRule, ...reply }: RuleReply): Heard {
  return { route: 'calendar_rule', replies: [reply], session: { pendingRule } }
}

function approvalOf({ pendingApproval, ...reply }: ApproveReply): Heard {
  return { route: 'calendar_approval', replies: [reply], session: { pendingApproval } }
}

const officeOf = ({ identity }: Hearing): Person | undefined => staffAmong(identity.people).find(({ role }) => role === 'office')

function asking(deps: RouteDeps, { turn, identity }: Hearing, { id, schoolId }: Person) {
  const asked = { schoolId, personId: id, language: identity.language, now: turn.now }
  return [{ ...deps, ...turn.stores }, asked] as const
}

function heardOf(route: string, { pendingImport, ...reply }: ImportReply): Heard {
  return { route, replies: [reply], session: { pendingImport } }
}
