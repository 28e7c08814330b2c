import { schoolDayOf } from '../../../core/clock.ts'
import { schoolYearOf } from '../../../features/calendar/school-year.ts'
import { importWindow } from '../../../features/imports/interpret.ts'
import { previewOf } from '../../../features/roster-import/preview.ts'
import type { RosterImport } from '../../../features/roster-import/roster-import-store.ts'
import { planRoster } from '../../../features/roster-import/roster-plan.ts'
import { understandRoster } from '../../../features/roster-import/sent-roster.ts'
import { takeRoster, undoRoster } from '../../../features/roster-import/take-roster.ts'
import { type Html, html } from '../html.ts'
import { form } from './form.ts'
import { type Answer, go, type Pages, type SentFile, type Visit } from './visit.ts'

const mostShown = 200
const readingMs = 5 * 60_000
const start = '/console/people/imports'
const pathOf = (id: string): string => `${start}/${id}`

/** A list of children from a file: read in the background, shown, taken or dropped, and taken back. The page can be closed meanwhile. */
export function registerRosterImportPages(pages: Pages): void {
  pages.get(start, showStart)
  pages.post(start, receive)
  pages.get(`${start}/:id`, showImport)
  pages.post(`${start}/:id/take`, take)
  pages.post(`${start}/:id/drop`, drop)
  pages.post(`${start}/:id/undo`, undo)
}

async function showStart(visit: Visit): Promise<Answer> {
  const { deps, schoolId, say } = visit
  const last = await deps.work(({ rosters }) => rosters.lastTaken(schoolId))
  const body = html`<p>${say('console.roster.about')}</p>
${form(visit, start, html`<div class="field"><label for="f-file">${say('console.roster.file')}</label><input id="f-file" name="file" type="file" accept=".xlsx,.csv,.tsv" required></div><button>${say('console.roster.read')}</button>`, html`class="card" enctype="multipart/form-data"`)}
${last?.done !== undefined && html`<h2>${say('console.roster.last')}</h2><p><a href="${pathOf(last.id)}">${last.fileName ?? say('console.roster.unnamed')}</a></p>`}`
  return { kind: 'page', title: say('console.people.import_list'), here: 'people', body }
}

async function receive(visit: Visit): Promise<Answer> {
  const { deps, schoolId, office, now, files, say } = visit
  const file = files.find(({ field }) => field === 'file')
  if (file === undefined || file.bytes.length === 0) return go(start, say('console.roster.no_file'), 'refused')
  const id = deps.ids.uuid()
  const fileName = file.name.slice(0, 120)
  await deps.work(({ rosters }) => rosters.add({ id, schoolId, personId: office.id, fileName, state: 'reading', createdAt: now }))
  void read(visit, id, file).catch(deps.onError)
  return go(pathOf(id))
}

async function read({ deps, schoolId, now }: Visit, id: string, { name, bytes }: SentFile): Promise<void> {
  const today = schoolDayOf(now)
  const understood = understandRoster(await deps.readList({ name, bytes }, importWindow(today)), { today })
  const step = { from: 'reading', now } as const
  await deps.work(({ rosters }) =>
    understood.kind === 'understood'
      ? rosters.step(schoolId, id, { ...step, to: 'shown', content: understood.reading })
      : rosters.step(schoolId, id, { ...step, to: 'unreadable', why: understood.why }),
  )
}

function optionsOf({ deps, now, fields }: Visit) {
  return {
    schoolYearStart: Number(schoolYearOf(schoolDayOf(now)).slice(0, 4)),
    keepPhones: fields.phones === 'yes',
    missingLeave: fields.leave === 'yes',
    uuid: () => deps.ids.uuid(),
  }
}

async function showImport(visit: Visit): Promise<Answer> {
  const { deps, schoolId, params, now, say } = visit
  const one = await deps.work(({ rosters }) => rosters.find(schoolId, params.id ?? ''))
  if (one === undefined) return { kind: 'missing' }
  const again = html`<p><a class="button second" href="${start}">${say('console.roster.again')}</a></p>`
  const page = (body: Html, refresh?: number): Answer => ({
    ...{ kind: 'page', title: say('console.people.import_list'), here: 'people', body },
    ...(refresh === undefined ? {} : { refresh }),
  })
  switch (one.state) {
    case 'reading':
      if (now.getTime() - one.createdAt.getTime() > readingMs)
        return page(html`<p role="alert">${say('console.roster.interrupted')}</p>${again}`)
      return page(
        html`<div id="reading" hx-get="${pathOf(one.id)}" hx-trigger="every 2s" hx-select="main > *:not(h1)" hx-swap="outerHTML"><p role="status">${say('console.roster.reading', { name: one.fileName ?? '' })}</p>${button(visit, one, 'drop', say('console.roster.stop'))}</div>`,
        3,
      )
    case 'unreadable':
      return page(
        html`<p role="alert">${say('roster.unreadable', { name: one.fileName ?? '', why: one.why ?? 'other' })}</p>${again}`,
      )
    case 'shown':
      return one.content === undefined ? page(html`<p>${say('roster.gone')}</p>${again}`) : page(await shown(visit, one))
    case 'taken':
      return page(
        html`${one.counts && html`<p>${say('roster.summary', { ...one.counts })}</p>`}${one.done === undefined ? html`<p>${say('roster.too_late')}</p>` : html`<p>${say('console.roster.undo_about')}</p>${button(visit, one, 'undo', say('console.roster.undo'))}`}${again}`,
      )
    default:
      return page(
        html`<p>${say(one.state === 'undone' ? 'console.roster.was_undone' : 'console.roster.was_dropped')}</p>${again}`,
      )
  }
}

function button(visit: Visit, { id }: RosterImport, action: 'drop' | 'undo', label: string): Html {
  return form(
    visit,
    `${pathOf(id)}/${action}`,
    html`<button class="${action === 'undo' ? 'danger' : 'second'}">${label}</button>`,
  )
}

async function shown(visit: Visit, one: RosterImport): Promise<Html> {
  const { deps, schoolId, language, say } = visit
  const options = { ...optionsOf(visit), keepPhones: true }
  const present = await deps.work(({ rosters }) => rosters.present(schoolId))
  const content = one.content!
  const plan = planRoster(content, present, options)
  const lines = previewOf(plan, { present, options, most: mostShown }, { phrases: deps.phrases, language })
  const list = (key: 'doubts' | 'changed' | 'missing' | 'noted' | 'added' | 'newClasses', count: number) =>
    lines[key].length > 0 &&
    html`<h2>${say('console.roster.head', { kind: key, count })}</h2><ul class="rows">${lines[key].map((line) => html`<li>${line}</li>`)}</ul>${count > lines[key].length && html`<p class="soft">${say('console.roster.more', { count: count - lines[key].length })}</p>`}`
  const hasPhones = content.rows.some(({ phone }) => phone !== undefined)
  const tick = (name: string, label: string) =>
    html`<p><label><input type="checkbox" name="${name}" value="yes"> ${label}</label></p>`
  const isEmpty = plan.added.length + plan.changed.length + plan.missing.length === 0
  return html`<p><strong>${lines.summary}</strong></p><p class="soft">${say('console.roster.not_yet')}</p>
${
  isEmpty
    ? html`<p>${say('roster.nothing')}</p>`
    : form(
        visit,
        `${pathOf(one.id)}/take`,
        html`${hasPhones && tick('phones', say('console.roster.phones'))}${plan.missing.length > 0 && tick('leave', say('console.roster.leave', { count: plan.missing.length }))}<button>${say('console.roster.take', { count: plan.added.length + plan.changed.length })}</button>`,
        html`class="card"`,
      )
}
${button(visit, one, 'drop', say('console.roster.drop'))}
${content.ignored.length > 0 && html`<p class="soft">${say('roster.ignored', { columns: content.ignored.join(', ') })}</p>`}
${list('newClasses', plan.newClasses.length)}${list('doubts', plan.doubts.length)}${list('noted', plan.noted.length)}${list('changed', plan.changed.length)}${list('missing', plan.missing.length)}${list('added', plan.added.length)}`
}

async function take(visit: Visit): Promise<Answer> {
  const { deps, schoolId, params, now, say } = visit
  const options = optionsOf(visit)
  const result = await deps.work(async ({ rosters }) => {
    const one = await rosters.find(schoolId, params.id ?? '')
    return one && (await takeRoster(rosters, { one, options, now }))
  })
  if (result === undefined) return { kind: 'missing' }
  const to = pathOf(params.id ?? '')
  if (result.kind !== 'taken') return go(to, say(`roster.${result.kind}`), 'refused')
  const { fresh, changed, missing, doubtful } = result.counts
  return go(to, say('roster.taken', { fresh, changed, doubtful, left: options.missingLeave ? missing : 0 }))
}

async function drop({ deps, schoolId, params, now, say }: Visit): Promise<Answer> {
  const id = params.id ?? ''
  const dropped = await deps.work(async ({ rosters }) => {
    const one = await rosters.find(schoolId, id)
    if (one?.state !== 'reading' && one?.state !== 'shown') return false
    return await rosters.step(schoolId, id, { from: one.state, to: 'dropped', now, content: null })
  })
  return go(start, say(dropped ? 'console.roster.was_dropped' : 'roster.gone'), dropped ? 'done' : 'refused')
}

async function undo({ deps, schoolId, params, now, say }: Visit): Promise<Answer> {
  const result = await deps.work(async ({ rosters }) => {
    const one = await rosters.find(schoolId, params.id ?? '')
    return one && (await undoRoster(rosters, { one, now }))
  })
  if (result === undefined) return { kind: 'missing' }
  const { kind, ...counts } = result
  return go(pathOf(params.id ?? ''), say(`roster.${kind}`, counts), kind === 'undone' ? 'done' : 'refused')
}
