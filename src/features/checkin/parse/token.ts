/** Punctuation that parts or joins what is said; other signs are folded into these. */
export type Separator = ',' | ';' | '.' | '\n' | ':' | '(' | ')' | '-' | '/' | '+' | '?' | '>'

/** One piece of what was typed. `low` is what is compared: NFC, lower case, spelling mended, tone marks in their usual place. */
export interface Token {
  readonly kind: 'word' | 'number' | 'separator' | 'emoji'
  readonly raw: string
  readonly low: string
  /** `low` without marks. */
  readonly bare: string
  /** Typed without any mark: it may stand for a marked word. */
  readonly plain: boolean
  readonly value: number
  readonly capital: boolean
  /** No space between this token and the one before. */
  readonly glued: boolean
  readonly start: number
  readonly end: number
}

/** A text cut into tokens. */
export interface Line {
  readonly text: string
  readonly tokens: readonly Token[]
  /** Whether any mark was typed at all; without one, An may be Ân. */
  readonly marked: boolean
}
