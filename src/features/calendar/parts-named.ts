import { fold, withoutDiacritics } from '../../core/text.ts'
import type { ClassAge, SchoolClass } from '../people/person.ts'
import type { SchoolPart } from './school-day.ts'

export type KnownClass = Pick<SchoolClass, 'id' | 'code' | 'name' | 'age'>

/** How age groups are called, without marks; `khối` may stand before. */
const ages: readonly (readonly [RegExp, ClassAge])[] = [
  [/\b(?:nha tre|nhom tre|24 ?- ?36|nursery|duoi 3 tuoi)\b/, 'nursery'],
  [/\b(?:mau giao be|mgb|khoi be|3 ?- ?4 ?tuoi|khoi mam|khoi 3 tuoi)\b/, '3-4'],
  [/\b(?:mau giao nho|mgn|khoi nho|4 ?- ?5 ?tuoi|khoi choi|khoi 4 tuoi)\b/, '4-5'],
  [/\b(?:mau giao lon|mgl|khoi lon|5 ?- ?6 ?tuoi|khoi la|khoi 5 tuoi|lop 5 tuoi|5 tuoi)\b/, '5'],
]

/** The age groups that a text names. */
export function agesNamed(text: string): ClassAge[] {
  const plain = withoutDiacritics(fold(text))
  return ages.filter(([words]) => words.test(plain)).map(([, age]) => age)
}

/** A text without the names of age groups, without marks: "khối nhà trẻ" speaks of no parents. */
export const withoutAges = (text: string): string =>
  ages.reduce((rest, [words]) => rest.replace(new RegExp(words, 'g'), ' '), withoutDiacritics(fold(text)))

/** The classes that a text names by code or by name; the longest name first, so that "Mẫu giáo lớn A1" is A1 and no age group. */
export function classesNamed(text: string, classes: readonly KnownClass[]): { ids: string[]; rest: string } {
  let rest = ` ${withoutDiacritics(fold(text)).replace(/[,;:.()/&+]/g, ' ')} `.replace(/\s+/g, '  ')
  const names = classes.flatMap(({ id, code, name }) => [name, code].map((said) => ({ id, said: withoutDiacritics(fold(said)) })))
  const ids = new Set<string>()
  for (const { id, said } of names.sort((one, other) => other.said.length - one.said.length)) {
    const words = ` ${said.replace(/ /g, '  ')} `
    if (!rest.includes(words)) continue
    ids.add(id)
    rest = rest.replaceAll(words, '  ')
  }
  return { ids: [...ids], rest: rest.replace(/\s+/g, ' ').trim() }
}

/** The parts of the school that a text names, classes first. */
export function partsNamed(text: string, classes: readonly KnownClass[]): SchoolPart[] {
  const { ids, rest } = classesNamed(text, classes)
  return [...ids.map((classId) => ({ classId })), ...agesNamed(rest).map((age) => ({ age }))]
}

/** The classes of parts of a school. */
export const classesIn = <C extends { readonly id: string; readonly age: ClassAge }>(
  parts: readonly SchoolPart[],
  classes: readonly C[],
): C[] => classes.filter(({ id, age }) => parts.some((part) => ('classId' in part ? part.classId === id : part.age === age)))

/** Whether two closures are for the same part. */
export const isSamePart = (one: SchoolPart | undefined, other: SchoolPart | undefined): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
