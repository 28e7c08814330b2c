import type { SchoolDay } from '../../core/clock.ts'
import { fold } from '../../core/text.ts'
import type { Sex } from '../growth/growth-standards.ts'
import { readBirthDate } from './birth-date.ts'
import { readName } from './child-name.ts'
import { readPhone } from './phone-number.ts'
import type { ListedChild, PresentRoster, RosterImportStore } from './roster-import-store.ts'
import { rosterNameOf } from './roster-row.ts'

/** A child as the office typed it; empty text: not said. */
export interface TypedChild {
  readonly name: string
  readonly birthDate: string
  readonly sex: Sex | null
  readonly phone: string
  readonly classId: string
  readonly active: boolean
}

export type EditRefusal = 'odd_name' | 'bad_birth_date' | 'bad_phone' | 'no_such_class' | 'same_name' | 'changed_meanwhile'
export type EditResult =
  | { readonly kind: 'saved'; readonly child: ListedChild }
  | { readonly kind: 'refused'; readonly why: EditRefusal }

interface Edit {
  readonly schoolId: string
  readonly typed: TypedChild
  readonly today: SchoolDay
  /** Of a child to be added: its new id. Of one to be changed: the state that was shown. */
  readonly child: { readonly id: string } | { readonly before: ListedChild }
}

/** Adds one child or changes it: name, birth date, class, attending or not. What somebody else changed meanwhile is not overwritten. */
export async function saveChild(roster: RosterImportStore, { schoolId, typed, today, child }: Edit): Promise<EditResult> {
  await roster.holdRoster(schoolId)
  const present = await roster.present(schoolId)
  const isNew = 'id' in child
  if (
    !isNew &&
    !isSame(
      present.children.find(({ id }) => id === child.before.id),
      child.before,
    )
  )
    return refused('changed_meanwhile')
  const read = readTyped(typed, { id: isNew ? child.id : child.before.id, present, today })
  if (read.kind === 'refused') return read
  await (isNew ? roster.addChildren : roster.changeChildren)(schoolId, [read.child])
  return read
}

/** The state of a child in one line, so that a form can say what it was filled in from. */
export function versionOf({ classId, rosterName, birthDate, sex, phone, active }: ListedChild): string {
  return [classId, rosterName, birthDate, sex, phone, active].join('|')
}

const isSame = (one: ListedChild | undefined, other: ListedChild): boolean =>
  one !== undefined && versionOf(one) === versionOf(other)
const refused = (why: EditRefusal): EditResult => ({ kind: 'refused', why })

function readTyped(
  typed: TypedChild,
  { id, present, today }: { id: string; present: PresentRoster; today: SchoolDay },
): EditResult {
  const name = readName(typed.name)
  if (name.kind === 'doubt') return refused('odd_name')
  const birth = readBirthDate(typed.birthDate, today)
  if (birth.kind === 'fault') return refused('bad_birth_date')
  const phone = readPhone(typed.phone)
  if (phone.kind === 'fault') return refused('bad_phone')
  if (!present.classes.some((one) => one.id === typed.classId && one.active)) return refused('no_such_class')
  const rosterName = rosterNameOf(name)
  const isTaken = present.children.some(
    (one) => one.id !== id && one.classId === typed.classId && fold(one.rosterName) === fold(rosterName),
  )
  if (isTaken) return refused('same_name')
  const child = {
    ...{ id, rosterName, classId: typed.classId, sex: typed.sex, active: typed.active },
    birthDate: birth.kind === 'day' ? birth.day : null,
    phone: phone.kind === 'number' ? phone.phone : null,
  }
  return { kind: 'saved', child }
}
