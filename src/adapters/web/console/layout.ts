import type { Language, Phrases } from '../../../core/phrases.ts'
import type { Told } from '../../../features/console/console-store.ts'
import { type Html, html } from '../html.ts'
import { form } from './form.ts'
import { navigation } from './navigation.ts'
import type { Answer, Visit } from './visit.ts'

type Page = Extract<Answer, { kind: 'page' }>
/** No eval, no style of its own, nothing remembered: what the policy of the pages allows. */
const htmxConfig = '{"includeIndicatorCSS":false,"history":false}'

/** A page of the console, whole. */
export function layOut(visit: Visit, { title, here, body, refresh }: Page, told: Told | undefined): string {
  const { say, language, schoolName, offices } = visit
  const menu = navigation.map(({ key, path, label }) => {
    const current = key === here
    return html`<li><a href="${path}"${current && html` aria-current="page"`}>${say(label)}</a></li>`
  })
  return frame({
    language,
    title: `${title} · ${schoolName}`,
    refresh,
    body: html`<a class="skip" href="#main">${say('console.skip')}</a>
<header class="top">
<p class="school">${schoolName}</p>
<nav aria-label="${say('console.menu')}"><ul>${menu}</ul></nav>
<div class="who"><a href="/console/sessions"${here === 'sessions' && html` aria-current="page"`}>${visit.office.name ?? say('console.nav.sessions')}</a>
${form(visit, '/console/language', html`<button class="plain" name="language" value="${language === 'vi' ? 'en' : 'vi'}" lang="${language === 'vi' ? 'en' : 'vi'}">${language === 'vi' ? 'English' : 'Tiếng Việt'}</button>`)}
${offices.length > 1 && html`<a href="/console/schools">${say('console.other_school')}</a>`}
${form(visit, '/console/sign-out', html`<button class="plain">${say('console.sign_out')}</button>`)}</div>
</header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${told && notice(visit, told)}
${body}
</main>`,
  })
}

function notice(visit: Visit, { kind, text, choices, action }: Told): Html {
  const lines = text.split('\n').map((line) => html`<p>${line}</p>`)
  const buttons = choices?.map(({ label, value }) => html`<button name="choice" value="${value}">${label}</button>`)
  return html`<div class="told ${kind}" role="${kind === 'done' ? 'status' : 'alert'}">${lines}${
    buttons && action && form(visit, action, html`<div class="buttons">${buttons}</div>`)
  }</div>`
}

/** A page for who is not signed in, or that says what went wrong. */
export function layOutAlone(
  { phrases, language }: { phrases: Phrases; language: Language },
  { title, body }: { title: string; body: Html },
): string {
  return frame({
    language,
    title,
    body: html`<main id="main" class="alone"><p class="school">${phrases.text(language, 'console.name')}</p><h1>${title}</h1>${body}</main>`,
  })
}

function frame({
  language,
  title,
  body,
  refresh,
}: {
  language: Language
  title: string
  body: Html
  refresh?: number | undefined
}): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="htmx-config" content="${htmxConfig}">
<title>${title}</title>
<link rel="stylesheet" href="/console/console.css">
<link rel="icon" href="data:,">
<script src="/console/htmx.js" defer></script>
${refresh !== undefined && html`<noscript><meta http-equiv="refresh" content="${refresh}"></noscript>`}
</head>
<body>
${body}
</body>
</html>`.toString()
}
