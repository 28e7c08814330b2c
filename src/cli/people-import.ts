import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { systemClock } from '../adapters/clock.ts'
import type { Db } from '../adapters/database/client.ts'
import { createRosterImportStore } from '../adapters/database/roster-import-store.ts'
import { createSentFileReader } from '../adapters/files/read-sent-file.ts'
import { randomIds } from '../adapters/ids.ts'
import { createPhrases } from '../adapters/locales/phrases.ts'
import { schoolDayOf } from '../core/clock.ts'
import type { PhraseKey, PhraseParams } from '../core/phrases.ts'
import { schoolYearOf } from '../features/calendar/school-year.ts'
import { importWindow } from '../features/imports/interpret.ts'
import { previewOf } from '../features/roster-import/preview.ts'
import { planRoster } from '../features/roster-import/roster-plan.ts'
import type { RosterReading } from '../features/roster-import/roster-row.ts'
import { mostRosterRows, understandRoster } from '../features/roster-import/sent-roster.ts'
import { takeRoster, undoRoster } from '../features/roster-import/take-roster.ts'
import { NotDone, schoolNamed, type Values, withDatabase } from './setup.ts'

type PeopleValues = Values & { file?: string; preview?: boolean; undo?: boolean; phones?: boolean; 'missing-leave'?: boolean }

const phrases = createPhrases()
const say = (key: PhraseKey, params?: PhraseParams) => phrases.text('en', key, params)
const readTimeoutMs = 120_000
/** A list of a whole ward is one transaction, too. */
const transactionLimit = { timeout: 120_000, maxWait: 30_000 }

/** `people import`: takes a list of children into a school's classes, or with `--preview` only shows what it would change. */
export async function peopleImport(values: PeopleValues): Promise<number> {
  if (values.undo === true) return await undoLatest(values)
  const { file } = values
  if (file === undefined) throw new NotDone('Name a file: people import FILE --school NAME [--preview]')
  const reading = await readList(file, values.class?.[0])
  return await withDatabase(async (setting) => {
    const { id: schoolId } = await schoolNamed(setting, values)
    const lines = await setting.database.prisma.$transaction((tx) => taken(tx, { schoolId, reading, values }), transactionLimit)
    for (const line of lines) console.log(line)
  })
}

async function readList(path: string, only: string | undefined): Promise<RosterReading> {
  const name = basename(path)
  const today = schoolDayOf(systemClock.now())
  const read = createSentFileReader({ mostRows: mostRosterRows, timeoutMs: readTimeoutMs })
  const sent = await read({ name, bytes: await readFile(path) }, importWindow(today))
  const understood = understandRoster(sent, { today, ...(only === undefined ? {} : { only }) })
  if (understood.kind === 'unreadable') throw new NotDone(say('roster.unreadable', { name, why: understood.why }))
  return understood.reading
}

async function taken(
  tx: Db,
  { schoolId, reading, values }: { schoolId: string; reading: RosterReading; values: PeopleValues },
): Promise<string[]> {
  const roster = createRosterImportStore(tx)
  const now = systemClock.now()
  const options = {
    schoolYearStart: Number(schoolYearOf(schoolDayOf(now)).slice(0, 4)),
    keepPhones: values.phones === true,
    missingLeave: values['missing-leave'] === true,
    uuid: () => randomIds.uuid(),
  }
  if (values.preview === true) {
    const present = await roster.present(schoolId)
    const plan = planRoster(reading, present, options)
    const shown = previewOf(plan, { present, options, most: mostRosterRows }, { phrases, language: 'en' })
    const { summary, newClasses, added, changed, missing, doubts, noted } = shown
    const ignored = reading.ignored.length === 0 ? [] : [say('roster.ignored', { columns: reading.ignored.join(', ') })]
    const marked = (mark: string, lines: readonly string[]) => lines.map((line) => `${mark} ${line}`)
    return [
      ...[summary, ...ignored, ...newClasses],
      ...[...marked('+', added), ...marked('~', changed), ...marked('-', missing), ...marked('?', doubts), ...marked('!', noted)],
      'Nothing was written (--preview).',
    ]
  }
  const one = { id: randomIds.uuid(), schoolId, personId: null, state: 'shown' as const, createdAt: now }
  await roster.add(one)
  const result = await takeRoster(roster, { one: { ...one, content: reading }, options, now })
  if (result.kind !== 'taken') {
    await roster.step(schoolId, one.id, { from: 'shown', to: 'dropped', now })
    return [say(result.kind === 'nothing' ? 'roster.nothing' : 'roster.gone')]
  }
  const { fresh, changed, missing, doubtful } = result.counts
  return [say('roster.taken', { fresh, changed, doubtful, left: options.missingLeave ? missing : 0 })]
}

async function undoLatest(values: PeopleValues): Promise<number> {
  return await withDatabase(async (setting) => {
    const { id: schoolId } = await schoolNamed(setting, values)
    const text = await setting.database.prisma.$transaction(async (tx) => {
      const roster = createRosterImportStore(tx)
      const one = await roster.lastTaken(schoolId)
      if (one === undefined) return say('roster.nothing_to_undo')
      const { kind, ...counts } = await undoRoster(roster, { one, now: systemClock.now() })
      return say(`roster.${kind}`, counts)
    }, transactionLimit)
    console.log(text)
  })
}
