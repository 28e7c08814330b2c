import { z } from 'zod'
import type { SchoolPart } from '../../features/calendar/school-day.ts'
import { classAges } from '../../features/people/person.ts'

const Age = z.enum(classAges)

/** How a part of a school stands in `closure.scope`. */
export function scopeOf(only: SchoolPart | undefined): string {
  if (only === undefined) return 'school'
  return 'classId' in only ? `class:${only.classId}` : `age:${only.age}`
}

/** The part of the school that a scope names, to be spread into a closure. */
export function partOf(scope: string): { only?: SchoolPart } {
  if (scope.startsWith('class:')) return { only: { classId: scope.slice('class:'.length) } }
  return scope.startsWith('age:') ? { only: { age: Age.parse(scope.slice('age:'.length)) } } : {}
}
