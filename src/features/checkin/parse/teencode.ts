import { withoutDiacritics } from '../../../core/text.ts'

/** How the young write sounds, tried from left to right: `fải` → phải, `đy` → đi, `wê` → quê, `bịnk` → bịnh, `Jang` → Giang. */
const starts: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^f/, ['ph']],
  [/^p(?!h)/, ['ph', 'b']],
  [/^j/, ['gi', 'ch']],
  [/^w/, ['qu', 'v']],
  [/^z/, ['d', 'v', 'gi']],
  [/^dz/, ['d', 'v']],
  [/^ck/, ['ch']],
  [/^tk/, ['th']],
  [/^nk/, ['nh']],
  [/^kk/, ['kh']],
  [/^pk/, ['ph']],
  [/^gk/, ['gh']],
  [/^k(?=[aoôơuưăâàáạảãồốộổỗờớợởỡừứựửữùúụủũ])/, ['c']],
  [/^q(?!u)/, ['qu']],
]
const ends: readonly (readonly [RegExp, string])[] = [
  [/nk$/, 'nh'],
  [/ck$/, 'ch'],
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

/** The word that playful spelling stands for, out of those that are `meant`; undefined when none is. */
export function respelled(word: string, meant: (word: string) => boolean): string | undefined {
  if (word.length < 2) return undefined
  const held = withoutDiacritics(word) !== word || /(.)\1\1/.test(word)
  const words = held ? [word, released(word)] : [word]
  for (const base of words) {
    const heads = [
      base,
      ...starts.flatMap(([sound, spelled]) => (sound.test(base) ? spelled.map((one) => base.replace(sound, one)) : [])),
    ]
    for (const head of heads)
      for (const whole of [head, ...ends.flatMap(([sound, spelled]) => (sound.test(head) ? [head.replace(sound, spelled)] : []))])
        if (whole !== word && meant(whole)) return whole
  }
  return undefined
}
