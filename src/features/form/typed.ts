import { fold, withoutDiacritics } from '../../core/text.ts'
import type { ParseReport } from '../checkin/record-report.ts'
import { childrenMeant } from '../people/guardian-code.ts'
import type { Child, SchoolClass } from '../people/person.ts'
import type { Note } from './form.ts'

/** Words that steer a form, whatever it asks. */
export type FormWord = 'begin' | 'resume' | 'next' | 'skip' | 'back' | 'stop' | 'next_page' | 'previous_page'

const words: Record<FormWord, readonly string[]> = {
  begin: [
    '/form',
    'bao tung buoc',
    'diem danh tung buoc',
    'bao cao tung buoc',
    'tung buoc',
    'bao si so tung buoc',
    'step by step',
  ],
  resume: ['tiep', 'tiep tuc', 'lam tiep', 'bao tiep', 'continue', 'resume'],
  next: ['xong', 'xong roi', 'het', 'het roi', 'ok', 'oke', 'khong co', 'khong', 'du', 'du ca', 'done'],
  skip: ['bo qua', 'bo', 'skip'],
  back: ['quay lai', 'lui', 'lui lai', 'back'],
  stop: ['thoi', 'huy', 'dung', 'dung lai', 'thoi khong bao nua', 'cancel', '/cancel', 'stop'],
  next_page: ['trang sau', 'sau', 'trang tiep'],
  previous_page: ['trang truoc', 'truoc'],
}
const meanings = new Map(Object.entries(words).flatMap(([word, list]) => list.map((typed) => [typed, word as FormWord] as const)))

/** The word a whole message is; undefined when it is none. */
export function formWord(text: string): FormWord | undefined {
  const plain = withoutDiacritics(fold(text))
    .replace(/^(\/[a-z]+)@\w+/, '$1')
    .replace(/[.!?]+$/, '')
    .trim()
    .replace(/\s+(?:a|nhe|em|giup em|voi)$/, '')
  return meanings.get(plain)
}

/** "2 5 7", "2,5": numbers of a list; undefined when anything else stands there. */
export function numbersIn(text: string): number[] | undefined {
  const typed = text.trim()
  return /^\d{1,2}(?:[\s,;.+&]+\d{1,2})*[.\s]*$/.test(typed) ? typed.match(/\d{1,2}/g)!.map(Number) : undefined
}

/** Children named one after the other; undefined when a part of it is no child's name at all. */
export function namedIn(
  text: string,
  one: SchoolClass,
):
  | {
      readonly children: readonly Child[]
      readonly doubts: readonly { readonly mention: string; readonly among: readonly Child[] }[]
    }
  | undefined {
  const parts = text
    .split(/[,;+&\n]|\s+(?:và|va|với|voi)\s+/iu)
    .map((part) => part.replace(/^\s*(?:bé|be|cháu|chau|con|bạn|ban)\s+/iu, '').trim())
    .filter(Boolean)
  if (parts.length === 0 || parts.length > 40) return undefined
  const found = parts.map((mention) => ({ mention, among: childrenMeant(mention, [one]).map(({ child }) => child) }))
  if (found.some(({ among }) => among.length === 0)) return undefined
  return {
    children: found.flatMap(({ among }) => (among.length === 1 ? among : [])),
    doubts: found.filter(({ among }) => among.length > 1),
  }
}

/** What was typed of one child; `implausible` for a temperature no child has; undefined when it says nothing of it. */
export function detailsIn(text: string, child: Child, parse: ParseReport): Partial<Note> | 'implausible' | undefined {
  if (text.length > 200) return undefined
  const name = child.rosterName.replace(/\s*\(.*/, '')
  const isTemperature = /^\s*\d{2}(?:[.,]\d{1,2})?\s*(?:độ|do|°|c)*\s*(?:rưỡi|ruoi)?\s*$/iu.test(text)
  const typed = isTemperature ? `sốt ${text}` : text
  const report = parse(`0/1, vắng ${name} ${typed}`, { class: '', children: [child.rosterName] })
  if (report.error === 'implausible-temperature') return 'implausible'
  const [found] = report.absent
  if (report.error !== null || found === undefined || report.ambiguous.length > 0) return undefined
  const { reason, symptoms, temperatureC, excused } = found
  if (isTemperature) return temperatureC === null ? undefined : { temperatureC }
  const details = {
    ...(reason === null ? {} : { reason }),
    ...(symptoms.length === 0 ? {} : { symptoms: [...symptoms] }),
    ...(temperatureC === null ? {} : { temperatureC }),
    ...(excused === null ? {} : { excused }),
  }
  return Object.keys(details).length === 0 ? undefined : details
}
