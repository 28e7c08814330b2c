import { type Fault, type FaultRule, Faults } from './faults.ts'

/**
 * - `error`: a business error inside HTTP 200, before anything is stored
 * - `refresh_lost`: `lost_answer` by the name of its worst case: the tokens are rotated and nobody learns the new pair
 */
export type ZaloRequestFault = Exclude<Fault, { kind: 'duplicate' }> | { kind: 'error'; error: number } | { kind: 'refresh_lost' }

/**
 * - `duplicate`: the same bytes arrive this many times in all
 * - `reorder`: arrives after this person's next event
 * - `wrong_signature`: arrives once with a signature that does not fit, as from a stranger
 */
export interface ZaloWebhookFault {
  duplicate?: number
  reorder?: boolean
  wrong_signature?: boolean
}

interface ZaloRule {
  match?: { path?: string; user?: string }
  times: number
  fault?: ZaloRequestFault
  webhook?: ZaloWebhookFault
}

/** The faults still to come: of requests by path and user, of webhooks by user. The first rule that fits is taken. */
export class ZaloFaults extends Faults {
  private zaloRules: ZaloRule[] = []

  override set(rules: readonly FaultRule[]): void {
    this.zaloRules = (rules as readonly Partial<ZaloRule>[]).map((rule) => ({ ...rule, times: rule.times ?? 1 }))
  }

  override list(): FaultRule[] {
    return this.zaloRules as unknown as FaultRule[]
  }

  forRequest(path: string, user: string | undefined): ZaloRequestFault | undefined {
    return this.use((rule) => rule.webhook === undefined && fits(rule, user) && (rule.match?.path ?? path) === path)?.fault
  }

  forWebhook(user: string): ZaloWebhookFault | undefined {
    return this.use((rule) => rule.webhook !== undefined && fits(rule, user))?.webhook
  }

  private use(wanted: (rule: ZaloRule) => boolean): ZaloRule | undefined {
    const rule = this.zaloRules.find(wanted)
    if (rule === undefined) return undefined
    rule.times -= 1
    if (rule.times <= 0) this.zaloRules = this.zaloRules.filter((other) => other !== rule)
    return rule
  }
}

function fits(rule: ZaloRule, user: string | undefined): boolean {
  return rule.match?.user === undefined || rule.match.user === user
}

/** The control plane asks every rule for the kind of its fault; a webhook rule has none of its own. */
export function withFaultKinds(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withFaultKinds)
  const isWebhookRule = typeof body === 'object' && body !== null && 'webhook' in body
  return isWebhookRule ? { ...body, fault: { kind: 'webhook' } } : body
}
