import { parseArgs } from 'node:util'

/**
 * What a process does of the whole.
 * - `web`: takes what comes in (webhooks, or polls Telegram) into the journal, and serves the console
 * - `worker`: handles what was journaled, delivers, and does what is due by the clock
 * - `both`: everything; the embedded database has room for no other
 */
export const processRoles = ['web', 'worker', 'both'] as const
export type ProcessRole = (typeof processRoles)[number]

/** The command line of the service is not understood; the message says what is. */
export class InvalidFlags extends Error {
  override readonly name = 'InvalidFlags'
}

/** Reads `--role web|worker|both`. @throws {InvalidFlags} */
export function readRole(args: readonly string[], { isEmbedded }: { readonly isEmbedded: boolean }): ProcessRole {
  const wanted = parsed(args)
  const role = processRoles.find((one) => one === (wanted ?? 'both'))
  if (role === undefined) throw new InvalidFlags(`--role is one of: ${processRoles.join(', ')}.`)
  if (isEmbedded && role !== 'both')
    throw new InvalidFlags(
      'The embedded database is for one process, which does everything. Several processes need PostgreSQL: set DATABASE_URL.',
    )
  return role
}

function parsed(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { role: { type: 'string' } } }).values.role
  } catch {
    throw new InvalidFlags(`The service takes one option: --role ${processRoles.join('|')}.`)
  }
}
