import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { until } from './world.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))

export interface Running {
  readonly child: ChildProcess
  readonly output: () => { readonly out: string; readonly err: string }
  /** Exit code. */
  readonly ended: Promise<number | null>
}

/** Starts `node src/<file>` with this environment and nothing else of ours. */
export function startProcess(file: 'main.ts' | 'cli.ts', env: Record<string, string>, args: readonly string[] = []): Running {
  const child = spawn(process.execPath, [`src/${file}`, ...args], {
    cwd: repository,
    env: { PATH: process.env.PATH ?? '', ...env },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (bytes) => {
    said.out += bytes
  })
  child.stderr.on('data', (bytes) => {
    said.err += bytes
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, output: () => ({ ...said }), ended }
}

/** Runs it to its end. */
export async function runProcess(...given: Parameters<typeof startProcess>) {
  const { ended, output } = startProcess(...given)
  return { code: await ended, ...output() }
}

/** Waits until a service has logged that it started. @returns its address. */
export async function urlOf({ output, child }: Running): Promise<string> {
  const started = () => /"url":"([^"]+)"/.exec(output().err)?.[1]
  await until(async () => started() !== undefined || child.exitCode !== null)
  const url = started()
  if (url === undefined) throw new Error(`the service did not start: ${output().err}`)
  return url
}
