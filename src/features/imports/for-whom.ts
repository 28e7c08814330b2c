import { fold, withoutDiacritics } from '../../core/text.ts'
import type { Audience } from '../calendar/event.ts'
import type { ClassAge, SchoolClass } from '../people/person.ts'

export interface ForWhom {
  readonly audience?: readonly Audience[]
  readonly classIds?: readonly string[]
  readonly ageGroups?: readonly ClassAge[]
}

export type KnownClass = Pick<SchoolClass, 'id' | 'code' | 'name' | 'age'>

const parents = /\b(?:phu huynh|cha me|ph|gia dinh|parents?|families|cac con|tre|hoc sinh|cac be)\b/
const teachers = /\b(?:giao vien|gv|co giao|teachers?)\b/
const office = /\b(?:van phong|ban giam hieu|bgh|hieu truong|office|principal)\b/
const staff = /\b(?:nhan vien|can bo|cbgvnv|cb, ?gv|cbql|nhan su|nv|staff|cap duong)\b/
const everyone = /\b(?:toan truong|tat ca|moi nguoi|ca truong|everyone|all|whole school)\b/

const ages: readonly (readonly [RegExp, ClassAge])[] = [
  [/\b(?:nha tre|nhom tre|24 ?- ?36|nursery|duoi 3 tuoi)\b/, 'nursery'],
  [/\b(?:mau giao be|mgb|khoi be|3 ?- ?4 ?tuoi|khoi mam|mam|khoi 3 tuoi)\b/, '3-4'],
  [/\b(?:mau giao nho|mgn|khoi nho|4 ?- ?5 ?tuoi|khoi choi|choi|khoi 4 tuoi)\b/, '4-5'],
  [/\b(?:mau giao lon|mgl|khoi lon|5 ?- ?6 ?tuoi|khoi la|khoi 5 tuoi|5 tuoi)\b/, '5'],
]

/** The age groups that a text names. */
export function agesNamed(text: string): ClassAge[] {
  const plain = withoutDiacritics(fold(text))
  return ages.filter(([words]) => words.test(plain)).map(([, age]) => age)
}

/** The classes that a text names by code or by name; the longest name first, so that "Mẫu giáo lớn A1" is A1. */
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

/** What a cell "dành cho" says; `no_such_class` when it names one that the school does not have. */
export function readForWhom(text: string, classes: readonly KnownClass[]): ForWhom | 'no_such_class' {
  const { ids, rest } = classesNamed(text, classes)
  const ageGroups = agesNamed(rest)
  const plain = withoutDiacritics(fold(rest))
  if (ids.length + ageGroups.length === 0 && /\blop [a-z]{0,2}\d{1,2}\b|^[a-z]\d{1,2}$/.test(plain)) return 'no_such_class'
  const said: Audience[] = []
  if (everyone.test(plain)) said.push('parents', 'staff')
  if (parents.test(plain)) said.push('parents')
  if (staff.test(plain)) said.push('staff')
  if (teachers.test(plain)) said.push('teachers')
  if (office.test(plain)) said.push('office')
  const audience = [...new Set(said)]
  const forParts = ids.length + ageGroups.length > 0
  return {
    ...(audience.length > 0 ? { audience } : forParts ? { audience: ['parents', 'teachers'] as const } : {}),
    ...(ids.length > 0 ? { classIds: ids } : {}),
    ...(ageGroups.length > 0 ? { ageGroups } : {}),
  }
}

/** What families take part in, or have to know of. */
const familyMatter =
  /\b(?:khai giang|tuu truong|be giang|tong ket nam hoc|ket thuc nam hoc|bat dau thuc hien chuong trinh|hop phu huynh|phu huynh|cha me|ngay hoi|le hoi|lien hoan|trung thu|noel|giang sinh|tet|nghi|hoc bu|quoc te thieu nhi|1\/6|da ngoai|tham quan cua tre|tiem|uong vitamin|kham suc khoe|can do|can, do|van nghe|hoi thi be|be khoe|chup anh|sinh nhat|ra truong|tu truong|family|parents|festival|holiday)\b/

/** For whom a line is that does not say so: families where it is theirs, otherwise staff alone, who then know of it. */
export function usualAudience(title: string): readonly Audience[] {
  return familyMatter.test(withoutDiacritics(fold(title))) ? ['parents', 'staff'] : ['staff']
}
