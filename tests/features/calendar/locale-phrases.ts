import { IntlMessageFormat } from 'intl-messageformat'
import en from '../../../locales/en.json' with { type: 'json' }
import vi from '../../../locales/vi.json' with { type: 'json' }
import type { Phrases } from '../../../src/core/phrases.ts'

/** The real sentences of `locales/`, so that a test reads what a person reads. */
export const phrases: Phrases = {
  text(language, key, params = {}) {
    const found = key
      .split('.')
      .reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], language === 'vi' ? vi : en)
    return String(new IntlMessageFormat(String(found), language).format(params))
  },
}
