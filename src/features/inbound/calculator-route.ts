import { schoolDayOf } from '../../core/clock.ts'
import { readBirthQuestion, tellClassForBirth } from '../calculators/class-for-birth.ts'
import { readMilkQuestion, tellMilkCost } from '../calculators/milk-cost.ts'
import type { School } from '../people/person.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'
import { passQuestion } from './pass-rest.ts'

/** The two sums: what school milk costs a family, and which class a birth date means. Undefined when neither is asked for. */
export async function hearSum(
  deps: RouteDeps,
  hearing: Hearing,
  { school, text }: { school: School; text: string },
): Promise<Heard | undefined> {
  const { turn, identity } = hearing
  const { stores, now } = turn
  const { language } = identity
  const today = schoolDayOf(now)
  const birth = readBirthQuestion(text, today)
  if (birth !== undefined) {
    const classes = await stores.people.classes(school.id)
    const told = tellClassForBirth(deps.phrases, { question: birth, classes, school: school.name, language })
    return told && (await reply(deps, hearing, { ...told, asked: text }))
  }
  const span = readMilkQuestion(text, school, today)
  if (span === undefined) return undefined
  const { milkPrice } = await stores.settings.all(school.id)
  const price = milkPrice === null ? undefined : Number(milkPrice)
  const closures = await stores.calendar.closures(school.id)
  const told = tellMilkCost(deps.phrases, { language, span, price, closures, school, today })
  return await reply(deps, hearing, { text: told, forOffice: price === undefined, asked: text })
}

/** Says it; what is missing in it the office is asked, unless the office itself asks. */
async function reply(
  deps: RouteDeps,
  hearing: Hearing,
  { text, forOffice, asked }: { text: string; forOffice: boolean; asked: string },
): Promise<Heard> {
  const { identity } = hearing
  const passed = forOffice && (await passQuestion(deps, hearing, asked))
  const said = passed ? `${text}\n${deps.phrases.text(identity.language, 'calculators.passed')}` : text
  return { route: 'sum', replies: [{ text: said }], session: { thread: undefined } }
}
