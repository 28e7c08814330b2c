import type { Channel } from '../../core/channel.ts'
import { type Clock, schoolDayOf } from '../../core/clock.ts'
import type { ChannelName, InboundMessage } from '../../core/message.ts'
import type { SentCalendar } from '../imports/import-conversation.ts'
import { importWindow } from '../imports/interpret.ts'
import { mostBytes, type ReadSentFile } from '../imports/sent-file.ts'
import type { UnitOfWork } from './stores.ts'

type Deps = {
  channels: Partial<Record<ChannelName, Pick<Channel, 'fetchFile'>>>
  read: ReadSentFile
  work: UnitOfWork
  clock: Clock
  stopping: AbortSignal
}

/**
 * The file that somebody of an office sent in a private chat, fetched and read. Files of others are not fetched: nobody waits for them, and
 * what a stranger sends costs no memory here.
 */
export async function attach(
  { channels, read, work, clock, stopping }: Deps,
  { from, chatType, content }: InboundMessage,
): Promise<SentCalendar | undefined> {
  if (chatType !== 'private' || content.kind !== 'media' || content.file === undefined) return undefined
  const { people } = await work((stores) => stores.people.meet(from, clock.now()))
  if (!people.some(({ role }) => role === 'office')) return undefined
  const { file } = content
  if ((file.bytes ?? 0) > mostBytes) return { name: file.name, file: { kind: 'unreadable', why: 'too_large' } }
  const bytes = await channels[from.channel]?.fetchFile?.(file, { mostBytes, signal: stopping })
  if (bytes === undefined) return { name: file.name, file: { kind: 'not_fetched' } }
  return { name: file.name, file: await read({ name: file.name, bytes }, importWindow(schoolDayOf(clock.now()))) }
}
