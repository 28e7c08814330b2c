import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Duplex } from 'node:stream'

const connectMs = 8_000

/**
 * An agent that gives a connection up after 8 s without one, under a code of its own (`CONNECT_TIMEOUT`): a request that never left may be
 * repeated, one whose answer is out may not. Idle connections do not keep the process alive.
 */
export function createAgent(root: string): HttpAgent | HttpsAgent {
  const agent = root.startsWith('https:') ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true })
  const connect = agent.createConnection.bind(agent)
  agent.createConnection = (options, created) => {
    const socket = connect(options, created)
    if (socket) watch(socket, root.startsWith('https:') ? 'secureConnect' : 'connect')
    return socket
  }
  return agent
}

function watch(socket: Duplex, connected: 'connect' | 'secureConnect'): void {
  const giveUp = setTimeout(() => {
    socket.destroy(Object.assign(new Error('no connection in time'), { code: 'CONNECT_TIMEOUT' }))
  }, connectMs)
  giveUp.unref()
  for (const event of [connected, 'close']) socket.once(event, () => clearTimeout(giveUp))
}
