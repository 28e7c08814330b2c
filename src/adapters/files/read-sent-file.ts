import { Worker } from 'node:worker_threads'
import type { ReadSentFile, SentFile } from '../../features/imports/sent-file.ts'

/** The most memory that reading may take, and the longest time. A file is not worth a service that stands still. */
const memoryMb = 384
const defaultTimeoutMs = 20_000

/** Reads files in a thread of their own: whatever they do to a parser, the service goes on, and the thread ends. */
export function createSentFileReader({
  timeoutMs = defaultTimeoutMs,
  mostRows,
}: {
  timeoutMs?: number
  mostRows?: number
} = {}): ReadSentFile {
  return ({ name, bytes }, window) =>
    new Promise<SentFile>((resolve) => {
      const worker = new Worker(new URL('./file-worker.ts', import.meta.url), {
        workerData: { file: { name, bytes }, window, mostRows },
        resourceLimits: { maxOldGenerationSizeMb: memoryMb },
        execArgv: ['--no-warnings'],
      })
      const done = (file: SentFile) => {
        clearTimeout(limit)
        resolve(file)
        void worker.terminate()
      }
      const limit = setTimeout(() => done({ kind: 'unreadable', why: 'too_slow' }), timeoutMs)
      worker.once('message', done)
      worker.once('error', (error: NodeJS.ErrnoException) =>
        done({ kind: 'unreadable', why: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_large' : 'damaged' }),
      )
      worker.once('exit', () => done({ kind: 'unreadable', why: 'damaged' }))
    })
}
