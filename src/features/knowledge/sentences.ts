import en from '../../../locales/en.json' with { type: 'json' }
import vi from '../../../locales/vi.json' with { type: 'json' }
import type { Language } from '../../core/phrases.ts'

/** The sentences around the entries, by their key under `ask` in `locales/`. */
export type SentenceKey = keyof typeof vi.ask

/** One sentence with its `{parameters}` filled in as they are. None of these needs plurals, so answering stays free of a formatter. */
export function sentence(language: Language, key: SentenceKey, parameters: Readonly<Record<string, string>> = {}): string {
  const template = (language === 'en' ? en : vi).ask[key]
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => parameters[name] ?? whole)
}
