const zone = 'Asia/Ho_Chi_Minh'
const timeOf = new Intl.DateTimeFormat('vi-VN', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const dayOf = new Intl.DateTimeFormat('vi-VN', { timeZone: zone, weekday: 'long', day: '2-digit', month: '2-digit' })
const mediaNames = {
  '[photo]': '🖼 Ảnh',
  '[sticker]': '👍 Nhãn dán',
  '[voice]': '🎤 Tin thoại',
  '[image]': '🖼 Ảnh',
  '[attachment]': '📎 Tệp đính kèm',
}
const busyMs = 4000

/** One phone: shows what its platform says is on the screen, and sends what the person does. */
export function createPhone(element, { post, onNews }) {
  const id = element.dataset.pane
  const find = (selector) => element.querySelector(selector)
  const chat = find('.chat')
  const input = find('textarea')
  const bubbles = new Map()
  let isAtEnd = true
  let written = []
  let edited
  const act = (what, body) => post(`phones/${id}/${what}`, body)
  const phone = { id, element, version: undefined, show }

  function show(screen) {
    const isFirst = phone.version === undefined
    phone.version = screen.version
    const hasNews = showMessages(screen.messages)
    written = screen.messages.filter(({ from, text }) => from === 'user' && mediaNames[text] === undefined)
    find('.empty').hidden = screen.messages.length > 0
    find('.shut').hidden = !screen.blocked
    find('.composer').hidden = screen.blocked
    find('.hints').hidden = screen.blocked
    find('.bar .menu').hidden = screen.blocked
    if (isAtEnd || (hasNews && screen.messages.at(-1).from === 'user')) toEnd()
    if (hasNews && !isFirst) onNews()
  }

  function toEnd() {
    chat.scrollTop = chat.scrollHeight
  }

  /** Bubbles stay the same elements, so that an edit changes one in place and a reader hears only what is new. */
  function showMessages(messages) {
    let hasNews = false
    let day
    const ids = new Set(messages.map((message) => message.id))
    for (const [key, { box }] of bubbles) {
      if (ids.has(key)) continue
      box.remove()
      bubbles.delete(key)
    }
    for (const message of messages) {
      const content = JSON.stringify(message)
      const known = bubbles.get(message.id)
      const writtenDay = dayOf.format(new Date(message.at))
      if (!known) {
        if (writtenDay !== day) chat.append(dayLine(writtenDay))
        const box = make('div', `bubble ${message.from}`)
        fill(box, message)
        chat.append(box)
        bubbles.set(message.id, { box, content })
        hasNews = true
      } else if (known.content !== content) {
        fill(known.box, message)
        known.content = content
      }
      day = writtenDay
    }
    if (messages.length === 0) for (const line of chat.querySelectorAll('.day')) line.remove()
    return hasNews
  }

  function fill(box, message) {
    const text = make('p', 'text')
    text.textContent = mediaNames[message.text] ?? message.text
    const at = make('time', 'at')
    at.dateTime = message.at
    at.textContent = `${message.edited ? 'đã sửa ' : ''}${timeOf.format(new Date(message.at))}`
    const said = make('div', 'said')
    said.append(text, at)
    box.replaceChildren(said)
    if (message.buttons.length === 0) return
    const buttons = make('div', 'buttons')
    buttons.append(...message.buttons.map((one) => button(message, one)))
    box.append(buttons)
  }

  function button(message, { label, value }) {
    if (/^https?:\/\//.test(value)) {
      const link = make('a', 'choice')
      Object.assign(link, { href: value, target: '_blank', rel: 'noreferrer', textContent: label })
      return link
    }
    const choice = make('button', 'choice')
    choice.type = 'button'
    choice.textContent = label
    choice.addEventListener('click', async () => {
      choice.setAttribute('aria-busy', 'true')
      setTimeout(() => choice.removeAttribute('aria-busy'), busyMs)
      await act('taps', { messageId: message.id, value })
    })
    return choice
  }

  async function send() {
    const text = input.value.trim()
    if (text === '') return
    const sent = edited ? act('edits', { messageId: edited.id, text }) : act('messages', { text })
    edit(undefined)
    if (!(await sent) && input.value === '') input.value = text
  }

  /** Takes a message back into the line to change it, where the platform can; nothing ends that. */
  function edit(message) {
    edited = message
    input.value = message?.text ?? ''
    find('.editing').hidden = message === undefined
    if (message) input.focus()
  }

  chat.addEventListener('scroll', () => {
    isAtEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 80
  })
  // What lies under the chat grows and shrinks: the last message stays in sight.
  new ResizeObserver(() => isAtEnd && toEnd()).observe(chat)
  find('.composer').addEventListener('submit', (event) => {
    event.preventDefault()
    send()
    input.focus()
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && edited) edit(undefined)
    // While a Vietnamese or other input method composes, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    send()
  })
  element.addEventListener('click', (event) => {
    const pressed = event.target.closest('button')
    if (!pressed) return
    const { hint, media, block, unblock, edit: wantsEdit } = pressed.dataset
    if (hint !== undefined) act('messages', { text: hint })
    if (media !== undefined) act('media', { kind: media })
    if (block !== undefined) act('block', { blocked: true })
    if (unblock !== undefined) act('block', { blocked: false })
    if (wantsEdit !== undefined) edit(written.at(-1))
    if (pressed.matches('.menu button')) pressed.closest('.menu').open = false
  })
  return phone
}

function dayLine(day) {
  const line = make('p', 'day')
  line.textContent = day
  return line
}

function make(tag, className) {
  const element = document.createElement(tag)
  element.className = className
  return element
}
