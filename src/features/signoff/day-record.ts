import { type SchoolDay, schoolTimeOf } from '../../core/clock.ts'
import type { Language } from '../../core/phrases.ts'
import { dayWords } from '../absence/wording.ts'
import { shortName } from '../checkin/wording.ts'
import type { SchoolClass } from '../people/person.ts'
import { factLines, factsOf } from './day-facts.ts'
import { namesOfStaff, readDay } from './day-of-school.ts'
import { shorten } from './show-day.ts'
import type { Known, SignoffDeps } from './signoff-deps.ts'
import type { DayLine, DropOffNote } from './signoff-store.ts'

type Deps = Pick<SignoffDeps, 'people' | 'checkins' | 'signoffs' | 'phrases'>
type Asked = { readonly language: Language; readonly day: SchoolDay; readonly today: SchoolDay }

/** Everything both sides said and confirmed of one child on one day, with who and when. */
export async function recordOf(deps: Deps, { language, day, today }: Asked, known: Known): Promise<string> {
  const { phrases, signoffs } = deps
  const { one, child } = known
  const school = await readDay(deps, one.schoolId, day)
  const dropOffs = (await signoffs.dropOffs(one.schoolId, day)).filter(({ childId }) => childId === child.id)
  const lines = (await signoffs.lines(one.schoolId, day)).filter(({ childId }) => childId === child.id)
  const names = await namesOfStaff(
    deps.people,
    one.schoolId,
    dropOffs.map(({ seenBy }) => seenBy),
  )
  const facts = factLines(
    { phrases, language },
    factsOf(child, { checkin: school.reports.get(one.id), notes: school.notes }),
    school.names,
  )
  const title = phrases.text(language, 'signoff.record_title', {
    child: child.rosterName,
    class: one.code,
    when: dayWords({ phrases, language }, day, today),
  })
  if (dropOffs.length + facts.length + lines.length === 0)
    return [title, phrases.text(language, 'signoff.record_empty')].join('\n')
  const came = dropOffs.map((note) => {
    const teacher = note.seenBy === null ? 'none' : (names.get(note.seenBy) ?? phrases.text(language, 'signoff.a_teacher'))
    const seen = note.seenAt === null ? 'none' : schoolTimeOf(note.seenAt)
    return `• ${phrases.text(language, 'signoff.record_drop_off', { time: schoolTimeOf(note.saidAt), text: note.text.slice(0, 300), teacher, seen })}`
  })
  const left = lines.map(({ shownAt, confirmedAt }) => {
    const confirmed = confirmedAt === null ? 'none' : schoolTimeOf(confirmedAt)
    return `• ${phrases.text(language, 'signoff.record_line', { time: schoolTimeOf(shownAt), confirmed })}`
  })
  return [title, ...came, ...facts, ...left].join('\n')
}

/** Who of a class's families has confirmed what, and who has not: shown to whoever asks, and nobody is reminded of it. */
export async function recordOfClass(deps: Deps, { language, day, today }: Asked, one: SchoolClass): Promise<string> {
  const { phrases, signoffs } = deps
  const inClass = ({ childId }: { childId: string }) => one.children.some(({ id }) => id === childId)
  const school = await readDay(deps, one.schoolId, day)
  const dropOffs = (await signoffs.dropOffs(one.schoolId, day)).filter(inClass)
  const lines = (await signoffs.lines(one.schoolId, day)).filter(inClass)
  const title = phrases.text(language, 'signoff.class_title', {
    class: one.code,
    when: dayWords({ phrases, language }, day, today),
  })
  const rows = one.children.flatMap((child) => {
    const came = dropOffs.filter(({ childId }) => childId === child.id)
    const shown = lines.filter(({ childId }) => childId === child.id)
    const isNoted = school.notes.some(({ childId }) => childId === child.id)
    if (came.length + shown.length === 0 && !isNoted) return []
    const parts = [
      ...came.map((note) => cameWords(deps, language, note)),
      ...(isNoted || shown.length > 0 ? [shownWords(deps, language, shown)] : []),
    ]
    return [`• ${shortName(child.rosterName)}: ${parts.join('; ')}`]
  })
  return [title, ...(rows.length === 0 ? [phrases.text(language, 'signoff.record_empty')] : rows)].join('\n')
}

function cameWords({ phrases }: Deps, language: Language, { text, seenAt }: DropOffNote): string {
  return phrases.text(language, 'signoff.class_drop_off', {
    text: shorten(text),
    seen: seenAt === null ? 'none' : schoolTimeOf(seenAt),
  })
}

function shownWords({ phrases }: Deps, language: Language, shown: readonly DayLine[]): string {
  const times = shown.flatMap(({ confirmedAt }) => (confirmedAt === null ? [] : [confirmedAt]))
  const latest = times.sort((a, b) => a.getTime() - b.getTime()).at(-1)
  const state = shown.length === 0 ? 'not_shown' : latest === undefined ? 'open' : 'confirmed'
  return phrases.text(language, 'signoff.class_line', { state, time: latest === undefined ? 'none' : schoolTimeOf(latest) })
}
