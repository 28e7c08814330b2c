import axios from 'axios'

/** What an emulator answered: an HTTP status and JSON that only the page looks into. */
export interface ControlAnswer {
  readonly status: number
  readonly body: unknown
}

/** The control plane of one emulator, over HTTP. Rejects when the emulator cannot be reached. */
export interface EmulatorControl {
  /** A person's screen; undefined when it still is as at `version`. Someone unknown is made, with this name. */
  phone(user: string, seen: { version: string | undefined; name: string }): Promise<unknown>
  /** Requests after this number, oldest first; of those from the start only the latest. */
  traffic(after: number): Promise<unknown[]>
  act(user: string, act: 'messages' | 'taps' | 'edits' | 'media' | 'block', body: object): Promise<ControlAnswer>
}

const timeoutMs = 5_000
const firstLoad = 120

export function createEmulatorControl(emulatorUrl: string): EmulatorControl {
  const http = axios.create({ baseURL: `${emulatorUrl}/emulator`, timeout: timeoutMs, proxy: false, validateStatus: () => true })
  const screen = (user: string) => `/phones/${encodeURIComponent(user)}`
  return {
    async phone(user, { version, name }) {
      const { status, data } = await http.get(screen(user), { params: version === undefined ? {} : { after: version } })
      if (status === 204) return undefined
      return status === 404 ? (await http.put(screen(user), { name })).data : data
    },
    async traffic(after) {
      const { data } = await http.get('/traffic', { params: { after } })
      return Array.isArray(data) ? data.slice(-firstLoad) : []
    },
    async act(user, act, body) {
      const { status, data } = await http.post(`${screen(user)}/${act}`, body)
      return { status, body: data }
    },
  }
}
