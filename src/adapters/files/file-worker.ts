import { parentPort, workerData } from 'node:worker_threads'
import type { ImportWindow } from '../../features/imports/sent-file.ts'
import { readFileBytes } from './read-file.ts'

// Started by `read-sent-file.ts` and by nothing else.
interface Asked {
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  readonly window: ImportWindow
  readonly mostRows: number | undefined
}
const { file, window, mostRows } = workerData as Asked
parentPort?.postMessage(await readFileBytes(file, window, mostRows))
