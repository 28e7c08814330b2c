import type { SchoolDay } from '../../core/clock.ts'
import { places } from '../../core/place.ts'
import { answer } from './answer.ts'
import type { ThreadState } from './thread.ts'

/** Most conversations that one batch keeps apart; the oldest is forgotten beyond that. */
const maxThreads = 50_000

/**
 * The batch form of the command line: one JSON line in, one object out, in order. Lines with one `thread` are turns of one
 * conversation. A line that cannot be used gives `{id, error}`. @param today the day for lines that name none
 */
export function createAskBatch({ today }: { readonly today: SchoolDay }): (line: string) => object {
  const threads = new Map<string, ThreadState>()
  return (line) => {
    const read = readLine(line)
    if ('error' in read) return read
    const stored = read.thread === undefined ? undefined : threads.get(read.thread)
    const { kind, text, sources, options, feature, confidence, thread } = answer(read.text, {
      today: read.today ?? today,
      place: read.place,
      thread: stored,
    })
    if (read.thread !== undefined) {
      threads.delete(read.thread)
      threads.set(read.thread, thread)
      if (threads.size > maxThreads) threads.delete(threads.keys().next().value!)
    }
    return {
      id: read.id,
      kind,
      text,
      sources,
      confidence: Math.round(confidence * 100) / 100,
      ...(options === undefined ? {} : { options }),
      ...(feature === undefined ? {} : { feature }),
    }
  }
}

interface Line {
  readonly id: unknown
  readonly text: string
  readonly place: (typeof places)[number] | null
  readonly today: SchoolDay | undefined
  readonly thread: string | undefined
}

function readLine(line: string): Line | { readonly id: unknown; readonly error: string } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { id: null, error: 'not valid JSON' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { id: null, error: 'not a JSON object' }
  const { id = null, text, place = null, today, thread } = value as Record<string, unknown>
  if (id === null) return { id, error: 'id is missing' }
  if (typeof text !== 'string') return { id, error: 'text is missing' }
  const knownPlace = places.find((known) => known === place)
  if (place !== null && knownPlace === undefined) return { id, error: 'place is not one of the known places' }
  if (today !== undefined && today !== null && !isDay(today)) return { id, error: 'today is not a date' }
  if (thread !== undefined && thread !== null && typeof thread !== 'string' && typeof thread !== 'number')
    return { id, error: 'thread is not a name' }
  return {
    id,
    text,
    place: knownPlace ?? null,
    today: (today as SchoolDay | undefined) ?? undefined,
    thread: thread == null ? undefined : String(thread),
  }
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))
}
