import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { entrantOf } from '../../../features/console/sign-in.ts'
import { html } from '../html.ts'
import { registerAssets } from './assets.ts'
import { registerBroadcastPages } from './broadcast-pages.ts'
import { registerCalendarPages } from './calendar-pages.ts'
import { readToken } from './cookie.ts'
import { formKeyOf, guardHeaders, isOwnForm, isSame } from './guard.ts'
import { registerKnowledgePages } from './knowledge-pages.ts'
import { layOut, layOutAlone } from './layout.ts'
import { registerMessagePages } from './message-pages.ts'
import { registerPeoplePages } from './people-pages.ts'
import { registerQuestionPages } from './question-pages.ts'
import { readForm } from './read-form.ts'
import { registerSessionPages } from './session-pages.ts'
import { registerSettingsPages } from './settings-pages.ts'
import { registerSignIn } from './sign-in-pages.ts'
import { registerSummaryPages } from './summary-pages.ts'
import { registerTodayPages } from './today-pages.ts'
import type { Answer, ConsoleDeps, Handle, Pages, Visit } from './visit.ts'

/** Files that are sent up: a school's lists and calendars are far smaller. */
const largestFileBytes = 10 * 1_048_576

/** `/console`: the office's pages, for who signed in through the messenger. They work without scripts; with them, lists keep up by themselves. */
export function registerConsole(app: FastifyInstance, deps: ConsoleDeps): void {
  app.register(async (scope) => {
    const isSecure = deps.publicUrl?.startsWith('https://') ?? false
    await scope.register(cookie)
    await scope.register(formbody, { bodyLimit: 1_048_576 })
    await scope.register(multipart, { limits: { fileSize: largestFileBytes, files: 3, fields: 200 } })
    scope.addHook('onRequest', async (_request, reply) => guardHeaders(reply, isSecure))
    // The service's own default comes later and would hide where a form comes from.
    scope.addHook('onSend', async (_request, reply) => void reply.header('referrer-policy', 'same-origin'))
    scope.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
      const status = error.statusCode ?? 503
      if (status >= 500) deps.onError(error)
      return refuse(reply, deps, status === 413 ? 413 : status < 500 ? 400 : 503)
    })
    registerAssets(scope)
    registerSignIn(scope, deps, isSecure)
    const pages = pagesOn(scope, deps, isSecure)
    registerTodayPages(pages)
    registerSummaryPages(pages)
    registerQuestionPages(pages)
    registerKnowledgePages(pages)
    registerBroadcastPages(pages)
    registerMessagePages(pages)
    registerCalendarPages(pages)
    registerPeoplePages(pages)
    registerSettingsPages(pages)
    registerSessionPages(pages, scope, isSecure)
    const missing = (_request: FastifyRequest, reply: FastifyReply) => refuse(reply, deps, 404)
    scope.get('/console/*', missing)
    scope.post('/console/*', missing)
  })
}

/** Lets in who is signed in, and makes their request a visit. */
function pagesOn(scope: FastifyInstance, deps: ConsoleDeps, isSecure: boolean): Pages {
  const answer = async (request: FastifyRequest, reply: FastifyReply, handle: Handle) => {
    const isForm = request.method === 'POST'
    if (isForm && !isOwnForm(request, deps.publicUrl)) return await refuse(reply, deps, 403)
    const token = readToken(request, isSecure)
    const visit = token === undefined ? undefined : await visitOf(deps, { request, token })
    if (visit === undefined || token === undefined) return await reply.redirect('/console/sign-in', 303)
    if (isForm && !isSame(visit.fields.key ?? '', visit.formKey)) return await refuse(reply, deps, 403)
    return await send(reply, visit, await handle(visit))
  }
  return {
    get: (path, handle) => scope.get(path, (request, reply) => answer(request, reply, handle)),
    post: (path, handle) => scope.post(path, (request, reply) => answer(request, reply, handle)),
  }
}

async function visitOf(
  deps: ConsoleDeps,
  { request, token }: { request: FastifyRequest; token: string },
): Promise<Visit | undefined> {
  const now = deps.clock.now()
  const entered = await deps.work(async (stores) => {
    const entrant = await entrantOf({ console: stores.console, hash: deps.hash }, { token, now })
    return entrant && { entrant, school: await stores.people.school(entrant.session.schoolId) }
  })
  if (entered === undefined) return undefined
  const { entrant, school } = entered
  const { language } = entrant.session
  return {
    ...{ ...entrant, deps, schoolId: school.id, schoolName: school.name, language, now },
    path: request.url.replace(/\?.*$/, ''),
    params: request.params as Record<string, string>,
    query: singles(request.query as Record<string, unknown>),
    ...(await readForm(request)),
    formKey: formKeyOf(token),
    say: (key, params) => deps.phrases.text(language, key, params),
  }
}

async function send(reply: FastifyReply, visit: Visit, answer: Answer): Promise<FastifyReply> {
  const { deps, session } = visit
  switch (answer.kind) {
    case 'missing':
      return await refuse(reply, { ...deps, language: visit.language }, 404)
    case 'file': {
      const disposition = answer.inline === true ? 'inline' : 'attachment'
      reply.header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(answer.name)}`)
      return await reply.type(answer.type).send(answer.bytes)
    }
    case 'go': {
      const { told } = answer
      if (told !== undefined) await deps.work(({ console }) => console.tell(session, told))
      return await reply.redirect(answer.to, 303)
    }
    case 'page': {
      // What is fetched again and again in the background must not take what is meant for the eye.
      const isBackground = reply.request.headers['hx-request'] !== undefined
      const told = isBackground ? undefined : await deps.work(({ console }) => console.takeTold(session))
      return await reply
        .code(answer.status ?? 200)
        .type('text/html; charset=utf-8')
        .send(layOut(visit, answer, told))
    }
  }
}

type Refusal = 400 | 403 | 404 | 413 | 503

/** Says what went wrong, in both languages' own words where nobody is known. */
async function refuse(
  reply: FastifyReply,
  { phrases, language = 'vi' }: Pick<ConsoleDeps, 'phrases'> & { language?: Visit['language'] },
  status: Refusal,
): Promise<FastifyReply> {
  const say = (key: 'title' | 'text' | 'back') => phrases.text(language, `console.error.${key}`, { status: String(status) })
  const body = html`<p>${say('text')}</p><p><a href="/console">${say('back')}</a></p>`
  return await reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(layOutAlone({ phrases, language }, { title: say('title'), body }))
}

function singles(query: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, String(Array.isArray(value) ? value.at(-1) : value).normalize('NFC')]),
  )
}
