const shapes: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' }
const horns: Readonly<Record<string, string>> = { a: 'ă', o: 'ơ', u: 'ư' }
const toneMarks: Readonly<Record<string, string>> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' }

const initials = /^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?(?=[aeiouyăâêôơư])/
const rimes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên
  ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oap oat oay oăc oăm
  oăn oăng oăt oc oe oen oeo oet oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê
  uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu uơ ư ưa ưc ưi ưm ưn ưng ươc ươi
  ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu`.split(/\s+/),
)

/** English words that would decode to a possible syllable (`been` → bên, `songs` → sóng): they stay as they are. */
const english = new Set(
  `been seen teen keen been soon noon moon room boot root foot meet beet feet too see bee door poor beer deer how now low row tow cow
  law saw raw this thus gas bus his has its lots dots cats bats hats nuts cuts lets sets gets bits hits cans pens sons tens hens
  buns guns moms mums songs days says pays rays lays trees sees knees thees nurse her per car bar tar nor sir mix six tax box fix
  fox max hers cars bars lens pans vans fans tons buts puts pets mats rats taps caps maps laps tips lips hips chips trips tops
  pops cups pups steps chess less miss mass bass boss loss thin tool tooth booth boots roots meets meow chow thaw gross nook
  phonics tics chips photos limits hits bees been teens moons rooms kits bots boos moos goose loose chaos menus gens bens sun
  nhoos tree three thee good food tooo doom loom boom loop hoop poop coop troop cook look book took hook peer cheer cheese teeth
  sheep deep keep beep peep cheep doors poors`.split(/\s+/),
)

/** Keys with one missing, for words that come up every day and can be no other. */
const slips: Readonly<Record<string, string>> = { oms: 'ốm' }

interface Keyed {
  readonly letters: string
  readonly tone: string
}

/** Plays the keys as a Telex keyboard would; undefined when they are no such sequence. */
function play(word: string): Keyed | undefined {
  const letters: string[] = []
  let tone = ''
  for (const key of word) {
    const hasVowel = letters.some((letter) => /[aeiouyăâêôơư]/.test(letter))
    const last = letters.at(-1)
    if (hasVowel && key in toneMarks) {
      if (tone !== '') return undefined
      tone = toneMarks[key]!
    } else if (key === 'd' && letters[0] === 'd' && (letters.length === 1 || hasVowel)) letters[0] = 'đ'
    else if (key in shapes && last === key) letters[letters.length - 1] = shapes[key]!
    else if (key === 'w') putHorn(letters)
    else if (key === 'o' && last === 'ư') letters.push('ơ')
    else letters.push(key)
  }
  return { letters: letters.join(''), tone }
}

/** `w` bends the last a, o or u before it, and both of `uo`; alone it is ư. */
function putHorn(letters: string[]): void {
  if (letters.includes('ơ')) return
  const at = letters.findLastIndex((letter) => letter in horns)
  const isAfterQu = letters[at] === 'u' && letters[at - 1] === 'q'
  if (at < 0 || isAfterQu) {
    letters.push('ư')
    return
  }
  const isPair = letters[at] === 'o' && letters[at - 1] === 'u' && letters[at - 2] !== 'q'
  letters[at] = horns[letters[at]!]!
  if (isPair) letters[at - 1] = 'ư'
}

function withTone(initial: string, rime: string, tone: string): string {
  if (tone === '') return initial + rime
  const vowels = /^[aeiouyăâêôơư]+/.exec(rime)![0]
  const marked = [...vowels].findLastIndex((vowel) => /[ăâêôơư]/.test(vowel))
  const isClosed = vowels.length < rime.length
  const at = marked >= 0 ? marked : isClosed ? vowels.length - 1 : vowels.length > 2 ? 1 : 0
  return (initial + rime.slice(0, at + 1) + tone + rime.slice(at + 1)).normalize('NFC')
}

/**
 * What a word was meant to be when somebody typed Telex keys with the Vietnamese keyboard switched off:
 * `truowngf` → `trường`, `ooms` → `ốm`, `dduwowcj` → `được`. Lower case.
 * @param isTelexText the words around it are such leftovers too: then `teen` is tên and `cos` is có
 * @returns undefined when the word is no such leftover: plain syllables, English words, anything that decodes to no possible
 * Vietnamese syllable, and two or three letters that could as well be something else (`as`, `of`, `tes`).
 */
export function decodeTelex(word: string, isTelexText = false): string | undefined {
  const typed = word.toLowerCase()
  if (typed in slips) return slips[typed]
  if (typed.length < 3 || typed.length > 10 || !/^[a-z]+$/.test(typed) || (english.has(typed) && !isTelexText)) return undefined
  const keyed = play(typed)
  if (keyed === undefined || (keyed.letters === typed && keyed.tone === '')) return undefined
  const onlyTone = keyed.letters.length === typed.length - 1 && keyed.tone !== ''
  const isLast = /[sfrxj]$/.test(typed)
  if (onlyTone && !isTelexText && (isLast ? typed.length === 3 && !typed.endsWith('j') : !/[jf]/.test(typed.slice(1))))
    return undefined
  let initial = initials.exec(keyed.letters)?.[0]
  if (initial === undefined) return undefined
  if (initial === 'gi' && !rimes.has(keyed.letters.slice(2))) initial = 'g'
  const rime = keyed.letters.slice(initial.length)
  // The rime of quỳnh is that of huỳnh: its u belongs to both.
  if (!rimes.has(rime) && !(initial === 'qu' && rimes.has(`u${rime}`))) return undefined
  const isStopped = /(c|ch|p|t)$/.test(rime)
  if (isStopped && !['\u0301', '\u0323'].includes(keyed.tone)) return undefined
  return withTone(initial, rime, keyed.tone)
}
