/** What the Bot API answers. The HTTP status of a refusal is its `error_code`. */
export type Answer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: { retry_after?: number } }

/** What a method is called with: fields of a query, a form or JSON. */
export type Params = Record<string, unknown>
export type Method = (params: Params) => Answer | Promise<Answer>

export const done = (result: unknown = true): Answer => ({ ok: true, result })

/** Thrown anywhere within a method; the server turns it into the answer. */
export class Refusal extends Error {
  readonly answer: Answer & { ok: false }

  constructor(code: number, description: string, parameters?: { retry_after?: number }) {
    super(description)
    this.answer = { ok: false, error_code: code, description, ...(parameters && { parameters }) }
  }
}

const prefixes: Record<number, string> = { 400: 'Bad Request: ', 403: 'Forbidden: ', 409: 'Conflict: ' }

/** In Telegram's own words, prefix added. @see https://core.telegram.org/bots/api#making-requests */
export const refusal = (code: 400 | 403 | 409, description: string) => new Refusal(code, `${prefixes[code]}${description}`)

export const tooManyRequests = (retryAfter: number) =>
  new Refusal(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter })
