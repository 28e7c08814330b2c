import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { type Language, languages, type PhraseKey } from '../../../core/phrases.ts'
import { signIn } from '../../../features/console/sign-in.ts'
import { type Html, html } from '../html.ts'
import { keepToken } from './cookie.ts'
import { callerOf, isOwnForm } from './guard.ts'
import { layOutAlone } from './layout.ts'
import { readForm } from './read-form.ts'
import type { ConsoleDeps } from './visit.ts'

/** Wrong codes from one address, and for how many seconds they count: one code in 700 thousand million opens anything. */
const wrongAllowed = 10
const wrongSeconds = 600

type Trouble = 'wrong' | 'used' | 'expired' | 'not_office' | 'too_many' | 'foreign'

/**
 * `GET /console/sign-in`: where to get a code, and a place to type it. `GET /console/in?c=…`: what the bot's link opens; nothing is used up
 * by looking, because messengers look at links before people do.
 */
export function registerSignIn(scope: FastifyInstance, deps: ConsoleDeps, isSecure: boolean): void {
  const tries = new RateLimiterMemory({ points: wrongAllowed, duration: wrongSeconds })
  scope.get<{ Querystring: Query }>('/console/sign-in', (request, reply) =>
    show(reply, deps, { language: languageOf(request), body: typing }),
  )
  scope.get<{ Querystring: Query }>('/console/in', (request, reply) => {
    const code = String(request.query.c ?? '').slice(0, 40)
    return show(reply, deps, { language: languageOf(request), body: (say) => entering(say, code) })
  })
  scope.post('/console/sign-in', async (request, reply) => {
    const language = languageOf(request)
    const again = (trouble: Trouble, status: number) =>
      show(reply.code(status), deps, { language, body: (say) => html`${troubled(say, trouble)}${typing(say)}` })
    if (!isOwnForm(request, deps.publicUrl)) return await again('foreign', 403)
    const caller = callerOf(request)
    if (((await tries.get(caller))?.consumedPoints ?? 0) >= wrongAllowed) return await again('too_many', 429)
    const { fields } = await readForm(request)
    const browser = browserOf(request.headers['user-agent'])
    const now = deps.clock.now()
    const done = await deps.work(({ console }) =>
      signIn({ ...deps, console }, { typed: fields.code ?? '', browser, language, now }),
    )
    if (done.kind !== 'signed_in') {
      if (done.kind === 'wrong') await tries.consume(caller).catch(() => undefined)
      return await again(done.kind, 400)
    }
    keepToken(reply, done.token, { isSecure, endsAt: done.session.endsAt })
    return await reply.redirect('/console', 303)
  })
}

type Query = { c?: string; lang?: string }
type Say = (key: PhraseKey) => string

function show(
  reply: FastifyReply,
  { phrases }: ConsoleDeps,
  { language, body }: { language: Language; body: (say: Say) => Html },
): FastifyReply {
  const say: Say = (key) => phrases.text(language, key)
  const title = say('console.sign_in.title')
  return reply.type('text/html; charset=utf-8').send(layOutAlone({ phrases, language }, { title, body: body(say) }))
}

const typing = (say: Say) => html`<p>${say('console.sign_in.how')}</p>
<form method="post" action="/console/sign-in">
<div class="field"><label for="code">${say('console.sign_in.code')}</label><input id="code" name="code" required autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" maxlength="20" placeholder="XXXX-XXXX"></div>
<button>${say('console.sign_in.enter')}</button></form>
<p class="other"><a href="?lang=vi" lang="vi">Tiếng Việt</a> · <a href="?lang=en" lang="en">English</a></p>`

const entering = (say: Say, code: string) => html`<p>${say('console.sign_in.once')}</p>
<form method="post" action="/console/sign-in"><input type="hidden" name="code" value="${code}"><button>${say('console.sign_in.enter')}</button></form>`

const troubled = (say: Say, trouble: Trouble) =>
  html`<div class="told refused" role="alert"><p>${say(`console.sign_in.${trouble}`)}</p></div>`

function languageOf(request: FastifyRequest): Language {
  const wanted = (request.query as Query).lang ?? request.headers['accept-language']?.slice(0, 2)
  return languages.find((one) => one === wanted) ?? 'vi'
}

/** As people call it: `Chrome, Windows`. The rest of what a browser says of itself is nobody's business. */
function browserOf(agent = ''): string {
  const named = [/Edg/, /OPR/, /Firefox/, /Chrome/, /Safari/].find((one) => one.test(agent))
  const system = [/Android/, /iPhone|iPad/, /Windows/, /Mac OS/, /Linux/].map((one) => one.exec(agent)?.[0]).find(Boolean)
  const name = named && ({ Edg: 'Edge', OPR: 'Opera' }[named.source] ?? named.source)
  return [name, system].filter(Boolean).join(', ')
}
