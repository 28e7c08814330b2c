import { endHandoff } from '../../../features/office/end-handoff.ts'
import { groupsOf } from '../../../features/office/groups.ts'
import { answerInHandoff } from '../../../features/office/handoff.ts'
import type { Handoff } from '../../../features/office/handoff-store.ts'
import type { Question } from '../../../features/office/question-store.ts'
import { answerQuestion } from '../../../features/office/questions.ts'
import type { LoggedMessage } from '../../../features/outbox/message-log.ts'
import { type Html, html } from '../html.ts'
import { empty, form } from './form.ts'
import { type Answer, go, goSaid, type Pages, type Visit } from './visit.ts'
import { moment, readerWords } from './words.ts'

const here = '/console/questions'
const choiceAction = '/console/knowledge/choice'
/** More come up as these are answered. */
const listedGroups = 50

type Readers = ReadonlyMap<string, LoggedMessage['reader']>

/** Conversations that a person of the office has, and questions that wait, those that ask the same together. */
export function registerQuestionPages(pages: Pages): void {
  pages.get(here, showQuestions)
  pages.post(`${here}/:number`, answer)
  pages.post(`${here}/:number/back`, async (visit) => {
    const { deps, office: staff, language, now } = visit
    const number = numberOf(visit)
    const said = await deps.work((stores) => endHandoff({ ...stores, ...deps }, { staff, language, number, now }))
    return go(here, said)
  })
}

const numberOf = ({ params }: Visit) => (/^\d{1,9}$/.test(params.number ?? '') ? Number(params.number) : 0)

async function answer(visit: Visit): Promise<Answer> {
  const { deps, office: staff, schoolId, language, now, fields, say } = visit
  const number = numberOf(visit)
  const text = (fields.answer ?? '').trim()
  if (text === '') return go(here, say('console.questions.no_answer'), 'refused')
  return await deps.work(async (stores) => {
    const all = { ...stores, ...deps }
    const question = await stores.questions.byNumber(schoolId, number)
    if (question?.reason === 'wants_person') {
      // The page gives each form a name of its own: sent twice, it is said once.
      const letter = { staff, language, answer: text, eventId: `console/${fields.once ?? ''}`, now }
      return go(here, await answerInHandoff(all, question, letter))
    }
    const said = await answerQuestion(all, { staff, language, number, answer: text, now })
    if (said.answered === undefined) return go(here, said.text, 'refused')
    if (said.answered.reason !== 'question') return go(here, said.text)
    const choices = (['save', 'once', 'draft'] as const).map((what) => ({
      label: say(`entries.choice_${what}`),
      value: `entry:${what}:${number}`,
    }))
    return goSaid(here, { text: `${said.text}\n${say('entries.offer')}`, choices }, choiceAction)
  })
}

async function showQuestions(visit: Visit): Promise<Answer> {
  const { deps, schoolId, say } = visit
  const { handoffs, groups, readers } = await deps.work(async ({ handoffs, questions, messageLog }) => {
    const open = await handoffs.open(schoolId)
    const taken = new Set(open.map(({ question }) => question.id))
    const waiting = (await questions.open(schoolId)).filter(({ id }) => !taken.has(id))
    const asked = [...open.map(({ question }) => question), ...waiting]
    return {
      handoffs: open,
      groups: groupsOf(waiting),
      readers: await messageLog.readers(
        schoolId,
        asked.map(({ identityId }) => identityId),
      ),
    }
  })
  const body = html`<div id="waiting">
${handoffs.length > 0 && html`<h2>${say('console.questions.talks')}</h2>${handoffs.map((one) => talk(visit, one, readers))}`}
<h2>${say('console.questions.waiting', { count: groups.length })}</h2>
${groups.length === 0 ? empty(say('console.questions.none')) : groups.slice(0, listedGroups).map((group) => waitingCard(visit, group, readers))}
${groups.length > listedGroups && html`<p class="soft">${say('console.questions.more', { count: groups.length - listedGroups })}</p>`}</div>`
  return { kind: 'page', title: say('console.questions.title'), here: 'conversations', body }
}

const who = (visit: Visit, readers: Readers, { identityId }: Question) =>
  readerWords(visit, readers.get(identityId) ?? { names: [], children: [] })

function talk(visit: Visit, { question, lastAt, answeredAt }: Handoff, readers: Readers): Html {
  const { say, now } = visit
  const { number } = question
  return html`<article class="card"><h3>${number}. ${who(visit, readers, question)}</h3>
<p class="soft">${say(answeredAt === null ? 'console.questions.talk_waits' : 'console.questions.talk_open')} · ${moment(lastAt, now)}</p>
<p class="said">${question.text}</p>${question.answer !== null && question.answer !== '' && html`<p class="soft">${say('console.questions.last_answer')}</p><p class="said">${question.answer}</p>`}
${answerForm(visit, question)}
${form(visit, `${here}/${number}/back`, html`<button class="second">${say('console.questions.give_back')}</button>`)}</article>`
}

function waitingCard(visit: Visit, [first, ...alike]: readonly Question[], readers: Readers): Html {
  const { say, now } = visit
  if (first === undefined) return html``
  return html`<article class="card"><h3>${first.number}. ${who(visit, readers, first)}</h3>
<p class="soft">${say('console.questions.reason', { reason: first.reason })} · ${moment(first.askedAt, now)}</p>
<p class="said">${first.text}</p>
${alike.length > 0 && html`<details><summary>${say('console.questions.alike', { count: alike.length })}</summary>${alike.map((one) => html`<p class="said">${one.number}. ${one.text} <small>${who(visit, readers, one)}</small></p>`)}</details>`}
${answerForm(visit, first)}</article>`
}

function answerForm(visit: Visit, { number }: Question): Html {
  const { say, deps } = visit
  const id = `answer-${number}`
  return form(
    visit,
    `${here}/${number}`,
    html`<input type="hidden" name="once" value="${deps.ids.uuid()}"><div class="field"><label for="${id}">${say('console.questions.answer', { number })}</label><textarea id="${id}" name="answer" rows="2" required></textarea></div><button>${say('console.questions.send')}</button>`,
  )
}
