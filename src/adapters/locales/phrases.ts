import i18next from 'i18next'
import ICU from 'i18next-icu'
import en from '../../../locales/en.json' with { type: 'json' }
import vi from '../../../locales/vi.json' with { type: 'json' }
import type { Phrases } from '../../core/phrases.ts'

/** The sentences of `locales/`, with ICU parameters. A missing English sentence falls back to Vietnamese, the source. */
export function createPhrases(): Phrases {
  const instance = i18next.createInstance()
  instance.use(ICU).init({
    initAsync: false,
    lng: 'vi',
    fallbackLng: 'vi',
    resources: { vi: { translation: vi }, en: { translation: en } },
    interpolation: { escapeValue: false },
  })
  return { text: (language, key, params) => instance.t(key, { lng: language, ...params }) }
}
