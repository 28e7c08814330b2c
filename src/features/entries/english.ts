import { hasDiacritics } from '../../core/text.ts'

/** No Vietnamese syllables, whatever marks are left out. */
const onlyEnglish =
  /^(?:the|is|are|was|of|and|per|from|please|with|you|your|our|have|has|will|month|day|days|year|children|school|class|every|each|yes|there|it|by|or|if|until|morning|afternoon)$/

/** Whether a sentence is English: for what somebody was asked to give in English, and may not have given. */
export function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}]+/gu) ?? []
  // Names keep their marks.
  const marked = words.filter(hasDiacritics).length
  return words.some((word) => onlyEnglish.test(word)) && marked * 3 <= words.length
}
