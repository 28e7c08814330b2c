import { withoutDiacritics } from '../../core/text.ts'

/** A text without marks and capitals in which every character stands where it stood, so that what is found there can be cut from the original. */
export function aligned(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const bare = withoutDiacritics(text.charAt(at)).toLowerCase()
    return /\s/.test(bare) || bare.length !== 1 ? ' ' : bare
  }).join('')
}
