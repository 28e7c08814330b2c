import axios from 'axios'
import { createAgent } from './connect-timeout.ts'

const agents = { http: createAgent('http:'), https: createAgent('https:') }
const timeoutMs = 30_000

/**
 * The bytes at an address; undefined for anything else, or for more than `mostBytes`. Neither the address, which may hold a token, nor what
 * is there is told to anybody.
 */
export async function fetchFile(
  url: URL,
  { mostBytes, signal }: { mostBytes: number; signal: AbortSignal },
): Promise<Uint8Array | undefined> {
  try {
    const answer = await axios.get<ArrayBuffer>(url.href, {
      ...(url.protocol === 'http:' ? { httpAgent: agents.http, proxy: false } : { httpsAgent: agents.https }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      responseType: 'arraybuffer',
      maxContentLength: mostBytes,
      maxRedirects: 0, // a redirect would lead to a host that nobody has looked at
      validateStatus: (status) => status === 200,
    })
    return new Uint8Array(answer.data)
  } catch {
    return undefined
  }
}
