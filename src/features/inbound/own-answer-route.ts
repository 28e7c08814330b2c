import { schoolDayOf } from '../../core/clock.ts'
import { questionsIn } from '../entries/several.ts'
import { tellEntry } from '../entries/tell-entry.ts'
import type { School } from '../people/person.ts'
import { hearWish } from './handoff-route.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'
import { passQuestion, passRest } from './pass-rest.ts'

/**
 * The school's own answer to a question, before the documents'. One that has run out is told as that, and the question goes to the
 * office; so does what the question asks beyond the answer. Undefined: the school has none.
 */
export async function hearOwnAnswer(
  deps: RouteDeps,
  hearing: Hearing,
  { school, text }: { school: School; text: string },
): Promise<Heard | undefined> {
  const { stores, now } = hearing.turn
  const found = await deps.own.find(stores.entries, school, { text, today: schoolDayOf(now) })
  if (found === undefined) return undefined
  await stores.entries.noteAsked(school.id, { text, answeredBy: [found.entry.id], now })
  const told = [tellEntry(deps.phrases, { ...found, school })]
  if (found.expired && (await passQuestion(deps, hearing, text)))
    told.push(deps.phrases.text(found.language, 'entries.asked_again'))
  if (!found.expired && found.isPart) told.push(await passRest(deps, hearing, text))
  const route = found.expired ? 'own_expired' : 'own_answer'
  return { route, replies: [{ text: told.join('\n') }], session: { thread: undefined } }
}

/**
 * A message of several questions of which the school answers at least one itself: the documents get the others, and what they do not know
 * goes to the office. Undefined: no question of it is the school's.
 */
export async function hearOwnAmong(
  deps: RouteDeps,
  hearing: Hearing,
  { school, text }: { school: School; text: string },
): Promise<Heard | undefined> {
  const pieces = questionsIn(text)
  if (pieces.length < 2) return undefined
  const { stores, now } = hearing.turn
  const today = schoolDayOf(now)
  const told: string[] = []
  const open: string[] = []
  const others: string[] = []
  for (const piece of pieces) {
    const found = await deps.own.find(stores.entries, school, { text: piece, today })
    if (found === undefined || found.expired) others.push(piece)
    else told.push(tellEntry(deps.phrases, { ...found, school }))
    if (found !== undefined && !found.expired && found.isPart) open.push(piece)
  }
  if (told.length === 0) return undefined
  let thread: unknown
  for (const piece of others) {
    const answered = deps.ask(piece, { today, place: school.place, thread: undefined })
    if (answered.kind === 'answer') told.push(answered.found ?? answered.text)
    if (answered.kind === 'answer') thread = answered.thread
    if (answered.kind === 'handoff') told.push((await hearWish(deps, hearing, piece)) ?? '')
    if (['unknown', 'clarify', 'feature'].includes(answered.kind) || answered.found !== undefined) open.push(piece)
  }
  if (open.length > 0) told.push(await passRest(deps, hearing, open.join('? ')))
  const said = told.filter((one) => one !== '').join('\n\n')
  return { route: 'own_answer', replies: [{ text: said }], session: { thread } }
}
