import type { World } from './world.ts'

export interface ConsoleAnswer {
  readonly status: number
  readonly body: string
  /** What is read: the markup taken out. */
  readonly text: string
  readonly location: string | null
  readonly headers: Headers
}

type Phone = World['office']

/** Somebody of the office at a PC, signed in by the link that the bot sent to their phone. */
export async function signIn(world: World, phone: Phone = world.office) {
  const code = await codeFor(phone)
  const browser = browserOf(world.app.url)
  const entered = await browser.send('/console/sign-in', { code })
  if (entered.status !== 303) throw new Error(`not signed in: ${entered.text}`)
  await browser.visit('/console')
  return browser
}

/** The code in the bot's answer to `/console`. */
export async function codeFor(phone: Phone): Promise<string> {
  const answer = (await phone.says('/console')).join('\n')
  const code = /[?&]c=([\w-]+)/.exec(answer)?.[1]
  if (code === undefined) throw new Error(`no link in “${answer}”`)
  return code
}

/** A browser that keeps cookies and fills in forms, without scripts. */
export function browserOf(url: string) {
  let cookie = ''
  let formKey = ''
  const ask = async (path: string, init: RequestInit = {}): Promise<ConsoleAnswer> => {
    const response = await fetch(`${url}${path}`, {
      ...init,
      redirect: 'manual',
      headers: {
        'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0',
        ...(cookie === '' ? {} : { cookie }),
        ...init.headers,
      },
    })
    const [pair] = response.headers.getSetCookie()
    if (pair !== undefined) cookie = pair.split(';')[0]!
    const body = await response.text()
    formKey = /name="key" value="([^"]+)"/.exec(body)?.[1] ?? formKey
    const location = response.headers.get('location')
    return { status: response.status, body, text: readable(body), location, headers: response.headers }
  }
  return {
    visit: (path: string) => ask(path),
    /** Sends a form and shows nothing of where it leads. */
    send: (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams({ ...(formKey === '' ? {} : { key: formKey }), ...fields }),
        headers: { 'sec-fetch-site': 'same-origin', ...headers },
      }),
    /** Sends a form and reads the page it leads to. */
    async does(path: string, fields: Record<string, string> = {}) {
      const sent = await this.send(path, fields)
      return sent.location === null ? sent : await ask(sent.location)
    },
    /** Sends a file up and reads the page it leads to. */
    async upload(path: string, { field, name, bytes }: { field: string; name: string; bytes: Uint8Array<ArrayBuffer> }) {
      const body = new FormData()
      body.set('key', formKey)
      body.set(field, new Blob([bytes]), name)
      const sent = await ask(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } })
      return sent.location === null ? sent : await ask(sent.location)
    },
    cookie: () => cookie,
  }
}

function readable(body: string): string {
  return body
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}
