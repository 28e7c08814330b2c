/** `openapi.zalo.me` answers everything with HTTP 200 and one of these. */
export type ZaloAnswer = { error: 0; message: 'Success'; data: unknown } | { error: number; message: string }

export const success = (data: unknown): ZaloAnswer => ({ error: 0, message: 'Success', data })
export const refusal = (error: number, message: string): ZaloAnswer => ({ error, message })

/** A field of something that may be anything. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
