import { type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { Choice } from '../../core/message.ts'
import type { Language } from '../../core/phrases.ts'
import { shortName } from '../checkin/wording.ts'
import type { Person, Recipient } from '../people/person.ts'
import type { HealthAlert } from './alert.ts'
import type { TellDeps } from './tell-office.ts'
import { degrees } from './wording.ts'

type Deps = TellDeps & { guardiansOf(schoolId: string, childId: string): Promise<Recipient[]> }
type Speaker = { readonly teacher: Person; readonly language: Language; readonly now: Date }

/**
 * What a teacher who has just confirmed may choose: to have the families of children with a fever at school told. Nothing is offered for a
 * child nobody is linked to, or whose family knows.
 */
export async function offerToFamilies(
  deps: Deps,
  { teacher, language, now }: Speaker,
): Promise<{ text: string; choices: readonly Choice[] } | undefined> {
  const { alerts, people, phrases } = deps
  const { schoolId, classIds } = teacher
  const today = schoolDayOf(now)
  const fevers = (await alerts.standing(schoolId, today)).filter((alert) => isOpen(alert, classIds, today))
  const choices: Choice[] = []
  for (const one of fevers.length === 0 ? [] : await people.classes(schoolId, classIds))
    for (const alert of fevers) {
      const child = one.children.find(({ id }) => id === alert.childId)
      if (child === undefined || (await deps.guardiansOf(schoolId, child.id)).length === 0) continue
      const label = phrases.text(language, 'alerts.tell_family', { child: shortName(child.rosterName) })
      choices.push({ label, value: `al:fam:${alert.id}` })
    }
  return choices.length === 0 ? undefined : { text: phrases.text(language, 'alerts.offer_family'), choices }
}

function isOpen(
  { figures, classId, firstDay, familyToldAt }: HealthAlert,
  classIds: readonly string[],
  today: SchoolDay,
): boolean {
  return figures.kind === 'fever' && firstDay === today && familyToldAt === null && classIds.includes(classId)
}

/** A teacher wants a family told; undefined when the choice is gone. @param value `al:fam:…` */
export async function chooseFamily(deps: Deps, speaker: Speaker, value: string): Promise<{ text: string } | undefined> {
  const { alerts, people, outbox, phrases } = deps
  const { teacher, language, now } = speaker
  const { schoolId, classIds } = teacher
  const alert = await alerts.find({ schoolId, id: value.split(':')[2] ?? '' })
  if (alert?.figures.kind !== 'fever' || alert.withdrawnAt !== null || alert.firstDay !== schoolDayOf(now)) return undefined
  if (!classIds.includes(alert.classId)) return undefined
  const [one] = await people.classes(schoolId, [alert.classId])
  const child = one?.children.find(({ id }) => id === alert.childId)
  if (one === undefined || child === undefined) return undefined
  const name = shortName(child.rosterName)
  if (!(await alerts.markFamilyTold(alert, now))) return { text: phrases.text(language, 'alerts.family_knows', { child: name }) }
  for (const { address, language: theirs, personId } of await deps.guardiansOf(schoolId, child.id)) {
    const celsius = degrees(theirs, alert.figures.temperatureC)
    const text = phrases.text(theirs, 'alerts.to_family', { child: name, class: one.code, celsius })
    await outbox.add({ to: address, key: `alert/${alert.id}/family/${personId}`, kind: 'notice', schoolId, text }, now)
  }
  return { text: phrases.text(language, 'alerts.family_told', { child: name }) }
}
