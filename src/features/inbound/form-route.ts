import { schoolDayOf } from '../../core/clock.ts'
import { type Form, readForm } from '../form/form.ts'
import { chooseInForm, hearInForm } from '../form/hear-form.ts'
import { type FormReply, openForm } from '../form/next-step.ts'
import { formWord, numbersIn } from '../form/typed.ts'
import { checkinDeps, speakerOf, teachersOf } from './checkin-route.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** Opens a form, or steers the open one; heard before commands, because within a form "dừng" and "thôi" are about the form. */
export async function hearFormWord(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard | undefined> {
  const word = formWord(text)
  if (word === undefined && numbersIn(text) === undefined) return undefined
  const form = openFormOf(hearing)
  if (form !== undefined && (word !== undefined || hearing.session.choices.length === 0 || isOpen(hearing, form))) {
    const heard = await inForm(deps, hearing, { form, text })
    if (heard !== undefined) return heard
  }
  if (word !== 'begin') return undefined
  for (const teacher of teachersOf(hearing)) {
    const reply = await openForm(checkinDeps(deps, hearing), await speakerOf(deps, hearing, teacher))
    if (reply !== undefined) return heardOf(reply)
  }
  return undefined
}

/** Names and details typed into the open form; undefined when they are about something else. */
export async function hearFormAnswer(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard | undefined> {
  const form = openFormOf(hearing)
  return form && (await inForm(deps, hearing, { form, text }))
}

/** A choice of a form, or of the class for a new one. @param value `fm:…` */
export async function hearFormChoice(
  deps: RouteDeps,
  hearing: Hearing,
  { value, tapped }: { value: string; tapped?: string },
): Promise<Heard | undefined> {
  const [, id, ...rest] = value.split(':')
  const open = openFormOf(hearing)
  const form = open !== undefined && open.id === id ? open : undefined
  for (const teacher of teachersOf(hearing)) {
    const speaker = await speakerOf(deps, hearing, teacher)
    const all = checkinDeps(deps, hearing)
    const reply =
      id === 'class' || id === 'open'
        ? await openForm(all, speaker, rest[0])
        : form && (await chooseInForm(all, speaker, { form, value: rest.join(':') }))
    if (reply !== undefined) return heardOf(reply, id === 'open' ? undefined : tapped)
  }
  return undefined
}

/** After something else was answered: once, how to go on with the form that is open. */
export function withFormHint({ phrases }: RouteDeps, hearing: Hearing, heard: Heard): Heard {
  const form = openFormOf(hearing)
  const isForms = heard.session !== undefined && 'form' in heard.session
  if (form === undefined || form.hinted || isForms || heard.replies.length === 0) return heard
  const hint = { text: phrases.text(hearing.identity.language, 'form.hint', { class: form.classCode }) }
  return { ...heard, replies: [...heard.replies, hint], session: { ...heard.session, form: { ...form, hinted: true } } }
}

async function inForm(
  deps: RouteDeps,
  hearing: Hearing,
  { form, text }: { form: Form; text: string },
): Promise<Heard | undefined> {
  for (const teacher of teachersOf(hearing)) {
    const speaker = await speakerOf(deps, hearing, teacher)
    const asked = { form, text, isOpen: isOpen(hearing, form) }
    const reply = await hearInForm(checkinDeps(deps, hearing), speaker, asked)
    if (reply !== undefined) return heardOf(reply)
  }
  return undefined
}

function openFormOf({ session, turn }: Hearing): Form | undefined {
  return readForm(session.form, schoolDayOf(turn.now))
}

/** Whether the form's question is what the numbers of this chat mean now. */
function isOpen({ session }: Hearing, { id }: Form): boolean {
  return session.choices.some(({ value }) => value.startsWith(`fm:${id}:`))
}

function heardOf({ editsTapped, pendingReport: _none, form, ...reply }: FormReply, tapped?: string): Heard {
  const edits = editsTapped && tapped !== undefined ? { edits: tapped } : {}
  return { route: 'form', replies: [{ ...reply, ...edits }], session: { form } }
}
