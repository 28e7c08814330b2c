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
  /** A report given step by step, in its feature's own versioned form. */
  form: z.unknown().optional(),
  /** A calendar that was shown and not yet taken: the rest of a text that the messenger has cut goes to it. */
  pendingImport: z.string().optional(),
  /** Something that comes back, as it was typed, until the office says yes. */
  pendingRule: z.string().optional(),
  /** Events that wait for the office's approval, in the order of the numbers they were shown with. */
  pendingApproval: z.array(z.string()).optional(),
  /** Days off as they were understood, until the office says yes; in the calendar's own form. */
  pendingClosing: z.unknown().optional(),
  /** An answer of the school's own whose English wording may come next. */
  pendingEntry: z.object({ number: z.number() }).optional(),
  /** A notice whose new words, or whose reason to break the night, come next. */
  pendingBroadcast: z.object({ id: z.string(), wants: z.enum(['text', 'reason']) }).optional(),
  /** A reminder whose change comes next. */
  pendingReminder: z.object({ id: z.string() }).optional(),
  /** Hours of their own that somebody will type next. */
  pendingPreference: z.enum(['quiet', 'digest']).optional(),
  /** Who collects a child, as far as it is understood; in the pick-up's own form. */
  pendingPickup: z.unknown().optional(),
  /** Words about a child whose name is still asked for; in the sign-off's own form. */
  pendingNote: z.unknown().optional(),
})

/** What a conversation remembers between two messages. */
export type Session = z.output<typeof Session>

/** Reads a stored session; one of another version is forgotten rather than misread. */
export function readSession(stored: unknown): Session {
  const parsed = Session.safeParse(stored)
  return parsed.success ? parsed.data : { version: currentVersion, choices: [], thread: undefined }
}
