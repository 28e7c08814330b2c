import { schoolDayOf } from '../../core/clock.ts'
import { withAnnounced } from '../checkin/announced.ts'
import type { Checkin } from '../checkin/checkin-store.ts'
import { offerConfirm, readBackAll } from '../checkin/offer-confirm.ts'
import type { CheckinDeps, CheckinReply, Speaker } from '../checkin/speaker.ts'
import { shortName } from '../checkin/wording.ts'
import type { Child, SchoolClass } from '../people/person.ts'
import { beginForm, type Form } from './form.ts'
import { lineOf, reportOf } from './form-report.ts'
import { stopOf } from './path.ts'
import { questionOf } from './question.ts'

/** What to say, and the form as the conversation keeps it from now on; `form` is undefined when it is over. */
export type FormReply = CheckinReply & { readonly form: Form | undefined }

/** A form and its class. */
export interface At {
  readonly form: Form
  readonly one: SchoolClass
}

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

/** As a class list has them in Vietnam: by the name a child is called. */
export function inListOrder(one: SchoolClass): SchoolClass {
  const called = (child: Child) => shortName(child.rosterName).split(' ').at(-1) ?? ''
  const children = one.children.toSorted(
    (left, right) => called(left).localeCompare(called(right), 'vi') || left.rosterName.localeCompare(right.rosterName, 'vi'),
  )
  return { ...one, children }
}

/** The next question, or the report when there is none. */
export async function go(deps: CheckinDeps, speaker: Speaker, at: At): Promise<FormReply> {
  return stopOf(at.form, at.one) === undefined ? await finish(deps, speaker, at) : await ask(deps, speaker, at)
}

export async function ask(deps: CheckinDeps, speaker: Speaker, { form, one, note }: At & { note?: string }): Promise<FormReply> {
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

export function stopped({ phrases }: CheckinDeps, { language }: Speaker, one: SchoolClass): FormReply {
  return { text: phrases.text(language, 'form.stopped', { class: one.code }), editsTapped: true, form: undefined }
}

async function standingOf({ checkins }: CheckinDeps, { form, one }: At): Promise<Checkin | undefined> {
  return await checkins.standing({ schoolId: one.schoolId, classId: one.id, day: form.day })
}

export async function voiceOf({ phrases, announcedIn }: CheckinDeps, { language }: Speaker, { form, one }: At) {
  return { phrases, language, announced: await announcedIn(one, form.day) }
}
