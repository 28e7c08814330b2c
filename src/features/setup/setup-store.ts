import type { Place } from '../../core/place.ts'
import type { ClassAge, School } from '../people/person.ts'

export interface NewClass {
  readonly schoolId: string
  readonly code: string
  readonly name: string
  readonly age: ClassAge
  /** As on the class's list, nicknames in parentheses; unique within the class. */
  readonly children: readonly string[]
}

export interface NewStaff {
  readonly schoolId: string
  readonly role: 'office' | 'teacher'
  readonly name: string
  /** Codes of the classes taught. */
  readonly classCodes: readonly string[]
  readonly now: Date
}

/** What setting up a school writes. */
export interface SetupStore {
  addSchool(school: { readonly name: string; readonly place: Place; readonly demo: boolean; readonly now: Date }): Promise<School>
  /** By id, or by name as far as that fits only one. */
  findSchools(idOrName: string): Promise<School[]>
  /** Adds a class or brings its list up to date: children who are missing from it become inactive, none is deleted. @returns its id. */
  putClass(one: NewClass): Promise<string>
  /** @returns the person's id, or the class codes that the school does not have. */
  addStaff(staff: NewStaff): Promise<{ kind: 'added'; personId: string } | { kind: 'no_such_class'; codes: string[] }>
}
