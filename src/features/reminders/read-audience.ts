import { fold, withoutDiacritics } from '../../core/text.ts'
import type { ClassAge, Role, SchoolClass } from '../people/person.ts'

export type AudienceRead =
  | {
      readonly kind: 'audience'
      readonly roles: readonly Role[]
      readonly classIds: readonly string[]
      readonly ageGroups: readonly ClassAge[]
      readonly rest: string
    }
  | { readonly kind: 'none'; readonly rest: string }
  | { readonly kind: 'no_such_class'; readonly names: string }

const groups: readonly { readonly words: RegExp; readonly roles: readonly Role[] }[] = [
  { words: / (?:tat ca(?: moi nguoi)?|moi nguoi|toan truong|ca truong)(?=[\s,])/, roles: ['guardian', 'teacher', 'office'] },
  { words: / (?:cac |tat ca |toan the )*(?:phu huynh|bo me|ba me|cha me|gia dinh|ph)(?=[\s,])/, roles: ['guardian'] },
  { words: / (?:cac |tat ca |toan the )*(?:giao vien|co giao|thay co|cac co|gv)(?=[\s,])/, roles: ['teacher'] },
  { words: / (?:van phong|ban giam hieu|bgh|vp)(?=[\s,])/, roles: ['office'] },
]
const ages: readonly { readonly words: RegExp; readonly age: ClassAge }[] = [
  { words: / (?:khoi )?(?:cac )?(?:lop )?(?:mau giao lon|mg lon|khoi lon|5 ?- ?6 tuoi|5 tuoi)(?=[\s,])/, age: '5' },
  { words: / (?:khoi )?(?:cac )?(?:lop )?(?:mau giao nho|mg nho|khoi nho|4 ?- ?5 tuoi|4 tuoi)(?=[\s,])/, age: '4-5' },
  { words: / (?:khoi )?(?:cac )?(?:lop )?(?:mau giao be|mg be|khoi be|3 ?- ?4 tuoi|3 tuoi)(?=[\s,])/, age: '3-4' },
  { words: / (?:khoi )?(?:cac )?(?:lop )?nha tre(?=[\s,])/, age: 'nursery' },
]

/** Reads "cho phụ huynh lớp A1, A2", "cho giáo viên khối lớn" in a line of lower case without marks; `rest` is what remains of it. */
export function readAudience(line: string, classes: readonly SchoolClass[]): AudienceRead {
  const begins = line.indexOf(' cho ')
  if (begins < 0) return { kind: 'none', rest: line }
  let rest = `${line.slice(begins + 4)} `
  const take = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(rest)
    if (found === null) return undefined
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`
    return found[0]
  }
  const roles = groups.flatMap(({ words, roles: own }) => (take(words) === undefined ? [] : own))
  const ageGroups = ages.flatMap(({ words, age }) => (take(words) === undefined ? [] : [age]))
  const listed = take(/ (?:cua )?(?:cac )?lop [^;]*/)
  const names = (listed ?? '')
    .replace(/^ (?:cua )?(?:cac )?lop /, '')
    .split(/\s*(?:,|\+|&| va )\s*(?:lop )?|\s+/)
    .filter(Boolean)
  const found = names.map((name) => ({ name, one: classNamed(name, classes) }))
  const missing = found.filter(({ one }) => one === undefined)
  if (missing.length > 0) return { kind: 'no_such_class', names: missing.map(({ name }) => name.toUpperCase()).join(', ') }
  const classIds = found.map(({ one }) => one!.id)
  const before = line.slice(0, begins)
  if (roles.length + ageGroups.length + classIds.length === 0) return { kind: 'none', rest: `${before} cho ${rest}` }
  const whom = roles.length > 0 ? [...new Set(roles)] : (['guardian', 'teacher'] as const)
  return { kind: 'audience', roles: whom, classIds, ageGroups, rest: `${before} ${rest}` }
}

function classNamed(name: string, classes: readonly SchoolClass[]): SchoolClass | undefined {
  return classes.find((one) => [one.code, one.name].some((own) => withoutDiacritics(fold(own)).replace(/\s/g, '') === name))
}
