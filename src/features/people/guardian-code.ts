import { fold, hasDiacritics, withoutDiacritics } from '../../core/text.ts'
import type { Child, SchoolClass } from './person.ts'

const request =
  /^(?:\/code|xin mã|lấy mã|mã|xin ma|lay ma|ma)\s+(?:liên kết\s+|lien ket\s+|phụ huynh\s+|phu huynh\s+|ph\s+)*(?:(?:của|cua|cho)\s+)?(?:(?:bé|be|cháu|chau)\s+)?(?<rest>.+)$/iu

/** What somebody who asks for a guardian's code typed after it: `mã A1 An` → `A1 An`; undefined when it is no such request. */
export function guardianCodeRequest(text: string): string | undefined {
  return request.exec(fold(text))?.groups?.rest
}

/** Children whom a request can mean, in the classes its writer may see. A class's code in it narrows the search. */
export function childrenMeant(rest: string, classes: readonly SchoolClass[]): { child: Child; one: SchoolClass }[] {
  const words = fold(rest)
    .replace(/\b(lớp|lop|bé|be)\b/giu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const named = classes.find((one) => ` ${words} `.includes(` ${fold(one.code)} `))
  const name = named === undefined ? words : ` ${words} `.replace(` ${fold(named.code)} `, ' ').trim()
  const pool = (named === undefined ? classes : [named]).flatMap((one) => one.children.map((child) => ({ child, one })))
  const found = pool.filter(({ child }) => meets(name, child.rosterName))
  // Whoever types a child's full name means that child, though its end is another's whole name.
  const whole = found.filter(({ child }) => spelling(name, name) === spelling(name, child.rosterName.replace(/\s*\(.*/, '')))
  return whole.length === 1 ? whole : found
}

function meets(typed: string, rosterName: string): boolean {
  const wanted = spelling(typed, typed)
  if (wanted === '') return false
  const full = spelling(typed, rosterName.replace(/\s*\(.*/, ''))
  const nickname = spelling(typed, /\(([^)]+)\)/.exec(rosterName)?.[1] ?? '')
  return nickname === wanted || full === wanted || full.endsWith(` ${wanted}`)
}

/** Marks count only for whoever typed some. */
function spelling(typed: string, name: string): string {
  return hasDiacritics(typed) ? fold(name) : withoutDiacritics(fold(name))
}
