import { parentPort, workerData } from 'node:worker_threads'
import type { ImportWindow } from '../../features/imports/sent-file.ts'
import { readFileBytes } from './read-file.ts'

// Started by `read-sent-file.ts` and by nothing else.
const { file, window } = workerData as { file: { name: string; bytes: Uint8Array }; window: ImportWindow }
parentPort?.postMessage(await readFileBytes(file, window))
