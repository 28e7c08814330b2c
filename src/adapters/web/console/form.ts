import { type Html, html } from '../html.ts'
import type { Visit } from './visit.ts'

/** A form that changes something: sent by POST, with the session's key. @param attributes further ones, such as a class */
export function form({ formKey }: Pick<Visit, 'formKey'>, action: string, inside: Html, attributes?: Html): Html {
  return html`<form method="post" action="${action}"${attributes && html` ${attributes}`}><input type="hidden" name="key" value="${formKey}">${inside}</form>`
}

/** A labelled line to type in. */
export function field({ name, label, value = '', hint, type = 'text', required = false, lines }: Field): Html {
  const id = `f-${name}`
  const hinted = hint !== undefined && html` aria-describedby="${id}-hint"`
  const must = required && html` required`
  const control =
    lines === undefined
      ? html`<input id="${id}" name="${name}" type="${type}" value="${value}"${hinted}${must}>`
      : html`<textarea id="${id}" name="${name}" rows="${lines}"${hinted}${must}>${value}</textarea>`
  return html`<div class="field"><label for="${id}">${label}</label>${control}${hint !== undefined && html`<small id="${id}-hint">${hint}</small>`}</div>`
}

interface Field {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly hint?: string
  readonly type?: 'text' | 'date' | 'search'
  readonly required?: boolean
  /** Makes it a box of so many lines. */
  readonly lines?: number
}

/** Where nothing is yet: what to do first. */
export function empty(text: string): Html {
  return html`<p class="empty">${text}</p>`
}
