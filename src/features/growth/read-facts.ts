import type { SchoolDay } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import type { Child } from '../people/person.ts'
import type { Sex } from './growth-standards.ts'
import type { ChildFacts } from './growth-store.ts'

/** A line that says nothing usable: its number, from 1, and what is wrong with it. */
export interface FactsFault {
  readonly line: number
  readonly why: 'no_such_child' | 'no_birth_date' | 'not_born_yet' | 'unknown_sex'
}

const words: Readonly<Record<string, Sex | null>> = {
  ...{ nam: 'male', trai: 'male', male: 'male', m: 'male' },
  ...{ nu: 'female', gai: 'female', female: 'female', f: 'female' },
  '': null,
}

/**
 * Birth dates and sexes of a class, a child a line: `Nguyễn Hoài An; 05/03/2021; nữ`. The name as on the class's list, with or without its nickname; the
 * sex may be missing, so may empty lines be there.
 */
export function readFacts(
  text: string,
  { children, today }: { children: readonly Child[]; today: SchoolDay },
): { readonly facts: readonly ChildFacts[]; readonly faults: readonly FactsFault[] } {
  const facts: ChildFacts[] = []
  const faults: FactsFault[] = []
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    if (row.trim() === '') continue
    const [name = '', born = '', said = ''] = row.split(/[;\t]/).map((cell) => cell.normalize('NFC').trim())
    const fault = (why: FactsFault['why']) => faults.push({ line: index + 1, why })
    const child = children.find(({ rosterName }) =>
      [rosterName, rosterName.replace(/\s*\(.*/, '')].some((known) => fold(known) === fold(name)),
    )
    const birthDate = readDay(born)
    const sex = words[withoutDiacritics(fold(said))]
    if (child === undefined) fault('no_such_child')
    else if (birthDate === undefined) fault('no_birth_date')
    else if (birthDate > today) fault('not_born_yet')
    else if (sex === undefined) fault('unknown_sex')
    else facts.push({ childId: child.id, birthDate, sex })
  }
  return { facts, faults }
}

/** `05/03/2021`, `5-3-2021`, `2021-03-05`; undefined when the calendar has no such day. */
function readDay(written: string): SchoolDay | undefined {
  const parts = /^(?<d>\d{1,2})[/.-](?<m>\d{1,2})[/.-](?<y>\d{4})$|^(?<y2>\d{4})-(?<m2>\d{1,2})-(?<d2>\d{1,2})$/.exec(
    written,
  )?.groups
  if (parts === undefined) return undefined
  const [year, month, day] = [parts.y ?? parts.y2, parts.m ?? parts.m2, parts.d ?? parts.d2].map(Number)
  const instant = new Date(Date.UTC(year!, month! - 1, day!))
  const isReal = instant.getUTCMonth() === month! - 1 && instant.getUTCDate() === day
  return isReal ? instant.toISOString().slice(0, 10) : undefined
}
