import { z } from 'zod'
import type { Ids } from '../../core/ids.ts'
import { type EntryContent, type EntryVersion, entryStates, entryTopics, type SchoolEntry } from '../../features/entries/entry.ts'
import type { EntryStore, Saving } from '../../features/entries/entry-store.ts'
import { foldedWording } from '../../features/entries/wording.ts'
import { type Db, toDate, toDay } from './client.ts'
import type { Prisma } from './generated/client.ts'

const State = z.enum(entryStates)
const Topic = z.enum(entryTopics)
const maxNumber = 2_147_483_647
/** Entries that are read and indexed before anybody else has a turn: some fifty milliseconds. */
const readAtOnce = 200
/** Longer messages are no questions to try again. */
const longestAsked = 300
const retentionDays = 30
/** The column's default: a school without settings has no row. */
const usualNoticeDays = 7

type EntryRow = Prisma.SchoolEntryGetPayload<object>
type VersionRow = Prisma.SchoolEntryVersionGetPayload<object>

/** Schools' own entries over the database. */
export function createEntryStore(db: Db, ids: Pick<Ids, 'uuid'>): EntryStore {
  const withContent = async (rows: readonly EntryRow[]): Promise<SchoolEntry[]> => {
    if (rows.length === 0) return []
    const contents = await db.schoolEntryVersion.findMany({
      where: { OR: rows.map(({ id, version }) => ({ entryId: id, version })) },
    })
    const byEntry = new Map(contents.map((content) => [content.entryId, content]))
    return rows.flatMap((row) => (byEntry.has(row.id) ? [toEntry(row, byEntry.get(row.id)!)] : []))
  }
  /** Counts the school's changes up; the row it locks keeps two changes of a school from overtaking each other. */
  const nextStamp = async (schoolId: string): Promise<number> => {
    await db.schoolSetting.createMany({ data: [{ schoolId }], skipDuplicates: true })
    const row = await db.schoolSetting.update({ where: { schoolId }, data: { entriesVersion: { increment: 1 } } })
    return row.entriesVersion
  }
  return {
    async stamp(schoolId) {
      const row = await db.schoolSetting.findUnique({ where: { schoolId }, select: { entriesVersion: true } })
      return row?.entriesVersion ?? 0
    },
    async changedSince(schoolId, stamp) {
      const changed = { schoolId, changedIn: { gt: stamp } }
      const orderBy = { changedIn: 'asc' } as const
      const last = await db.schoolEntry.findFirst({ where: changed, orderBy, skip: readAtOnce - 1, select: { changedIn: true } })
      const upTo = last?.changedIn ?? null
      const where = upTo === null ? changed : { schoolId, changedIn: { gt: stamp, lte: upTo } }
      return { entries: await withContent(await db.schoolEntry.findMany({ where, orderBy })), upTo }
    },
    async list(schoolId) {
      return await inBatches(await db.schoolEntry.findMany({ where: { schoolId }, orderBy: { number: 'asc' } }), withContent)
    },
    async byNumber(schoolId, number) {
      if (number > maxNumber) return undefined
      const row = await db.schoolEntry.findUnique({ where: { schoolId_number: { schoolId, number } } })
      return row === null ? undefined : (await withContent([row]))[0]
    },
    async ending(schoolId, from, to) {
      const rows = await db.schoolEntryVersion.findMany({
        where: { entry: { schoolId }, state: 'published', validTo: { gte: toDate(from), lte: toDate(to) } },
        include: { entry: true },
        orderBy: { validTo: 'asc' },
      })
      return rows.filter(({ entry, version }) => entry.version === version).map((row) => toEntry(row.entry, row))
    },
    async versions({ id, schoolId }) {
      const rows = await db.schoolEntryVersion.findMany({
        where: { entryId: id, entry: { schoolId } },
        orderBy: { version: 'asc' },
      })
      return rows.map(toVersion)
    },
    async add(schoolId, content, saving) {
      const changedIn = await nextStamp(schoolId)
      const last = await db.schoolEntry.aggregate({ where: { schoolId }, _max: { number: true } })
      const number = (last._max.number ?? 0) + 1
      const id = ids.uuid()
      await db.schoolEntry.create({ data: { id, schoolId, number, version: 1, changedIn } })
      await db.schoolEntryVersion.create({ data: { entryId: id, version: 1, ...columns(content, saving) } })
      return { id, schoolId, number, version: 1, savedAt: saving.now, ...content }
    },
    async draft(entry, content, saving) {
      await db.schoolEntryVersion.create({
        data: { entryId: entry.id, version: await nextVersion(db, entry), ...columns(content, saving) },
      })
    },
    async save(entry, content, saving) {
      const changedIn = await nextStamp(entry.schoolId)
      const version = await nextVersion(db, entry)
      await db.schoolEntry.update({ where: { id: entry.id, schoolId: entry.schoolId }, data: { version, changedIn } })
      await db.schoolEntryVersion.create({ data: { entryId: entry.id, version, ...columns(content, saving) } })
      return { ...entry, ...content, version, savedAt: saving.now }
    },
    async noteAsked(schoolId, { text, answeredBy, now }) {
      const wording = foldedWording(text)
      if (text.length > longestAsked || wording === '') return
      const row = { schoolId, wording, text, answeredBy: [...answeredBy], askedAt: now }
      const { count } = await db.askedQuestion.createMany({ data: [row], skipDuplicates: true })
      if (count === 0)
        await db.askedQuestion.updateMany({ where: { schoolId, wording }, data: { answeredBy: [...answeredBy], askedAt: now } })
    },
    async asked(schoolId, limit) {
      const answered = await db.askedQuestion.findMany({ where: { schoolId }, orderBy: { askedAt: 'desc' }, take: limit })
      const passed = await db.question.findMany({
        where: { schoolId, reason: 'question' },
        orderBy: { number: 'desc' },
        take: limit,
        distinct: ['text'],
        select: { text: true },
      })
      const known = new Set(answered.map(({ wording }) => wording))
      return [
        ...answered.map(({ text, answeredBy }) => ({ text, answeredBy })),
        ...passed.filter(({ text }) => !known.has(foldedWording(text))).map(({ text }) => ({ text, answeredBy: [] })),
      ]
    },
    async noticeDays(schoolId) {
      const row = await db.schoolSetting.findUnique({ where: { schoolId }, select: { entryNoticeDays: true } })
      return row?.entryNoticeDays ?? usualNoticeDays
    },
    async setNoticeDays(schoolId, days) {
      const data = { entryNoticeDays: days }
      await db.schoolSetting.upsert({ where: { schoolId }, create: { schoolId, ...data }, update: data })
    },
  }
}

/** Forgets questions that were asked longer ago than the journal keeps messages. */
export async function forgetAsked(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - retentionDays * 86_400_000)
  const { count } = await db.askedQuestion.deleteMany({ where: { askedAt: { lt: before } } })
  return count
}

/** A statement takes so many parameters and no more. */
async function inBatches<Row, Result>(rows: readonly Row[], read: (rows: Row[]) => Promise<Result[]>): Promise<Result[]> {
  const found: Result[] = []
  for (let at = 0; at < rows.length; at += 2_000) found.push(...(await read(rows.slice(at, at + 2_000))))
  return found
}

async function nextVersion(db: Db, { id }: SchoolEntry): Promise<number> {
  const last = await db.schoolEntryVersion.aggregate({ where: { entryId: id }, _max: { version: true } })
  return (last._max.version ?? 0) + 1
}

function columns(
  { state, topic, text, asks, validFrom, validTo, saidOn, approved, replaces }: EntryContent,
  { personId, now }: Saving,
) {
  return {
    state,
    topic,
    textVi: text.vi,
    textEn: text.en,
    asks: [...asks],
    validFrom: toDate(validFrom),
    validTo: validTo === null ? null : toDate(validTo),
    saidOn: toDate(saidOn),
    approvedBy: approved?.personId ?? null,
    approvedAt: approved?.at ?? null,
    replaces: [...replaces],
    personId,
    savedAt: now,
  }
}

function toContent(row: VersionRow): EntryContent {
  const { state, topic, textVi, textEn, asks, validFrom, validTo, saidOn, approvedBy, approvedAt, replaces } = row
  return {
    state: State.parse(state),
    topic: Topic.parse(topic),
    text: { vi: textVi, en: textEn },
    asks,
    validFrom: toDay(validFrom),
    validTo: validTo === null ? null : toDay(validTo),
    saidOn: toDay(saidOn),
    approved: approvedBy === null || approvedAt === null ? null : { personId: approvedBy, at: approvedAt },
    replaces,
  }
}

function toVersion(row: VersionRow): EntryVersion {
  return { ...toContent(row), version: row.version, personId: row.personId, savedAt: row.savedAt }
}

function toEntry({ id, schoolId, number }: EntryRow, row: VersionRow): SchoolEntry {
  return { id, schoolId, number, version: row.version, savedAt: row.savedAt, ...toContent(row) }
}
