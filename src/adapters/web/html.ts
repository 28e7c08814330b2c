const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Markup that is safe to send. Only the `html` tag makes it, so a text can never be taken for it. */
class Html {
  readonly #markup: string
  constructor(markup: string) {
    this.#markup = markup
  }
  toString(): string {
    return this.#markup
  }
}

export type { Html }

/** What may stand in a page; `undefined` and `false` leave nothing. */
type Insertable = Html | string | number | false | undefined | readonly Insertable[]

/** A piece of a page. What is inserted is escaped, for text and for quoted attributes, unless it came out of `html` itself. */
export function html(parts: TemplateStringsArray, ...values: Insertable[]): Html {
  return new Html(parts.reduce((page, part, index) => page + markupOf(values[index - 1]) + part))
}

function markupOf(value: Insertable): string {
  if (value instanceof Html) return value.toString()
  if (value === undefined || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return String(value).replace(/[&<>"']/g, (mark) => marks[mark]!)
  return value.map(markupOf).join('')
}
