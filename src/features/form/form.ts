import { z } from 'zod'
import type { Checkin } from '../checkin/checkin-store.ts'
import { symptoms } from '../checkin/report.ts'
import type { SchoolClass } from '../people/person.ts'

const currentVersion = 1

const Note = z.object({
  reason: z.enum(['sick', 'family', 'other']).nullable(),
  symptoms: z.array(z.enum(symptoms)),
  /** Degrees Celsius. */
  temperatureC: z.number().nullable(),
  excused: z.boolean().nullable(),
})

const Form = z.object({
  version: z.literal(currentVersion),
  /** Its buttons carry it: those of an earlier form do nothing. */
  id: z.string(),
  /** It is over at the end of this day. */
  day: z.string(),
  classId: z.string(),
  classCode: z.string(),
  /** Version of the report it began from; 0 without one. */
  base: z.number(),
  /** Place on the path. */
  at: z.number(),
  page: z.number(),
  /** Ids of children. */
  away: z.array(z.string()),
  ill: z.array(z.string()),
  wantsIll: z.boolean(),
  notes: z.record(z.string(), Note),
  /** The teacher did something else meanwhile and was told how to go on. */
  hinted: z.boolean(),
})

/** What is known of one child. */
export type Note = z.output<typeof Note>
/** A report given step by step, as far as it has come. It lives in the conversation. */
export type Form = z.output<typeof Form>

export const emptyNote: Note = { reason: null, symptoms: [], temperatureC: null, excused: null }

/** Reads a stored form; undefined when there is none, when it is of another version, or of a day gone by. */
export function readForm(stored: unknown, today: string): Form | undefined {
  const parsed = Form.safeParse(stored)
  return parsed.success && parsed.data.day === today ? parsed.data : undefined
}

/** A form over what stands, so that it mends a report as well as it makes one. */
export function beginForm({
  id,
  day,
  one,
  standing,
}: {
  id: string
  day: string
  one: SchoolClass
  standing: Checkin | undefined
}): Form {
  const idOf = (name: string) => one.children.find(({ rosterName }) => rosterName === name)?.id
  const form: Form = {
    ...{ version: currentVersion, id, day, classId: one.id, classCode: one.code, base: standing?.version ?? 0, at: 0, page: 0 },
    ...{ away: [], ill: [], wantsIll: false, notes: {}, hinted: false },
  }
  for (const { name, ...note } of standing?.report.absent ?? []) {
    const child = idOf(name)
    if (child === undefined) continue
    form.away.push(child)
    form.notes[child] = { ...note, symptoms: [...note.symptoms] }
  }
  for (const { name, ...note } of standing?.report.illPresent ?? []) {
    const child = idOf(name)
    if (child === undefined) continue
    form.ill.push(child)
    form.notes[child] = { ...emptyNote, ...note, symptoms: [...note.symptoms] }
  }
  return { ...form, wantsIll: form.ill.length > 0 }
}
