// Asks every 600 ms what changed and shows it. Texts of chats only ever enter the page as text, never as markup.
import { createPhone } from './phone.js'
import { createTraffic } from './traffic.js'

const pollMs = 600
const hurryMs = 120
const hurriesAfterAct = 6
const noticeMs = 5000

const notice = document.querySelector('.notice')
const tabs = new Map([...document.querySelectorAll('[data-tab]')].map((tab) => [tab.dataset.tab, tab]))
const traffic = createTraffic(document.querySelector('.traffic'))
const phones = [...document.querySelectorAll('.phone')].map((element) =>
  createPhone(element, { post, onNews: () => markUnread(element) }),
)
let startSeen
let timer
let hurries = 0
let isAsking = false
let noticeTimer

/** Sends one act; what the platform refuses is said, not thrown. */
async function post(path, body) {
  try {
    const response = await fetch(`/try/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) say(response.status === 409 ? 'Ứng dụng không cho làm việc này.' : `Không gửi được (${response.status}).`)
    return response.ok
  } catch {
    say('Mất kết nối với dịch vụ.')
    return false
  } finally {
    hurries = hurriesAfterAct
    schedule(hurryMs)
  }
}

function say(text) {
  notice.textContent = text
  notice.classList.add('shown')
  clearTimeout(noticeTimer)
  noticeTimer = setTimeout(() => notice.classList.remove('shown'), noticeMs)
}

async function poll() {
  // Two at once would bring the same traffic twice.
  if (isAsking) return
  isAsking = true
  const seen = new URLSearchParams()
  for (const phone of phones) if (phone.version !== undefined) seen.set(phone.id, phone.version)
  for (const [platform, seq] of traffic.seen) seen.set(platform, seq)
  try {
    const response = await fetch(`/try/api/state?${seen}`)
    if (!response.ok) throw new Error(String(response.status))
    const state = await response.json()
    startSeen ??= state.start
    if (state.start !== startSeen) return location.reload()
    showClock(state.clock)
    for (const phone of phones) if (state.phones[phone.id]) phone.show(state.phones[phone.id])
    traffic.add(state.traffic)
    document.body.classList.toggle('away', state.missing.length > 0)
  } catch {
    document.body.classList.add('away')
  }
  isAsking = false
  hurries = Math.max(0, hurries - 1)
  schedule(hurries > 0 ? hurryMs : pollMs)
}

function schedule(ms) {
  clearTimeout(timer)
  if (!document.hidden) timer = setTimeout(poll, ms)
}

function showClock({ time, date }) {
  const shown = document.querySelector('.clock .time')
  if (shown.textContent !== time) shown.textContent = time
  document.querySelector('.clock .date').textContent = date
}

function startClock() {
  const buttons = [...document.querySelectorAll('[data-step]')]
  const setBusy = (busy) => {
    for (const button of buttons) button.disabled = busy
  }
  for (const button of buttons) {
    button.addEventListener('click', async () => {
      setBusy(true)
      button.setAttribute('aria-busy', 'true')
      await post('clock', { to: button.dataset.step })
      button.removeAttribute('aria-busy')
      setBusy(false)
      button.focus()
    })
  }
}

/** On a narrow screen phones and traffic lie side by side in a strip; a tab brings one into view and tells when another has news. */
function startTabs() {
  const strip = document.querySelector('main')
  const current = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const tab = tabs.get(target.dataset.pane)
        if (isIntersecting) {
          tab.setAttribute('aria-current', 'true')
          tab.classList.remove('unread')
        } else tab.removeAttribute('aria-current')
      }
    },
    { root: strip, threshold: 0.6 },
  )
  const panes = new Map([...document.querySelectorAll('[data-pane]')].map((pane) => [pane.dataset.pane, pane]))
  for (const pane of panes.values()) current.observe(pane)
  for (const [id, tab] of tabs) {
    tab.addEventListener('click', (event) => {
      event.preventDefault()
      panes.get(id).scrollIntoView({ behavior: 'smooth', block: 'nearest', inline: 'start' })
    })
  }
}

function markUnread(element) {
  const tab = tabs.get(element.dataset.pane)
  if (tab.getAttribute('aria-current') !== 'true') tab.classList.add('unread')
}

/** One menu is open at a time; Escape or a press elsewhere closes it. */
function startMenus() {
  const close = (except) => {
    for (const menu of document.querySelectorAll('.menu[open]')) if (menu !== except) menu.open = false
  }
  document.addEventListener('click', (event) => close(event.target.closest('.menu')))
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
}

startClock()
startTabs()
startMenus()
document.addEventListener('visibilitychange', () => schedule(0))
poll()
