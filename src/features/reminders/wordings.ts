/** The fields an office may use in its own words, by all the names it may use for them. */
export const fields = {
  title: ['title', 'ten', 'viec'],
  date: ['date', 'ngay'],
  weekday: ['weekday', 'thu'],
  time: ['time', 'gio'],
  place: ['place', 'noi'],
  classes: ['classes', 'lop'],
  children: ['children', 'be', 'con'],
  school: ['school', 'truong'],
} as const satisfies Record<string, readonly string[]>
export type Field = keyof typeof fields

/** What came of reading a message of the office. */
export type WordingCheck =
  | { readonly kind: 'right' }
  /** Not a message at all: a brace without its partner. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'unknown_field'; readonly field: string }

/** Reads and fills ICU messages that are data. */
export interface Wordings {
  /** Names of the arguments; undefined when it is no message. */
  argumentsOf(message: string): readonly string[] | undefined
  fill(message: string, language: string, values: Readonly<Record<string, string>>): string
}

const known = new Set<string>(Object.values(fields).flat())

/** Whether a message can be filled for every reader. */
export function checkWording(wordings: Wordings, message: string): WordingCheck {
  const names = wordings.argumentsOf(message)
  if (names === undefined) return { kind: 'broken' }
  const unknown = names.find((name) => !known.has(name))
  return unknown === undefined ? { kind: 'right' } : { kind: 'unknown_field', field: unknown }
}

/** The values under all names. */
export function valuesOf(values: Readonly<Record<Field, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, names]) => names.map((name) => [name, values[field as Field]])),
  )
}
