const zone = 'Asia/Ho_Chi_Minh'
const timeOf = new Intl.DateTimeFormat('vi-VN', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
const kept = 200
const names = { zalo: 'Zalo', telegram: 'Telegram' }

/** The requests between platform and service, newest first. Polls that brought nothing are few and hidden. */
export function createTraffic(element) {
  const list = element.querySelector('.exchanges')
  const seen = new Map()

  function add(byPlatform) {
    const fresh = Object.entries(byPlatform).flatMap(([platform, exchanges]) =>
      exchanges.map((exchange) => {
        seen.set(platform, Math.max(seen.get(platform) ?? 0, exchange.seq))
        return { ...exchange, platform }
      }),
    )
    if (fresh.length === 0) return
    list.querySelector('.none')?.remove()
    fresh.sort((one, other) => one.at.localeCompare(other.at) || one.seq - other.seq)
    for (const exchange of fresh) list.prepend(row(exchange))
    const idle = [...list.querySelectorAll('.idle')]
    for (const old of idle.slice(20)) old.remove()
    while (list.childElementCount > kept) list.lastElementChild.remove()
  }

  element.querySelector('.filter').addEventListener('change', () => {
    list.dataset.only = element.querySelector('[name=platform]:checked').value
    list.dataset.idle = String(element.querySelector('[name=idle]').checked)
  })
  return { seen, add }
}

function row(exchange) {
  const { platform, direction, method, path, status, millis, at } = exchange
  const isOut = direction === 'to_platform'
  const line = document.createElement('details')
  line.className = `exchange ${platform}${isIdle(exchange) ? ' idle' : ''}`
  const head = document.createElement('summary')
  head.append(
    piece('b', isOut ? 'out' : 'in', isOut ? '→' : '←', isOut ? 'dịch vụ gọi nền tảng' : 'nền tảng báo dịch vụ'),
    piece('span', 'path', `${method} ${path}`),
    piece('span', status >= 200 && status < 400 ? 'status' : 'status bad', status === 0 ? 'đứt' : String(status)),
    piece('span', 'about', `${names[platform] ?? platform} · ${timeOf.format(new Date(at))} · ${millis} ms`),
    piece('span', 'gist', gistOf(exchange)),
  )
  line.append(head)
  line.addEventListener(
    'toggle',
    () => {
      line.append(...body('Yêu cầu · request', exchange.request), ...body('Trả lời · response', exchange.response))
    },
    { once: true },
  )
  return line
}

/** What it was about, as far as one line tells: the kind of event and the text it carried. */
function gistOf({ path, request, response }) {
  const updates = path.endsWith('/getUpdates') && Array.isArray(response?.result) ? response.result : []
  const parts = [
    request?.event_name,
    ...updates.flatMap((update) => Object.keys(update).filter((key) => key !== 'update_id')),
    request?.text ?? request?.message?.text,
    ...updates.map((update) => update.message?.text ?? update.edited_message?.text ?? update.callback_query?.data),
    response?.error ? response.message : response?.description,
  ]
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' · ')
}

/** A poll that brought nothing. */
function isIdle({ path, response }) {
  return path.endsWith('/getUpdates') && response?.ok === true && response.result?.length === 0
}

function body(title, value) {
  return [piece('h3', '', title), piece('pre', '', typeof value === 'string' ? value : JSON.stringify(value, null, 2))]
}

function piece(tag, className, text, label) {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  if (label) element.title = label
  return element
}
