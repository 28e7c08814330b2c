import type { Choice } from '../../core/message.ts'
import type { Language, PhraseKey, Phrases } from '../../core/phrases.ts'
import type { AnnouncedChild } from '../checkin/announced.ts'
import type { Symptom } from '../checkin/report.ts'
import { shortName } from '../checkin/wording.ts'
import type { Child, SchoolClass } from '../people/person.ts'
import { noteOf } from './act.ts'
import type { Form } from './form.ts'
import { pathOf, type Stop, stopOf } from './path.ts'

/** Children on one page: a phone shows them without scrolling far. */
export const pageSize = 10
/** What children of this age mostly have; the rest is typed. */
const offeredSymptoms: readonly Symptom[] = [
  'fever',
  'cough',
  'runny-nose',
  'sore-throat',
  'vomiting',
  'diarrhea',
  'stomach-ache',
  'rash',
  'fatigue',
]
const offeredTemperatures = [37.5, 38, 38.5, 39, 39.5]
const reasons = ['sick', 'family', 'other'] as const

export interface FormVoice {
  readonly phrases: Phrases
  readonly language: Language
  readonly announced: readonly AnnouncedChild[]
}

/** The question a form is at, with everything that can be chosen; undefined when all are answered. */
export function questionOf(
  form: Form,
  one: SchoolClass,
  voice: FormVoice,
): { readonly text: string; readonly choices: readonly Choice[] } | undefined {
  const stop = stopOf(form, one)
  if (stop === undefined) return undefined
  const say = sayIn(voice)
  const asked =
    stop.kind === 'away' || stop.kind === 'ill' ? pickFrom(form, { stop, one, voice }) : askOf(form, { stop, one, voice })
  const path = pathOf(form, one)
  const progress = say('form.progress', { class: one.code, step: form.at + 1, steps: path.length })
  const back = form.at === 0 ? [] : [choice(form, say('form.back'), 'back')]
  return { text: `${progress}\n${asked.text}`, choices: [...asked.choices, ...back, choice(form, say('form.cancel'), 'stop')] }
}

type Asked = { readonly text: string; readonly choices: readonly Choice[] }

/** A page of children to be chosen; those their families announced come first. */
function pickFrom(
  form: Form,
  { stop, one, voice }: { stop: Stop & { kind: 'away' | 'ill' }; one: SchoolClass; voice: FormVoice },
): Asked {
  const say = sayIn(voice)
  const { shown, page, pages, chosen } = pageOf(form, { list: stop.kind, one, announced: voice.announced })
  const children = shown.map((child) => {
    const marks = [chosen.includes(child) ? '✓' : '', isAnnounced(child, voice.announced) ? '📩' : ''].filter(Boolean)
    return choice(form, [...marks, labelOf(child, one)].join(' '), `t:${child.id}`)
  })
  const turn = [
    ...(page + 1 < pages ? [choice(form, say('form.next_page'), `p:${page + 1}`)] : []),
    ...(page > 0 ? [choice(form, say('form.previous_page'), `p:${page - 1}`)] : []),
  ]
  const done = choice(
    form,
    chosen.length === 0 ? say(`form.none_${stop.kind}`) : say('form.done', { count: chosen.length }),
    'next',
  )
  const lines = [say(`form.ask_${stop.kind}`)]
  if (shown.some((child) => isAnnounced(child, voice.announced))) lines.push(say('form.announced'))
  if (chosen.length > 0)
    lines.push(say('form.chosen', { count: chosen.length, list: chosen.map((child) => labelOf(child, one)).join(', ') }))
  if (pages > 1) lines.push(say('form.page', { page: page + 1, pages }))
  return { text: lines.join('\n'), choices: [...children, done, ...turn] }
}

/** The children on the page a form is at, and everybody chosen so far. */
export function pageOf(
  form: Form,
  { list, one, announced }: { list: 'away' | 'ill'; one: SchoolClass; announced: readonly AnnouncedChild[] },
) {
  const here = list === 'away' ? one.children : one.children.filter(({ id }) => !form.away.includes(id))
  const ordered =
    list === 'away'
      ? here.toSorted((left, right) => Number(isAnnounced(right, announced)) - Number(isAnnounced(left, announced)))
      : here
  const pages = Math.max(1, Math.ceil(ordered.length / pageSize))
  const page = Math.min(form.page, pages - 1)
  const chosen = here.filter(({ id }) => form[list].includes(id))
  return { shown: ordered.slice(page * pageSize, (page + 1) * pageSize), page, pages, chosen }
}

function askOf(
  form: Form,
  { stop, one, voice }: { stop: Exclude<Stop, { kind: 'away' | 'ill' }>; one: SchoolClass; voice: FormVoice },
): Asked {
  const say = sayIn(voice)
  if (stop.kind === 'ask_ill')
    return {
      text: say('form.ask_ask_ill'),
      choices: [choice(form, say('form.none_ill'), 'ill:no'), choice(form, say('form.some_ill'), 'ill:yes')],
    }
  const child = labelOf(one.children.find(({ id }) => id === stop.child)!, one)
  const note = noteOf(form, stop.child)
  const skip = (known: string | null) => choice(form, known === null ? say('form.skip') : say('form.keep', { known }), 'next')
  switch (stop.kind) {
    case 'reason': {
      const known = note.reason === null ? null : say(`checkin.reason_${note.reason}`)
      const offered = reasons.map((reason) => choice(form, capital(say(`checkin.reason_${reason}`)), `r:${reason}`))
      return { text: say('form.ask_reason', { child }), choices: [...offered, skip(known)] }
    }
    case 'symptoms': {
      const word = (symptom: Symptom) => capital(say(`summary.symptom.${symptom}` as PhraseKey))
      const listed = [...offeredSymptoms, ...note.symptoms.filter((symptom) => !offeredSymptoms.includes(symptom))]
      const offered = listed.map((symptom) =>
        choice(form, note.symptoms.includes(symptom) ? `✓ ${word(symptom)}` : word(symptom), `s:${symptom}`),
      )
      const done = note.symptoms.length === 0 ? say('form.skip') : say('form.done', { count: note.symptoms.length })
      return { text: say('form.ask_symptoms', { child }), choices: [...offered, choice(form, done, 'next')] }
    }
    case 'temperature': {
      const written = (celsius: number) => `${voice.language === 'vi' ? String(celsius).replace('.', ',') : celsius} °C`
      const offered = offeredTemperatures.map((celsius) => choice(form, written(celsius), `c:${celsius * 10}`))
      const known = note.temperatureC === null ? null : written(note.temperatureC)
      return { text: say('form.ask_temperature', { child }), choices: [...offered, skip(known)] }
    }
    case 'leave': {
      const known = note.excused === null ? null : say(note.excused ? 'checkin.excused' : 'checkin.unexcused')
      const offered = [
        choice(form, capital(say('checkin.excused')), 'l:yes'),
        choice(form, capital(say('checkin.unexcused')), 'l:no'),
      ]
      return { text: say('form.ask_leave', { child }), choices: [...offered, skip(known)] }
    }
  }
}

/** As short as the class allows: two children called Bảo An stand there with their full names. */
export function labelOf(child: Child, one: SchoolClass): string {
  const short = shortName(child.rosterName)
  return one.children.some((other) => other.id !== child.id && shortName(other.rosterName) === short) ? child.rosterName : short
}

const capital = (label: string) => `${label.charAt(0).toUpperCase()}${label.slice(1)}`

function isAnnounced({ rosterName }: Child, announced: readonly AnnouncedChild[]): boolean {
  return announced.some(({ name, kind }) => kind === 'away' && name === rosterName)
}

const choice = (form: Form, label: string, value: string): Choice => ({ label, value: `fm:${form.id}:${value}` })

function sayIn({ phrases, language }: FormVoice) {
  return (key: PhraseKey, params?: Record<string, string | number>) => phrases.text(language, key, params)
}
