import type { FastifyInstance } from 'fastify'
import { schoolDayOf, schoolTimeOf, writtenDay } from '../../../core/clock.ts'
import { languages } from '../../../core/phrases.ts'
import { endSession } from '../../../features/console/sign-in.ts'
import { html } from '../html.ts'
import { dropToken } from './cookie.ts'
import { form } from './form.ts'
import { go, type Pages, type Visit } from './visit.ts'

/** Where somebody is signed in, with an end to each; the language; another school of theirs. */
export function registerSessionPages(pages: Pages, scope: FastifyInstance, isSecure: boolean): void {
  // Whatever signs the browser's own session out takes its cookie, too.
  scope.addHook('onSend', async (request, reply) => {
    if (request.url === '/console/sign-out' && reply.statusCode === 303) dropToken(reply, isSecure)
  })
  pages.get('/console/sessions', showSessions)
  pages.post('/console/sessions/end', async (visit) => {
    const { deps, session, now, fields, say } = visit
    const id = fields.id ?? ''
    const ended = await deps.work(({ console }) => endSession({ console }, { session, id, now }))
    if (id === session.id) return go('/console/sign-in')
    return go('/console/sessions', say(ended ? 'console.sessions.ended' : 'console.gone'), ended ? 'done' : 'refused')
  })
  pages.post('/console/sign-out', async ({ deps, session, now }) => {
    await deps.work(({ console }) => endSession({ console }, { session, id: session.id, now }))
    return go('/console/sign-in')
  })
  pages.post('/console/language', async ({ deps, session, fields }) => {
    const language = languages.find((one) => one === fields.language) ?? session.language
    await deps.work(({ console }) => console.change(session, { language }))
    return go('/console')
  })
  pages.get('/console/schools', showSchools)
  pages.post('/console/schools', async ({ deps, session, offices, fields }) => {
    const office = offices.find(({ schoolId }) => schoolId === fields.school)
    if (office === undefined) return { kind: 'missing' }
    await deps.work(({ console }) => console.change(session, { schoolId: office.schoolId, personId: office.id }))
    return go('/console')
  })
}

async function showSessions(visit: Visit) {
  const { deps, session, now, say } = visit
  const all = await deps.work(({ console }) => console.sessionsOf(session.identityId, now))
  const when = (at: Date) => `${schoolTimeOf(at)} ${writtenDay(schoolDayOf(at))}`
  const rows = all.map(
    (one) => html`<tr><th scope="row">${one.browser || say('console.sessions.unknown')}${
      one.id === session.id && html` <small>${say('console.sessions.this')}</small>`
    }</th><td data-label="${say('console.sessions.since')}">${when(one.createdAt)}</td><td data-label="${say('console.sessions.seen')}">${when(one.seenAt)}</td>
<td>${form(visit, '/console/sessions/end', html`<input type="hidden" name="id" value="${one.id}"><button aria-label="${say('console.sessions.end')}: ${one.browser || say('console.sessions.unknown')}">${say('console.sessions.end')}</button>`)}</td></tr>`,
  )
  const body = html`<p>${say('console.sessions.about')}</p>
<table class="list"><thead><tr><th scope="col">${say('console.sessions.where')}</th><th scope="col">${say('console.sessions.since')}</th><th scope="col">${say('console.sessions.seen')}</th><td></td></tr></thead><tbody>${rows}</tbody></table>`
  return { kind: 'page', title: say('console.sessions.title'), here: 'sessions', body } as const
}

async function showSchools(visit: Visit) {
  const { deps, offices, schoolId, say } = visit
  const schools = (await deps.work(({ people }) => people.schools())).filter(({ id }) =>
    offices.some((office) => office.schoolId === id),
  )
  const choices = schools.map(
    ({ id, name }) =>
      html`<li><button name="school" value="${id}"${id === schoolId && html` aria-current="true"`}>${name}</button></li>`,
  )
  const body = form(visit, '/console/schools', html`<ul class="choices">${choices}</ul>`)
  return { kind: 'page', title: say('console.other_school'), here: 'sessions', body } as const
}
