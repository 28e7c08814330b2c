/** Who a forged turn pretends to be: `SYSTEM:`, `[system] override …`. */
const forged =
  /^[\s[({#*<-]*(system|assistant|developer|user|prompt|override|instructions?|hệ thống|he thong)[\s\])}#*>]*(prompt|override|message|note|mode)?(\s*[:=\]>-]|(?<=[\])}])\s|(?<=override)\s)/
const hijack =
  /\b(ignore|disregard|forget|override)\b.{0,40}\b(instructions?|rules|prompts?|previous|above|everything)\b|\b(you are|act|acting|behave)( now)? (as|in)\b.{0,30}\b(mode|bot|assistant|system)\b|\b(jailbreak|developer mode|do anything now|roleplay)\b/
/** `place=long-bien`. */
const assignment = /(?<![\p{L}\d])[a-z_]{2,20}\s?=\s?[\p{L}\d_-]+/gu
const seam = /(?<=[.!?;])\s+|\n+/

/**
 * A cleaned message without the sentences that give orders to the machine behind the assistant. What they claim (a place, a figure) is
 * not the person's own, so it must not decide anything; a message of orders alone keeps what follows the forged name.
 */
export function withoutOrders(message: string): string {
  const cleaned = message.replace(assignment, ' ')
  if (!forged.test(cleaned) && !hijack.test(cleaned) && !/[.!?;\n]\s*[[({#*<-]*(system|assistant|developer)\b/.test(cleaned))
    return cleaned
  const pieces = cleaned.split(seam)
  const own = pieces.filter((piece) => !forged.test(piece) && !hijack.test(piece))
  if (own.some((piece) => /\p{L}{2}/u.test(piece))) return own.join('\n')
  return pieces.map((piece) => piece.replace(forged, '')).join('\n')
}
