import type { Params } from './telegram-answers.ts'
import { type Answer, done, refusal } from './telegram-answers.ts'
import type { Polling } from './telegram-polling.ts'
import type { Updates } from './telegram-updates.ts'
import type { WebhookSender } from './telegram-webhook-sender.ts'

/** The methods by which the bot gets its updates. @see https://core.telegram.org/bots/api#getting-updates */
export function receivingMethods({ updates, polling, webhook }: { updates: Updates; polling: Polling; webhook: WebhookSender }) {
  return {
    async getUpdates(params: Params, gone: AbortSignal): Promise<Answer> {
      if (webhook.url)
        throw refusal(409, "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
      rememberAllowed(updates, params)
      const limit = Math.min(100, Math.max(1, Number(params.limit ?? 100)))
      return await polling.poll({ offset: Number(params.offset ?? 0), limit, timeoutSeconds: Number(params.timeout ?? 0) }, gone)
    },

    setWebhook(params: Params): Answer {
      const url = String(params.url ?? '')
      const secretToken = params.secret_token === undefined ? undefined : String(params.secret_token)
      refuseBadWebhook(url, secretToken)
      rememberAllowed(updates, params)
      if (truthy(params.drop_pending_updates)) updates.clear()
      polling.stop('terminated by setWebhook request')
      webhook.set(url === '' ? undefined : { url, secretToken })
      return { ok: true, result: true, description: url === '' ? 'Webhook was deleted' : 'Webhook was set' } as Answer
    },

    deleteWebhook(params: Params): Answer {
      if (truthy(params.drop_pending_updates)) updates.clear()
      webhook.set(undefined)
      return done()
    },

    getWebhookInfo: (): Answer =>
      done({
        url: webhook.url,
        has_custom_certificate: false,
        pending_update_count: updates.pending,
        ...webhook.lastError,
        ...(updates.allowed && { allowed_updates: updates.allowed }),
      }),
  }
}

function rememberAllowed(updates: Updates, params: Params): void {
  const given = typeof params.allowed_updates === 'string' ? JSON.parse(params.allowed_updates) : params.allowed_updates
  if (!Array.isArray(given)) return // absent: the previous choice stays
  updates.allowed = given.length > 0 ? given.map(String) : undefined
}

/** Telegram wants HTTPS; plain HTTP is for loopback here, because that is where the emulator lives. */
function refuseBadWebhook(url: string, secretToken: string | undefined): void {
  if (secretToken !== undefined && !/^[\w-]{1,256}$/.test(secretToken))
    throw refusal(400, 'secret token contains unallowed characters')
  if (url === '') return
  const parsed = URL.parse(url)
  if (!parsed) throw refusal(400, 'bad webhook: invalid URL specified')
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(parsed.hostname)
  if (parsed.protocol !== 'https:' && !loopback) throw refusal(400, 'bad webhook: An HTTPS URL must be provided for webhook')
}

const truthy = (value: unknown) => value === true || value === 'true' || value === '1' || value === 1
