import { fold, withoutDiacritics } from '../../core/text.ts'
import type { SchoolClass } from '../people/person.ts'

/**
 * The class a line names by its code or name, marks and spaces aside: `la 2 31/32` names `Lá 2`. The longest spelling wins, so
 * that `A10` is not taken for `A1`.
 */
export function mentionedClass<Named extends Nameable>(text: string, classes: readonly Named[]): Named | undefined {
  return mentionsIn(text, classes).sort((one, other) => other.length - one.length)[0]?.one
}

/** Every class a line names, in the order of the line. */
export function mentionedClasses<Named extends Nameable>(text: string, classes: readonly Named[]): Named[] {
  const taken: Mention<Named>[] = []
  for (const mention of mentionsIn(text, classes).sort((one, other) => other.length - one.length)) {
    const isFree = taken.every(({ at, length }) => mention.at >= at + length || at >= mention.at + mention.length)
    if (isFree && !taken.some(({ one }) => one === mention.one)) taken.push(mention)
  }
  return taken.sort((one, other) => one.at - other.at).map(({ one }) => one)
}

type Nameable = Pick<SchoolClass, 'code' | 'name'>

interface Mention<Named> {
  readonly one: Named
  readonly at: number
  readonly length: number
}

function mentionsIn<Named extends Nameable>(text: string, classes: readonly Named[]): Mention<Named>[] {
  const typed = ` ${spelling(text)} `
  return classes.flatMap((one) =>
    [one.code, one.name].flatMap((name) => {
      const words = spelling(name)
      return [words, words.replaceAll(' ', '')].flatMap((form) => {
        const at = typed.indexOf(` ${form} `)
        return at < 0 ? [] : [{ one, at, length: form.length + 1 }]
      })
    }),
  )
}

function spelling(text: string): string {
  return withoutDiacritics(fold(text))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
