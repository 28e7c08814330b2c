import type { Ids } from '../../core/ids.ts'
import type { Invite, PeopleStore } from './people-store.ts'
import type { Identity } from './person.ts'

const hourMs = 3_600_000
/** Office and teachers are invited in person and use the link at once; guardians find it in a school bag. */
const lifeHours = { staff: 72, guardian: 14 * 24 }
const wrongCodesAllowed = 5
const blockHours = 1

/** How a code looks wherever it is pasted: `MN-7K4QW-2HXPD`, any case and any dash. */
const codePattern = /\bMN\s?[-–—]\s?([A-Z0-9]{5})\s?[-–—]\s?([A-Z0-9]{5})\b/i
/**
 * Typed by hand as a whole message, spaces or nothing instead of the dashes. Anywhere else `mn` is how people shorten mầm non, and five
 * letters twice are a school's name: `truong mn quang trung`.
 */
const typedPattern = /^(?:\/start\s+|mã\s+|ma\s+)?MN[-–—\s]*([A-Z0-9]{5})[-–—\s]*([A-Z0-9]{5})[.!]?$/i
/** Letters that no code has, for their look-alikes. Without a digit, one of them makes it a name. */
const nameLike = /^(?=.*[ILOU])[^\d]*$/i

/** Hashes a code: the database never holds one that works. */
export type HashCode = (code: string) => string

/** The code in a text, in its one spelling; undefined when there is none. */
export function findCode(text: string): string | undefined {
  const typed = typedPattern.exec(text.trim())
  const found = codePattern.exec(text) ?? (nameLike.test(`${typed?.[1]}${typed?.[2]}`) ? null : typed)
  return found === null ? undefined : `MN-${found[1]}-${found[2]}`.toUpperCase()
}

type Deps = { people: PeopleStore; ids: Ids; hash: HashCode }

/** Issues a code for one use. @returns the code, which is shown once and kept nowhere, and when it ends. */
export async function issueInvite(
  { people, ids, hash }: Deps,
  { schoolId, purpose, now }: { schoolId: string; purpose: Invite['purpose']; now: Date },
): Promise<{ code: string; expiresAt: Date }> {
  const code = `MN-${ids.code(5)}-${ids.code(5)}`
  const expiresAt = new Date(now.getTime() + lifeHours[purpose.kind] * hourMs)
  await people.addInvite({ id: ids.uuid(), schoolId, codeHash: hash(code), purpose, createdAt: now, expiresAt })
  return { code, expiresAt }
}

export type Redeemed =
  | { kind: 'linked'; schoolId: string; purpose: Invite['purpose'] }
  | { kind: 'wrong' }
  | { kind: 'expired' }
  | { kind: 'blocked'; till: Date }

/**
 * Makes the chat that typed a code the person the code was issued for. Wrong, used and unknown codes look alike from outside; five
 * in a row shut the door for an hour, so that codes cannot be tried out.
 */
export async function redeemInvite(
  { people, ids, hash }: Deps,
  { identity, code, now }: { identity: Identity; code: string; now: Date },
): Promise<Redeemed> {
  if (identity.codesBlockedTill !== null && identity.codesBlockedTill > now)
    return { kind: 'blocked', till: identity.codesBlockedTill }
  const invite = await people.findInvite(hash(code))
  if (invite !== undefined && !invite.used && invite.expiresAt <= now) return { kind: 'expired' }
  if (invite === undefined || invite.used || !(await people.useInvite(invite, now)))
    return await countWrong(people, identity, now)

  const { schoolId, purpose } = invite
  const personId = purpose.kind === 'staff' ? purpose.personId : ids.uuid()
  if (purpose.kind === 'guardian') await people.addGuardian({ id: personId, schoolId, childId: purpose.childId, now })
  await people.link({ identityId: identity.id, personId, schoolId, now })
  await people.change(identity.id, { wrongCodes: 0, codesBlockedTill: null })
  return { kind: 'linked', schoolId, purpose }
}

async function countWrong(people: PeopleStore, identity: Identity, now: Date): Promise<Redeemed> {
  const wrongCodes = identity.wrongCodes + 1
  if (wrongCodes < wrongCodesAllowed) {
    await people.change(identity.id, { wrongCodes })
    return { kind: 'wrong' }
  }
  const till = new Date(now.getTime() + blockHours * hourMs)
  await people.change(identity.id, { wrongCodes: 0, codesBlockedTill: till })
  return { kind: 'blocked', till }
}
