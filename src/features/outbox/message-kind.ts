/** What a message is to its reader. */
export const outgoingKinds = ['reply', 'alert', 'notice', 'reminder', 'summary', 'broadcast'] as const
export type OutgoingKind = (typeof outgoingKinds)[number]

/** `now`: somebody waits for it. `bulk`: one of many alike, which give way to everything else. */
export type Lane = 'now' | 'bulk'

interface KindRule {
  readonly lane: Lane
  /**
   * Whether it is sent again when nobody can find out whether the platform took it: rather twice than never. Otherwise it stays uncertain,
   * and the office sees it.
   */
  readonly isRepeated: boolean
}

/** How each kind is delivered: two copies of a reminder annoy, a missed answer or alarm does harm. */
export const kindRules: Readonly<Record<OutgoingKind, KindRule>> = {
  reply: { lane: 'now', isRepeated: true },
  alert: { lane: 'now', isRepeated: true },
  notice: { lane: 'now', isRepeated: true },
  summary: { lane: 'now', isRepeated: true },
  reminder: { lane: 'bulk', isRepeated: false },
  broadcast: { lane: 'bulk', isRepeated: false },
}

/** Kinds that are delivered in a lane. */
export function kindsOf(lane: Lane): OutgoingKind[] {
  return outgoingKinds.filter((kind) => kindRules[kind].lane === lane)
}
