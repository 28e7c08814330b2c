import type { ChannelName } from '../../../core/message.ts'

/** One phone on the page: a person of the sample school, on the emulated platform they use. */
export interface TryPhone {
  readonly id: 'parent' | 'teacher' | 'office'
  readonly platform: ChannelName
  /** Scheme, host and port; phones of one platform share it. */
  readonly emulatorUrl: string
  /** The person's id on that platform. */
  readonly user: string
  /** Who it is, under the title: `Chị Lan, phụ huynh bé An`. */
  readonly person: string
  readonly title: string
  /** What could be typed; sent as it stands when tapped. */
  readonly hints: readonly string[]
}

export const clockSteps = ['07:00', '07:30', '09:15', 'next-school-day'] as const
/** How far the demo's clock is moved forward: to the next time it shows this, or to the morning of the next school day. */
export type ClockStep = (typeof clockSteps)[number]

export interface TryOptions {
  readonly phones: readonly TryPhone[]
  readonly schoolName: string
  readonly clock: {
    now(): Date
    /** Settles when what became due on the way is done. */
    moveTo(step: ClockStep): Promise<void>
  }
}
