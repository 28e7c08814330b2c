import { draftBroadcast, hearBroadcastChoice, preview } from '../../../features/broadcast/broadcast-conversation.ts'
import { type Broadcast, broadcastKey } from '../../../features/broadcast/broadcast-store.ts'
import { countsOf, missed, progressText, type Standing, standOf, stop } from '../../../features/broadcast/follow-broadcast.ts'
import { roles } from '../../../features/people/person.ts'
import { type Html, html } from '../html.ts'
import { empty, field, form } from './form.ts'
import { type Answer, go, goSaid, type Pages, type Visit } from './visit.ts'
import { moment } from './words.ts'

const here = '/console/broadcasts'
const listed = 30
/** Seconds between two looks at one that is going out. */
const refreshSeconds = { live: 3, plain: 20 }

/** Notices: written, shown as they will be read and to whom, sent, followed, stopped, sent again to whom they did not reach. */
export function registerBroadcastPages(pages: Pages): void {
  pages.get(here, showAll)
  pages.post(here, draft)
  pages.get(`${here}/:id`, showOne)
  pages.post(`${here}/:id`, editDraft)
  pages.post(`${here}/:id/choice`, choose)
  pages.get(`${here}/:id/missed`, showMissed)
  pages.post(`${here}/:id/stop`, (visit) => onOne(visit, (all, one) => stop(all, authorOf(visit), one)))
  pages.post(`${here}/:id/again`, (visit) =>
    onOne(visit, async ({ messageLog }, { id }) => {
      const count = await messageLog.planAnew(visit.schoolId, { keyPrefix: broadcastKey(id) }, visit.now)
      return visit.say('console.messages.resent', { count })
    }),
  )
}

const authorOf = ({ office, language, now }: Visit) => ({ office, language, now })
async function showMissed(visit: Visit): Promise<Answer> {
  const { deps, schoolId, params, say } = visit
  const text = await deps.work(async (stores) => {
    const one = await stores.broadcasts.find(schoolId, params.id ?? '')
    return one && (await missed({ ...stores, ...deps }, authorOf(visit), one))
  })
  if (text === undefined) return { kind: 'missing' }
  const body = html`<p class="said">${text}</p><p><a href="${here}/${params.id}">${say('console.broadcasts.one', { state: 'sent' })}</a></p>`
  return { kind: 'page', title: say('console.broadcasts.missed'), here: 'broadcasts', body }
}

type All = Parameters<Parameters<Visit['deps']['work']>[0]>[0] & Visit['deps']

async function onOne(visit: Visit, step: (all: All, one: Broadcast) => Promise<string>): Promise<Answer> {
  const { deps, schoolId, params } = visit
  const said = await deps.work(async (stores) => {
    const one = await stores.broadcasts.find(schoolId, params.id ?? '')
    return one && (await step({ ...stores, ...deps }, one))
  })
  return said === undefined ? { kind: 'missing' } : go(`${here}/${params.id}`, said)
}

async function draft(visit: Visit): Promise<Answer> {
  const { deps, schoolId, fields, list, say } = visit
  const text = (fields.text ?? '').trim()
  const chosen = roles.filter((role) => list('role').includes(role))
  if (text === '' || chosen.length === 0) return go(here, say('console.broadcasts.needs'), 'refused')
  const id = await deps.work(async (stores) => {
    const classIds = (await stores.people.classes(schoolId)).map((one) => one.id).filter((id) => list('class').includes(id))
    await draftBroadcast({ ...stores, ...deps }, authorOf(visit), { audience: { roles: chosen, classIds }, text })
    return (await stores.broadcasts.newest(schoolId, ['draft']))?.id
  })
  return go(`${here}/${id}`)
}

async function editDraft({ deps, schoolId, params, fields, say }: Visit): Promise<Answer> {
  const text = (fields.text ?? '').trim()
  const to = `${here}/${params.id}`
  if (text === '') return go(to, say('console.broadcasts.needs'), 'refused')
  const isSaved = await deps.work(async ({ broadcasts }) => {
    const one = await broadcasts.find(schoolId, params.id ?? '')
    if (one?.state !== 'draft' || one.text !== fields.before) return false
    await broadcasts.setText(schoolId, one.id, text)
    return true
  })
  return isSaved ? go(to) : go(to, say('console.changed_meanwhile'), 'refused')
}

async function choose(visit: Visit): Promise<Answer> {
  const { deps, params, fields } = visit
  const value = fields.choice ?? ''
  // A choice belongs to the notice of this page and to no other.
  if (value.split(':')[2] !== params.id) return { kind: 'missing' }
  const said = await deps.work((stores) => hearBroadcastChoice({ ...stores, ...deps }, authorOf(visit), value))
  // What became of it stands on its own page.
  if (/^bc:(?:send|why):/.test(value)) return go(`${here}/${params.id}`)
  return goSaid(value.startsWith('bc:drop:') ? here : `${here}/${params.id}`, said, `${here}/${params.id}/choice`)
}

async function showAll(visit: Visit): Promise<Answer> {
  const { deps, schoolId, now, say } = visit
  const { recent, classes } = await deps.work(async ({ broadcasts, people }) => ({
    recent: await broadcasts.recent(schoolId, listed),
    classes: await people.classes(schoolId),
  }))
  const rows = recent.map(
    ({ id, text, state, createdAt }) =>
      html`<tr><td data-label="${say('console.messages.when')}">${moment(createdAt, now)}</td><th scope="row"><a href="${here}/${id}">${text.length > 80 ? `${text.slice(0, 79)}…` : text}</a></th><td><span class="tag ${state}">${say('console.broadcasts.state', { state })}</span></td></tr>`,
  )
  const tick = (name: string, value: string, label: string, on = false) =>
    html`<label><input type="checkbox" name="${name}" value="${value}"${on && html` checked`}> ${label}</label>`
  const write = html`<h2>${say('console.broadcasts.write')}</h2>
<fieldset><legend>${say('console.broadcasts.to')}</legend>${roles.map((role) => tick('role', role, say('console.broadcasts.role', { role }), role === 'guardian'))}</fieldset>
<fieldset><legend>${say('console.broadcasts.classes')}</legend>${classes.map((one) => tick('class', one.id, one.code))}<br><small>${say('console.broadcasts.all_classes')}</small></fieldset>
${field({ name: 'text', label: say('console.broadcasts.text'), lines: 4, required: true })}
<button>${say('console.broadcasts.preview')}</button> <small>${say('console.broadcasts.not_yet')}</small>`
  const body = html`${form(visit, here, write, html`class="card"`)}
<h2>${say('console.broadcasts.before')}</h2>
${recent.length === 0 ? empty(say('console.broadcasts.none')) : html`<table class="list"><thead><tr><th scope="col">${say('console.messages.when')}</th><th scope="col">${say('console.messages.text')}</th><th scope="col">${say('console.messages.state')}</th></tr></thead><tbody>${rows}</tbody></table>`}`
  return { kind: 'page', title: say('console.nav.broadcasts'), here: 'broadcasts', body }
}

async function showOne(visit: Visit): Promise<Answer> {
  const { deps, schoolId, params, say } = visit
  const found = await deps.work(async (stores) => {
    const one = await stores.broadcasts.find(schoolId, params.id ?? '')
    if (one === undefined || one.state === 'dropped') return undefined
    const all = { ...stores, ...deps }
    if (one.state === 'draft') return { one, draft: await preview(all, authorOf(visit), one) }
    return { one, sent: await standOf(all, one, visit.now) }
  })
  if (found === undefined) return { kind: 'missing' }
  const { one, draft, sent } = found
  const body = draft === undefined ? sent && followed(visit, one, sent) : drafted(visit, one, draft)
  const isGoing = one.state === 'sending' || one.state === 'held' || (sent !== undefined && countsOf(sent.posted).waiting > 0)
  const title = say('console.broadcasts.one', { state: one.state })
  return { kind: 'page', title, here: 'broadcasts', body: body ?? html``, ...(isGoing ? { refresh: refreshSeconds.plain } : {}) }
}

function drafted(visit: Visit, one: Broadcast, { text, choices = [] }: Awaited<ReturnType<typeof preview>>): Html {
  const { say } = visit
  const to = `${here}/${one.id}`
  const buttons = choices
    .filter(({ value }) => !value.startsWith('bc:edit:'))
    .map(({ label, value }) => html`<button name="choice" value="${value}">${label}</button>`)
  return html`<div class="card"><p class="said">${text}</p>${form(visit, `${to}/choice`, html`<div class="buttons">${buttons}</div>`)}</div>
${form(visit, to, html`<input type="hidden" name="before" value="${one.text}">${field({ name: 'text', label: say('console.broadcasts.change'), value: one.text, lines: 4, required: true })}<button class="second">${say('console.broadcasts.show_again')}</button>`, html`class="card"`)}`
}

function followed(visit: Visit, one: Broadcast, standing: Standing): Html {
  const { say } = visit
  const { sent, waiting, failed, uncertain, cancelled } = countsOf(standing.posted)
  const all = standing.posted.length + standing.unwritten
  const isGoing = waiting > 0 || one.state === 'sending' || one.state === 'held'
  const live =
    isGoing &&
    html` hx-get="${here}/${one.id}" hx-trigger="every ${refreshSeconds.live}s" hx-select="#progress" hx-swap="outerMorph"`
  return html`<div id="progress"${live}>
<p class="said">${one.text}</p>
<label for="bar">${say('console.broadcasts.progress', { sent, all })}</label><progress id="bar" value="${sent}" max="${Math.max(all, 1)}"></progress>
<p>${progressText(visit.deps, visit, { broadcast: one, ...standing })}</p>
<div class="buttons">${isGoing && form(visit, `${here}/${one.id}/stop`, html`<button class="danger">${say('console.broadcasts.stop', { count: Math.max(all - sent - failed.length - uncertain - cancelled, 0) })}</button>`)}
${failed.length > 0 && form(visit, `${here}/${one.id}/again`, html`<button class="second">${say('console.messages.resend_all', { count: failed.length })}</button>`)}</div>
</div><p><a href="${here}/${one.id}/missed">${say('console.broadcasts.missed')}</a> · <a href="${here}">${say('console.nav.broadcasts')}</a></p>`
}
