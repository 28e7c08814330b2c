import { type SchoolDay, schoolDayOf, schoolTimeOf } from '../../core/clock.ts'
import type { Language } from '../../core/phrases.ts'
import type { OwnChild } from '../absence/own-children.ts'
import { dayWords } from '../absence/wording.ts'
import { shortName } from '../checkin/wording.ts'
import { type DayFacts, factLines, factsOf, fingerprint, hasNews } from './day-facts.ts'
import { type DayOfSchool, readDay } from './day-of-school.ts'
import { type Family, findChild, type Known, type SignoffDeps, type SignoffReply } from './signoff-deps.ts'

/** One child's day in the words its guardian reads. */
export function dayText(
  { phrases }: Pick<SignoffDeps, 'phrases'>,
  language: Language,
  {
    known,
    facts,
    day,
    today,
    names,
  }: { known: Known; facts: DayFacts; day: SchoolDay; today: SchoolDay } & Pick<DayOfSchool, 'names'>,
): string {
  const title = phrases.text(language, 'signoff.day_title', {
    child: shortName(known.child.rosterName),
    class: known.one.code,
    when: dayWords({ phrases, language }, day, today),
  })
  return [title, ...factLines({ phrases, language }, facts, names)].join('\n')
}

/** A guardian asks how the day is: what is known of their own children, and of nobody else's. */
export async function showDay(deps: SignoffDeps, family: Family, children: readonly OwnChild[]): Promise<SignoffReply> {
  const { phrases, signoffs } = deps
  const { identity, now } = family
  const { language } = identity
  const today = schoolDayOf(now)
  const parts: string[] = []
  const silent: OwnChild[] = []
  for (const [schoolId, own] of Map.groupBy(children, (child) => child.schoolId)) {
    const school = await readDay(deps, schoolId, today)
    const shown = await signoffs.lines(schoolId, today)
    const told = await signoffs.dropOffs(schoolId, today)
    for (const child of own) {
      const known = findChild(school.classes, child.id)
      if (known === undefined) continue
      const facts = factsOf(known.child, { checkin: school.reports.get(known.one.id), notes: school.notes })
      const seen = told
        .filter(({ childId, personId, seenAt }) => childId === child.id && personId === child.personId && seenAt !== null)
        .map(({ text, seenAt }) =>
          phrases.text(language, 'signoff.your_word_seen', { text: shorten(text), time: schoolTimeOf(seenAt!) }),
        )
      if (!hasNews(facts)) {
        silent.push(child)
        parts.push([nothingYet(deps, language, { known, facts }), ...seen].join('\n'))
        continue
      }
      const text = dayText(deps, language, { known, facts, day: today, today, names: school.names })
      parts.push([text, ...seen].join('\n'))
      const isShown = shown.some(
        (line) => line.childId === child.id && line.personId === child.personId && line.facts === fingerprint(facts),
      )
      if (!isShown) {
        const of = { schoolId, childId: child.id, day: today, personId: child.personId, facts: fingerprint(facts), text }
        await signoffs.show({ ...of, shownAt: now })
      }
    }
  }
  const confirm = { label: phrases.text(language, 'signoff.confirm'), value: `so:ok:${today}` }
  const ask = silent.map(({ id, rosterName }) => ({
    label: phrases.text(language, 'signoff.ask_teacher', { child: silent.length > 1 ? shortName(rosterName) : 'none' }),
    value: `so:ask:${id}`,
  }))
  return { text: parts.join('\n\n'), choices: silent.length < children.length ? [confirm, ...ask] : ask }
}

function nothingYet(
  { phrases }: SignoffDeps,
  language: Language,
  { known, facts: { isPresent } }: { known: Known; facts: DayFacts },
): string {
  const state = isPresent === null ? 'unknown' : isPresent ? 'present' : 'absent'
  return phrases.text(language, 'signoff.nothing_yet', { child: shortName(known.child.rosterName), class: known.one.code, state })
}

/** As much of somebody's own words as they need to know them again. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= 80 ? line : `${line.slice(0, 79).replace(/[\ud800-\udbff]$/, '')}…`
}

/** The guardian's tap under a line: kept with who and when, for every child of theirs it told of. Undefined when nothing was shown. */
export async function confirmDay(deps: SignoffDeps, family: Family, day: SchoolDay): Promise<SignoffReply | undefined> {
  const { signoffs, phrases } = deps
  const { identity, children, now } = family
  const confirmed = new Set<string>()
  let isShown = false
  for (const schoolId of new Set(children.map((child) => child.schoolId)))
    for (const line of await signoffs.lines(schoolId, day)) {
      const child = children.find(({ id, personId }) => id === line.childId && personId === line.personId)
      if (child === undefined) continue
      isShown = true
      if (await signoffs.confirmLine(line, now)) confirmed.add(shortName(child.rosterName))
    }
  if (!isShown) return undefined
  if (confirmed.size === 0) return { text: phrases.text(identity.language, 'signoff.confirmed_before') }
  const params = { child: [...confirmed].join(', '), time: schoolTimeOf(now) }
  return { text: phrases.text(identity.language, 'signoff.confirmed', params) }
}
