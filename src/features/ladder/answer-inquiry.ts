import { schoolDayOf } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import { type OwnChild, ownChildren } from '../absence/own-children.ts'
import type { AbsenceDeps, AbsenceReply, Guardian } from '../absence/record-notice.ts'
import { shortName } from '../checkin/wording.ts'
import type { Inquiry, LadderStore } from './ladder-store.ts'

type Deps = AbsenceDeps & { readonly ladder: LadderStore }
type Asked = { readonly inquiry: Inquiry; readonly child: OwnChild }

/** What a guardian is still asked today. */
export async function openInquiries(
  { people, ladder }: Pick<Deps, 'people' | 'ladder'>,
  { identity, now }: Guardian,
): Promise<Asked[]> {
  const children = await ownChildren(people, identity)
  const open: Asked[] = []
  for (const schoolId of new Set(children.map((child) => child.schoolId)))
    for (const inquiry of await ladder.inquiriesOf(schoolId, schoolDayOf(now))) {
      const child = children.find(({ id }) => id === inquiry.childId)
      if (child !== undefined && inquiry.answer === null) open.push({ inquiry, child })
    }
  return open
}

/** "Đúng ạ", "dạ bé ốm", "không, bé đi học rồi mà": the answer in words; undefined when it is none. */
export function readAnswer(text: string): 'away' | 'at_school' | undefined {
  const words = withoutDiacritics(fold(text))
    .replace(/[.,!?]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (words.length > 200) return undefined
  const saysHome = /\b(nghi|om|sot|benh|o nha|ve que|quen bao|at home|sick)\b/.test(words) && !/\bkhong nghi\b/.test(words)
  if (saysHome) return 'away'
  if (
    /\b(di hoc|den lop|toi lop|den truong|o lop|o truong|vao lop|dua (be|con|chau)|gui (be|con|chau)|at school|in class)\b/.test(
      words,
    )
  )
    return /\b(khong|chua) (di|den|toi|dua)\b/.test(words) ? 'away' : 'at_school'
  if (/^(da |vang |u |um )*(khong|ko|no)( a| phai| dau)*( a)?$/.test(words)) return 'at_school'
  return /^(da|vang|dung|phai|u|um|ok|yes|co)( (da|vang|dung|phai|roi|a|em|co|the|vay))*$/.test(words) ? 'away' : undefined
}

/** A guardian chose an answer; undefined when there is no such question. @param value `ab:yes:…` or `ab:no:…` */
export async function chooseAnswer(deps: Deps, guardian: Guardian, value: string): Promise<AbsenceReply | undefined> {
  const [, act, id = ''] = value.split(':')
  for (const child of await ownChildren(deps.people, guardian.identity)) {
    const inquiry = await deps.ladder.inquiry({ schoolId: child.schoolId, id })
    if (inquiry?.childId !== child.id || inquiry.day !== schoolDayOf(guardian.now)) continue
    const reply = await answerInquiry(deps, guardian, { inquiry, child, answer: act === 'yes' ? 'away' : 'at_school' })
    return { ...reply, editsTapped: true }
  }
  return undefined
}

/**
 * Records a guardian's answer, the first one only. Away: the child is announced for today and the teachers are told. At school, though the
 * class says it is not: office and teachers are alarmed at once.
 */
export async function answerInquiry(
  deps: Deps,
  { identity, now }: Guardian,
  { inquiry, child, answer }: Asked & { answer: 'away' | 'at_school' },
): Promise<AbsenceReply> {
  const { phrases, ladder, absences, ids } = deps
  const { language } = identity
  const name = shortName(child.rosterName)
  if (!(await ladder.answer(inquiry, { answer, personId: child.personId, now })))
    return { text: phrases.text(language, 'ladder.answered_already', { child: name }) }
  if (answer === 'away') {
    const meaning = {
      what: 'away',
      days: [inquiry.day],
      daysOff: [],
      openEnded: false,
      reason: null,
      symptoms: [],
      lateAt: null,
      candidates: [child.id],
    } as const
    const notice = { id: ids.uuid(), schoolId: child.schoolId, personId: child.personId, text: '', meaning }
    await absences.note(notice, now)
    await absences.announce(notice, child.id, now)
  }
  await tell(deps, { inquiry, child, answer, now })
  return { text: phrases.text(language, `ladder.answered_${answer}`, { child: name, class: child.classCode }) }
}

async function tell(
  { people, outbox, phrases }: Deps,
  { inquiry, child, answer, now }: Asked & { answer: 'away' | 'at_school'; now: Date },
): Promise<void> {
  const { schoolId } = child
  const teachers = await people.recipients(
    { schoolId, role: 'teacher', classIds: [child.classId], day: inquiry.day },
    { evenIfStopped: true },
  )
  const office = await people.recipients({ schoolId, role: 'office' }, { evenIfStopped: true })
  // The office hears of a child at home only where no teacher can, and where it has been asked to call.
  const isOffices = answer === 'at_school' || teachers.length === 0 || inquiry.officeToldAt !== null
  for (const { address, language, personId } of [...teachers, ...(isOffices ? office : [])]) {
    const text = phrases.text(language, `ladder.told_${answer}`, { child: child.rosterName, class: child.classCode })
    await outbox.add({ to: address, key: `inquiry/${inquiry.id}/${answer}/${personId}`, kind: 'notice', schoolId, text }, now)
  }
}
