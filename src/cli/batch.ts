import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/**
 * Runs a batch: one JSON object a line in, one a line out, in the same order. A line that cannot be processed gives an error on its own
 * line and the rest goes on. Blank lines are passed over.
 * @param file a path, or `-` for standard input
 */
export async function runBatch(file: string, answer: (line: string) => object): Promise<number> {
  const input = file === '-' ? process.stdin : createReadStream(file)
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    if (!process.stdout.write(`${JSON.stringify(answer(line))}\n`))
      await new Promise((done) => process.stdout.once('drain', done))
  }
  return 0
}
