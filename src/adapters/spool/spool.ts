import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { InboundMessage } from '../../core/message.ts'
import { createProcessLocks } from '../process-locks.ts'

/**
 * Verified messages that could not be journaled, on disk until the database is back. Zalo may never deliver again what was refused
 * once, so it gets its 200 when the line is safely in the file.
 */
export interface Spool {
  /** Durable when it resolves. */
  append(messages: readonly InboundMessage[]): Promise<void>
  /** Whether something waits: then newer messages must go behind it. */
  holds(): Promise<boolean>
  /** Hands everything to the journal, oldest first, and forgets what it took. Stops at its first failure. @returns how many messages. */
  drain(journal: (messages: readonly InboundMessage[]) => Promise<void>): Promise<number>
}

const suffix = '.jsonl'
const drainingSuffix = '.draining'

/** @param folder of the data directory; one file a process, so that nobody drains what another still writes. */
export async function openSpool(folder: string, ownId: number = process.pid): Promise<Spool> {
  await mkdir(folder, { recursive: true })
  const own = join(folder, `${ownId}${suffix}`)
  const turns = createProcessLocks()
  // Draining waits for the database; appending must never wait for that, so each has a turn of its own.
  const inTurn = <T>(work: () => Promise<T>) => turns.exclusively('files', work)
  let mayHold = true // what an earlier life left is found by the first drain

  const drainable = async (): Promise<string[]> => {
    const names = (await readdir(folder)).filter((name) => name.endsWith(suffix) || name.endsWith(drainingSuffix))
    return names
      .filter((name) => isAbandoned(Number.parseInt(name, 10), ownId))
      .sort((one, other) => Number(other.endsWith(drainingSuffix)) - Number(one.endsWith(drainingSuffix)))
      .map((name) => join(folder, name))
  }
  return {
    append: (messages) =>
      inTurn(async () => {
        mayHold = true
        const file = await open(own, 'a', 0o600)
        try {
          // Begun on a line of its own: the one before may be the torn last word of an earlier life.
          await file.appendFile(messages.map((message) => `\n${JSON.stringify(message)}\n`).join(''))
          await file.sync()
        } finally {
          await file.close()
        }
      }),
    holds: async () => mayHold && (await drainable()).length > 0,
    drain: (journal) =>
      turns.exclusively('drain', async () => {
        let count = 0
        for (;;) {
          const draining = await inTurn(async () => {
            const [path] = await drainable()
            if (path === undefined) mayHold = false
            return path === undefined || path.endsWith(drainingSuffix) ? path : await setAside(path)
          })
          if (draining === undefined) return count
          const messages = readLines(await readFile(draining, 'utf8'))
          for (let start = 0; start < messages.length; start += 100) await journal(messages.slice(start, start + 100))
          await rm(draining)
          count += messages.length
        }
      }),
  }
}

/** What comes from now on goes to a new file, behind this one. */
async function setAside(path: string): Promise<string> {
  const aside = `${path}${drainingSuffix}`
  await rename(path, aside)
  return aside
}

/** A torn last line is of a request that never got its 200: it is left out. */
function readLines(text: string): InboundMessage[] {
  return text.split('\n').flatMap((line) => {
    try {
      const message = JSON.parse(line) as InboundMessage & { sentAt: string }
      return [{ ...message, sentAt: new Date(message.sentAt) }]
    } catch {
      return []
    }
  })
}

function isAbandoned(owner: number, ownId: number): boolean {
  if (owner === ownId) return true
  try {
    process.kill(owner, 0)
    return false
  } catch {
    return true
  }
}
