import { schoolDayOf, schoolTimeOf, writtenDay } from '../../../core/clock.ts'
import type { LoggedMessage } from '../../../features/outbox/message-log.ts'
import type { Visit } from './visit.ts'

/** `07:32` today, `07:32 20/11` before. */
export function moment(at: Date, now: Date): string {
  const time = schoolTimeOf(at)
  return schoolDayOf(at) === schoolDayOf(now) ? time : `${time} ${writtenDay(schoolDayOf(at)).slice(0, 5)}`
}

/** Who is behind a chat, as the office calls them. */
export function readerWords({ say }: Pick<Visit, 'say'>, { names, children }: LoggedMessage['reader']): string {
  const words = [...names, ...(children.length > 0 ? [say('office.sender_guardian', { children: children.join(', ') })] : [])]
  return words.length === 0 ? say('office.sender_stranger') : words.join('; ')
}
