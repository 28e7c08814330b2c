import type { SchoolDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { withoutDiacritics } from '../../core/text.ts'
import { schoolYearOf } from '../calendar/school-year.ts'
import type { ClassAge, SchoolClass } from '../people/person.ts'

/** A child's birth and the school year somebody asks about. */
export interface BirthQuestion {
  /** As typed: a day, a month or a year. */
  readonly born: string
  readonly birthYear: number
  /** The calendar year in which the school year begins. */
  readonly startYear: number
}

const birth =
  /\b(?:sinh|sn|born)\b(?: (?:ngay|vao|nam|thang|in|on|cuoi|dau|hoi|t))* ?(?<born>(?:\d{1,2}[/.-]){0,2}(?<year>20\d\d))\b/
const wish =
  /\b(lop (nao|gi|may|la|choi|mam)|hoc lop|vao lop|nhom nao|lop nho|do tuoi nao|khoi nao|may tuoi|which class|what class|which (age )?group|class)\b/
const yearNamed = /\bnam hoc (?:la )?(20\d\d)|\b(20\d\d) ?[-–/] ?(?:20)?\d\d\b/
const yearAfter = /\b(nam hoc (toi|sau|moi)|sang nam|nam (toi|sau)|next (school )?year)\b/

/** Reads `bé sinh 12/5/2022 thì học lớp nào`; undefined when it is no such question. */
export function readBirthQuestion(text: string, today: SchoolDay): BirthQuestion | undefined {
  const words = withoutDiacritics(text.normalize('NFC').toLowerCase()).replace(/\s+/g, ' ')
  const found = birth.exec(words)
  if (found === null || !wish.test(words)) return undefined
  const rest = words.replace(found[0], ' ')
  const named = yearNamed.exec(rest)
  const thisYear = Number(schoolYearOf(today).slice(0, 4))
  const startYear = named === null ? thisYear + (yearAfter.test(rest) ? 1 : 0) : Number(named[1] ?? named[2])
  return { born: found.groups!.born!, birthYear: Number(found.groups!.year), startYear }
}

const ageOf: Readonly<Record<number, ClassAge>> = { 0: 'nursery', 1: 'nursery', 2: 'nursery', 3: '3-4', 4: '4-5', 5: '5' }

const groupNames: Readonly<Record<ClassAge, string>> = { nursery: 'nursery', '3-4': 'small', '4-5': 'middle', '5': 'big' }

/**
 * The age group by the year of birth, and the school's classes of that age. Shows the subtraction and what it is based on; for the
 * youngest says that from which month the school takes children is not known.
 * @returns undefined for a child not yet born then.
 */
export function tellClassForBirth(
  phrases: Phrases,
  {
    question,
    classes,
    school,
    language,
  }: { question: BirthQuestion; classes: readonly SchoolClass[]; school: string; language: Language },
): { readonly text: string; readonly forOffice: boolean } | undefined {
  const age = question.startYear - question.birthYear
  if (age < 0) return undefined
  const group = ageOf[age]
  const own = classes.filter((one) => one.age === group).map(({ name }) => name)
  const parameters = {
    born: question.born,
    years: `${question.startYear}-${question.startYear + 1}`,
    sum: `${question.startYear} − ${question.birthYear}`,
    age: String(age),
    group: group === undefined ? 'primary' : groupNames[group],
    classes: own.join(', ') || 'none',
    school,
  }
  return { text: phrases.text(language, 'calculators.class_for_birth', parameters), forOffice: group === 'nursery' }
}
