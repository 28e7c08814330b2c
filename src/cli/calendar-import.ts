import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { systemClock } from '../adapters/clock.ts'
import { createCalendarStore } from '../adapters/database/calendar-store.ts'
import type { Db } from '../adapters/database/client.ts'
import { createImportStore } from '../adapters/database/import-store.ts'
import { createPeopleStore } from '../adapters/database/people-store.ts'
import { createSentFileReader } from '../adapters/files/read-sent-file.ts'
import { randomIds } from '../adapters/ids.ts'
import { createPhrases } from '../adapters/locales/phrases.ts'
import { schoolDayOf } from '../core/clock.ts'
import {
  hearCalendarFile,
  hearImportChoice,
  hearImportUndo,
  type ImportAsked,
  type SentCalendar,
  understood,
} from '../features/imports/import-conversation.ts'
import { importWindow, usualChoice } from '../features/imports/interpret.ts'
import { previewText, problemsText, rowsText } from '../features/imports/preview.ts'
import { mostBytes } from '../features/imports/sent-file.ts'
import { NotDone, type Setting, schoolNamed, type Values, withDatabase } from './setup.ts'

type ImportValues = Values & { file?: string; preview?: boolean; undo?: boolean; 'keep-years'?: boolean; 'as-is'?: boolean }

/** `calendar import`: takes a calendar file into a school's calendar, or with `--preview` only shows what it would change. */
export async function calendarImport(values: ImportValues): Promise<number> {
  const { file } = values
  if (values.undo === true) return await undoLast(values)
  if (file === undefined) throw new NotDone('Name a file: calendar import FILE --school NAME [--preview]')
  const sent = await readSent(file)
  return await withDatabase(async (setting) => {
    const asked = await askedFor(setting, values)
    // Everything or nothing: what the file changes, and that it was taken.
    const lines = await setting.database.prisma.$transaction(async (tx) => {
      const deps = depsOf(tx)
      const shown = await hearCalendarFile(deps, asked, sent)
      const id = shown.pendingImport
      if (id === undefined) throw new NotDone(shown.text)
      if (values.preview === true) return await preview(deps, asked, id)
      const what = values['as-is'] === true ? 'asis' : values['keep-years'] === true ? 'keep' : 'take'
      return [(await hearImportChoice(deps, asked, `im:${what}:${id}`)).text]
    })
    for (const line of lines) console.log(line)
  })
}

async function readSent(path: string): Promise<SentCalendar> {
  const bytes = await readFile(path)
  const name = basename(path)
  if (bytes.length > mostBytes) return { name, file: { kind: 'unreadable', why: 'too_large' } }
  const read = createSentFileReader()
  return { name, file: await read({ name, bytes }, importWindow(schoolDayOf(systemClock.now()))) }
}

type Deps = ReturnType<typeof depsOf>

function depsOf(db: Db) {
  return {
    calendar: createCalendarStore(db, randomIds),
    people: createPeopleStore(db, randomIds),
    imports: createImportStore(db),
    phrases: createPhrases(),
    ids: randomIds,
  }
}

async function askedFor(setting: Setting, values: Values): Promise<ImportAsked> {
  const { id } = await schoolNamed(setting, values)
  return { schoolId: id, personId: null, language: 'en', now: systemClock.now() }
}

/** Every line and every problem; the import is dropped again, so that nothing waits for an answer that cannot come. */
async function preview(deps: Deps, asked: ImportAsked, id: string): Promise<string[]> {
  const one = await deps.imports.find(asked.schoolId, id)
  if (one === undefined) return []
  const { read, plan, voice } = await understood(deps, asked, { one, choice: usualChoice })
  await deps.imports.step(asked.schoolId, id, { from: 'shown', to: 'dropped', now: asked.now })
  return [
    previewText(one, { read, plan }, voice),
    rowsText(plan, voice),
    ...(plan.problems.length === 0 ? [] : [problemsText(plan, voice)]),
    'Nothing was written (--preview).',
  ]
}

async function undoLast(values: Values): Promise<number> {
  return await withDatabase(async (setting) => {
    const asked = await askedFor(setting, values)
    const text = await setting.database.prisma.$transaction(async (tx) => (await hearImportUndo(depsOf(tx), asked)).text)
    console.log(text)
  })
}
