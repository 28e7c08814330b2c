import { type Logger, pino } from 'pino'

export type Log = Logger

/**
 * JSON lines on standard error. What may be logged are ids, counts, kinds and durations; the list below is a net for what should never
 * have been handed over. Errors are reduced to their name, code and stack's first frames: messages of drivers quote values.
 */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: ['text', 'name', 'phone', 'token', 'message', '*.text', '*.name', '*.phone', '*.token', '*.message'],
        censor: '[kept out]',
      },
      serializers: { err: describeError },
    },
    pino.destination({ dest: 2, sync: false }),
  )
}

/** A frame as V8 writes it. A message may have lines that begin with "at", too. */
const frame = /^\s+at (?:.+ \()?(?:node:|file:|\/|[A-Z]:\\)[^\s()]+:\d+:\d+\)?$/

/** An error as it may stand in a log. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code } = error as { code?: unknown }
  const trace = (error.stack ?? '').split(error.message).at(-1) ?? ''
  const frames = trace.split('\n').filter((line) => frame.test(line))
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: frames.slice(0, 6).map((line) => line.trim()),
  }
}
