import { addDays, schoolDayOf, writtenDay } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import { ownChildren } from '../absence/own-children.ts'
import { childrenNamed } from '../absence/which-child.ts'
import { mentionedClass } from '../checkin/which-class.ts'
import { shortName } from '../checkin/wording.ts'
import type { Identity, Person } from '../people/person.ts'
import { dueIn } from './due-children.ts'
import type { GrowthDeps } from './growth-conversation.ts'
import { dueCounts, someNames } from './remind-growth.ts'
import { figureWords } from './wording.ts'

const whoIsDue =
  /^(?:(?:cho em hoi|cho hoi|hoi|em oi|oi|con|lop|lop nao|danh sach|xem) )*(?:(?:ai|be nao|ban nao|chau nao|nhung ai|lop nao|bao nhieu be|may be)(?: [a-z0-9]+){0,3} )?(?:chua|con chua|chua duoc) (?:can|do|can do)(?! (?:nhac|bang|doi|thiet))(?: [a-z0-9]+){0,4}$|^who (?:is|has|hasn t|has not|still)[a-z ]*(?:weigh|measur)[a-z]*/
const figure = /\b(?:nang|cao|can nang|chieu cao|can)\b/
const howMuch = /\b(?:bao nhieu|may (?:kg|ky|ki|can|cm)|the nao|bn|nhiu)\b|\b(?:how (?:heavy|tall|much)|weight|height)\b/
const ownWord = /\b(?:con (?:toi|em|minh|nha)|(?:be|chau|con|ban)(?= )|nha (?:em|toi|minh|con)|my (?:child|son|daughter|kid))\b/
/** Questions about children in general are the documents'. */
const general = /\b(?:\d+ (?:tuoi|thang)|chuan|bao lau|may lan|tieu chuan|cac be|tre em|tre|quy dinh|nen|is normal|should)\b/
const remembered = 800

/** Staff asks who has not been weighed: a teacher of her classes, the office of the school. Undefined: the message asks something else. */
export async function hearWhoIsDue(
  { growth, people, phrases }: GrowthDeps,
  { staff, language, now }: { staff: Person; language: Identity['language']; now: Date },
  text: string,
): Promise<string | undefined> {
  const words = plain(text)
  if (!whoIsDue.test(words)) return undefined
  const day = schoolDayOf(now)
  const all = await people.classes(staff.schoolId)
  const seen = staff.role === 'office' ? all : all.filter(({ id }) => staff.classIds.includes(id))
  const named = mentionedClass(text, seen)
  const lines: string[] = []
  for (const one of named === undefined ? seen : [named]) {
    const due = await dueIn(growth, one, day)
    if (due.length > 0)
      lines.push(phrases.text(language, 'growth.due_class', { class: one.code, ...dueCounts(due, day), names: someNames(due) }))
  }
  return lines.length === 0 ? phrases.text(language, 'growth.due_none') : lines.join('\n')
}

/** A guardian asks how heavy or tall their own child is; undefined when the message is no such question, or from nobody's guardian. */
export async function hearOwnGrowth(
  { growth, people, phrases }: GrowthDeps,
  { identity, now }: { identity: Identity; now: Date },
  text: string,
): Promise<string | undefined> {
  const words = plain(text)
  if (!howMuch.test(words) || !(figure.test(words) || /\bhow (?:heavy|tall)\b/.test(words)) || general.test(words))
    return undefined
  const children = await ownChildren(people, identity)
  const { whose } = childrenNamed(
    text,
    children.map(({ rosterName }) => rosterName),
  )
  if (children.length === 0 || (!ownWord.test(words) && !(whose.kind === 'known' && children.length > 1))) return undefined
  const { language } = identity
  if (whose.kind === 'ambiguous' && whose.mention !== null) return phrases.text(language, 'growth.not_your_child')
  const meant = (whose.kind === 'known' ? whose.children : whose.candidates).map((at) => children[at]!)
  const lines: string[] = []
  for (const { id, schoolId, rosterName } of meant) {
    const from = addDays(schoolDayOf(now), -remembered)
    const [last, before] = await growth.measurements(schoolId, [id], from, { isConfirmed: true })
    const child = shortName(rosterName)
    if (last === undefined) lines.push(phrases.text(language, 'growth.own_none', { child }))
    else
      lines.push(
        phrases.text(language, 'growth.own', {
          child,
          figures: figureWords({ phrases, language }, last),
          day: writtenDay(last.day),
          before: before === undefined ? 'none' : figureWords({ phrases, language }, before),
          beforeDay: before === undefined ? '' : writtenDay(before.day),
        }),
      )
  }
  return lines.join('\n')
}

function plain(text: string): string {
  return withoutDiacritics(fold(text.slice(0, 300)))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
