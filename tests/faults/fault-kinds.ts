/** One thing that goes wrong on one platform, for as many requests as it says. */
interface Rules {
  readonly telegram?: readonly object[]
  readonly zalo?: readonly object[]
}

/** What a run is made of. Shares are of rounds in which it happens. */
export interface FaultKind {
  readonly name: string
  /** Ways to go wrong, one of which is ordered now and then. */
  readonly orders: readonly Rules[]
  /** Processes die at a step of the way. */
  readonly kills?: boolean
  /** Two processes at once, where the database is a server's. */
  readonly processes?: 2
  /** The clock jumps by so many minutes. */
  readonly steps?: readonly number[]
  /** People block us in the middle. */
  readonly blocks?: boolean
  /** Minutes before the school's night at which it begins; else in the morning. */
  readonly beforeNight?: number
}

const cs = '/v3.0/oa/message/cs'
const list = '/v2.0/oa/conversation'
const token = '/v4/oa/access_token'
const both = (fault: object, times = 1): Rules => ({
  telegram: [{ match: { method: 'sendMessage' }, times, fault }],
  zalo: [{ match: { path: cs }, times, fault }],
})
const zalo = (...given: readonly [path: string, fault: object][]): Rules => ({
  zalo: given.map(([path, fault]) => ({ match: { path }, times: 1, fault })),
})
const error = (code: number) => ({ kind: 'error', error: code })

const lost = [both({ kind: 'lost_answer' }), zalo([cs, { kind: 'lost_answer' }], [list, { kind: 'cut' }])]
const cut = [both({ kind: 'cut' }), both({ kind: 'cut' }, 3)]
const slow = [
  { telegram: [{ match: { method: 'sendMessage' }, times: 3, fault: { kind: 'status', status: 429, retryAfterSeconds: 7 } }] },
  { zalo: [{ match: { path: cs }, times: 3, fault: error(-32) }] },
  { zalo: [{ match: { path: cs }, times: 1, fault: error(-218) }] },
  both({ kind: 'status', status: 429 }, 2),
]
const broken = [
  both({ kind: 'status', status: 500 }, 3),
  both({ kind: 'status', status: 503 }, 5),
  both({ kind: 'status', status: 504 }),
]
const pages = [both({ kind: 'status', status: 502, html: true }, 3), both({ kind: 'status', status: 200, html: true }, 2)]
const tokens = [
  zalo([cs, error(-216)]),
  zalo([cs, error(-220)], [token, { kind: 'cut' }]),
  zalo([cs, error(-216)], [token, { kind: 'status', status: 502, html: true }]),
]
const refreshLost = [zalo([cs, error(-220)], [token, { kind: 'refresh_lost' }])]
const stopped = [
  { zalo: [{ match: { path: cs }, times: 2, fault: error(-224) }] },
  { telegram: [{ match: { method: 'sendMessage' }, times: 2, fault: { kind: 'status', status: 401 } }] },
]
const jumps = [-60, -60, 7, 61, 26 * 60]

/** The rows of the table. */
export const faultKinds: readonly FaultKind[] = [
  { name: 'nothing', orders: [] },
  { name: 'kills', orders: [], kills: true },
  { name: 'lost answers', orders: lost },
  { name: 'cut connections', orders: cut },
  { name: '429 storms', orders: slow },
  { name: '5xx storms', orders: broken },
  { name: 'HTML for JSON', orders: pages },
  { name: 'token death', orders: tokens, steps: [26 * 60] },
  { name: 'refresh lost', orders: refreshLost },
  { name: 'account stopped', orders: stopped },
  { name: 'clock steps', orders: [...broken, ...lost], steps: jumps },
  { name: 'people block us', orders: lost, blocks: true },
  { name: 'into the night', orders: [...broken, ...lost, ...stopped, ...cut], kills: true, beforeNight: 2 },
  { name: 'two processes', orders: [...broken, ...lost], kills: true, processes: 2 },
  {
    name: 'everything',
    orders: [...lost, ...cut, ...slow, ...broken, ...pages, ...tokens, ...refreshLost, ...stopped],
    kills: true,
    steps: jumps,
    blocks: true,
  },
]
