import axios, { type AxiosRequestConfig } from 'axios'
import { DeliveryError, reasonOfTransport } from '../../core/delivery-error.ts'
import { createAgent } from '../connect-timeout.ts'

const agents = { http: createAgent('http:'), https: createAgent('https:') }

export interface ZaloHttpAnswer {
  readonly status: number
  /** `undefined` when it is no JSON: a page of a proxy, a cut answer. */
  readonly json: unknown
  readonly header: (name: string) => string | undefined
}

/**
 * One request, whatever status it is answered with.
 * @throws {DeliveryError} `unreachable` when it never left, `unanswered` when nothing came back. axios hangs the whole request on its errors, tokens and texts
 * included, so only the code of the failure goes on.
 */
export async function requestZalo(url: string, request: AxiosRequestConfig): Promise<ZaloHttpAnswer> {
  try {
    const answer = await axios.request<string>({
      ...request,
      url,
      ...(url.startsWith('http:') ? { httpAgent: agents.http } : { httpsAgent: agents.https }),
      maxRedirects: 0, // a redirect would carry the token to another host
      maxContentLength: 1_048_576,
      // plain http is an emulator on this machine, which a proxy of the environment cannot reach
      ...(url.startsWith('http:') ? { proxy: false } : {}),
      responseType: 'text',
      transformResponse: [(body: string) => body],
      validateStatus: () => true,
    })
    const header = (name: string) => (typeof answer.headers[name] === 'string' ? answer.headers[name] : undefined)
    return { status: answer.status, json: parse(answer.data), header }
  } catch (error) {
    const code = axios.isAxiosError(error) ? error.code : undefined
    throw new DeliveryError(reasonOfTransport(code), { cause: new Error(code ?? 'request failed') })
  }
}

function parse(body: unknown): unknown {
  try {
    return JSON.parse(String(body))
  } catch {
    return undefined
  }
}
