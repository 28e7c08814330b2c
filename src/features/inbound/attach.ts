import type { Channel } from '../../core/channel.ts'
import { type Clock, schoolDayOf } from '../../core/clock.ts'
import { type ChannelName, type ChatAddress, type InboundFile, type InboundMessage, mostPhotoBytes } from '../../core/message.ts'
import type { SentCalendar } from '../imports/import-conversation.ts'
import { importWindow } from '../imports/interpret.ts'
import { mostBytes, type ReadSentFile } from '../imports/sent-file.ts'
import { readPhotoWish, typeOfPhoto } from '../pickup/photo.ts'
import { readSession } from './session.ts'
import type { UnitOfWork } from './stores.ts'
import type { Turn } from './turn.ts'

/** What is read before the transaction, because it takes a while. */
type Attached = Pick<Turn, 'attachment' | 'photo'>

type Deps = {
  channels: Partial<Record<ChannelName, Pick<Channel, 'fetchFile'>>>
  read: ReadSentFile
  work: UnitOfWork
  clock: Clock
  stopping: AbortSignal
}

/**
 * What came with a message in a private chat and somebody here waits for: an office's calendar, fetched and read, or the photo a guardian
 * was just asked for. Everything else is not fetched: what a stranger sends costs no memory here.
 */
export async function attach(deps: Deps, { from, chatType, content }: InboundMessage): Promise<Attached> {
  if (chatType !== 'private' || content.kind !== 'media' || content.file === undefined) return {}
  const { people, session } = await deps.work((stores) => stores.people.meet(from, deps.clock.now()))
  if (content.media === 'photo')
    return readPhotoWish(readSession(session).pendingPickup) === undefined ? {} : await photoOf(deps, from, content.file)
  if (content.media !== 'file' || !people.some(({ role }) => role === 'office')) return {}
  return { attachment: await calendarOf(deps, from, content.file) }
}

async function photoOf({ channels, stopping }: Deps, { channel }: ChatAddress, file: InboundFile): Promise<Attached> {
  const bytes = await channels[channel]?.fetchFile?.(file, { mostBytes: mostPhotoBytes, signal: stopping })
  const type = bytes === undefined ? undefined : typeOfPhoto(bytes)
  return { photo: bytes === undefined || type === undefined ? 'not_taken' : { bytes, type } }
}

async function calendarOf(
  { channels, read, clock, stopping }: Deps,
  { channel }: ChatAddress,
  file: InboundFile,
): Promise<SentCalendar> {
  if ((file.bytes ?? 0) > mostBytes) return { name: file.name, file: { kind: 'unreadable', why: 'too_large' } }
  const bytes = await channels[channel]?.fetchFile?.(file, { mostBytes, signal: stopping })
  if (bytes === undefined) return { name: file.name, file: { kind: 'not_fetched' } }
  return { name: file.name, file: await read({ name: file.name, bytes }, importWindow(schoolDayOf(clock.now()))) }
}
