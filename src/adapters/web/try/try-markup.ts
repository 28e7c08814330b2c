import { type Html, html } from '../html.ts'
import { type ClockStep, clockSteps, type TryOptions, type TryPhone } from './try-options.ts'

const platforms = {
  zalo: { name: 'Zalo', note: 'Official Account' },
  telegram: { name: 'Telegram', note: 'bot' },
} as const
const nextDay: ClockStep = 'next-school-day'
const icons = {
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  add: 'M12 5v14M5 12h14',
  send: 'M5 12h13M12.5 6l6 6-6 6',
} as const
const media = [
  { kind: 'sticker', label: 'Nhãn dán' },
  { kind: 'photo', label: 'Ảnh' },
  { kind: 'voice', label: 'Tin thoại' },
]

/** The page as it is served; its scripts fill the chats, the clock and the traffic. */
export function tryMarkup({ phones, schoolName }: TryOptions): Html {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<link rel="icon" href="/try/icon.svg">
<title>Dùng thử · Trợ lý Mầm non</title>
${['page', 'phone', 'chat', 'traffic'].map((name) => html`<link rel="stylesheet" href="/try/${name}.css">`)}
<script type="module" src="/try/page.js"></script>
</head>
<body>
<header class="top">
<div class="name">
<h1>Trợ lý Mầm non <span>· ${schoolName}</span></h1>
<p>Gõ vào điện thoại như người thật: tin đi qua nền tảng giả lập tới dịch vụ. <span lang="en">Emulated platforms, real service.</span></p>
</div>
${clock()}
</header>
<nav class="tabs" aria-label="Chọn điện thoại">
${phones.map(({ id, title, platform }) => html`<a href="#phone-${id}" data-tab="${id}">${roleOf({ title, platform })} <small>${platforms[platform].name}</small></a>`)}
<a href="#traffic" data-tab="traffic">Lưu lượng <small lang="en">traffic</small></a>
</nav>
<main>
<div class="phones">
${phones.map((one) => phone(one, schoolName))}
</div>
${traffic(phones)}
</main>
<p class="notice" role="status" aria-live="polite"></p>
<noscript><p class="notice shown">Trang này cần JavaScript. <span lang="en">This page needs JavaScript.</span></p></noscript>
</body>
</html>`
}

/** The title without the platform, which the page shows beside it. */
function roleOf({ title, platform }: Pick<TryPhone, 'title' | 'platform'>): string {
  return title.replace(` · ${platforms[platform].name}`, '')
}

function icon(name: keyof typeof icons): Html {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${icons[name]}"/></svg>`
}

function clock(): Html {
  return html`<section class="clock" aria-label="Đồng hồ của trường">
<p class="now"><time class="time">--:--</time> <span class="date"></span></p>
<div class="steps" role="group" aria-label="Tua đồng hồ tới trước">
${clockSteps.map((to) => html`<button type="button" data-step="${to}">${to === nextDay ? 'Ngày học sau' : html`<span>Đến </span>${to}`}</button>`)}
</div>
</section>`
}

function phone({ id, platform, title, person, hints }: TryPhone, schoolName: string): Html {
  const { name, note } = platforms[platform]
  const chatWith = platform === 'zalo' ? schoolName : 'Trợ lý Mầm non'
  return html`<section class="phone ${platform}" id="phone-${id}" data-pane="${id}" aria-labelledby="title-${id}">
<div class="whose"><h2 id="title-${id}">${roleOf({ title, platform })} <small>${name}</small></h2><p>${person}${id === 'office' && html` · <a href="/console" target="_blank">bảng hôm nay</a>`}</p></div>
<div class="screen">
<div class="bar">
<span class="face" aria-hidden="true">MN</span>
<p><span class="partner">${chatWith}</span><span class="kind">${note}</span></p>
<details class="menu"><summary aria-label="Thêm thao tác với cuộc trò chuyện">${icon('more')}</summary><div class="items">${platform === 'telegram' && html`<button type="button" data-edit>Sửa tin vừa gửi</button>`}<button type="button" data-block>Chặn</button></div></details>
</div>
<div class="chat" role="log" aria-live="polite" aria-label="Tin nhắn: ${title}" tabindex="0">
<div class="empty"><p>Chưa có tin nhắn. Hãy gõ, hoặc chạm một gợi ý bên dưới.</p>${platform === 'telegram' && html`<button type="button" data-hint="/start">Bắt đầu</button>`}</div>
</div>
<details class="hints" open><summary>Gợi ý <span lang="en">tap to send</span></summary>
<div class="chips">${hints.map((hint) => html`<button type="button" data-hint="${hint}">${hint}</button>`)}</div></details>
<div class="shut" hidden><p>Bạn đã chặn cuộc trò chuyện này.</p><button type="button" data-unblock>Bỏ chặn</button></div>
<p class="editing" hidden>Đang sửa tin vừa gửi · Esc để thôi</p>
<form class="composer">
<details class="menu up"><summary aria-label="Gửi nhãn dán, ảnh hoặc tin thoại">${icon('add')}</summary><div class="items">${media.map(({ kind, label }) => html`<button type="button" data-media="${kind}">${label}</button>`)}</div></details>
<textarea rows="1" aria-label="Tin nhắn của ${person}" placeholder="Tin nhắn" autocomplete="off" enterkeyhint="send"></textarea>
<button type="submit" aria-label="Gửi">${icon('send')}</button>
</form>
</div>
</section>`
}

function traffic(phones: readonly TryPhone[]): Html {
  const used = [...new Set(phones.map(({ platform }) => platform))]
  const radio = (value: string, label: string, checked: boolean) =>
    html`<label><input type="radio" name="platform" value="${value}"${checked && html` checked`}><span>${label}</span></label>`
  return html`<aside class="traffic" id="traffic" data-pane="traffic" aria-label="Lưu lượng giữa nền tảng và dịch vụ">
<h2>Lưu lượng <span lang="en">platform ⇄ service</span></h2>
<div class="filter" role="radiogroup" aria-label="Nền tảng">
${radio('all', 'Tất cả', true)}${used.map((name) => radio(name, platforms[name].name, false))}
<label class="polls"><input type="checkbox" name="idle"><span>Hiện lượt hỏi trống</span></label>
</div>
<p class="legend"><b class="out">→</b> dịch vụ gọi nền tảng <b class="in">←</b> nền tảng báo dịch vụ</p>
<div class="exchanges"><p class="none">Chưa có yêu cầu nào.</p></div>
</aside>`
}
