import { html } from '../html.ts'
import { empty, field, form } from './form.ts'
import { type Answer, go, type Pages, type Visit } from './visit.ts'

/** Teachers and the office: who, which classes, linked or not, and a way out. */
export function registerStaffPages(pages: Pages): void {
  pages.get('/console/people/staff', showStaff)
  pages.post('/console/people/staff', addStaff)
  pages.post('/console/people/staff/:id', changeStaff)
}

const start = '/console/people/staff'

async function showStaff(visit: Visit): Promise<Answer> {
  const { deps, schoolId, office, say } = visit
  const { staff, classes } = await deps.work(async ({ roll, people }) => ({
    staff: await roll.staff(schoolId),
    classes: await people.classNames(schoolId),
  }))
  const ticks = (chosen: readonly string[], prefix: string) =>
    classes.map(
      ({ id, code }) =>
        html`<label for="${prefix}-${id}"><input id="${prefix}-${id}" type="checkbox" name="class" value="${id}"${chosen.includes(id) && html` checked`}> ${code}</label> `,
    )
  const cards = staff.map((one) => {
    const role = say('console.people.role', { role: one.role })
    const state = one.active ? say('console.people.chats', { count: one.chats }) : say('console.people.no_longer')
    return html`<div class="card"><h2>${one.name || role}</h2><p class="soft">${role} · ${state}</p>
${
  one.role === 'teacher' &&
  one.active &&
  form(
    visit,
    `${start}/${one.id}`,
    html`<fieldset><legend>${say('console.people.teaches')}</legend>${ticks(one.classIds, one.id)}</fieldset><button class="second" name="do" value="classes">${say('console.people.save')}</button>`,
  )
}
<div class="buttons">${one.active && form(visit, '/console/people/cards', html`<input type="hidden" name="of" value="person:${one.id}"><button class="second">${say('console.people.card')}</button>`)}
${one.id !== office.id && form(visit, `${start}/${one.id}`, html`<button class="second" name="do" value="${one.active ? 'leave' : 'return'}" aria-label="${say(one.active ? 'console.people.leaves' : 'console.people.returns')}: ${one.name}">${say(one.active ? 'console.people.leaves' : 'console.people.returns')}</button>`)}</div></div>`
  })
  const body = html`${cards.length === 0 ? empty(say('console.people.no_staff')) : cards}
<h2>${say('console.people.new_staff')}</h2>
${form(
  visit,
  start,
  html`${field({ name: 'name', label: say('console.people.full_name'), required: true })}<div class="field"><label for="f-role">${say('console.people.role_label')}</label><select id="f-role" name="role"><option value="teacher">${say('console.people.role', { role: 'teacher' })}</option><option value="office">${say('console.people.role', { role: 'office' })}</option></select></div>
<fieldset><legend>${say('console.people.teaches')}</legend>${ticks([], 'new')}</fieldset><button>${say('console.people.add')}</button>`,
  html`class="card"`,
)}`
  return { kind: 'page', title: say('console.people.staff'), here: 'people', body }
}

async function addStaff(visit: Visit): Promise<Answer> {
  const { deps, schoolId, fields, now, say } = visit
  const name = (fields.name ?? '').replace(/\s+/g, ' ').trim()
  const role = fields.role === 'office' ? 'office' : 'teacher'
  const ids = visit.list('class')
  if (!/^[\p{L}][\p{L}\p{M} .'’-]{1,79}$/u.test(name))
    return go(start, say('console.people.refused', { why: 'odd_name' }), 'refused')
  if (role === 'teacher' && ids.length === 0) return go(start, say('console.people.refused', { why: 'no_such_class' }), 'refused')
  await deps.work(async ({ setup, people }) => {
    const classes = await people.classNames(schoolId)
    const classCodes = role === 'office' ? [] : classes.filter(({ id }) => ids.includes(id)).map(({ code }) => code)
    await setup.addStaff({ schoolId, role, name, classCodes, now })
  })
  return go(start, say('console.people.staff_added', { name }))
}

async function changeStaff(visit: Visit): Promise<Answer> {
  const { deps, schoolId, office, params, fields, say } = visit
  const done = await deps.work(async ({ roll }) => {
    const one = (await roll.staff(schoolId)).find(({ id }) => id === params.id)
    // Nobody shuts themselves out: somebody else of the office has to.
    if (one === undefined || (fields.do === 'leave' && one.id === office.id)) return false
    if (fields.do === 'classes') await roll.changeStaff(schoolId, one.id, { classIds: visit.list('class') })
    else await roll.changeStaff(schoolId, one.id, { active: fields.do === 'return' })
    return true
  })
  return go(start, say(done ? 'console.people.saved' : 'console.gone'), done ? 'done' : 'refused')
}
