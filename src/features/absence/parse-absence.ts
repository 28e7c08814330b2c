import type { ParsedAbsence } from './notice.ts'
import { namedDays, spanOf, type When } from './span.ts'
import { type TypedText, typedText } from './typed-text.ts'
import { childrenNamed } from './which-child.ts'
import { whyAway } from './why-away.ts'

/** Against what a guardian's message is read. */
export interface AbsenceContext extends When {
  /** The guardian's own children, by their roster names. */
  readonly children: readonly string[]
}

const longestText = 1_000

const away =
  /(?<!\blich )\bnghi\b(?! (?:ngoi|trua|tay|lam|viec|day|thai san|huu|dich|tet|le|he|dong|hay|xem|la|rang|ve|mai khong ra)\b)|\b(?:xin|bao) (?:phep )?vang\b|\bvang mat\b|\b(?:be|con|chau|em|§) vang\b|\b(?:khong|chua) (?:cho (?:be |con |chau |§ )?)?(?:the )?(?:di|den|toi|len|vao)(?: duoc)?(?: hoc| lop| truong)\b|\b(?:khong|chua) di duoc\b|\b(?:cho|xin|nay|mai|phai|nen|thu [2-7])\b.{0,25}\bo nha\b|\bxin phep\b(?! (?:co |cho em |cho minh |duoc )*(?:hoi|gap|noi|nhan|goi|trao|don|vao|muon))|\boff\b|\babsent\b|\b(?:not|can not|will not|unable to) (?:be )?(?:come|coming|attend|go|going|make it|be at school|be in)\b|\b(?:stay|stays|staying|keep(?:ing)? (?:him|her|them|§)) (?:at )?home\b|\b(?:day|week|days) off\b|\bmiss(?:ing)? (?:school|class)\b|\b(?:is|are|being) (?:sick|ill|unwell)\b.*\b(?:today|tomorrow)\b|\bsick today\b/
const suspects = /\bnghi (?:ngo|bi|mac|la|cum|sot|thuy|soi)/
const late =
  /\b(?:den|di|toi|vao|vo|len|qua)(?: hoc| lop| truong)? ?(?:hoi |rat )?(?:muon|tre)\b|\b(?:den|toi|vao)(?: lop| truong)? cham\b|\b(?:muon|tre) (?:mot |1 |khoang |hon |tam )?(?:chut|ti|xiu|it|\d)|\bxin (?:muon|tre)\b|\b(?:den|toi|vao|vo)(?: hoc| lop| truong)? (?:luc|khoang|tam) \d|(?:\d.{0,25}|\blat (?:nua )?.{0,10})\b(?:moi|se) (?:den|di|toi|vao|cho (?:be|con|chau|§) (?:den|di|toi|vao))(?: duoc)?(?: hoc| lop| truong)?\b|\blate\b|\bnghi (?:buoi )?sang\b.*\bchieu\b.*\b(?:di hoc|den lop)\b|\b\d{1,2} ?(?:h|gio)(?: ?\d{2})?(?: ruoi)? (?:con |be |chau |§ |em )?(?:se |moi )?(?:den|toi|co mat|vao)\b/
const earlyOnly =
  /\b(?:don|ruoc|ve)(?: be| con| chau| §)? (?:som|luc|truoc)\b|\bxin (?:cho (?:be|con|chau|§) )?ve\b(?! (?:que|ngoai|noi|ba|ong))|\bnghi (?:buoi )?chieu\b|\bchieu(?: nay| mai)?(?: xin| cho)?(?: be| con| chau| §)? nghi\b|\bpick .{0,20}\bup\b/
const comingBack =
  /\b(?:di hoc|hoc|den lop|toi lop)(?: duoc)? (?:lai|binh thuong|nhe|nha)\b|\b(?:se|van|da|lai) (?:se )?(?:di hoc|den lop|toi lop|di duoc)\b|\bdi hoc duoc(?: roi| lai)?\b|\bkhong (?:xin |con )?nghi(?: nua)?\b|\bback (?:to|at) (?:school|class)\b|\bwill (?:come|be (?:there|at school|back))\b|\bcoming (?:back|after all)\b|\bdi hoc (?:roi|a|co a)\b/
const takeBack =
  /\b(?:huy|bo|rut|xoa|thoi|cancel)\b.{0,20}\b(?:nghi|don|phep|bao vang|thong bao|absence|notice|muon)\b|\b(?:nham|lon)\b|^hoan tac\b|\bdung ghi nghi\b/
const undoneAway =
  /\b(?:khong|huy|bo|rut|xoa|dung)(?: (?:giup|ho|cho|em|minh|chi|bao|don|xin|ghi|phep|lich|con|viec|thong bao|tin|cai))* nghi(?: hoc| om| phep| nua)*\b|\bbao (?:nghi )?(?:nham|lon)\b/g

const askingHow =
  /^neu\b|\b(?:bao|nhan|goi|hoi)(?: cho| voi)? ai\b|\b(?:may ngay|bao lau|bao nhieu|the nao|ra sao|lam sao|nhu nao|khi nao|bao gio|luc nao|ngay nao|o dau|tai sao|vi sao|may gio|truoc may|bao truoc|quy dinh|thu tuc|mau don|tru tien|hoan tien|tien an|hoan lai|co (?:phai|can|bi|duoc)(?! (?:em|con)).{0,30}(?:khong|chua)|how (?:do|many|long|can|much)|when|what|why|do (?:i|we) (?:have|need)|is there (?:school|class))\b/
const schoolShut =
  /\b(?:truong|lop|nha truong|cac (?:be|con|chau)|hoc sinh|school)(?: minh| co| duoc| cho| con| ta| em| mai| ngay mai| hom nay| thu [2-7]| §)*(?: co| duoc)? ?(?:nghi|di hoc|hoc|closed|open)\b.{0,40}\b(?:khong|chua|gi|a)\b|\b(?:co|duoc) (?:nghi|di hoc|hoc)(?: hoc)?(?: khong| ko| chua)\b|\bnghi (?:tet|le|he|bu|bao|dong|lu)\b.*(?:\?|\b(?:may|tu ngay|khong|chua|gi|nao|lau|chu)\b)/
const aboutAdults =
  /\bco(?: giao| chu nhiem)* nghi\b|\b(?:den|toi|len)(?: duoc)? (?:lop|truong)(?: duoc)? (?:don|hop)\b|\bhop phu huynh\b|\b(?:em|chi|anh|toi|co|me|bo|ba)(?: [a-z]+)? (?:xin )?nghi (?:viec|day|lam|thai san|huu)\b/

/**
 * What a linked guardian announced, took back or asked. Never throws; `closures` and `today` decide which days are school days. A notice
 * is read even when something is missing: whom it is for is the only thing that is ever asked back.
 */
export function parseAbsence(text: string, context: AbsenceContext): ParsedAbsence {
  if (text.length > longestText || context.children.length === 0) return { kind: 'not_an_absence' }
  const { whose, rest } = childrenNamed(text, context.children)
  const typed = typedText(rest)
  const sentences = sentencesOf(typed.bare)
  const spoken = sentences.filter((sentence) => !isQuestion(sentence))
  const said = spoken.join('. ')
  if (aboutAdults.test(said)) return { kind: 'not_an_absence' }
  const withoutUndone = said.replace(undoneAway, ' ')
  const isAway = (saysAway(withoutUndone, typed) && !earlyOnly.test(withoutUndone)) || false
  const isLate = late.test(withoutUndone) && !earlyOnly.test(withoutUndone)
  if (isAway || isLate)
    return announced({
      said,
      whose,
      typed,
      context,
      isLate: isLate && !staysAway(withoutUndone),
      asksToo: spoken.length < sentences.length,
    })
  if (said !== '' && (takeBack.test(said) || comingBack.test(said)))
    return { kind: 'cancel', whose, days: namedDays(said, context) }
  const asksAway = sentences.some(
    (sentence) => schoolShut.test(sentence) || /\b(?:nghi|vang|muon|absent|off|xin phep|di hoc)\b/.test(sentence),
  )
  return spoken.length < sentences.length && asksAway ? { kind: 'question_about_notice' } : { kind: 'not_an_absence' }
}

function announced({
  said,
  whose,
  typed,
  context,
  isLate,
  asksToo,
}: {
  said: string
  whose: ReturnType<typeof childrenNamed>['whose']
  typed: TypedText
  context: AbsenceContext
  isLate: boolean
  asksToo: boolean
}): ParsedAbsence {
  const span = spanOf(withoutTimes(said), context)
  if (span === null) return { kind: 'not_an_absence' }
  return {
    kind: 'absence',
    what: isLate ? 'late' : 'away',
    whose,
    ...span,
    ...whyAway(typed),
    lateAt: isLate ? timeOf(said) : null,
    asksToo,
  }
}

function sentencesOf(bare: string): string[] {
  return (bare.match(/(?:\d[.,:]\d|[^.?!;])+[?!]*/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[a-z]/.test(sentence))
}

/** "được không ạ" only asks leave; a question asks how, when, how long, or whether the school is shut. */
function isQuestion(sentence: string): boolean {
  return askingHow.test(sentence) || schoolShut.test(sentence)
}

function saysAway(said: string, { low, marked }: TypedText): boolean {
  if (!away.test(said)) return false
  // With marks typed elsewhere, a bare "nghi" is a suspicion.
  if (/\bnghi\b/.test(said) && !/\bnghỉ/.test(low) && marked && /(?<![\p{L}])nghi(?![\p{L}])/u.test(low)) {
    return away.test(said.replace(/\bnghi\b/g, ' ')) || !suspects.test(said)
  }
  return true
}

/** Away all day although a late word stands there, too. */
function staysAway(said: string): boolean {
  return /\bnghi\b/.test(said) && !/\bnghi (?:buoi )?sang\b/.test(said)
}

const clock = /\b(\d{1,2}) ?(?:h|g|gio|:) ?(\d{2})?(?: ?(ruoi))?(?![\d/])\b|\b(\d{1,2})(?::(\d{2}))? ?(?:am|o'clock)\b/

function timeOf(said: string): string | null {
  const found = clock.exec(said)
  if (found === null) return null
  const hour = Number(found[1] ?? found[4])
  const minute = found[3] === undefined ? Number(found[2] ?? found[5] ?? 0) : 30
  if (hour < 6 || hour > 16 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** An hour is no day: "9h30", "30 phút". */
function withoutTimes(said: string): string {
  return said
    .replace(/\b\d{1,2} ?(?:h|g|gio|:) ?\d{0,2}\b/g, (time) => ' '.repeat(time.length))
    .replace(/\b\d{1,3} (?:phut|tieng|minutes?|hours?)\b/g, (time) => ' '.repeat(time.length))
}
