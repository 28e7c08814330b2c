import { type SchoolDay, schoolDayOf, writtenDay } from '../../../core/clock.ts'
import type { SchoolEntry } from '../../../features/entries/entry.ts'
import type { EntryStore } from '../../../features/entries/entry-store.ts'
import { draftAnswer } from '../../../features/entries/save-answer.ts'
import { chooseAboutAnswer } from '../../../features/office/choose-about-answer.ts'
import { type Html, html } from '../html.ts'
import { registerEntryPages } from './entry-pages.ts'
import { empty, field, form } from './form.ts'
import { type Answer, go, goSaid, type Pages, type Visit } from './visit.ts'

const here = '/console/knowledge'

/** The school's own answers, a box to write a new one, and one to try a question. */
export function registerKnowledgePages(pages: Pages): void {
  pages.get(here, showEntries)
  pages.post(here, add)
  pages.get(`${here}/try`, tryQuestion)
  pages.post(`${here}/choice`, choose)
  registerEntryPages(pages)
}

const editorOf = ({ office: staff, language, now }: Visit) => ({ staff, language, now })

async function add(visit: Visit): Promise<Answer> {
  const { deps, fields, say } = visit
  const ask = (fields.ask ?? '').trim()
  const answer = (fields.text ?? '').trim()
  if (ask === '' || answer === '') return go(here, say('console.knowledge.both'), 'refused')
  const said = await deps.work((stores) => draftAnswer({ ...stores, ...deps }, editorOf(visit), { asks: [ask], answer }))
  return goSaid(here, said, `${here}/choice`)
}

/** A choice under what was said: what becomes of an answer, whether a change may count. */
async function choose(visit: Visit): Promise<Answer> {
  const { deps, fields, say } = visit
  const value = fields.choice ?? ''
  const [, what, number] = value.split(':')
  const said = await deps.work(async (stores) => {
    if (await isBehind(stores.entries, visit, Number(number))) return 'changed'
    return await chooseAboutAnswer({ ...stores, ...deps }, editorOf(visit), value)
  })
  if (said === 'changed') return go(`${here}/${Number(number)}`, say('console.changed_meanwhile'), 'refused')
  const to = what === 'once' || what === 'save' || what === 'draft' ? here : `${here}/${Number(number) || ''}`
  return said === undefined ? go(here, say('console.gone'), 'refused') : goSaid(to, said, `${here}/choice`)
}

/** Somebody has changed the entry since the page with the choice was opened. */
async function isBehind(entries: EntryStore, { schoolId, fields }: Visit, number: number): Promise<boolean> {
  const entry = fields.version === undefined ? undefined : await entries.byNumber(schoolId, number)
  return entry !== undefined && String((await entries.versions(entry)).at(-1)?.version) !== fields.version
}

async function showEntries(visit: Visit): Promise<Answer> {
  const { deps, schoolId, say, now } = visit
  const all = await deps.work(({ entries }) => entries.list(schoolId))
  const today = schoolDayOf(now)
  const [standing, gone] = [all.filter(({ state }) => state !== 'withdrawn'), all.filter(({ state }) => state === 'withdrawn')]
  const head = (['number', 'ask', 'answer', 'state'] as const).map(
    (key) => html`<th scope="col">${say(`console.knowledge.${key}`)}</th>`,
  )
  const table = (entries: readonly SchoolEntry[]) =>
    html`<table class="list"><thead><tr>${head}</tr></thead><tbody>${entries.map((one) => row(visit, one, today))}</tbody></table>`
  const body = html`<p><a href="${here}/try">${say('console.knowledge.try')}</a></p>
${standing.length === 0 ? empty(say('console.knowledge.none')) : table([...standing].reverse())}
<details><summary>${say('console.knowledge.add')}</summary>${form(visit, here, html`${field({ name: 'ask', label: say('console.knowledge.ask'), required: true })}${field({ name: 'text', label: say('console.knowledge.answer'), lines: 3, required: true, hint: say('console.knowledge.draft_first') })}<button>${say('console.knowledge.keep_draft')}</button>`)}</details>
${gone.length > 0 && html`<details><summary>${say('console.knowledge.withdrawn', { count: gone.length })}</summary>${table(gone)}</details>`}`
  return { kind: 'page', title: say('console.knowledge.title'), here: 'knowledge', body }
}

function row({ say }: Visit, { number, asks, text, state, validTo }: SchoolEntry, today: SchoolDay): Html {
  const until = validTo !== null && say(validTo < today ? 'entries.ended' : 'entries.until', { date: writtenDay(validTo) })
  return html`<tr><td data-label="${say('console.knowledge.number')}">${number}</td><th scope="row"><a href="${here}/${number}">${asks[0] ?? ''}</a></th><td>${text.vi.length > 120 ? `${text.vi.slice(0, 119)}…` : text.vi}</td><td><span class="tag ${state}">${say(`entries.state_${state}`)}</span>${until && html` <small>${until}</small>`}</td></tr>`
}

const dayForm = /^20\d\d-[01]\d-[0-3]\d$/

/** What a parent of this school would read on a day; nothing is kept of it. */
async function tryQuestion(visit: Visit): Promise<Answer> {
  const { deps, schoolId, query, now, say } = visit
  const text = (query.q ?? '').trim().slice(0, 500)
  const wished = query.day ?? ''
  const today = dayForm.test(wished) && !Number.isNaN(Date.parse(wished)) ? wished : schoolDayOf(now)
  const result =
    text !== '' &&
    (await deps.work(async ({ people, entries }) => {
      const school = await people.school(schoolId)
      const own = await deps.own.find(entries, school, { text, today })
      const said = own === undefined ? deps.ask(text, { today, place: school.place, thread: undefined }) : undefined
      return { own, said }
    }))
  const shown =
    result &&
    html`<section class="card" aria-live="polite"><h2>${say('console.knowledge.would_read')}</h2><p class="said">${result.own?.entry.text.vi ?? result.said?.text ?? ''}</p>
<p class="soft">${result.own === undefined ? say('console.knowledge.from', { kind: result.said?.kind ?? 'unknown' }) : html`<a href="${here}/${result.own.entry.number}">${say('console.knowledge.from_own', { number: result.own.entry.number })}</a>`}</p></section>`
  const body = html`<form method="get" class="card">${field({ name: 'q', label: say('console.knowledge.question'), value: text, required: true })}${field({ name: 'day', label: say('console.knowledge.on_day'), type: 'date', value: today })}<button>${say('console.knowledge.try_it')}</button></form>${shown}
<p><a href="${here}">${say('console.knowledge.title')}</a></p>`
  return { kind: 'page', title: say('console.knowledge.try'), here: 'knowledge', body }
}
