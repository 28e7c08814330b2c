import { schoolDayOf } from '../../core/clock.ts'
import { takeNotice } from '../absence/absence-conversation.ts'
import { ownChildren } from '../absence/own-children.ts'
import { parseEarly } from '../absence/parse-early.ts'
import { saysWorry } from '../pickup/worry.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'
import { hearFamilyPickup, hearPickupChoice, saidOfChosen } from './pickup-route.ts'

/** Who collects a child, and that it is collected early: one message of a guardian may say both. Undefined: it says neither. */
export async function hearCollecting(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard | undefined> {
  const pickup = await hearFamilyPickup(deps, hearing, text)
  if (saysWorry(text)) return pickup
  const early = await hearEarly(deps, hearing, { text, isAlone: pickup === undefined })
  if (pickup === undefined || early === undefined) return pickup ?? early
  return withEarly(pickup, early)
}

/** A choice about who collects; whose child it is holds for the hour in the same words, too. @param value `pk:…` */
export async function hearCollectingChoice(
  deps: RouteDeps,
  hearing: Hearing,
  choice: { value: string; tapped?: string },
): Promise<Heard | undefined> {
  const chosen = await hearPickupChoice(deps, hearing, choice)
  const text = chosen && (await saidOfChosen(hearing, choice.value))
  const early = text === undefined ? undefined : await hearEarly(deps, hearing, { text, isAlone: false })
  return chosen && early ? withEarly(chosen, early) : chosen
}

/** The numbers that can be typed are those of who collects. */
function withEarly(pickup: Heard, early: Heard): Heard {
  return { ...pickup, replies: [...early.replies.map(({ choices: _none, ...reply }) => reply), ...pickup.replies] }
}

async function hearEarly(
  deps: RouteDeps,
  { turn, identity }: Hearing,
  { text, isAlone }: { text: string; isAlone: boolean },
): Promise<Heard | undefined> {
  const children = await ownChildren(turn.stores.people, identity)
  const [first] = children
  if (first === undefined || turn.message.isForwarded) return undefined
  const closures = await turn.stores.calendar.closures(first.schoolId)
  const names = children.map(({ rosterName }) => rosterName)
  const early = parseEarly(text, { today: schoolDayOf(turn.now), closures, children: names })
  // Which child it is, is asked once: by whoever asks who collects.
  if (early === undefined || (!isAlone && early.whose.kind === 'ambiguous')) return undefined
  const { whose, days, daysOff, leaveAt } = early
  const [from, to] = [days[0] ?? daysOff[0]!, days.at(-1) ?? daysOff.at(-1)!]
  const parsed = {
    ...({ kind: 'absence', what: 'early', whose, from, to, days, daysOff } as const),
    ...{ openEnded: false, reason: null, symptoms: [], lateAt: leaveAt, asksToo: false },
  }
  const guardian = { identity, now: turn.now }
  return { route: 'early', replies: [await takeNotice({ ...deps, ...turn.stores }, guardian, { parsed, children, text })] }
}
