import { schoolDayOf } from '../../core/clock.ts'
import { withAnnounced } from '../checkin/announced.ts'
import type { Checkin } from '../checkin/checkin-store.ts'
import { offerConfirm, readBackAll } from '../checkin/offer-confirm.ts'
import { symptoms } from '../checkin/report.ts'
import type { CheckinDeps, CheckinReply, Speaker } from '../checkin/speaker.ts'
import { shortName } from '../checkin/wording.ts'
import type { Child, SchoolClass } from '../people/person.ts'
import { type Act, after } from './act.ts'
import { beginForm, type Form } from './form.ts'
import { lineOf, reportOf } from './form-report.ts'
import { stopOf } from './path.ts'
import { labelOf, questionOf } from './question.ts'
import { detailsIn, type FormWord, formWord, namedIn, numbersIn } from './typed.ts'

/** Where a temperature is asked, a number from here on is one and no place in the list. Degrees Celsius. */
const lowestDegrees = 30

/** What to say, and the form as the conversation keeps it from now on; `form` is undefined when it is over. */
export type FormReply = CheckinReply & { readonly form: Form | undefined }

/** Opens a form for the teacher's class, or asks which class. */
export async function openForm(deps: CheckinDeps, speaker: Speaker, classId?: string): Promise<FormReply | undefined> {
  const { people, phrases, checkins, ids } = deps
  const { teacher, language, now } = speaker
  const own = await people.classes(teacher.schoolId, teacher.classIds)
  if (own.length === 0) return undefined
  const chosen = own.length === 1 ? own[0] : own.find(({ id }) => id === classId)
  if (chosen === undefined) {
    const choices = own.map(({ id, name }) => ({ label: name, value: `fm:class:${id}` }))
    return { text: phrases.text(language, 'checkin.which_class'), choices, form: undefined }
  }
  const one = inListOrder(chosen)
  const day = schoolDayOf(now)
  const off = speaker.dayOffOf(one)
  if (off !== null || one.children.length === 0) {
    const key = off === null ? 'form.no_children' : 'form.day_off'
    return { text: phrases.text(language, key, { class: one.code, why: off?.why ?? '' }), form: undefined }
  }
  const standing = await checkins.standing({ schoolId: one.schoolId, classId: one.id, day })
  return await ask(deps, speaker, { form: beginForm({ id: ids.uuid().slice(0, 6), day, one, standing }), one })
}

/** A teacher tapped or typed one of a form's choices; undefined when the choice is no longer one. @param value behind `fm:<id>:` */
export async function chooseInForm(
  deps: CheckinDeps,
  speaker: Speaker,
  { form, value }: { form: Form; value: string },
): Promise<FormReply | undefined> {
  const one = await classOf(deps, speaker, form)
  if (one === undefined) return undefined
  if (value === 'stop') return stopped(deps, speaker, one)
  const act = actOf(value)
  const changed = act && after(form, act, one)
  // A tap on an older message shows the question that is open now.
  return changed === undefined ? await ask(deps, speaker, { form, one }) : await go(deps, speaker, { form: changed, one })
}

/** Words that steer a form or answer its question; undefined when they are about something else. */
export async function hearInForm(
  deps: CheckinDeps,
  speaker: Speaker,
  {
    form,
    text,
    isOpen,
  }: { form: Form; text: string /** The form's question is the last thing that was said. */; isOpen: boolean },
): Promise<FormReply | undefined> {
  const one = await classOf(deps, speaker, form)
  if (one === undefined) return undefined
  const word = formWord(text)
  if (word !== undefined) return await steer(deps, speaker, { form, one, word, isOpen })
  const numbers = numbersIn(text)
  const isDegrees = stopOf(form, one)?.kind === 'temperature' && numbers !== undefined && numbers[0]! >= lowestDegrees
  if (numbers !== undefined && !isDegrees) return await take(deps, speaker, { form, one, numbers })
  return await answer(deps, speaker, { form, one, text })
}

/** As a class list has them in Vietnam: by the name a child is called. */
function inListOrder(one: SchoolClass): SchoolClass {
  const called = (child: Child) => shortName(child.rosterName).split(' ').at(-1) ?? ''
  const children = one.children.toSorted(
    (left, right) => called(left).localeCompare(called(right), 'vi') || left.rosterName.localeCompare(right.rosterName, 'vi'),
  )
  return { ...one, children }
}

type At = { readonly form: Form; readonly one: SchoolClass }

async function classOf({ people }: CheckinDeps, { teacher }: Speaker, { classId }: Form): Promise<SchoolClass | undefined> {
  const [one] = await people.classes(teacher.schoolId, teacher.classIds.includes(classId) ? [classId] : [])
  return one && inListOrder(one)
}

async function steer(
  deps: CheckinDeps,
  speaker: Speaker,
  { word, isOpen, ...at }: At & { word: FormWord; isOpen: boolean },
): Promise<FormReply | undefined> {
  if (word === 'begin' || (word === 'resume' && !isOpen)) return await ask(deps, speaker, at)
  // Once something else was said, "dừng", "ok" and "thôi" are about that.
  if (!isOpen) return undefined
  if (word === 'stop') return stopped(deps, speaker, at.one)
  const { page } = at.form
  const act: Act =
    word === 'back'
      ? { kind: 'back' }
      : word === 'next_page' || word === 'previous_page'
        ? { kind: 'page', page: page + (word === 'next_page' ? 1 : -1) }
        : stopOf(at.form, at.one)?.kind === 'ask_ill'
          ? { kind: 'ill', some: false }
          : { kind: 'next' }
  return await go(deps, speaker, { ...at, form: after(at.form, act, at.one) ?? at.form })
}

/** Numbers mean the choices of the open question; several at once are children of the page or symptoms. */
async function take(deps: CheckinDeps, speaker: Speaker, { form, one, numbers }: At & { numbers: readonly number[] }) {
  const question = questionOf(form, one, await voiceOf(deps, speaker, { form, one }))
  const values = numbers.map((number) => question?.choices[number - 1]?.value.split(':').slice(2).join(':'))
  const [first] = values
  if (numbers.length === 1 && first !== undefined) return await chooseInForm(deps, speaker, { form, value: first })
  if (values.some((value) => value === undefined || !/^[ts]:/.test(value)))
    return await ask(deps, speaker, { form, one, note: deps.phrases.text(speaker.language, 'form.no_such_number') })
  let changed = form
  for (const value of values) changed = after(changed, actOf(value!)!, one) ?? changed
  return await ask(deps, speaker, { form: changed, one })
}

async function answer(
  deps: CheckinDeps,
  speaker: Speaker,
  { form, one, text }: At & { text: string },
): Promise<FormReply | undefined> {
  const { phrases, parse } = deps
  const stop = stopOf(form, one)
  if (stop?.kind === 'away' || stop?.kind === 'ill') {
    const named = namedIn(text, one)
    if (named === undefined) return undefined
    const changed = after(form, { kind: 'choose', children: named.children.map(({ id }) => id) }, one) ?? form
    const [doubt] = named.doubts
    const note =
      doubt &&
      phrases.text(speaker.language, 'form.which_child', {
        mention: doubt.mention,
        among: doubt.among.map((child) => labelOf(child, one)).join(', '),
      })
    return await ask(deps, speaker, { form: changed, one, note })
  }
  if (stop === undefined || !('child' in stop)) return undefined
  const child = one.children.find(({ id }) => id === stop.child)!
  const details = detailsIn(text, child, parse)
  if (details === undefined) return undefined
  if (details === 'implausible')
    return await ask(deps, speaker, { form, one, note: phrases.text(speaker.language, 'form.implausible') })
  return await go(deps, speaker, { form: after(form, { kind: 'details', details }, one) ?? form, one })
}

function actOf(value: string): Act | undefined {
  const [act, of = ''] = value.split(':')
  switch (act) {
    case 't':
      return { kind: 'toggle', children: [of] }
    case 'p':
      return { kind: 'page', page: Number(of) || 0 }
    case 'r':
      return of === 'sick' || of === 'family' || of === 'other' ? { kind: 'reason', reason: of } : undefined
    case 's': {
      const symptom = symptoms.find((one) => one === of)
      return symptom && { kind: 'symptom', symptom }
    }
    case 'c':
      return { kind: 'temperature', celsius: Number(of) / 10 }
    case 'l':
      return { kind: 'leave', excused: of === 'yes' }
    case 'ill':
      return { kind: 'ill', some: of === 'yes' }
    case 'next':
    case 'back':
      return { kind: act }
    default:
      return undefined
  }
}

/** The next question, or the report when there is none. */
async function go(deps: CheckinDeps, speaker: Speaker, at: At): Promise<FormReply> {
  return stopOf(at.form, at.one) === undefined ? await finish(deps, speaker, at) : await ask(deps, speaker, at)
}

async function ask(deps: CheckinDeps, speaker: Speaker, { form, one, note }: At & { note?: string }): Promise<FormReply> {
  const standing = await standingOf(deps, { form, one })
  if ((standing?.version ?? 0) !== form.base) return overtaken(deps, speaker, { one, standing })
  const question = questionOf(form, one, await voiceOf(deps, speaker, { form, one }))
  const text = [note, question?.text].filter(Boolean).join('\n')
  return { text, choices: question?.choices, editsTapped: true, form: { ...form, hinted: false } }
}

async function finish(deps: CheckinDeps, speaker: Speaker, { form, one }: At): Promise<FormReply> {
  const { checkins, announcedIn, phrases } = deps
  const { teacher, now } = speaker
  const key = { schoolId: one.schoolId, classId: one.id, day: form.day }
  const standing = await checkins.held(key)
  if ((standing?.version ?? 0) !== form.base) return overtaken(deps, speaker, { one, standing })
  const report = withAnnounced(reportOf(form, one, standing?.report), await announcedIn(one, form.day))
  const text = lineOf(report, one, phrases)
  const checkin = await checkins.add({ ...key, report, text, personId: teacher.id, now })
  return { ...offerConfirm(deps, speaker, [{ one, checkin }]), editsTapped: true, form: undefined }
}

/** Somebody has reported the class meanwhile: nothing is written over it. */
function overtaken(
  deps: CheckinDeps,
  { language }: Speaker,
  { one, standing }: { one: SchoolClass; standing: Checkin | undefined },
): FormReply {
  const said = deps.phrases.text(language, 'form.overtaken', { class: one.code })
  const stands = standing === undefined ? '' : `\n${readBackAll(deps, language, [{ one, checkin: standing }])}`
  return { text: `${said}${stands}`, form: undefined }
}

function stopped({ phrases }: CheckinDeps, { language }: Speaker, one: SchoolClass): FormReply {
  return { text: phrases.text(language, 'form.stopped', { class: one.code }), editsTapped: true, form: undefined }
}

async function standingOf({ checkins }: CheckinDeps, { form, one }: At): Promise<Checkin | undefined> {
  return await checkins.standing({ schoolId: one.schoolId, classId: one.id, day: form.day })
}

async function voiceOf({ phrases, announcedIn }: CheckinDeps, { language }: Speaker, { form, one }: At) {
  return { phrases, language, announced: await announcedIn(one, form.day) }
}
