import type { SchoolDay } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import type { Sex } from '../growth/growth-standards.ts'
import { asText } from '../imports/columns.ts'
import type { Cell } from '../imports/sent-file.ts'
import { joinBirthDate, type ReadDay, readBirthDate } from './birth-date.ts'
import { readPhone } from './phone-number.ts'
import type { RosterHead } from './roster-heads.ts'
import type { RosterRow, RowNote } from './roster-row.ts'

export type ChildFigures = Pick<RosterRow, 'birthDate' | 'sex' | 'phone' | 'notes'>

const sexes: Readonly<Record<string, Sex>> = {
  ...{ nam: 'male', trai: 'male', male: 'male', m: 'male', boy: 'male' },
  ...{ nu: 'female', gai: 'female', female: 'female', f: 'female', girl: 'female', x: 'female' },
}

/** What a row says beside the name. What cannot be read is left out and noted: a child is not refused for a slip in a date. */
export function childFigures(cells: readonly Cell[], head: RosterHead, today: SchoolDay): ChildFigures {
  const notes: RowNote[] = []
  const { birth, sex: bySide } = birthOf(cells, head, today)
  if (birth.kind === 'fault') notes.push(birth.why)
  const sex = bySide ?? sexOf(cells, head, notes)
  const phone = phoneOf(cells, head, notes)
  return {
    ...(birth.kind === 'day' ? { birthDate: birth.day } : {}),
    ...(sex === undefined ? {} : { sex }),
    ...(phone === undefined ? {} : { phone }),
    notes,
  }
}

/** Many lists have the birth date in one of two columns, "Nam" and "Nữ", and so say the sex along. */
function birthOf(cells: readonly Cell[], { at }: RosterHead, today: SchoolDay): { birth: ReadDay; sex?: Sex } {
  for (const side of ['male', 'female'] as const) {
    const cell = at[side] === undefined ? null : cells[at[side]]
    const read = cell === null || asText(cell).length < 4 ? undefined : readBirthDate(cell, today)
    if (read !== undefined) return { birth: read, sex: side }
  }
  const textAt = (place: number | undefined) => (place === undefined ? '' : asText(cells[place]))
  if (at.birthDay !== undefined && at.birthMonth !== undefined)
    return { birth: joinBirthDate({ day: textAt(at.birthDay), month: textAt(at.birthMonth), year: textAt(at.birthYear) }, today) }
  return { birth: at.birth === undefined ? { kind: 'none' } : readBirthDate(cells[at.birth], today) }
}

function sexOf(cells: readonly Cell[], { at }: RosterHead, notes: RowNote[]): Sex | undefined {
  const written = at.sex === undefined ? '' : withoutDiacritics(fold(asText(cells[at.sex])))
  if (written !== '' && !(written in sexes)) notes.push('unknown_sex')
  if (written !== '') return sexes[written]
  // A column "Nữ" with a cross in it; without one nothing is said.
  if (at.female !== undefined && asText(cells[at.female]) !== '') return 'female'
  return at.male !== undefined && asText(cells[at.male]) !== '' ? 'male' : undefined
}

function phoneOf(cells: readonly Cell[], { phones }: RosterHead, notes: RowNote[]): string | undefined {
  const read = phones.map((place) => readPhone(asText(cells[place])))
  const first = read.find((one) => one.kind === 'number')
  if (first === undefined) {
    if (read.some(({ kind }) => kind === 'fault')) notes.push('bad_phone')
    return undefined
  }
  if (first.mended) notes.push('mended_phone')
  return first.phone
}
