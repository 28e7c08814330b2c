import { schoolDayOf, writtenDay } from '../../../core/clock.ts'
import { fold } from '../../../core/text.ts'
import { saveChild, versionOf } from '../../../features/roster-import/edit-roster.ts'
import type { ListedChild } from '../../../features/roster-import/roster-import-store.ts'
import { html } from '../html.ts'
import { childFields, typedChild } from './child-form.ts'
import { empty, field, form } from './form.ts'
import { type Answer, go, type Pages, type Visit } from './visit.ts'

/** One child: its facts, its class, whether it attends, its guardians, and an end to everything that is kept of it. */
export function registerChildPages(pages: Pages): void {
  pages.get('/console/people/children/:id', showChild)
  pages.post('/console/people/children/:id', changeChild)
  pages.post('/console/people/children/:id/unlink', unlink)
  pages.get('/console/people/children/:id/erase', askErase)
  pages.post('/console/people/children/:id/erase', erase)
}

const pathOf = (child: Pick<ListedChild, 'id'>): string => `/console/people/children/${child.id}`

async function found(visit: Visit) {
  const { deps, schoolId, params } = visit
  const present = await deps.work(({ rosters }) => rosters.present(schoolId))
  const child = present.children.find(({ id }) => id === params.id)
  const own = present.classes.find(({ id }) => id === child?.classId)
  return child === undefined || own === undefined ? undefined : { child, own, classes: present.classes }
}

async function showChild(visit: Visit): Promise<Answer> {
  const { deps, schoolId, say } = visit
  const one = await found(visit)
  if (one === undefined) return { kind: 'missing' }
  const { child, own, classes } = one
  const guardians = await deps.work(({ roll }) => roll.guardiansOf(schoolId, child.id))
  const options = classes
    .filter(({ active, id }) => active || id === child.classId)
    .map(({ id, code }) => html`<option value="${id}"${id === child.classId && html` selected`}>${code}</option>`)
  const links = guardians.map(
    ({ personId, channels, linkedAt }) =>
      html`<li>${say('console.people.guardian', { channels: channels.join(', ') || '–', day: writtenDay(schoolDayOf(linkedAt)) })} ${form(visit, `${pathOf(child)}/unlink`, html`<input type="hidden" name="person" value="${personId}"><button class="second">${say('console.people.unlink')}</button>`)}</li>`,
  )
  const body = html`<p class="day"><a href="/console/people/classes/${own.id}">${say('console.people.class_title', { code: own.code })}</a>${!child.active && html` · ${say('console.people.has_left')}`}</p>
${form(
  visit,
  pathOf(child),
  html`<input type="hidden" name="version" value="${versionOf(child)}">${childFields(visit, child)}
<div class="field"><label for="f-class">${say('console.people.class')}</label><select id="f-class" name="class">${options}</select></div>
<div class="field"><label for="f-state">${say('console.people.state')}</label><select id="f-state" name="state"><option value="there"${child.active && html` selected`}>${say('console.people.attends')}</option><option value="left"${!child.active && html` selected`}>${say('console.people.has_left')}</option></select></div>
<button>${say('console.people.save')}</button>`,
  html`class="card"`,
)}
<h2>${say('console.people.guardians')}</h2>
${links.length === 0 ? empty(say('console.people.no_guardian')) : html`<ul>${links}</ul>`}
<p><a class="button second" href="/console/people/cards?child=${child.id}">${say('console.people.card')}</a></p>
<h2>${say('console.people.erase')}</h2>
<p><a href="${pathOf(child)}/erase">${say('console.people.erase_of', { name: child.rosterName })}</a></p>`
  return { kind: 'page', title: child.rosterName, here: 'people', body }
}

async function changeChild(visit: Visit): Promise<Answer> {
  const { deps, schoolId, fields, now, say } = visit
  const one = await found(visit)
  if (one === undefined) return { kind: 'missing' }
  const { child } = one
  const to = pathOf(child)
  if (versionOf(child) !== fields.version) return go(to, say('console.changed_meanwhile'), 'refused')
  const typed = typedChild(fields, { classId: fields.class ?? child.classId, active: fields.state !== 'left' })
  const saved = await deps.work(({ rosters }) =>
    saveChild(rosters, { schoolId, typed, today: schoolDayOf(now), child: { before: child } }),
  )
  return saved.kind === 'saved'
    ? go(to, say('console.people.saved'))
    : go(to, say('console.people.refused', { why: saved.why }), 'refused')
}

async function unlink(visit: Visit): Promise<Answer> {
  const { deps, schoolId, fields, say } = visit
  const one = await found(visit)
  if (one === undefined) return { kind: 'missing' }
  const personId = fields.person ?? ''
  const known = await deps.work(async ({ roll }) => {
    const guardians = await roll.guardiansOf(schoolId, one.child.id)
    return (
      guardians.some((link) => link.personId === personId) &&
      (await roll.unlinkGuardian(schoolId, { personId, childId: one.child.id }))
    )
  })
  return go(pathOf(one.child), say(known ? 'console.people.unlinked' : 'console.gone'), known ? 'done' : 'refused')
}

async function askErase(visit: Visit): Promise<Answer> {
  const { deps, schoolId, say } = visit
  const one = await found(visit)
  if (one === undefined) return { kind: 'missing' }
  const { child } = one
  const traces = await deps.work(({ roll }) => roll.tracesOf(schoolId, child.id))
  const body = html`<p>${say('console.people.erase_goes', { name: child.rosterName, ...traces })}</p>
<p>${say('console.people.erase_stays')}</p>
${form(visit, `${pathOf(child)}/erase`, html`${field({ name: 'name', label: say('console.people.erase_type', { name: child.rosterName }), required: true })}<button class="danger">${say('console.people.erase')}</button> <a href="${pathOf(child)}">${say('console.people.back')}</a>`, html`class="card"`)}`
  return { kind: 'page', title: say('console.people.erase_of', { name: child.rosterName }), here: 'people', body }
}

async function erase(visit: Visit): Promise<Answer> {
  const { deps, schoolId, fields, now, say } = visit
  const one = await found(visit)
  if (one === undefined) return { kind: 'missing' }
  const { child } = one
  if (fold(fields.name ?? '') !== fold(child.rosterName))
    return go(`${pathOf(child)}/erase`, say('console.people.erase_not_named'), 'refused')
  const erasure = { id: deps.ids.uuid(), childId: child.id, marker: say('console.people.erased_name'), now }
  await deps.work(({ roll }) => roll.eraseChild(schoolId, erasure))
  return go(`/console/people/classes/${child.classId}`, say('console.people.erased'))
}
