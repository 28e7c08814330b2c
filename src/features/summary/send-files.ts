import { instantOf, type SchoolDay, schoolDayOf, writtenDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Recipient, School } from '../people/person.ts'
import { type FigureDeps, figuresOf, figuresOfDays, lastSchoolDays } from './day-figures.ts'
import type { DrawPicture, SummaryPicture } from './picture/picture.ts'
import { pictureOf } from './picture/picture-of.ts'
import { changesBetween } from './revision.ts'
import { usefulUntil } from './send-summary.ts'
import type { DaySummary } from './totals.ts'
import { summaryDay } from './wording.ts'
import { dayWorkbook } from './workbook/day-workbook.ts'
import { type Sheet, sheetType, type WriteWorkbook } from './workbook/workbook.ts'

/** What makes files of figures. */
export interface FileMakers {
  readonly draw: DrawPicture
  readonly write: WriteWorkbook
}

export type FileStores = FigureDeps & {
  readonly people: Pick<PeopleStore, 'classes' | 'recipients'>
  readonly calendar: Pick<CalendarStore, 'closures' | 'claim' | 'latest' | 'done'>
  readonly outbox: Pick<Outbox, 'addAll'>
}

type Deps = {
  /** Runs work in a transaction of its own. */
  work<R>(work: (stores: FileStores) => Promise<R>): Promise<R>
  readonly phrases: Phrases
  readonly files: FileMakers
}

const daysShown = 10

/**
 * Sends the picture and the Excel file that belong to the last summary or revision, once each. They are made between two transactions: drawing
 * takes its time. Figures that have changed meanwhile get theirs with the revision, so that no picture contradicts its message.
 * @returns how many summaries got their files
 */
export async function sendSummaryFiles({ work, phrases, files }: Deps, school: School, now: Date): Promise<number> {
  const day = schoolDayOf(now)
  if (now < instantOf(day, school.summaryTime) || now >= instantOf(day, usefulUntil)) return 0
  const wanted = await work((stores) => wantedFiles(stores, { school, day, phrases }))
  if (wanted === undefined) return 0
  const { key, office } = wanted
  const made = new Map<Language, { picture: Uint8Array; sheets: Uint8Array }>()
  for (const [language, { picture, sheets }] of wanted.models)
    made.set(language, { picture: await files.draw(picture), sheets: await files.write(sheets) })
  return await work(async ({ calendar, outbox }) => {
    if (!(await calendar.claim({ key: filesKey(key), schoolId: school.id, dueAt: now, now }))) return 0
    const messages = office.flatMap(({ address, language, personId }) => {
      const { picture, sheets } = made.get(language)!
      const said = { to: address, kind: 'summary' as const, schoolId: school.id }
      const day = { date: writtenDay(schoolDayOf(now)) }
      const shown = {
        ...said,
        key: `${key}/${personId}/picture`,
        text: phrases.text(language, 'summary.picture.title', summaryDay(schoolDayOf(now))),
        attachment: {
          kind: 'image' as const,
          name: `tong-hop-${schoolDayOf(now)}.png`,
          type: 'image/png',
          bytes: picture,
          instead: '',
        },
      }
      const listed = {
        ...said,
        key: `${key}/${personId}/sheets`,
        text: phrases.text(language, 'summary.sheet.caption', day),
        attachment: {
          kind: 'file' as const,
          name: `tong-hop-${schoolDayOf(now)}.xlsx`,
          type: sheetType,
          bytes: sheets,
          instead: phrases.text(language, 'summary.sheet.not_carried'),
        },
      }
      // Zalo takes no Excel files; to say so every day would only be noise.
      return address.channel === 'telegram' ? [shown, listed] : [shown]
    })
    await outbox.addAll(messages, now)
    return 1
  })
}

const filesKey = (key: string) => `files/${key}`

interface Wanted {
  /** Of the summary or revision they belong to. */
  readonly key: string
  readonly office: readonly Recipient[]
  readonly models: ReadonlyMap<Language, { readonly picture: SummaryPicture; readonly sheets: readonly Sheet[] }>
}

async function wantedFiles(
  stores: FileStores,
  { school, day, phrases }: { school: School; day: SchoolDay; phrases: Phrases },
): Promise<Wanted | undefined> {
  const sent = await stores.calendar.latest(school.id, `summary/${school.id}/${day}`)
  if (sent === undefined || (await stores.calendar.done(school.id, [filesKey(sent.key)])).size > 0) return undefined
  const { summary } = await figuresOf(stores, school, day)
  const changes = changesBetween(sent.detail as DaySummary, summary) // written by sendDueSummary and by nothing else
  if (changes.some(({ kind }) => kind !== 'confirmed' && kind !== 'unconfirmed')) return undefined
  const office = await stores.people.recipients({ schoolId: school.id, role: 'office' }, { evenIfStopped: true })
  const classes = await stores.people.classes(school.id)
  const checkins = new Map((await stores.checkins.ofDay(school.id, day)).map((one) => [one.classId, one]))
  const days = await figuresOfDays(stores, school.id, lastSchoolDays(day, daysShown, await stores.calendar.closures(school.id)))
  const codes = new Map(classes.map(({ name, code }) => [name, code]))
  const models = new Map(
    [...new Set(office.map(({ language }) => language))].map((language) => {
      const voice = { phrases, language, school: school.name, place: school.place, day }
      const sheets = dayWorkbook({ day, summary, classes, checkins }, voice)
      return [language, { picture: pictureOf(summary, { days, codes, voice }), sheets }] as const
    }),
  )
  return { key: sent.key, office, models }
}
