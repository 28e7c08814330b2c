export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

type Keys<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Keys<T[K], `${Prefix}${K}.`>
}[keyof T & string]

/** Every sentence the bot can say, by its place in `locales/vi.json`: `<feature>.<moment>`. */
export type PhraseKey = Keys<typeof import('../../locales/vi.json', { with: { 'resolution-mode': 'import' }})>
export type PhraseParams = Readonly<Record<string, string | number>>

/** The sentences of `locales/*.json`, with ICU parameters filled in. Parameters are inserted as they are, never interpreted. */
export interface Phrases {
  text(language: Language, key: PhraseKey, params?: PhraseParams): string
}
