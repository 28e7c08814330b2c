import { type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import { mentionedClass } from '../checkin/which-class.ts'
import { childrenMeant } from '../people/guardian-code.ts'
import { staffAmong } from '../people/person.ts'
import { pickupRecord } from '../pickup/pickup-record.ts'
import { childSeen, classesSeen, type Known } from '../pickup/who-collects.ts'
import { recordOf, recordOfClass } from '../signoff/day-record.ts'
import { readRecordRequest } from '../signoff/record-request.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** The record of a child or a class, for whoever of the school may see it: "sổ bé An 23/11", "ai đã xem". */
export async function hearRecord(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard | undefined> {
  const today = schoolDayOf(hearing.turn.now)
  const request = readRecordRequest(text, today)
  if (request === undefined) return undefined
  const all = { ...deps, ...hearing.turn.stores }
  const { language } = hearing.identity
  const asked = { language, day: request.day, today }
  for (const staff of staffAmong(hearing.identity.people)) {
    const classes = await classesSeen(all, staff)
    const named = request.rest === '' ? undefined : mentionedClass(request.rest, classes)
    const found = request.rest === '' ? [] : childrenMeant(request.rest, classes)
    const [known] = found
    if (known !== undefined && found.length === 1) return await recordOfChild(deps, hearing, { known, day: request.day })
    if (found.length > 1 && named?.code !== request.rest.toUpperCase()) {
      const choices = found.slice(0, 8).map(({ child, one }) => ({
        label: `${child.rosterName} – ${one.code}`,
        value: `so:rec:${child.id}:${request.day}`,
      }))
      return { route: 'record', replies: [{ text: deps.phrases.text(language, 'pickup.which_child'), choices }] }
    }
    const shown = named !== undefined ? [named] : request.rest === '' && staff.role === 'teacher' ? classes : []
    const texts: string[] = []
    for (const one of shown) texts.push(await recordOfClass(all, asked, one))
    if (texts.length > 0) return { route: 'record', replies: [{ text: texts.join('\n\n') }] }
  }
  return undefined
}

/** Which child's record was meant; undefined for a child that is not theirs to see. @param value `so:rec:<child>:<day>` */
export async function hearRecordChoice(deps: RouteDeps, hearing: Hearing, value: string): Promise<Heard | undefined> {
  const [, what, childId = '', day = ''] = value.split(':')
  if (what !== 'rec' || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return undefined
  for (const staff of staffAmong(hearing.identity.people)) {
    const known = await childSeen({ people: hearing.turn.stores.people }, staff, childId)
    if (known !== undefined) return await recordOfChild(deps, hearing, { known, day })
  }
  return undefined
}

async function recordOfChild(
  deps: RouteDeps,
  { turn, identity }: Hearing,
  { known, day }: { known: Known; day: SchoolDay },
): Promise<Heard> {
  const all = { ...deps, ...turn.stores }
  const asked = { language: identity.language, day, today: schoolDayOf(turn.now) }
  const lines = [await recordOf(all, asked, known), ...(await pickupRecord(all, known, asked))]
  return { route: 'record', replies: [{ text: lines.join('\n') }] }
}
