import { z } from 'zod'
import { schoolDayOf } from '../../core/clock.ts'
import type { OwnChild } from '../absence/own-children.ts'
import { isSchoolDay, nextSchoolDay } from '../calendar/school-day.ts'
import { shortName } from '../checkin/wording.ts'
import { isSameAdult } from './adult.ts'
import { proposeCollector } from './keep-list.ts'
import { askChange } from './one-day-change.ts'
import { classesOf, type Family, isOver, namesOf, type PickupDeps, type PickupReply } from './pickup-deps.ts'

const Draft = z.object({
  /** Another adult on one day, or one more on the list. */
  act: z.enum(['change', 'add']),
  /** Children it may be meant for. */
  childIds: z.array(z.string()),
  isSettled: z.boolean(),
  /** The child as typed, where no child of theirs is called so. */
  mention: z.string().nullable(),
  adult: z.object({ called: z.string(), isNamed: z.boolean() }).nullable(),
  day: z.string().nullable(),
  phoneEnd: z.string().nullable(),
  text: z.string(),
})

/** What a guardian said of who collects, as far as it is understood: it goes on with their next words. */
export type Draft = z.output<typeof Draft>

/** Reads a draft from a session; undefined when there is none, or one of another form. */
export function readDraft(stored: unknown): Draft | undefined {
  const parsed = Draft.safeParse(stored)
  return parsed.success ? parsed.data : undefined
}

/** Asks for what is missing, one thing at a time; with nothing missing it is read back for the guardian's tap. */
export async function proceed(deps: PickupDeps, family: Family, draft: Draft): Promise<PickupReply> {
  const { phrases } = deps
  const { language } = family.identity
  const meant = family.children.filter(({ id }) => draft.childIds.includes(id))
  if (!draft.isSettled && (meant.length > 1 || draft.mention !== null)) return askWhich(deps, family, { draft, meant })
  const adult = draft.adult?.isNamed === false ? ((await onList(deps, meant, draft.adult.called)) ?? draft.adult) : draft.adult
  if (adult === null)
    return { text: phrases.text(language, `pickup.who_${draft.act}`, { child: namesOf(meant) }), pending: draft }
  if (!adult.isNamed)
    return { text: phrases.text(language, 'pickup.name_of', { adult: adult.called, child: namesOf(meant) }), pending: draft }
  if (draft.act === 'add')
    return await proposeCollector(deps, family, { children: meant, called: adult.called, phoneEnd: draft.phoneEnd })
  const day = draft.day ?? (await usualDay(deps, family, meant))
  if (day === null) return { text: phrases.text(language, 'pickup.no_school', { classes: classesOf(meant) }) }
  return await askChange(deps, family, { children: meant, day, adult: adult.called, text: draft.text })
}

function askWhich(
  { phrases }: PickupDeps,
  { identity: { language } }: Family,
  { draft, meant }: { draft: Draft; meant: readonly OwnChild[] },
): PickupReply {
  const choices = meant.map(({ rosterName }, index) => ({ label: shortName(rosterName), value: `pk:who:${index}` }))
  if (meant.length > 1)
    choices.push({ label: phrases.text(language, 'absence.all_children', { count: meant.length }), value: 'pk:who:all' })
  if (draft.mention === null) return { text: phrases.text(language, `pickup.which_child_${draft.act}`), choices, pending: draft }
  choices.push({ label: phrases.text(language, 'absence.no_child'), value: 'pk:who:none' })
  return { text: phrases.text(language, 'absence.which_named', { mention: draft.mention }), choices, pending: draft }
}

/** "Bà đón": the one adult on the list of these children whom that can mean. */
async function onList(deps: PickupDeps, children: readonly OwnChild[], called: string): Promise<Draft['adult'] | undefined> {
  const names = new Set<string>()
  for (const { id, schoolId } of children)
    for (const { name } of await deps.pickups.collectors(schoolId, [id])) if (isSameAdult(called, name)) names.add(name)
  const [only] = names
  return names.size === 1 && only !== undefined ? { called: only, isNamed: true } : undefined
}

/** Today while it lasts, else the next school day. */
async function usualDay(deps: PickupDeps, { now }: Family, children: readonly OwnChild[]): Promise<string | null> {
  const closures = await deps.calendar.closures(children[0]!.schoolId)
  const today = schoolDayOf(now)
  return !isOver(today, now) && isSchoolDay(today, closures).kind === 'school_day' ? today : nextSchoolDay(today, closures)
}
