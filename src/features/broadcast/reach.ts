import type { ChatAddress } from '../../core/message.ts'
import type { Language } from '../../core/phrases.ts'
import { chatKey } from '../../core/wake-ups.ts'
import { cheapestOf, type Window, windowOf } from '../outbox/ways.ts'
import type { Role, SchoolClass } from '../people/person.ts'
import type { Preference } from '../preferences/preference.ts'
import type { Contact } from './broadcast-store.ts'

/** Why somebody is not reached: never linked a chat, shut the door, asked for silence, wants no notices. */
export type MissedWhy = 'no_link' | 'left' | 'stopped' | 'off'

/** One chat that gets the notice. */
export interface Reached {
  readonly personId: string
  readonly role: Role
  readonly address: ChatAddress
  readonly language: Language
  /** What it costs there; closed: it is tried, and most likely refused. */
  readonly window: Window
  readonly quiet: Preference['quiet']
  /** Classes through whose children or teaching they belong to the audience. */
  readonly classIds: readonly string[]
}

export interface MissedChild {
  readonly childId: string
  readonly name: string
  readonly classCode: string
  readonly why: MissedWhy
}

export interface Reach {
  readonly reached: readonly Reached[]
  /** Children none of whose guardians gets it: for the office to phone. */
  readonly children: readonly MissedChild[]
  readonly staff: readonly { readonly personId: string; readonly name: string; readonly why: MissedWhy }[]
}

const rank: Record<Role, number> = { office: 0, teacher: 1, guardian: 2 }

/**
 * Who gets a notice, each chat once (a guardian of two children, a teacher who is a mother here), and who does not.
 * @param classes those of the audience, with their children @param exceptPersonId who wrote it @param urgent it comes to those too who
 * asked for silence
 */
export function reachOf(
  contacts: readonly Contact[],
  {
    classes,
    roles,
    exceptPersonId,
    urgent,
    now,
  }: { classes: readonly SchoolClass[]; roles: readonly Role[]; exceptPersonId: string; urgent: boolean; now: Date },
): Reach {
  const classOf = new Map(classes.flatMap((one) => one.children.map((child) => [child.id, one.id] as const)))
  const reached = new Map<string, Reached>()
  const ordered = [...contacts].sort((one, other) => rank[one.role] - rank[other.role])
  for (const contact of ordered.filter(({ personId }) => personId !== exceptPersonId)) {
    const chat = cheapestOf(openChats(contact, urgent), now)
    if (chat === undefined) continue
    const own = [...contact.classIds, ...contact.childIds.flatMap((id) => classOf.get(id) ?? [])]
    const known = reached.get(chatKey(chat.address))
    reached.set(chatKey(chat.address), {
      ...(known ?? {
        ...{ personId: contact.personId, role: contact.role, address: chat.address, language: chat.language },
        window: windowOf(chat, now),
        quiet: chat.preference.quiet,
      }),
      classIds: [...new Set([...(known?.classIds ?? []), ...own])],
    })
  }
  const staff = ordered.flatMap((contact) =>
    contact.role === 'guardian' || contact.personId === exceptPersonId || openChats(contact, urgent).length > 0
      ? []
      : [{ personId: contact.personId, name: contact.name ?? '', why: whyOf([contact]) }],
  )
  return {
    reached: [...reached.values()],
    staff,
    children: roles.includes('guardian') ? missedChildren(contacts, { classes, urgent }) : [],
  }
}

function missedChildren(
  contacts: readonly Contact[],
  { classes, urgent }: { classes: readonly SchoolClass[]; urgent: boolean },
): MissedChild[] {
  const guardians = Map.groupBy(
    contacts.filter(({ role }) => role === 'guardian').flatMap((contact) => contact.childIds.map((id) => ({ id, contact }))),
    ({ id }) => id,
  )
  return classes.flatMap((one) =>
    one.children.flatMap((child): MissedChild[] => {
      const own = (guardians.get(child.id) ?? []).map(({ contact }) => contact)
      if (own.some((contact) => openChats(contact, urgent).length > 0)) return []
      return [{ childId: child.id, name: child.rosterName, classCode: one.code, why: whyOf(own) }]
    }),
  )
}

const openChats = ({ chats }: Contact, urgent: boolean) =>
  chats.filter(({ left, stopped, preference }) => !left && (urgent || (!stopped && !preference.off.includes('notices'))))

function whyOf(contacts: readonly Contact[]): MissedWhy {
  const chats = contacts.flatMap((contact) => contact.chats)
  if (chats.length === 0) return 'no_link'
  if (chats.every(({ left }) => left)) return 'left'
  return chats.some(({ left, stopped }) => !left && !stopped) ? 'off' : 'stopped'
}
