import { TelegramError } from 'telegraf'
import { DeliveryError, type DeliveryReason, reasonOfTransport } from '../../core/delivery-error.ts'

/** What may be kept of a refusal: Telegram's own words. telegraf's errors carry the whole message, and node-fetch's the address with the token. */
class TelegramCause extends Error {
  override readonly name = 'TelegramCause'
}

const recipientGone =
  /chat not found|user not found|PEER_ID_INVALID|user is deactivated|group chat was (upgraded|deleted)|not enough rights to send/i
const nothingToEdit =
  /message is not modified|message to edit not found|message can't be edited|MESSAGE_ID_INVALID|no text in the message to edit/i

/**
 * Why a call to Telegram failed, for every method and every way of failing. The one place that reads Telegram's codes and words.
 * 401 and 404 mean that the token is wrong or was revoked: a person must act. An answer that is no JSON comes from something
 * between us and Telegram.
 * @see https://core.telegram.org/api/errors and https://core.telegram.org/bots/api#responseparameters
 */
export function toDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  if (!(error instanceof TelegramError))
    return new DeliveryError(reasonOfProblem(transportProblem(error)), { cause: new TelegramCause(transportProblem(error)) })
  const { code, description, parameters } = error
  return new DeliveryError(reasonOf(code, description), {
    code,
    retryAfterSeconds: parameters?.retry_after,
    scope: code === 429 ? 'account' : 'chat', // Telegram does not say whether the chat or the bot was too fast
    cause: new TelegramCause(description),
  })
}

/** Whether an edit failed because there is nothing left to do: the message says this already, or can no longer be changed. */
export function isEditWithoutEffect(error: DeliveryError): boolean {
  return error.reason === 'rejected' && error.cause instanceof TelegramCause && nothingToEdit.test(error.cause.message)
}

function reasonOf(code: number | undefined, description: string): DeliveryReason {
  if (code === undefined) return 'unreachable'
  if (code === 429) return 'throttled'
  if (code === 504) return 'unanswered' // a gateway that stopped waiting
  if (code >= 500 || code === 409) return 'server_error' // 409: two of us poll, or a webhook is set; it passes
  if (code === 401 || code === 404) return 'channel_stopped'
  if (code === 403) return 'recipient_left'
  return recipientGone.test(description) ? 'recipient_left' : 'rejected'
}

/** A page where JSON should be comes from something in between, so Telegram has seen nothing. */
function reasonOfProblem(problem: string): DeliveryReason {
  return problem === 'invalid-json' ? 'unreachable' : reasonOfTransport(problem)
}

/** Node's and node-fetch's short codes (`ECONNREFUSED`, `invalid-json`); never their messages. */
function transportProblem(error: unknown): string {
  const { code, type, name } = (error ?? {}) as { code?: unknown; type?: unknown; name?: unknown }
  return String(code ?? type ?? name ?? 'unknown')
}
