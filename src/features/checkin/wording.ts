import { type SchoolDay, writtenDay } from '../../core/clock.ts'
import type { Language, PhraseKey, Phrases } from '../../core/phrases.ts'
import type { SchoolClass } from '../people/person.ts'
import { type AnnouncedChild, presentThoughAnnounced } from './announced.ts'
import type { AbsentChild, ClassReport, IllChild, Symptom } from './report.ts'

type Voice = { phrases: Phrases; language: Language }

/** The report in one short message, as it was understood: doubts first, then the figures, then who. */
export function readBack(
  { phrases, language }: Voice,
  { one, day, report }: { one: SchoolClass; day: SchoolDay; report: ClassReport },
): string {
  const say = (key: PhraseKey, params?: Record<string, string | number>) => phrases.text(language, key, params)
  const lines = [
    ...doubts({ phrases, language }, report, one.children.length),
    say('checkin.counts', {
      class: one.code,
      day: writtenDay(day).slice(0, 5),
      present: report.present ?? 0,
      total: report.total ?? 0,
    }),
  ]
  if (report.absent.length > 0)
    lines.push(
      say('checkin.absent', {
        count: report.absent.length,
        list: list(report.absent.map((child) => absentChild({ phrases, language }, child))),
      }),
    )
  if (report.illPresent.length > 0)
    lines.push(say('checkin.ill', { list: list(report.illPresent.map((child) => illChild({ phrases, language }, child))) }))
  if (report.leftEarly.length > 0) lines.push(say('checkin.left_early', { list: list(report.leftEarly.map(shortName)) }))
  return lines.join('\n')
}

/** Whom the families announced; and once, in the first read-back, who is reported present all the same. */
export function announcedLines(
  { phrases, language }: Voice,
  { checkin, announced, isFirst }: { checkin: { report: ClassReport }; announced: readonly AnnouncedChild[]; isFirst: boolean },
): string[] {
  if (announced.length === 0) return []
  const about = ({ name, kind, reason, symptoms, lateAt }: AnnouncedChild) => {
    const why = symptoms.map((symptom) => symptomWord({ phrases, language }, symptom))
    if (why.length === 0 && reason !== null) why.push(phrases.text(language, `checkin.reason_${reason}`))
    if (kind === 'late') why.unshift(phrases.text(language, 'absence.comes_late', { time: lateAt ?? 'none' }))
    if (kind === 'early') why.unshift(phrases.text(language, 'absence.leaves_early', { time: lateAt ?? 'none' }))
    return withDetail(name, why)
  }
  const lines = [phrases.text(language, 'absence.announced', { list: list(announced.map(about)) })]
  const here = isFirst ? presentThoughAnnounced(checkin.report, announced) : []
  if (here.length > 0)
    lines.push(
      phrases.text(language, 'absence.present_though_announced', { list: here.map(({ name }) => shortName(name)).join(', ') }),
    )
  return lines
}

/** What must be asked before the report can be trusted. */
export function doubts({ phrases, language }: Voice, report: ClassReport, enrolled: number): string[] {
  const say = (key: PhraseKey, params?: Record<string, string | number>) => phrases.text(language, key, params)
  const found: string[] = []
  const [mention] = report.ambiguous
  if (mention !== undefined) found.push(say('checkin.which_child', { mention: mention.mention }))
  if (report.unknownNames.length > 0)
    found.push(say('checkin.unknown_child', { names: someOf({ phrases, language }, report.unknownNames) }))
  if (report.error === 'implausible-temperature') found.push(say('checkin.implausible_temperature'))
  const away = (report.total ?? enrolled) - (report.present ?? enrolled)
  const mismatch = report.error === 'count-mismatch'
  const asked = report.ambiguous.filter(({ role }) => role === 'absent').length
  const nameless = mismatch ? away - report.absent.length - asked : report.unnamedAbsent
  if (nameless > 0) found.push(say('checkin.unnamed', { count: nameless }))
  if (nameless < 0) found.push(say('checkin.too_many_names', { count: away, named: report.absent.length }))
  // Figures of the line contradict each other, or a correction took hold of nothing.
  if (mismatch && nameless === 0) found.push(say('checkin.please_check'))
  return found
}

function absentChild(voice: Voice, child: AbsentChild): string {
  const { phrases, language } = voice
  const about = child.symptoms.map((symptom) => symptomWord(voice, symptom))
  if (about.length === 0 && child.reason !== null) about.push(phrases.text(language, `checkin.reason_${child.reason}`))
  if (child.temperatureC !== null) about.push(degrees(language, child.temperatureC))
  if (child.excused !== null) about.push(phrases.text(language, child.excused ? 'checkin.excused' : 'checkin.unexcused'))
  return withDetail(child.name, about)
}

function illChild(voice: Voice, child: IllChild): string {
  const about = child.symptoms.map((symptom) => symptomWord(voice, symptom))
  if (child.temperatureC !== null) about.push(degrees(voice.language, child.temperatureC))
  return withDetail(child.name, about)
}

function symptomWord({ phrases, language }: Voice, symptom: Symptom): string {
  return phrases.text(language, `summary.symptom.${symptom}` as PhraseKey)
}

function degrees(language: Language, celsius: number): string {
  const figure = String(celsius)
  return `${language === 'vi' ? figure.replace('.', ',') : figure} °C`
}

function withDetail(name: string, about: readonly string[]): string {
  return about.length === 0 ? shortName(name) : `${shortName(name)} (${about.join(', ')})`
}

/** How a class speaks of a child: the nickname where there is one, else the last two words. */
export function shortName(rosterName: string): string {
  const nickname = /\(([^)]+)\)/.exec(rosterName)?.[1]
  return nickname ?? rosterName.split(' ').slice(-2).join(' ')
}

/** A pasted list of strangers is not read back in full. */
const listedNames = 10

function someOf({ phrases, language }: Voice, names: readonly string[]): string {
  const shown = list(names.slice(0, listedNames).map((name) => name.slice(0, 60)))
  const more = names.length - listedNames
  return more <= 0 ? shown : `${shown} ${phrases.text(language, 'checkin.more_names', { count: more })}`
}

function list(items: readonly string[]): string {
  return items.join('; ')
}
