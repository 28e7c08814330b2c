/**
 * What can be made to go wrong with one request.
 * - `status`: refused with this status before it takes effect; `html` answers with a page, as proxies do
 * - `answer`: this body with status 200 (or the one given), before it takes effect: Zalo's business errors
 * - `lost_answer`: accepted and stored, then the connection is cut
 * - `cut`: the connection is cut before anything is stored
 * - `delay`: answered late by this many real milliseconds
 * - `duplicate`: for events to the service: the same event is delivered twice
 */
export type Fault =
  | { kind: 'status'; status: number; retryAfterSeconds?: number; html?: boolean }
  | { kind: 'answer'; body: unknown; status?: number }
  | { kind: 'lost_answer' }
  | { kind: 'cut' }
  | { kind: 'delay'; millis: number }
  | { kind: 'duplicate' }

/** `match.method` is the platform's name for the call (`sendMessage`), or `update` for an event to the service; absent fits all. */
export interface FaultRule {
  match?: { method?: string; chat?: string | number }
  times?: number
  fault: Fault
}

/** The faults still to come. Each rule is used up after `times` (1) matching requests; the first rule that fits is taken. */
export class Faults {
  private rules: (FaultRule & { times: number })[] = []

  set(rules: readonly FaultRule[]): void {
    this.rules = rules.map((rule) => ({ ...rule, times: rule.times ?? 1 }))
  }

  list(): FaultRule[] {
    return this.rules
  }

  take(method: string, chat?: string | number): Fault | undefined {
    const rule = this.rules.find(
      ({ match }) =>
        (match?.method === undefined || match.method === method) &&
        (match?.chat === undefined || String(match.chat) === String(chat)),
    )
    if (!rule) return undefined
    rule.times -= 1
    if (rule.times <= 0) this.rules = this.rules.filter((other) => other !== rule)
    return rule.fault
  }
}
