import { reachOf } from '../../../features/broadcast/reach.ts'
import type { LoggedMessage } from '../../../features/outbox/message-log.ts'
import type { MessageState } from '../../../features/outbox/message-state.ts'
import { roles } from '../../../features/people/person.ts'
import { type Html, html } from '../html.ts'
import { empty, form } from './form.ts'
import { type Answer, go, type Pages, type Visit } from './visit.ts'
import { moment, readerWords } from './words.ts'

const pageSize = 30
/** What the counts are of. */
const countedDays = 7
const shownLength = 90

const filters = {
  all: undefined,
  failed: ['failed'],
  uncertain: ['uncertain'],
  waiting: ['planned', 'held', 'sending'],
  arrived: ['sent', 'delivered', 'seen'],
  cancelled: ['cancelled'],
} as const satisfies Record<string, readonly MessageState[] | undefined>
type Filter = keyof typeof filters
const filterNames = Object.keys(filters) as Filter[]

/** What became of each message, what can be sent again, and who cannot be reached at all. */
export function registerMessagePages(pages: Pages): void {
  pages.get('/console/messages', showMessages)
  pages.post('/console/messages/resend', resend)
  pages.get('/console/messages/unreached', showUnreached)
}

async function showMessages(visit: Visit): Promise<Answer> {
  const { deps, schoolId, query, now, say } = visit
  const filter = filterNames.find((one) => one === query.state) ?? 'all'
  const states = filters[filter]
  const since = new Date(now.getTime() - countedDays * 86_400_000)
  const { counts, page } = await deps.work(async ({ messageLog }) => ({
    counts: await messageLog.counts(schoolId, since),
    page: await messageLog.page(schoolId, {
      ...(states === undefined ? {} : { states }),
      ...(query.before === undefined ? {} : { before: query.before }),
      limit: pageSize,
    }),
  }))
  const countOf = (name: Filter) =>
    (filters[name] ?? [...counts.keys()]).reduce((sum, state) => sum + (counts.get(state) ?? 0), 0)
  const tags = filterNames.map(
    (name) =>
      html`<li><a href="/console/messages?state=${name}"${name === filter && html` aria-current="page"`}>${say('console.messages.filter', { filter: name })} ${countOf(name)}</a></li>`,
  )
  const { messages, next } = page
  const mayResend = messages.filter(({ state, text }) => (state === 'failed' || state === 'uncertain') && text !== '')
  const rows = messages.map((message) => messageRow(visit, message))
  const body = html`<ul class="tags">${tags}</ul>
<p class="soft">${say('console.messages.counted', { days: countedDays })} <a href="/console/messages/unreached">${say('console.messages.unreached')}</a></p>
${(filter === 'failed' || filter === 'uncertain') && mayResend.length > 0 && html`<div class="card"><p>${say('console.messages.resend_what', { count: mayResend.length, doubtful: filter === 'uncertain' ? 'yes' : 'no' })}</p>${form(visit, '/console/messages/resend', html`${mayResend.map(({ id }) => html`<input type="hidden" name="id" value="${id}">`)}<button>${say('console.messages.resend_all', { count: mayResend.length })}</button>`)}</div>`}
${messages.length === 0 ? empty(say('console.messages.none')) : html`<table class="list"><thead><tr><th scope="col">${say('console.messages.when')}</th><th scope="col">${say('console.messages.to')}</th><th scope="col">${say('console.messages.text')}</th><th scope="col">${say('console.messages.state')}</th></tr></thead><tbody>${rows}</tbody></table>`}
${next !== null && html`<p><a class="button" href="/console/messages?state=${filter}&amp;before=${next}">${say('console.messages.older')}</a></p>`}`
  return { kind: 'page', title: say('console.nav.messages'), here: 'messages', body }
}

function messageRow(visit: Visit, message: LoggedMessage): Html {
  const { say, now } = visit
  const { id, state, reason, text, createdAt, channel, kind, heldUntil, reader } = message
  const why = reason !== null && (state === 'failed' || state === 'planned') && say('broadcast.why', { why: reason })
  const until = state === 'held' && heldUntil !== null && say('console.messages.until', { time: moment(heldUntil, now) })
  const shown = text === '' ? say('console.messages.emptied') : text
  return html`<tr><td data-label="${say('console.messages.when')}">${moment(createdAt, now)}</td>
<td data-label="${say('console.messages.to')}">${readerWords(visit, reader)} <small>${channel === 'zalo' ? 'Zalo' : 'Telegram'}</small></td>
<td><small>${say('console.messages.kind', { kind })}</small> ${shown.length <= shownLength ? html`<span>${shown}</span>` : html`<details><summary>${shown.slice(0, shownLength).replace(/[\ud800-\udbff]$/, '')}…</summary><p class="said">${shown}</p></details>`}</td>
<td><span class="tag ${state}">${say('console.messages.state_word', { state })}</span>${why && html` <small>${why}</small>`}${until && html` <small>${until}</small>`}
${(state === 'failed' || state === 'uncertain') && text !== '' && form(visit, '/console/messages/resend', html`<input type="hidden" name="id" value="${id}"><button aria-label="${say('console.messages.resend')}: ${readerWords(visit, reader)}">${say('console.messages.resend')}</button>`)}</td></tr>`
}

async function resend({ deps, schoolId, now, list, say }: Visit): Promise<Answer> {
  const count = await deps.work(({ messageLog }) => messageLog.planAnew(schoolId, { ids: list('id') }, now))
  return go('/console/messages', say('console.messages.resent', { count }), count > 0 ? 'done' : 'refused')
}

async function showUnreached({ deps, schoolId, now, say }: Visit): Promise<Answer> {
  const { classes, reach } = await deps.work(async ({ people, broadcasts }) => {
    const classes = await people.classes(schoolId)
    const contacts = await broadcasts.contacts(schoolId, { roles, classIds: [] })
    return { classes, reach: reachOf(contacts, { classes, roles, exceptPersonId: '', urgent: false, now }) }
  })
  const { children, staff } = reach
  const line = (name: string, why: string) => html`<li>${name} <small>${say('broadcast.why', { why })}</small></li>`
  const groups = classes.flatMap(({ code, name }) => {
    const own = children.filter(({ classCode }) => classCode === code)
    return own.length === 0
      ? []
      : [
          html`<details><summary>${name}: ${own.length}</summary><ul>${own.map((child) => line(child.name, child.why))}</ul></details>`,
        ]
  })
  const body = html`<p>${say('console.messages.unreached_about', { children: children.length, staff: staff.length })}</p>
${groups}${staff.length > 0 && html`<details><summary>${say('console.messages.staff')}: ${staff.length}</summary><ul>${staff.map(({ name, why }) => line(name, why))}</ul></details>`}
${children.length + staff.length === 0 && empty(say('console.messages.all_reached'))}
<p><a href="/console/messages">${say('console.nav.messages')}</a></p>`
  return { kind: 'page', title: say('console.messages.unreached'), here: 'messages', body }
}
