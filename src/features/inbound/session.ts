import { z } from 'zod'

const currentVersion = 1

const Session = z.object({
  version: z.literal(currentVersion),
  /** The choices last offered: a typed number means one of them. */
  choices: z.array(z.object({ label: z.string(), value: z.string() })).default([]),
  /** What questions and answers went before, in the knowledge feature's own versioned form. */
  thread: z.unknown().optional(),
  /** A report whose class is still asked for. */
  pendingReport: z.string().optional(),
  /** Days off as they were understood, until the office says yes; in the calendar's own form. */
  pendingClosing: z.unknown().optional(),
  /** A notice whose new words, or whose reason to break the night, come next. */
  pendingBroadcast: z.object({ id: z.string(), wants: z.enum(['text', 'reason']) }).optional(),
})

/** What a conversation remembers between two messages. */
export type Session = z.output<typeof Session>

/** Reads a stored session; one of another version is forgotten rather than misread. */
export function readSession(stored: unknown): Session {
  const parsed = Session.safeParse(stored)
  return parsed.success ? parsed.data : { version: currentVersion, choices: [], thread: undefined }
}
