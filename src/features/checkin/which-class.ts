import { fold, withoutDiacritics } from '../../core/text.ts'
import type { SchoolClass } from '../people/person.ts'

/**
 * The class a line names by its code or name, marks and spaces aside: `la 2 31/32` names `Lá 2`. The longest spelling wins, so
 * that `A10` is not taken for `A1`.
 */
export function mentionedClass(text: string, classes: readonly SchoolClass[]): SchoolClass | undefined {
  const typed = ` ${spelling(text)} `
  const spellings = classes.flatMap((one) => [one.code, one.name].map((name) => ({ one, name: spelling(name) })))
  const found = spellings.filter(({ name }) => typed.includes(` ${name} `) || typed.includes(` ${name.replaceAll(' ', '')} `))
  return found.sort((a, b) => b.name.length - a.name.length)[0]?.one
}

function spelling(text: string): string {
  return withoutDiacritics(fold(text))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
