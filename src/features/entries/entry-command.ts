import type { SchoolDay } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'

/** What the office typed about the school's own answers. */
export type EntryCommand =
  | { readonly kind: 'list' }
  | { readonly kind: 'withdraw' | 'restore'; readonly number: number }
  | { readonly kind: 'edit'; readonly number: number; readonly language: 'vi' | 'en'; readonly text: string }
  | { readonly kind: 'validity'; readonly number: number; readonly from?: SchoolDay; readonly to: SchoolDay | null }
  /** Meant as one of these, but the day is none of the calendar's, or already over. */
  | { readonly kind: 'no_such_day' }

const entry = '(?:cau tra loi|answer)(?: chung)?(?: so)? ?#?(?<number>\\d{1,6})'
const date = (name: string) => `(?:ngay )?(?<${name}>\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{4})?)`
const list = /^(?:xem |cac |danh sach )*(?:cau tra loi|answers)(?: chung| cua truong)*$/
const withdraw = new RegExp(`^(?:bo|rut|xoa|go|withdraw|remove) ${entry}$`)
const restore = new RegExp(`^(?:khoi phuc|restore) ${entry}$`)
const edit = new RegExp(`^(?:sua|doi|change|edit) ${entry}(?<english> (?:bang )?(?:tieng anh|english|en))?$`)
const endless = new RegExp(`^${entry} (?:khong (?:co )?thoi han|khong han|without end)$`)
const validity = new RegExp(`^${entry}(?: tu ${date('start')})? (?:den|toi|het|until)(?: het)? ${date('end')}$`)

/** Reads such a line; undefined when it is none. Days without a year are the next such day. */
export function readEntryCommand(text: string, today: SchoolDay): EntryCommand | undefined {
  const colon = text.search(/[:：]/)
  const head = plain(colon < 0 ? text : text.slice(0, colon))
  const edited = edit.exec(head)?.groups
  const rest = colon < 0 ? '' : text.slice(colon + 1).trim()
  if (edited !== undefined && rest !== '')
    return { kind: 'edit', number: Number(edited.number), language: edited.english === undefined ? 'vi' : 'en', text: rest }
  if (colon >= 0) return undefined
  if (list.test(head)) return { kind: 'list' }
  for (const [kind, form] of [
    ['withdraw', withdraw],
    ['restore', restore],
  ] as const) {
    const found = form.exec(head)?.groups
    if (found !== undefined) return { kind, number: Number(found.number) }
  }
  const unlimited = endless.exec(head)?.groups
  if (unlimited !== undefined) return { kind: 'validity', number: Number(unlimited.number), to: null }
  const limited = validity.exec(head)?.groups
  if (limited === undefined) return undefined
  const from = limited.start === undefined ? undefined : dayOf(limited.start, today)
  const to = dayOf(limited.end!, from ?? today)
  if (to === undefined || to < today || (limited.start !== undefined && from === undefined) || (from !== undefined && from > to))
    return { kind: 'no_such_day' }
  return { kind: 'validity', number: Number(limited.number), to, ...(from === undefined ? {} : { from }) }
}

function plain(text: string): string {
  return withoutDiacritics(fold(text))
    .replace(/[.!?]+$/, '')
    .replace(/ (?:a|nhe|giup|giup em|voi)$/, '')
    .trim()
}

function dayOf(written: string, notBefore: SchoolDay): SchoolDay | undefined {
  const [day, month, year] = written.split(/[/.-]/).map(Number)
  const inYear = (one: number): SchoolDay => `${one}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const thisYear = inYear(year ?? Number(notBefore.slice(0, 4)))
  const found = year === undefined && thisYear < notBefore ? inYear(Number(notBefore.slice(0, 4)) + 1) : thisYear
  const instant = new Date(`${found}T00:00:00Z`)
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== found ? undefined : found
}
