import { writtenDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { shortName } from '../checkin/wording.ts'
import type { SchoolClass } from '../people/person.ts'
import type { Range } from './growth-standards.ts'
import type { Measurement, Weighing } from './growth-store.ts'
import type { OddChange } from './odd-change.ts'
import type { Recorded } from './record-growth.ts'
import type { Refusal } from './settle-figures.ts'

export type GrowthVoice = { readonly phrases: Phrases; readonly language: Language }

/** The line as it was recorded: doubts first, then each child's figures. */
export function growthReadBack(
  voice: GrowthVoice,
  {
    one,
    weighing,
    children = [],
    unknown = [],
    leftOver = [],
  }: {
    one: SchoolClass
    weighing: Weighing | undefined
    children?: readonly Recorded[]
    unknown?: readonly string[]
    leftOver?: readonly string[]
  },
): string {
  const { phrases, language } = voice
  const nameOf = (childId: string) => shortName(one.children.find(({ id }) => id === childId)?.rosterName ?? '?')
  const lines: string[] = []
  const [doubt] = weighing?.doubts ?? []
  if (doubt !== undefined) lines.push(phrases.text(language, 'growth.which_child', { mention: doubt.mention }))
  if (unknown.length > 0) lines.push(phrases.text(language, 'growth.unknown', { names: unknown.map(cut).join('; ') }))
  for (const { childId, refused } of children)
    lines.push(...refused.map((refusal) => refusalWords(voice, nameOf(childId), refusal)))
  for (const { childId, odd } of children) lines.push(...odd.map((change) => oddWords(voice, nameOf(childId), change)))
  if (leftOver.length > 0) lines.push(phrases.text(language, 'growth.left_over', { text: leftOver.map(cut).join('; ') }))
  const measured = weighing?.measurements ?? []
  if (measured.length > 0 && weighing !== undefined) {
    const changed = new Map(children.map(({ childId, before }) => [childId, before]))
    const list = measured.map((measurement) => {
      const before = changed.get(measurement.childId)
      const earlier =
        before === undefined || isSame(before, measurement)
          ? ''
          : phrases.text(language, 'growth.before', { figures: figureWords(voice, before) })
      return `${nameOf(measurement.childId)} ${figureWords(voice, measurement)}${earlier}`
    })
    const day = writtenDay(weighing.day).slice(0, 5)
    lines.push(
      phrases.text(language, 'growth.read_back', { class: one.code, day, count: measured.length, list: list.join('; ') }),
    )
  }
  return lines.join('\n')
}

const cut = (text: string) => text.slice(0, 60)

function isSame(before: Measurement, now: Measurement): boolean {
  const same = (one: number | null, other: number | null) => one === null || other === null || one === other
  return same(before.grams, now.grams) && same(before.millimetres, now.millimetres)
}

/** "15,2 kg, 98 cm". */
export function figureWords(
  { language }: GrowthVoice,
  { grams, millimetres }: Pick<Measurement, 'grams' | 'millimetres'>,
): string {
  const words = []
  if (grams !== null) words.push(`${written(language, grams / 1000)} kg`)
  if (millimetres !== null) words.push(`${written(language, millimetres / 10)} cm`)
  return words.join(', ')
}

function written(language: Language, value: number): string {
  const figure = String(Math.round(value * 100) / 100)
  return language === 'vi' ? figure.replace('.', ',') : figure
}

function refusalWords({ phrases, language }: GrowthVoice, child: string, refusal: Refusal): string {
  const { kind, typed } = refusal
  const range = ({ from, to }: Range) => `${written(language, from)}–${written(language, to)}`
  switch (kind) {
    case 'unclear':
      return phrases.text(language, 'growth.unclear', { child, typed })
    case 'implausible_either':
      return phrases.text(language, 'growth.implausible_either', {
        child,
        typed,
        weight: range(refusal.bounds.weight),
        height: range(refusal.bounds.height),
      })
    default:
      return phrases.text(language, `growth.${kind}`, { child, typed, range: range(refusal.bounds) })
  }
}

function oddWords({ phrases, language }: GrowthVoice, child: string, { figure, before, now, on }: OddChange): string {
  const measure = (value: number) =>
    figure === 'weight' ? `${written(language, value / 1000)} kg` : `${written(language, value / 10)} cm`
  return phrases.text(language, 'growth.odd', {
    child,
    before: measure(before),
    now: measure(now),
    day: writtenDay(on),
    change: now < before ? 'less' : 'more',
  })
}
