import { z } from 'zod'

const PendingNote = z.object({
  text: z.string(),
  isMedicine: z.boolean().default(false),
  day: z.string().nullable().default(null),
})

/** Words about a child whose name is still asked for. */
export type PendingNote = z.output<typeof PendingNote>

/** Reads them from a session; undefined when there are none, or they are of another form. */
export function readPendingNote(stored: unknown): PendingNote | undefined {
  const parsed = PendingNote.safeParse(stored)
  return parsed.success ? parsed.data : undefined
}
