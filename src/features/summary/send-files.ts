import { instantOf, type SchoolDay, schoolDayOf, writtenDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import type { Outbox, Outgoing } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Recipient, School } from '../people/person.ts'
import type { FigureDeps } from './day-figures.ts'
import { dayModels } from './day-models.ts'
import type { DrawPicture, SummaryPicture } from './picture/picture.ts'
import { changesBetween } from './revision.ts'
import { usefulUntil } from './send-summary.ts'
import type { DaySummary } from './totals.ts'
import { summaryDay } from './wording.ts'
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
  const made = new Map<Language, readonly Sent[]>()
  for (const [language, { picture, sheets }] of wanted.models) {
    const bytes = { picture: await files.draw(picture), sheets: await files.write(sheets) }
    made.set(language, sentIn({ phrases, language }, { day, ...bytes }))
  }
  return await work(async ({ calendar, outbox }) => {
    if (!(await calendar.claim({ key: filesKey(key), schoolId: school.id, dueAt: now, now }))) return 0
    const messages = office.flatMap(({ address, language, personId }) =>
      made
        .get(language)!
        // Zalo takes no Excel files; to say so every day would only be noise.
        .filter(({ attachment }) => attachment.kind === 'image' || address.channel === 'telegram')
        .map(({ part, ...message }) => ({
          ...{ to: address, key: `${key}/${personId}/${part}`, kind: 'summary' as const, schoolId: school.id },
          ...message,
        })),
    )
    await outbox.addAll(messages, now)
    return 1
  })
}

/** A message with its file; one for all who read the language. */
type Sent = Pick<Outgoing, 'text'> & {
  readonly part: 'picture' | 'sheets'
  readonly attachment: NonNullable<Outgoing['attachment']>
}

function sentIn(
  { phrases, language }: { phrases: Phrases; language: Language },
  { day, picture, sheets }: { day: SchoolDay; picture: Uint8Array; sheets: Uint8Array },
): readonly Sent[] {
  const name = `tong-hop-${day}`
  const instead = phrases.text(language, 'summary.sheet.not_carried')
  return [
    {
      part: 'picture',
      text: phrases.text(language, 'summary.picture.title', summaryDay(day)),
      attachment: { kind: 'image', name: `${name}.png`, type: 'image/png', bytes: picture, instead: '' },
    },
    {
      part: 'sheets',
      text: phrases.text(language, 'summary.sheet.caption', { date: writtenDay(day) }),
      attachment: { kind: 'file', name: `${name}.xlsx`, type: sheetType, bytes: sheets, instead },
    },
  ]
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
  const told = sent.detail as DaySummary // written by sendDueSummary and by nothing else
  // There is nothing to draw yet; the revision after the first report brings them.
  if (told.reportedClasses === 0) return undefined
  const made = await dayModels(stores, { school, day, phrases })
  const changes = changesBetween(told, made.summary)
  if (changes.some(({ kind }) => kind !== 'confirmed' && kind !== 'unconfirmed')) return undefined
  const office = await stores.people.recipients({ schoolId: school.id, role: 'office' }, { evenIfStopped: true })
  const languages = new Set(office.map(({ language }) => language))
  const models = new Map(
    [...languages].map((language) => [language, { picture: made.picture(language), sheets: made.sheets(language) }] as const),
  )
  return { key: sent.key, office, models }
}
