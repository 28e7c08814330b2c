import type { FeatureName } from '../../core/answering.ts'
import { asksOwnSubject, type Reading } from './reading.ts'
import { announcesAbsence } from './wishes/absence.ts'
import { isEmergency } from './wishes/emergency.ts'
import { asksDailyReport, asksPrivacy, serviceWish } from './wishes/features.ts'
import { isOwnMatter } from './wishes/own-matters.ts'
import { wantsPerson } from './wishes/person.ts'
import { asksWhetherMachine, type Smalltalk, smalltalkOf } from './wishes/smalltalk.ts'

/** What a message wants when it is no question to the documents. */
export type Intent =
  | { readonly kind: 'emergency' | 'handoff' | 'medical' | 'unanswerable' }
  | { readonly kind: 'smalltalk'; readonly about: Smalltalk }
  | { readonly kind: 'feature'; readonly feature: FeatureName }

/** Recognises those wishes by their wording; undefined when the message is a question to look up (or nothing at all). */
export function intentOf(reading: Reading): Intent | undefined {
  const text = wordingOf(reading)
  const features = reading.clauses.flatMap((clause) => clause.features)
  const concepts = new Set(features.map(({ key }) => key))
  const asksSubject = asksOwnSubject(features)
  if (isEmergency(text)) return { kind: 'emergency' }
  if (asksPrivacy(text)) return { kind: 'feature', feature: 'privacy' }
  if (asksWhetherMachine(text)) return { kind: 'smalltalk', about: 'machine' }
  const isPhone = asksContact(concepts, text)
  if (!isPhone && wantsPerson(text)) return { kind: 'handoff' }
  if (asksDailyReport(text)) return { kind: 'feature', feature: 'daily-report' }
  if (concepts.has('medicine') && !/\b(nghi|absent)\b/.test(text) && isMedical(concepts, text)) return { kind: 'medical' }
  if (!asksSubject && announcesAbsence(text)) return { kind: 'feature', feature: 'absence' }
  const service = serviceWish(text)
  if (service !== undefined) return { kind: 'feature', feature: service }
  if (isMedical(concepts, text)) return { kind: 'medical' }
  if (isPhone || isOwnMatter(reading, { text, asksSubject })) return { kind: 'unanswerable' }
  const about = smalltalkOf(text, { concepts, substance: reading.substance })
  return about === undefined ? undefined : { kind: 'smalltalk', about }
}

/** The folded text that the wishes' patterns are written for: one word for "when". */
export function wordingOf({ text }: Pick<Reading, 'text'>): string {
  return text.replaceAll("'", ' ').replace(/\b(chung nao|hoi nao|luc nao|bua nao|hom nao)\b/g, 'khi nao')
}

function asksContact(concepts: ReadonlySet<string>, text: string): boolean {
  const isAsked = concepts.has('phone') || /\b(cho|xin) (em |toi |minh |chi |anh |me |xin )?(so )?(zalo|fb|facebook)\b/.test(text)
  return isAsked && /\b(so|hotline|sdt|email|phone|number|dia chi|zalo|fb|facebook)\b/.test(text)
}

/** An illness told of one child, or medicine: never advised on. What staff are trained for is another question. */
function isMedical(concepts: ReadonlySet<string>, text: string): boolean {
  if (concepts.has('medicine') && !concepts.has('medicine-cabinet')) return true
  if (concepts.has('sick-days') && (concepts.has('illness') || concepts.has('epidemic'))) return true
  const isAboutOneChild = /\b(be|con|chau|my (son|daughter|child|kid|baby))\b/.test(text)
  return (
    concepts.has('illness') && isAboutOneChild && !/\b(phong (dich|chong)|tap huan|xu tri|bieu hien|train(ed|ing))\b/.test(text)
  )
}
