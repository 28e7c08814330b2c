import { chooseSettings, setByOffice } from '../../../features/settings/hear-settings.ts'
import { kindOf, mayBeUnset, type SettingKey, settingKeys } from '../../../features/settings/setting.ts'
import { type Html, html } from '../html.ts'
import { form } from './form.ts'
import { type Answer, type ChannelHealth, go, goSaid, type Pages, type Visit } from './visit.ts'
import { moment } from './words.ts'

const shownChanges = 20

/** A school's hours, thresholds and prices, each change with who and when and a way back; how the channels are. */
export function registerSettingsPages(pages: Pages): void {
  pages.get('/console/settings', showSettings)
  pages.post('/console/settings', change)
  pages.post('/console/settings/choice', async (visit) => {
    const { deps, fields, say } = visit
    const reply = await deps.work((stores) =>
      chooseSettings({ ...stores, ...deps }, authorOf(visit), fields.choice ?? '', 'console'),
    )
    return reply === undefined ? go('/console/settings', say('console.gone'), 'refused') : go('/console/settings', reply.text)
  })
}

const authorOf = ({ office, language, now }: Visit) => ({ office, language, now })

async function change(visit: Visit): Promise<Answer> {
  const { deps, schoolId, fields, say } = visit
  const key = settingKeys.find((one) => one === fields.setting)
  if (key === undefined) return { kind: 'missing' }
  const typed = (fields.value ?? '').trim()
  const done = await deps.work(async (stores) => {
    // Somebody else may have set it since the page was opened.
    if (((await stores.settings.all(schoolId))[key] ?? '') !== fields.before) return undefined
    const wanted = { key, typed: typed === '' ? null : typed, source: 'console' as const }
    return await setByOffice({ ...stores, ...deps }, authorOf(visit), wanted)
  })
  if (done === undefined) return go('/console/settings', say('console.changed_meanwhile'), 'refused')
  return done.refused
    ? go('/console/settings', done.text, 'refused')
    : goSaid('/console/settings', done, '/console/settings/choice')
}

async function showSettings(visit: Visit): Promise<Answer> {
  const { deps, schoolId, now, say } = visit
  const channels = await deps.channels()
  const { all, changes } = await deps.work(async ({ settings }) => ({
    all: await settings.all(schoolId),
    changes: await settings.changes(schoolId, shownChanges),
  }))
  const shown = (value: string | null) => value ?? say('settings.not_set')
  const history = changes.map(
    ({ key, before, after, by, changedAt }) =>
      html`<li><small>${moment(changedAt, now)} · ${by ?? say('settings.command_line')}</small> ${say(`settings.name.${key}`)}: ${shown(before)} → ${shown(after)}</li>`,
  )
  const body = html`<div class="settings">${settingKeys.map((key) => settingForm(visit, key, all[key]))}</div>
<h2>${say('console.settings.channels')}</h2>${channels.map((channel) => channelCard(visit, channel))}
<h2>${say('console.settings.history')}</h2>${history.length === 0 ? html`<p class="soft">${say('settings.no_changes')}</p>` : html`<ul>${history}</ul>`}`
  return { kind: 'page', title: say('console.nav.settings'), here: 'settings', body }
}

function settingForm(visit: Visit, key: SettingKey, value: string | null): Html {
  const { say } = visit
  const id = `s-${key}`
  const name = say(`settings.name.${key}`)
  const unset = mayBeUnset.has(key) && html` ${say('console.settings.may_be_empty')}`
  return form(
    visit,
    '/console/settings',
    html`<input type="hidden" name="setting" value="${key}"><input type="hidden" name="before" value="${value ?? ''}">
<div class="field"><label for="${id}">${name}</label><input id="${id}" name="value" value="${value ?? ''}" aria-describedby="${id}-hint"><small id="${id}-hint">${say('console.settings.form', { form: say(`settings.form.${kindOf[key]}`) })}${unset}</small></div>
<button class="second" aria-label="${say('console.settings.save')}: ${name}">${say('console.settings.save')}</button>`,
    html`class="card row"`,
  )
}

function channelCard({ say, now }: Visit, { name, ready, stoppedAt, daysLeft, consentNeeded, consentLink }: ChannelHealth): Html {
  const state = stoppedAt !== null ? 'stopped' : consentNeeded ? 'consent' : ready ? 'ready' : 'starting'
  return html`<div class="card"><h3>${name === 'zalo' ? 'Zalo' : 'Telegram'}</h3>
<p class="tag ${state === 'ready' ? 'confirmed' : 'failed'}">${say('console.settings.channel_state', { state, time: stoppedAt === null ? '' : moment(stoppedAt, now) })}</p>
${daysLeft !== null && html`<p>${say('console.settings.token_days', { days: daysLeft })}</p>`}
${consentLink !== undefined && html`<p><a href="${consentLink}" rel="noopener">${say('console.settings.consent')}</a></p>`}</div>`
}
