import { schoolDayOf } from '../../../core/clock.ts'
import { contentOf, pendingOf, setAside } from '../../../features/entries/editor.ts'
import { type EntryContent, type EntryVersion, entryTopics, type SchoolEntry } from '../../../features/entries/entry.ts'
import { showEntry } from '../../../features/entries/list-entries.ts'
import { type Html, html } from '../html.ts'
import { field, form } from './form.ts'
import { type Answer, go, type Pages, type Visit } from './visit.ts'
import { moment } from './words.ts'

const here = '/console/knowledge'
const dayForm = /^20\d\d-[01]\d-[0-3]\d$/
const mostAsks = 20

/** One of the school's answers: its life, its wording, what may be done with it. */
export function registerEntryPages(pages: Pages): void {
  pages.get(`${here}/:number`, showOne)
  pages.post(`${here}/:number`, save)
}

async function find({ deps, schoolId, params }: Visit) {
  const number = /^\d{1,9}$/.test(params.number ?? '') ? Number(params.number) : undefined
  if (number === undefined) return undefined
  return await deps.work(async (stores) => {
    const entry = await stores.entries.byNumber(schoolId, number)
    return entry && { entry, versions: await stores.entries.versions(entry) }
  })
}

/** Keeps a new wording as a draft, unless somebody else has changed the entry since the page was opened. */
async function save(visit: Visit): Promise<Answer> {
  const { deps, schoolId, office: staff, language, now, fields, params, say } = visit
  const number = Number(params.number)
  const to = `${here}/${number}`
  if (!Number.isSafeInteger(number)) return { kind: 'missing' }
  const asks = (fields.asks ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const vi = (fields.vi ?? '').trim()
  const [validFrom, validTo] = [fields.from ?? '', fields.until ?? '']
  if (asks.length === 0 || vi === '') return go(to, say('console.knowledge.both'), 'refused')
  if (!isDay(validFrom) || (validTo !== '' && (!isDay(validTo) || validTo < validFrom)))
    return go(to, say('console.knowledge.wrong_days'), 'refused')
  const en = (fields.en ?? '').trim()
  const topic = entryTopics.find((one) => one === fields.topic) ?? 'other'
  return await deps.work(async ({ entries }) => {
    const entry = await entries.byNumber(schoolId, number)
    if (entry === undefined) return { kind: 'missing' }
    const last = (await entries.versions(entry)).at(-1)
    if (String(last?.version) !== fields.version) return go(to, say('console.changed_meanwhile'), 'refused')
    const before = (await pendingOf({ entries }, entry)) ?? entry
    const content: EntryContent = {
      ...contentOf(before),
      ...{ state: 'draft', topic, asks: asks.slice(0, mostAsks), text: { vi, en: en === '' ? null : en }, approved: null },
      ...{ validFrom, validTo: validTo === '' ? null : validTo, saidOn: schoolDayOf(now) },
    }
    await setAside({ entries }, { staff, language, now }, { entry, content })
    return go(to, say('console.knowledge.saved'))
  })
}

const isDay = (text: string) => dayForm.test(text) && !Number.isNaN(Date.parse(text))

async function showOne(visit: Visit): Promise<Answer> {
  const found = await find(visit)
  if (found === undefined) return { kind: 'missing' }
  const { deps, office: staff, language, now, say } = visit
  const { entry, versions } = found
  const last = versions.at(-1)!
  const shown = last.state === 'draft' || last.state === 'approved' ? last : entry
  const { choices = [] } = await deps.work((stores) => showEntry({ ...stores, ...deps }, { staff, language, now }, entry))
  const buttons = choices.map(
    ({ label, value }) => html`<button name="choice" value="${value}">${choiceLabel(visit, value, label)}</button>`,
  )
  const body = html`<p><span class="tag ${shown.state}">${say(`entries.state_${shown.state}`)}</span>${entry.state === 'published' && shown !== entry && html` · ${say('console.knowledge.stands_beside')}`}</p>
${entry.state === 'published' && shown !== entry && html`<p class="said">${entry.text.vi}</p>`}
<div class="card">${form(visit, `${here}/choice`, html`<input type="hidden" name="version" value="${last.version}"><p class="soft">${say('console.knowledge.tried_first')}</p><div class="buttons">${buttons}</div>`)}</div>
${editForm(visit, { entry, shown, version: last.version })}
<details><summary>${say('console.knowledge.versions', { count: versions.length })}</summary>${versions.map((one) => versionLine(visit, one))}</details>
<p><a href="${here}/try?q=${encodeURIComponent(shown.asks[0] ?? '')}">${say('console.knowledge.try')}</a> · <a href="${here}">${say('console.knowledge.title')}</a></p>`
  return { kind: 'page', title: say('console.knowledge.one', { number: entry.number }), here: 'knowledge', body }
}

/** Publishing shows its effect first when there is one. */
const choiceLabel = ({ say }: Visit, value: string, label: string) =>
  value.startsWith('entry:use:') ? say('console.knowledge.publish') : label

function editForm(visit: Visit, { entry, shown, version }: { entry: SchoolEntry; shown: EntryContent; version: number }): Html {
  const { say } = visit
  const topics = entryTopics.map(
    (topic) =>
      html`<option value="${topic}"${topic === shown.topic && html` selected`}>${say(`entries.topic_${topic}`)}</option>`,
  )
  return form(
    visit,
    `${here}/${entry.number}`,
    html`<h2>${say('console.knowledge.edit')}</h2><input type="hidden" name="version" value="${version}">
${field({ name: 'asks', label: say('console.knowledge.asks'), value: shown.asks.join('\n'), lines: 3, required: true, hint: say('console.knowledge.asks_hint') })}
${field({ name: 'vi', label: say('console.knowledge.answer'), value: shown.text.vi, lines: 4, required: true })}
${field({ name: 'en', label: say('console.knowledge.english'), value: shown.text.en ?? '', lines: 2 })}
<div class="field"><label for="f-topic">${say('console.knowledge.topic')}</label><select id="f-topic" name="topic">${topics}</select></div>
${field({ name: 'from', label: say('console.knowledge.from_day'), value: shown.validFrom, type: 'date', required: true })}
${field({ name: 'until', label: say('console.knowledge.until_day'), value: shown.validTo ?? '', type: 'date', hint: say('console.knowledge.no_end') })}
<button class="second">${say('console.knowledge.keep_draft')}</button>`,
    html`class="card"`,
  )
}

function versionLine({ say, now }: Visit, { version, state, savedAt, text }: EntryVersion): Html {
  return html`<p class="soft">${version}. ${say(`entries.state_${state}`)} · ${moment(savedAt, now)}</p><p class="said">${text.vi}</p>`
}
