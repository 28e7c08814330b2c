import { createHash, randomInt, randomUUID } from 'node:crypto'
import type { Ids } from '../core/ids.ts'

/** Without 0/O, 1/I/L, U: read over the phone and typed with a thumb. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

export const randomIds: Ids = {
  uuid: () => randomUUID(),
  code: (length) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join(''),
}

/** Codes are random and short-lived: a plain hash keeps a stolen table from holding any that work. */
export function hashCode(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
