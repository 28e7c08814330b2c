import { addDays, type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { Choice } from '../../core/message.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import { rosterOf } from '../checkin/record-report.ts'
import { mentionedClass } from '../checkin/which-class.ts'
import { shortName } from '../checkin/wording.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Person, SchoolClass } from '../people/person.ts'
import type { GrowthStore, Weighing } from './growth-store.ts'
import { type GrowthLine, readGrowth, saysWeighing } from './read-growth.ts'
import { recordGrowth, settleGrowth } from './record-growth.ts'
import { growthReadBack } from './wording.ts'

export interface GrowthReply {
  readonly text: string
  readonly choices?: readonly Choice[]
  /** Takes the place of the message whose button was tapped. */
  readonly editsTapped?: boolean
}

export type GrowthDeps = { readonly growth: GrowthStore; readonly people: PeopleStore; readonly phrases: Phrases }
type Speaker = { readonly teacher: Person; readonly language: Language; readonly now: Date }

const undoMinutes = 10

/** A teacher typed something. Takes it as weights and heights if it is; undefined: it is none, and somebody else's to answer. */
export async function hearGrowth(deps: GrowthDeps, speaker: Speaker, text: string): Promise<GrowthReply | undefined> {
  const { growth, people, phrases } = deps
  const { teacher, language, now } = speaker
  const own = await people.classes(teacher.schoolId, teacher.classIds)
  const day = dayMeasured(text, schoolDayOf(now))
  const readIn = async (one: SchoolClass) => await readFor(growth, { one, day, text })
  const read: { one: SchoolClass; line: GrowthLine }[] = []
  for (const one of mentionedOf(text, own)) {
    const line = await readIn(one)
    if (line !== undefined) read.push({ one, line })
  }
  // Another class's children may have the same names.
  const named = mentionedClass(text, read.length > 0 || saysWeighing(text) ? await people.classes(teacher.schoolId) : own)
  if (named !== undefined && !own.some(({ id }) => id === named.id))
    return read.length > 0 || (await readIn(named)) !== undefined
      ? { text: phrases.text(language, 'growth.not_your_class', { class: named.code }) }
      : undefined
  const meant = read.length > 1 ? read.filter(({ line }) => line.entries.every(({ candidates }) => candidates.length > 0)) : read
  const [first] = meant
  if (meant.length !== 1 || first === undefined)
    return read.length === 0 ? undefined : { text: phrases.text(language, 'growth.which_class') }
  const { one, line } = first
  const recorded = await recordGrowth(growth, { one, day, text, personId: teacher.id, now, line })
  const readBack = growthReadBack({ phrases, language }, { ...recorded, one, leftOver: line.leftOver })
  return ask(deps, speaker, { weighing: recorded.weighing, one, readBack })
}

/** "hôm qua", "hôm kia": measured then; the read-back shows the day. */
function dayMeasured(text: string, today: SchoolDay): SchoolDay {
  const words = withoutDiacritics(fold(text))
  return addDays(today, /\bhom kia\b/.test(words) ? -2 : /\bhom qua\b|\byesterday\b/.test(words) ? -1 : 0)
}

function mentionedOf(text: string, own: readonly SchoolClass[]): readonly SchoolClass[] {
  const named = mentionedClass(text, own)
  return named === undefined ? own : [named]
}

async function readFor(
  growth: GrowthStore,
  { one, day, text }: { one: SchoolClass; day: SchoolDay; text: string },
): Promise<GrowthLine | undefined> {
  const plain = readGrowth(text, rosterOf(one))
  if (plain !== undefined) return plain
  const ids = one.children.map(({ id }) => id)
  const today = await growth.measurements(one.schoolId, ids, day)
  if (today.length === 0) return undefined
  return readGrowth(text, rosterOf(one), { measuredToday: new Set(today.map(({ childId }) => ids.indexOf(childId))) })
}

/** A teacher chose something under a read-back; undefined when it is gone. @param value `gr:…` */
export async function chooseGrowth(deps: GrowthDeps, speaker: Speaker, value: string): Promise<GrowthReply | undefined> {
  const { growth, people, phrases } = deps
  const { teacher, language, now } = speaker
  const [, act, id = '', choice] = value.split(':')
  const weighing = await growth.find({ schoolId: teacher.schoolId, id })
  if (weighing === undefined || weighing.undoneAt !== null || !teacher.classIds.includes(weighing.classId)) return undefined
  const [one] = await people.classes(teacher.schoolId, [weighing.classId])
  if (one === undefined) return undefined
  const voice = { phrases, language }
  switch (act) {
    case 'ok': {
      if (weighing.doubts.length > 0) return undefined
      if (weighing.confirmedAt === null) await growth.confirm(weighing, now)
      const text = `${phrases.text(language, 'growth.confirmed')}\n${growthReadBack(voice, { one, weighing })}`
      return { text, choices: [undoChoice(deps, language, weighing)], editsTapped: true }
    }
    case 'undo':
      if (now.getTime() - weighing.saidAt.getTime() > undoMinutes * 60_000)
        return { text: phrases.text(language, 'growth.undo_too_late', { minutes: undoMinutes }) }
      await growth.undo(weighing, now)
      return { text: phrases.text(language, 'growth.undone', { class: one.code }), editsTapped: true }
    case 'who': {
      const settled = await settleGrowth(growth, { weighing, one, choice: Number(choice) })
      if (settled === undefined) return undefined
      const readBack = growthReadBack(voice, { one, weighing: settled.weighing, children: [settled.recorded] })
      return { ...ask(deps, speaker, { weighing: settled.weighing, one, readBack }), editsTapped: true }
    }
    default:
      return undefined
  }
}

function ask(
  deps: GrowthDeps,
  { language }: Speaker,
  { weighing, one, readBack }: { weighing: Weighing | undefined; one: SchoolClass; readBack: string },
): GrowthReply {
  const { phrases } = deps
  if (weighing === undefined) return { text: readBack }
  const undo = undoChoice(deps, language, weighing)
  const [doubt] = weighing.doubts
  if (doubt !== undefined) {
    const candidates = doubt.childIds.map((childId, index) => ({
      label: one.children.find(({ id }) => id === childId)?.rosterName ?? shortName(doubt.mention),
      value: `gr:who:${weighing.id}:${index}`,
    }))
    return { text: readBack, choices: [...candidates, undo] }
  }
  if (weighing.measurements.length === 0) return { text: readBack }
  const confirm = { label: phrases.text(language, 'checkin.confirm'), value: `gr:ok:${weighing.id}` }
  return { text: `${readBack}\n${phrases.text(language, 'checkin.right')}`, choices: [confirm, undo] }
}

function undoChoice({ phrases }: GrowthDeps, language: Language, { id }: Weighing): Choice {
  return { label: phrases.text(language, 'checkin.undo'), value: `gr:undo:${id}` }
}
