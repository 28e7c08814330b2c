import { instantOf, type SchoolDay } from '../../core/clock.ts'

/** A school's hours for classes that have not reported, `HH:MM` on the school's clock. */
export interface LadderHours {
  /** The class's teacher is reminded. */
  readonly firstCall: string
  /** Again; and whoever reported without confirming is asked to. */
  readonly secondCall: string
  /** The class's other teachers. */
  readonly deputyCall: string
  /** The office, one message for all classes. */
  readonly officeCall: string
  /** From here on a child who is away without a word is asked after. */
  readonly cutOff: string
  /** How long guardians have before the office is asked to call. */
  readonly answerMinutes: number
}

export const ladderSteps = ['first', 'second', 'deputy', 'office'] as const
export type LadderStep = (typeof ladderSteps)[number]

/** A step that comes late helps nobody: the next one has begun. */
const usefulMinutes = 15

/** Whether an hour has come and is not yet a quarter of an hour ago. */
export function isNow({ day, time, now }: { day: SchoolDay; time: string; now: Date }): boolean {
  const at = instantOf(day, time).getTime()
  return at <= now.getTime() && now.getTime() < at + usefulMinutes * 60_000
}

/** The steps whose hour it is. */
export function stepsNow(hours: LadderHours, day: SchoolDay, now: Date): LadderStep[] {
  const times: Record<LadderStep, string> = {
    first: hours.firstCall,
    second: hours.secondCall,
    deputy: hours.deputyCall,
    office: hours.officeCall,
  }
  return ladderSteps.filter((step) => isNow({ day, time: times[step], now }))
}

/** Whether it is time to ask for a confirmation that is still out: with the second call, or at the cut-off. */
export function isConfirmTime(hours: LadderHours, day: SchoolDay, now: Date): boolean {
  return isNow({ day, time: hours.secondCall, now }) || isNow({ day, time: hours.cutOff, now })
}
