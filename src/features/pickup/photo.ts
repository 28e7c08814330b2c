import { z } from 'zod'
import type { Photo } from '../../core/message.ts'
import type { OwnChild } from '../absence/own-children.ts'
import type { Collector } from './collector.ts'
import type { Family, PickupDeps, PickupReply } from './pickup-deps.ts'

const PhotoWish = z.object({ wants: z.literal('photo'), collectorIds: z.array(z.string()) })

/** A photo that may come next, and of whom. */
export type PhotoWish = z.output<typeof PhotoWish>

/** Reads a wish from a session; undefined when no photo is waited for. */
export function readPhotoWish(stored: unknown): PhotoWish | undefined {
  const parsed = PhotoWish.safeParse(stored)
  return parsed.success ? parsed.data : undefined
}

/** What a file is by its first bytes, whatever it is called; undefined for what is no picture that every platform takes. */
export function typeOfPhoto(bytes: Uint8Array): Photo['type'] | undefined {
  const begins = (...first: number[]) => first.every((byte, at) => bytes[at] === byte)
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg'
  return begins(0x89, 0x50, 0x4e, 0x47) ? 'image/png' : undefined
}

/** Keeps the photo of an adult who has just been put on the list; a forwarded one is somebody else's word. Undefined when none is waited for. */
export async function takePhoto(
  deps: PickupDeps,
  family: Family,
  { wish, photo, isForwarded }: { wish: PhotoWish; photo: Photo | 'not_taken'; isForwarded: boolean },
): Promise<PickupReply | undefined> {
  const { phrases } = deps
  const { language } = family.identity
  const wanted = await ownListed(deps, family, wish)
  const [first] = wanted
  if (first === undefined) return undefined
  const params = { adult: first.collector.name }
  if (isForwarded) return { text: phrases.text(language, 'pickup.photo_forwarded', params), pending: wish }
  if (photo === 'not_taken') return { text: phrases.text(language, 'pickup.photo_not_taken', params), pending: wish }
  for (const { collector } of wanted) await deps.pickups.keepPhoto(collector, photo, family.now)
  return { text: phrases.text(language, 'pickup.photo_kept', params) }
}

async function ownListed(deps: PickupDeps, { children }: Family, { collectorIds }: PhotoWish) {
  const own: { collector: Collector; child: OwnChild }[] = []
  for (const child of children)
    for (const collector of await deps.pickups.collectors(child.schoolId, [child.id]))
      if (collectorIds.includes(collector.id) && collector.addedBy === child.personId) own.push({ collector, child })
  return own
}
