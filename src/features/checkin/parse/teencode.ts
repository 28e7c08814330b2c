import { withoutDiacritics } from '../../../core/text.ts'

type Spellings = readonly (readonly [sound: RegExp, spelled: readonly string[]])[]

/** How the young write sounds: `fải` → phải, `wê` → quê, `Jang` → Giang. No Vietnamese word begins so, hence even names are read by it. */
const foreignStarts: Spellings = [
  [/^f/, ['ph']],
  [/^j/, ['gi']],
  [/^w/, ['qu']],
]
/** More of them for ordinary words; a name so written might be another child's. */
const starts: Spellings = [
  [/^p(?!h)/, ['ph']],
  [/^w/, ['v']],
  [/^dz|^z/, ['d', 'v', 'gi']],
  [/^ck/, ['ch']],
  [/^tk/, ['th']],
  [/^nk/, ['nh']],
  [/^kk/, ['kh']],
  [/^k(?=[aoôơuưăâàáạảãồốộổỗờớợởỡừứựửữùúụủũ])/, ['c']],
  [/^q(?!u)/, ['qu']],
]
const ends: readonly (readonly [RegExp, string])[] = [
  [/nk$/, 'nh'],
  [/ck$/, 'ch'],
  [/k$/, 't'],
  [/k$/, 'c'],
  [/y$/, 'i'],
  [/ý$/, 'í'],
  [/ỳ$/, 'ì'],
  [/ỷ$/, 'ỉ'],
  [/ỵ$/, 'ị'],
  [/j$/, 'i'],
  [/ìu$/, 'iều'],
]

/** Drops letters that were held down: `Cốmmm`, `Tiít`. Of two the marked one stays. */
function released(word: string): string {
  let out = ''
  for (const letter of word) {
    const last = out.at(-1)
    if (last === undefined || withoutDiacritics(last) !== withoutDiacritics(letter)) out += letter
    else if (withoutDiacritics(letter) !== letter && last === withoutDiacritics(last)) out = out.slice(0, -1) + letter
  }
  return out
}

function spellings(word: string, by: Spellings): string[] {
  return [word, ...by.flatMap(([sound, spelled]) => (sound.test(word) ? spelled.map((one) => word.replace(sound, one)) : []))]
}

/** The word or name that playful spelling stands for, out of those that are meant; undefined when none is. */
export function respelled(
  word: string,
  meant: { isName: (word: string) => boolean; isWord: (word: string) => boolean },
): string | undefined {
  if (word.length < 2) return undefined
  const held = withoutDiacritics(word) !== word || /(.)\1\1/.test(word)
  for (const base of held ? [word, released(word)] : [word]) {
    const name = spellings(base, foreignStarts).find((one) => one !== word && meant.isName(one))
    if (name !== undefined) return name
    for (const head of spellings(base, [...foreignStarts, ...starts]))
      for (const whole of [head, ...ends.flatMap(([sound, spelled]) => (sound.test(head) ? [head.replace(sound, spelled)] : []))])
        if (whole !== word && meant.isWord(whole)) return whole
  }
  return undefined
}
