import type { SchoolDay } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import type { EntryTopic } from './entry.ts'

/** What the office typed about the school's own answers. */
export type EntryCommand =
  | { readonly kind: 'list' }
  /** So many days ahead it wants to hear that an answer runs out. */
  | { readonly kind: 'notice'; readonly days: number }
  | { readonly kind: 'add'; readonly ask: string; readonly text: string }
  | { readonly kind: 'show' | 'approve' | 'use' | 'withdraw'; readonly number: number }
  /** `version` absent: the one before what stands. */
  | { readonly kind: 'restore'; readonly number: number; readonly version?: number }
  | { readonly kind: 'edit'; readonly number: number; readonly language: 'vi' | 'en'; readonly text: string }
  | { readonly kind: 'asks'; readonly number: number; readonly ask: string; readonly isMore: boolean }
  | { readonly kind: 'topic'; readonly number: number; readonly topic: EntryTopic }
  | { readonly kind: 'validity'; readonly number: number; readonly from?: SchoolDay; readonly to: SchoolDay | null }
  /** Meant as one of these, but the day is none of the calendar's, or already over. */
  | { readonly kind: 'no_such_day' }

const entry = '(?:cau tra loi|answer)(?: chung)?(?: so)? ?#?(?<number>\\d{1,6})'
const date = (name: string) => `(?:ngay )?(?<${name}>\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{4})?)`
const list = /^(?:xem |cac |danh sach )*(?:cau tra loi|answers)(?: chung| cua truong)*$/
const notice =
  /^(?:nhac|bao) (?:han )?(?:cac )?(?:cau tra loi )?(?:sap het han |het han )?(?:cau tra loi )?truoc (?<days>\d{1,3}) ngay$|^remind (?:of )?answers (?<days2>\d{1,3}) days ahead$/
const add = /^(?:them|tao|viet|add) (?:cau tra loi|answer)(?: moi| chung)?$/
const edit = new RegExp(`^(?:sua|doi|change|edit) ${entry}(?<english> (?:bang )?(?:tieng anh|english|en))?$`)
const asks = new RegExp(`^${entry} (?:hoi|asks?)(?<more> them| also)?$`)
const endless = new RegExp(`^${entry} (?:khong (?:co )?thoi han|khong han|without end)$`)
const validity = new RegExp(`^${entry}(?: (?:tu|from) ${date('start')})? (?:den|toi|het|until|to)(?: het)? ${date('end')}$`)
const topic = new RegExp(`^${entry} (?:viec|chu de|topic) (?<topic>.+)$`)
const restore = new RegExp(`^(?:khoi phuc|restore) ${entry}(?: (?:ban|version)(?: so)? (?<version>\\d{1,4}))?$`)
const plainOnes = [
  ['show', new RegExp(`^(?:xem )?(?:lich su )?${entry}$`)],
  ['withdraw', new RegExp(`^(?:bo|rut|xoa|go|withdraw|remove) ${entry}$`)],
  ['approve', new RegExp(`^(?:duyet|approve) ${entry}$`)],
  ['use', new RegExp(`^(?:dung|ap dung|dang|publish|use) ${entry}$`)],
] as const

const topicWords: readonly (readonly [EntryTopic, RegExp])[] = [
  ['fees', /^(?:hoc phi|tien|khoan thu|thu chi|phi|fees?)\b/],
  ['milk', /^(?:sua|milk)\b/],
  ['meals', /^(?:an|bua an|an uong|thuc don|meals?)\b/],
  ['health', /^(?:suc khoe|y te|an toan|health)\b/],
  ['enrollment', /^(?:tuyen sinh|ra lop|nhap hoc|huy dong|enrol)/],
  ['hours', /^(?:gio|lich|nghi|hours?|calendar)\b/],
  ['learning', /^(?:hoc|day|nang khieu|hoat dong|learning|classes)\b/],
  ['other', /^(?:khac|viec khac|other)\b/],
]

/** Reads such a line; undefined when it is none. Days without a year are the next such day. */
export function readEntryCommand(text: string, today: SchoolDay): EntryCommand | undefined {
  const colon = text.search(/[:：]/)
  const head = plain(colon < 0 ? text : text.slice(0, colon))
  const rest = colon < 0 ? '' : text.slice(colon + 1).trim()
  return colon < 0 ? readLine(head, today) : rest === '' ? undefined : readSaid(head, rest)
}

/** `…: words`. */
function readSaid(head: string, rest: string): EntryCommand | undefined {
  if (add.test(head)) return readAdded(rest)
  const edited = edit.exec(head)?.groups
  if (edited !== undefined)
    return { kind: 'edit', number: Number(edited.number), language: edited.english === undefined ? 'vi' : 'en', text: rest }
  const asked = asks.exec(head)?.groups
  return asked && { kind: 'asks', number: Number(asked.number), ask: rest, isMore: asked.more !== undefined }
}

/** Question and answer of a new entry: parted by a line end, an arrow, an equals sign, or the question mark. */
function readAdded(text: string): EntryCommand | undefined {
  const parted = /^(?<ask>[^\n]+?)\s*(?:\n+|→|=>|=|(?<=[?？]))\s*(?<text>\S[\s\S]*)$/u.exec(text)?.groups
  return parted && { kind: 'add', ask: parted.ask!.trim(), text: parted.text!.trim() }
}

function readLine(head: string, today: SchoolDay): EntryCommand | undefined {
  if (list.test(head)) return { kind: 'list' }
  const ahead = notice.exec(head)?.groups
  if (ahead !== undefined) return { kind: 'notice', days: Number(ahead.days ?? ahead.days2) }
  for (const [kind, form] of plainOnes) {
    const found = form.exec(head)?.groups
    if (found !== undefined) return { kind, number: Number(found.number) }
  }
  const restored = restore.exec(head)?.groups
  if (restored !== undefined) {
    const version = restored.version === undefined ? {} : { version: Number(restored.version) }
    return { kind: 'restore', number: Number(restored.number), ...version }
  }
  const about = topic.exec(head)?.groups
  const named = about && topicWords.find(([, form]) => form.test(about.topic!))?.[0]
  if (named !== undefined) return { kind: 'topic', number: Number(about!.number), topic: named }
  const unlimited = endless.exec(head)?.groups
  if (unlimited !== undefined) return { kind: 'validity', number: Number(unlimited.number), to: null }
  return readPeriod(head, today)
}

function readPeriod(head: string, today: SchoolDay): EntryCommand | undefined {
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
