import { schoolDayOf, writtenDay } from '../../../core/clock.ts'
import { classAges } from '../../../features/people/person.ts'
import { saveChild } from '../../../features/roster-import/edit-roster.ts'
import type { ListedChild, ListedClass } from '../../../features/roster-import/roster-import-store.ts'
import { type Html, html } from '../html.ts'
import { childFields, typedChild } from './child-form.ts'
import { registerChildPages } from './child-pages.ts'
import { empty, field, form } from './form.ts'
import { registerLinkingCards } from './linking-card-pages.ts'
import { registerRosterImportPages } from './roster-import-pages.ts'
import { registerStaffPages } from './staff-pages.ts'
import { type Answer, go, type Pages, type Visit } from './visit.ts'

/** Classes and children of a school: who they are, where they are, who of their families can be reached. */
export function registerPeoplePages(pages: Pages): void {
  pages.get('/console/people', showPeople)
  pages.post('/console/people/classes', addClass)
  pages.get('/console/people/classes/:id', showClassList)
  pages.post('/console/people/classes/:id', addChild)
  registerChildPages(pages)
  registerRosterImportPages(pages)
  registerLinkingCards(pages)
  registerStaffPages(pages)
}

async function showPeople(visit: Visit): Promise<Answer> {
  const { deps, schoolId, say } = visit
  const { present, guardians } = await deps.work(async ({ rosters, roll }) => ({
    present: await rosters.present(schoolId),
    guardians: await roll.guardiansByChild(schoolId),
  }))
  const byClass = Map.groupBy(
    present.children.filter(({ active }) => active),
    ({ classId }) => classId,
  )
  const rows = present.classes
    .filter(({ active }) => active)
    .map(({ id, code, name, age }) => {
      const children = byClass.get(id) ?? []
      const linked = children.filter((child) => guardians.has(child.id)).length
      return html`<tr><th scope="row"><a href="/console/people/classes/${id}">${code}</a> <small>${name}</small></th><td data-label="${say('console.people.age')}">${ageName(visit, age)}</td><td data-label="${say('console.people.children')}">${children.length}</td><td data-label="${say('console.people.linked')}">${linked}</td></tr>`
    })
  const body = html`<p class="buttons"><a class="button" href="/console/people/imports">${say('console.people.import_list')}</a> <a class="button second" href="/console/people/cards">${say('console.people.cards')}</a> <a class="button second" href="/console/people/staff">${say('console.people.staff')}</a></p>
${rows.length === 0 ? empty(say('console.people.no_class')) : html`<table class="list"><thead><tr><th scope="col">${say('console.people.class')}</th><th scope="col">${say('console.people.age')}</th><th scope="col">${say('console.people.children')}</th><th scope="col">${say('console.people.linked')}</th></tr></thead><tbody>${rows}</tbody></table>`}
<h2>${say('console.people.new_class')}</h2>
${form(
  visit,
  '/console/people/classes',
  html`${field({ name: 'code', label: say('console.people.code'), required: true })}${field({ name: 'name', label: say('console.people.class_name'), required: true })}
<div class="field"><label for="f-age">${say('console.people.age')}</label><select id="f-age" name="age">${classAges.map((age) => html`<option value="${age}">${ageName(visit, age)}</option>`)}</select></div><button>${say('console.people.add')}</button>`,
  html`class="card"`,
)}`
  return { kind: 'page', title: say('console.nav.people'), here: 'people', body }
}

function ageName({ say }: Visit, age: ListedClass['age']): string {
  return say('console.people.age_name', { age: { nursery: 'nursery', '3-4': 'three', '4-5': 'four', '5': 'five' }[age] })
}

async function addClass(visit: Visit): Promise<Answer> {
  const { deps, schoolId, fields, say } = visit
  const age = classAges.find((one) => one === fields.age)
  const [code, name] = [tidy(fields.code), tidy(fields.name)]
  if (age === undefined || !/^[\p{L}\p{N}][\p{L}\p{N} .-]{0,19}$/u.test(code) || name === '' || name.length > 80)
    return go('/console/people', say('console.people.refused', { why: 'odd_class' }), 'refused')
  const done = await deps.work(async ({ rosters }) => {
    await rosters.holdRoster(schoolId)
    const { classes } = await rosters.present(schoolId)
    if (classes.some((one) => one.code.toLowerCase() === code.toLowerCase())) return false
    await rosters.addClasses(schoolId, [{ id: deps.ids.uuid(), code, name, age, active: true }])
    return true
  })
  return done
    ? go('/console/people', say('console.people.class_added', { code }))
    : go('/console/people', say('console.people.refused', { why: 'same_class' }), 'refused')
}

const tidy = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

async function showClassList(visit: Visit): Promise<Answer> {
  const { deps, schoolId, params, say } = visit
  const { present, guardians } = await deps.work(async ({ rosters, roll }) => ({
    present: await rosters.present(schoolId),
    guardians: await roll.guardiansByChild(schoolId),
  }))
  const one = present.classes.find(({ id }) => id === params.id)
  if (one === undefined) return { kind: 'missing' }
  const own = present.children.filter(({ classId }) => classId === one.id)
  const row = (child: ListedChild): Html =>
    html`<tr><th scope="row"><a href="/console/people/children/${child.id}">${child.rosterName}</a></th><td data-label="${say('console.people.born')}">${child.birthDate === null ? '–' : writtenDay(child.birthDate)}</td><td data-label="${say('console.people.guardians')}">${guardians.get(child.id) ?? 0}</td></tr>`
  const head = html`<thead><tr><th scope="col">${say('console.people.child')}</th><th scope="col">${say('console.people.born')}</th><th scope="col">${say('console.people.guardians')}</th></tr></thead>`
  const there = own.filter(({ active }) => active)
  const left = own.filter(({ active }) => !active)
  const body = html`<p class="day">${one.name} · ${ageName(visit, one.age)} · ${say('console.people.count', { count: there.length })}</p>
<p class="buttons"><a class="button second" href="/console/people/cards?class=${one.id}">${say('console.people.cards')}</a></p>
${there.length === 0 ? empty(say('console.people.no_child')) : html`<table class="list">${head}<tbody>${there.map(row)}</tbody></table>`}
${left.length > 0 && html`<details><summary>${say('console.people.left', { count: left.length })}</summary><table class="list">${head}<tbody>${left.map(row)}</tbody></table></details>`}
<h2>${say('console.people.new_child')}</h2>
${form(visit, `/console/people/classes/${one.id}`, html`${childFields(visit)}<button>${say('console.people.add')}</button>`, html`class="card"`)}`
  return { kind: 'page', title: say('console.people.class_title', { code: one.code }), here: 'people', body }
}

async function addChild(visit: Visit): Promise<Answer> {
  const { deps, schoolId, params, now, say } = visit
  const classId = params.id ?? ''
  const typed = typedChild(visit.fields, { classId, active: true })
  const saved = await deps.work(({ rosters }) =>
    saveChild(rosters, { schoolId, typed, today: schoolDayOf(now), child: { id: deps.ids.uuid() } }),
  )
  const to = `/console/people/classes/${encodeURIComponent(classId)}`
  if (saved.kind === 'refused') return go(to, say('console.people.refused', { why: saved.why }), 'refused')
  return go(to, say('console.people.child_added', { name: saved.child.rosterName }))
}
