import { schoolDayOf } from '../../core/clock.ts'
import type { OwnChild } from '../absence/own-children.ts'
import { adultTyped, isSameAdult, partsOf } from './adult.ts'
import { type Draft, proceed } from './draft.ts'
import { confirmCollector, dropCollector, removeCollector, showList } from './keep-list.ts'
import { confirmChange, dropChange, withdraw } from './one-day-change.ts'
import { type ParsedPickup, parsePickup, phoneEnd } from './parse-pickup.ts'
import type { Family, PickupDeps, PickupReply } from './pickup-deps.ts'
import { passWorry, refusePickup } from './refuse-pickup.ts'

/** What a linked guardian types about who collects; undefined when it is about something else. */
export async function hearPickup(
  deps: PickupDeps,
  family: Family,
  { text, draft, isForwarded }: { text: string; draft: Draft | undefined; isForwarded: boolean },
): Promise<PickupReply | undefined> {
  const { children, now } = family
  const [first] = children
  if (first === undefined) return undefined
  const closures = await deps.calendar.closures(first.schoolId)
  const names = children.map(({ rosterName }) => rosterName)
  const parsed = parsePickup(text, { today: schoolDayOf(now), closures, children: names })
  if (parsed === undefined) return draft === undefined || isForwarded ? undefined : await goOn(deps, family, { draft, text })
  const meant = childrenOf(parsed, children)
  if (parsed.kind === 'worry') return await passWorry(deps, family, { text, childIds: meant.map(({ id }) => id) })
  if (isForwarded) return await refusePickup(deps, { ...family, text }, 'forwarded')
  return await act(deps, family, { parsed, meant, text })
}

async function act(
  deps: PickupDeps,
  family: Family,
  { parsed, meant, text }: { parsed: Exclude<ParsedPickup, { kind: 'worry' }>; meant: readonly OwnChild[]; text: string },
): Promise<PickupReply | undefined> {
  const { whose } = parsed
  const mention = whose.kind === 'ambiguous' ? whose.mention : null
  const about = { childIds: meant.map(({ id }) => id), isSettled: whose.kind === 'known', mention, text }
  switch (parsed.kind) {
    case 'list':
      return mention === null ? await showList(deps, family, meant) : undefined
    case 'remove':
      return await removeNamed(deps, family, { meant, called: parsed.adult?.called })
    case 'add':
      return await proceed(deps, family, { ...about, act: 'add', adult: parsed.adult, day: null, phoneEnd: parsed.phoneEnd })
    case 'withdraw': {
      const { adult } = parsed
      const concerns = (childId: string, named: string) =>
        meant.some(({ id }) => id === childId) && (adult === null || isSameAdult(adult.called, named))
      return await withdraw(deps, family, (change) => concerns(change.childId, change.adult))
    }
    case 'change': {
      const [day, ...more] = parsed.days ?? []
      if (more.length > 0)
        return { text: deps.phrases.text(family.identity.language, 'pickup.one_day', { adult: parsed.adult.called }) }
      return await proceed(deps, family, { ...about, act: 'change', adult: parsed.adult, day: day ?? null, phoneEnd: null })
    }
  }
}

function childrenOf({ whose }: ParsedPickup, children: readonly OwnChild[]): OwnChild[] {
  return (whose.kind === 'known' ? whose.children : whose.candidates).map((index) => children[index]!)
}

/** The words that were asked for: who it is, or what they are called. */
async function goOn(
  deps: PickupDeps,
  family: Family,
  { draft, text }: { draft: Draft; text: string },
): Promise<PickupReply | undefined> {
  if (!draft.isSettled && draft.childIds.length > 1) return undefined
  const [typed = '', ...more] = text
    .replace(/[+\d][\d .-]{2,}/g, '')
    .replace(/(?:sđt|sdt|số|so|đt|dt)\s*$/iu, '')
    .split(/[,;\n(–-]/)
  const named = adultTyped(typed)
  if (named === undefined) return undefined
  const relation = adultTyped(more.join(' ').replace(/[)\s]+$/, ''))
  const { relation: before } = partsOf(draft.adult?.called ?? '')
  const says = partsOf(named.called)
  const prefix =
    says.relation !== ''
      ? ''
      : relation?.isNamed === false
        ? `${relation.called} `
        : before === ''
          ? ''
          : `${draft.adult!.called} `
  const adult = { called: `${prefix}${named.called}`, isNamed: named.isNamed }
  const end = draft.phoneEnd ?? (draft.act === 'add' ? phoneEnd(text) : null)
  return await proceed(deps, family, { ...draft, adult, phoneEnd: end })
}

async function removeNamed(
  deps: PickupDeps,
  family: Family,
  { meant, called }: { meant: readonly OwnChild[]; called: string | undefined },
): Promise<PickupReply> {
  const found: string[] = []
  for (const { id, schoolId } of called === undefined ? [] : meant)
    for (const one of await deps.pickups.collectors(schoolId, [id])) if (isSameAdult(called!, one.name)) found.push(one.id)
  const removed = found.length === 1 ? await removeCollector(deps, family, found[0]!) : undefined
  return removed ?? (await showList(deps, family, meant))
}

/** A guardian tapped or typed a choice; undefined when it is gone. @param value `pk:…` */
export async function choosePickup(
  deps: PickupDeps,
  family: Family,
  { value, draft }: { value: string; draft: Draft | undefined },
): Promise<PickupReply | undefined> {
  const [, what, id = ''] = value.split(':')
  switch (what) {
    case 'ok':
      return (await confirmChange(deps, family, id)) ?? (await confirmCollector(deps, family, id))
    case 'no':
      return (await dropChange(deps, family, id)) ?? (await dropCollector(deps, family, id))
    case 'del':
      return await removeCollector(deps, family, id)
    case 'new': {
      const childIds = family.children.map((child) => child.id)
      const empty = { act: 'add', childIds, isSettled: childIds.length === 1, mention: null, adult: null, day: null } as const
      return childIds.length === 0 ? undefined : await proceed(deps, family, { ...empty, childIds, phoneEnd: null, text: '' })
    }
    case 'who':
      return draft === undefined ? undefined : await chooseChild(deps, family, { draft, pick: id })
    default:
      return undefined
  }
}

async function chooseChild(
  deps: PickupDeps,
  family: Family,
  { draft, pick }: { draft: Draft; pick: string },
): Promise<PickupReply | undefined> {
  if (pick === 'none') return await refusePickup(deps, { ...family, text: draft.text }, 'not_your_child')
  const meant = family.children.filter(({ id }) => draft.childIds.includes(id))
  const chosen = pick === 'all' ? meant : meant.slice(Number(pick), Number(pick) + 1)
  if (chosen.length === 0) return undefined
  return await proceed(deps, family, { ...draft, childIds: chosen.map(({ id }) => id), isSettled: true, mention: null })
}
