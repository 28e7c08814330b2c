import { symptoms } from '../checkin/report.ts'
import type { CheckinDeps, Speaker } from '../checkin/speaker.ts'
import type { SchoolClass } from '../people/person.ts'
import { type Act, after } from './act.ts'
import type { Form } from './form.ts'
import { type At, ask, type FormReply, go, inListOrder, stopped, voiceOf } from './next-step.ts'
import { stopOf } from './path.ts'
import { labelOf, questionOf } from './question.ts'
import { detailsIn, type FormWord, formWord, namedIn, numbersIn } from './typed.ts'

/** Where a temperature is asked, a number from here on is one and no place in the list. Degrees Celsius. */
const lowestDegrees = 30

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
