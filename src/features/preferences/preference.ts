import type { Span } from '../hours/hours.ts'

/** What somebody may do without: reminders of events, notices of the office. What law or safety asks for comes all the same. */
export const kinds = ['reminders', 'notices'] as const
export type Kind = (typeof kinds)[number]

/** What somebody wants to be told in one chat, and when. */
export interface Preference {
  readonly off: readonly Kind[]
  /** In place of the school's quiet hours. */
  readonly quiet?: Span
  /** Reminders once a day in one message, `HH:MM` on the school's clock. */
  readonly digestAt?: string
}

export const noPreference: Preference = { off: [] }

/**
 * Whether these can be somebody's quiet hours: they cover the middle of the night and leave the day free, so that no rule can shut
 * somebody out for good.
 */
export function canBeQuiet({ from, to }: Span): boolean {
  return from >= '17:00' && to >= '04:00' && to <= '12:00'
}

/** Whether a day's one message may come at this time: not in the night. */
export const canBeDigest = (time: string): boolean => time >= '06:00' && time < '21:30'
