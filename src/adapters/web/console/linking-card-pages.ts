import { schoolDayOf, writtenDay } from '../../../core/clock.ts'
import { type CardWanted, issueCards, type LinkingCard } from '../../../features/people/linking-card.ts'
import { type Html, html } from '../html.ts'
import { form } from './form.ts'
import { qrCode } from './qr-code.ts'
import type { Answer, Pages, Visit } from './visit.ts'

/** Cards to print: one a child for its family, one a teacher. Opening the page changes nothing; making the cards issues new codes. */
export function registerLinkingCards(pages: Pages): void {
  pages.get('/console/people/cards', ask)
  pages.post('/console/people/cards', print)
}

async function ask(visit: Visit): Promise<Answer> {
  const { deps, schoolId, query, say } = visit
  const { present, guardians } = await deps.work(async ({ rosters, roll }) => ({
    present: await rosters.present(schoolId),
    guardians: await roll.guardiansByChild(schoolId),
  }))
  const open = present.children.filter(({ active, id }) => active && (query.child === undefined || query.child === id))
  const classes = present.classes.filter(({ active, id }) => active && (query.class === undefined || query.class === id))
  const choice = (value: string, label: string, count: number) =>
    count > 0 &&
    html`<li>${form(visit, '/console/people/cards', html`<input type="hidden" name="of" value="${value}"><button class="second">${label}</button>`)}</li>`
  const ofClass = classes.flatMap(({ id, code }) => {
    const own = open.filter(({ classId }) => classId === id)
    const unlinked = own.filter((child) => !guardians.has(child.id))
    return [
      choice(
        `unlinked:${id}`,
        say('console.cards.of_unlinked', { code, count: unlinked.length }),
        query.child === undefined ? unlinked.length : 0,
      ),
      choice(
        `class:${id}`,
        say('console.cards.of_class', { code, count: own.length }),
        query.child === undefined ? own.length : 0,
      ),
    ]
  })
  const ofChild = open.filter(({ id }) => id === query.child).map(({ id, rosterName }) => choice(`child:${id}`, rosterName, 1))
  const body = html`<p>${say('console.cards.about')}</p><ul class="choices">${ofChild}${ofClass}${query.child === undefined && query.class === undefined && choice('staff', say('console.cards.of_staff'), 1)}</ul>`
  return { kind: 'page', title: say('console.people.cards'), here: 'people', body }
}

async function print(visit: Visit): Promise<Answer> {
  const { deps, schoolId, fields, now, say } = visit
  const cards = await deps.work(async (stores) => {
    const wanted = await wantedOf(stores, visit, fields.of ?? '')
    return await issueCards({ ...deps, people: stores.people }, { schoolId, wanted, now })
  })
  if (cards.length === 0) return { kind: 'missing' }
  const isStaff = fields.of === 'staff' || fields.of?.startsWith('person:') === true
  const body = html`<p class="screen">${say('console.cards.issued', { count: cards.length, day: writtenDay(schoolDayOf(cards[0]!.expiresAt)) })}</p>
<div class="cards">${cards.map((card) => cardOf(visit, card, isStaff))}</div>`
  return { kind: 'page', title: say('console.people.cards'), here: 'people', body }
}

async function wantedOf(
  { rosters, roll }: Parameters<Parameters<Visit['deps']['work']>[0]>[0],
  { schoolId }: Visit,
  of: string,
): Promise<CardWanted[]> {
  const present = await rosters.present(schoolId)
  const codeOf = new Map(present.classes.map(({ id, code }) => [id, code]))
  const [kind, id] = of.split(':')
  if (kind === 'staff' || kind === 'person') {
    const staff = (await roll.staff(schoolId)).filter(
      (one) => one.active && (kind === 'staff' ? one.role === 'teacher' && one.chats === 0 : one.id === id),
    )
    return staff.map((one) => ({
      name: one.name,
      classCode: one.classIds.map((own) => codeOf.get(own) ?? '').join(', '),
      purpose: { kind: 'staff', personId: one.id },
    }))
  }
  const guardians = await roll.guardiansByChild(schoolId)
  return present.children
    .filter((child) => child.active && (kind === 'child' ? child.id === id : child.classId === id))
    .filter((child) => kind !== 'unlinked' || !guardians.has(child.id))
    .map((child) => ({
      name: child.rosterName,
      classCode: codeOf.get(child.classId) ?? '',
      purpose: { kind: 'guardian', childId: child.id },
    }))
}

/** The code stands there to be typed, too: a QR code opens Telegram only, and a grandmother may have neither. */
function cardOf({ deps, schoolName, say }: Visit, { name, classCode, code, expiresAt }: LinkingCard, isStaff: boolean): Html {
  const { telegram, zalo } = deps.chatLinks()
  const day = writtenDay(schoolDayOf(expiresAt))
  const way = (title: string, link: string, words: string) =>
    html`<div class="way">${qrCode(link, title)}<div><strong>${title}</strong><p>${words}</p><p class="link">${link}</p></div></div>`
  return html`<section class="linking-card"><h2>${schoolName}</h2><p class="for">${say(isStaff ? 'console.cards.for_staff' : 'console.cards.for_child', { name, class: classCode || 'none' })}</p>
${telegram !== undefined && way('Telegram', `${telegram}?start=${code}`, say('console.cards.scan'))}
${zalo !== undefined && way('Zalo', zalo, say('console.cards.zalo'))}
<p class="code">${code}</p><p class="soft">${say('console.cards.valid', { day })}</p></section>`
}
