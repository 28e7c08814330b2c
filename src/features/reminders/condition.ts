/**
 * The conditions a reminder may have. Each leaves somebody out:
 * - `unconfirmed`: people who have said that they know of the event
 * - `not_weighed`: children weighed since the quarter of the event's day began
 */
export const conditions = ['unconfirmed', 'not_weighed'] as const
export type Condition = (typeof conditions)[number]

/** Of whom a condition does not hold. */
export interface Exempt {
  readonly people: ReadonlySet<string>
  readonly children: ReadonlySet<string>
}

export const nobodyExempt: Exempt = { people: new Set(), children: new Set() }

/** What the conditions are answered from. */
export interface ConditionStore {
  exempt(schoolId: string, condition: Condition, occurrence: { readonly eventId: string; readonly day: string }): Promise<Exempt>
}
