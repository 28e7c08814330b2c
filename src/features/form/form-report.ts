import type { Language, PhraseKey, Phrases } from '../../core/phrases.ts'
import type { ClassReport, Symptom } from '../checkin/report.ts'
import type { SchoolClass } from '../people/person.ts'
import { noteOf } from './act.ts'
import type { Form } from './form.ts'

/** From here on a temperature is a fever, as in a typed line. Degrees Celsius. */
const feverFrom = 37.5

/** The report a form makes, in the shape of a typed one. @param before what stood when it began */
export function reportOf(form: Form, one: SchoolClass, before: ClassReport | undefined): ClassReport {
  const absent = one.children
    .filter(({ id }) => form.away.includes(id))
    .map(({ id, rosterName: name }) => {
      const { reason, symptoms, temperatureC, excused } = noteOf(form, id)
      const signs = withFever(symptoms, temperatureC)
      return { name, reason: signs.length > 0 ? ('sick' as const) : reason, symptoms: signs, temperatureC, excused }
    })
  const illPresent = one.children
    .filter(({ id }) => form.wantsIll && form.ill.includes(id) && !form.away.includes(id))
    .map(({ id, rosterName: name }) => {
      const { symptoms, temperatureC } = noteOf(form, id)
      return { name, symptoms: withFever(symptoms, temperatureC), temperatureC }
    })
  const total = one.children.length
  const here = new Set(one.children.filter(({ id }) => !form.away.includes(id)).map(({ rosterName }) => rosterName))
  return {
    present: total - absent.length,
    total,
    absent,
    illPresent,
    leftEarly: before?.leftEarly.filter((name) => here.has(name)) ?? [],
    unnamedAbsent: 0,
    ambiguous: [],
    unknownNames: [],
    error: null,
  }
}

function withFever(symptoms: readonly Symptom[], temperatureC: number | null): readonly Symptom[] {
  const isFever = temperatureC !== null && temperatureC >= feverFrom
  return isFever && !symptoms.includes('fever') && !symptoms.includes('dengue') ? ['fever', ...symptoms] : symptoms
}

/** The report as the line a teacher would have typed: what is kept as her words. */
export function lineOf(report: ClassReport, one: SchoolClass, phrases: Phrases): string {
  const vi: Language = 'vi'
  const word = (key: string) => phrases.text(vi, key as PhraseKey)
  const signs = ({ symptoms, temperatureC }: { symptoms: readonly Symptom[]; temperatureC: number | null }) => [
    ...symptoms.map((symptom) => word(`summary.symptom.${symptom}`)),
    ...(temperatureC === null ? [] : [`${String(temperatureC).replace('.', ',')} độ`]),
  ]
  const absent = report.absent.map(({ name, reason, excused, ...child }) => {
    const about = signs(child)
    if (about.length === 0 && reason !== null) about.push(word(`checkin.reason_${reason}`))
    if (excused !== null) about.push(word(excused ? 'checkin.excused' : 'checkin.unexcused'))
    return [plainName(name), about.join(', ')].filter(Boolean).join(' ')
  })
  const ill = report.illPresent.map(({ name, ...child }) => `${plainName(name)} ${signs(child).join(', ')}`)
  const left = report.leftEarly.map(plainName)
  return [
    `${one.code} ${report.present}/${report.total}`,
    ...(absent.length === 0 ? [] : [phrases.text(vi, 'form.line_absent', { count: absent.length, list: absent.join('; ') })]),
    ...(ill.length === 0 ? [] : [phrases.text(vi, 'form.line_ill', { list: ill.join('; ') })]),
    ...(left.length === 0 ? [] : [phrases.text(vi, 'form.line_left', { list: left.join('; ') })]),
  ].join('\n')
}

const plainName = (rosterName: string) => rosterName.replace(/\s*\(.*/, '')
