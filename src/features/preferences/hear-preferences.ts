import type { Choice } from '../../core/message.ts'
import { type Language, languages, type Phrases } from '../../core/phrases.ts'
import type { SchoolHours } from '../hours/hours.ts'
import type { HoursStore } from '../hours/hours-store.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Identity } from '../people/person.ts'
import { canBeDigest, canBeQuiet, kinds, type Preference } from './preference.ts'
import type { PreferenceStore } from './preference-store.ts'
import { readHours, readWish, type Wish } from './read-preferences.ts'

type Deps = { preferences: PreferenceStore; people: PeopleStore; hours: HoursStore; phrases: Phrases }
type Speaker = { readonly identity: Identity; readonly now: Date }
/** Hours that the person will type next. */
export type PendingPreference = 'quiet' | 'digest'
export interface PreferenceReply {
  readonly text: string
  readonly choices?: readonly Choice[]
  readonly pendingPreference?: PendingPreference
}

const offeredQuiet = ['20:00-07:00', '21:00-06:30', '22:00-06:00'] as const
const offeredDigest = ['11:45', '17:00', '19:00'] as const

/** "Cài đặt của tôi", "yên lặng 20h đến 7h", "gom tin lúc 19h". Undefined: the words are about something else. */
export async function hearPreferences(deps: Deps, speaker: Speaker, text: string): Promise<PreferenceReply | undefined> {
  const isOffice = speaker.identity.people.some(({ role }) => role === 'office')
  const wish = readWish(text, { isOffice })
  return wish === undefined ? undefined : await grant(deps, speaker, wish)
}

/** The hours that were asked for. What is no time is answered with an example, and nothing changes. */
export async function hearPendingPreference(
  deps: Deps,
  speaker: Speaker,
  { pending, text }: { pending: PendingPreference; text: string },
): Promise<PreferenceReply | undefined> {
  const read = readHours(text)
  if (pending === 'quiet' && read.length === 2) return await grant(deps, speaker, { kind: 'quiet', from: read[0]!, to: read[1]! })
  if (pending === 'digest' && read.length === 1) return await grant(deps, speaker, { kind: 'digest', at: read[0]! })
  return undefined
}

/** @param value `pf:<what>[:<value>]` */
export async function choosePreference(deps: Deps, speaker: Speaker, value: string): Promise<PreferenceReply> {
  const { preferences, people, phrases } = deps
  const { identity, now } = speaker
  const { language } = identity
  const [, what = '', ...rest] = value.split(':')
  const given = rest.join(':')
  const current = await preferences.of(identity.id)
  const kind = kinds.find((one) => one === given)
  switch (what) {
    case 'kind': {
      if (kind === undefined) break
      const off = current.off.includes(kind) ? current.off.filter((one) => one !== kind) : [...current.off, kind]
      await preferences.put(identity.id, { ...current, off })
      break
    }
    case 'quiet':
      return askFor('quiet', { phrases, language })
    case 'digest':
      return askFor('digest', { phrases, language })
    case 'setquiet': {
      const [from = '', to = ''] = given.split('-')
      return await grant(deps, speaker, given === 'school' ? { kind: 'school_quiet' } : { kind: 'quiet', from, to })
    }
    case 'setdigest':
      return await grant(deps, speaker, given === 'off' ? { kind: 'no_digest' } : { kind: 'digest', at: given })
    case 'language': {
      const other: Language = languages.find((one) => one !== language) ?? 'vi'
      await people.change(identity.id, { language: other })
      return await show(deps, { ...identity, language: other })
    }
    case 'stop': {
      const stopped = !identity.stopped
      await people.change(identity.id, { stoppedAt: stopped ? now : null })
      return await show(deps, { ...identity, stopped })
    }
  }
  return await show(deps, identity)
}

async function grant(deps: Deps, { identity }: Speaker, wish: Wish): Promise<PreferenceReply> {
  const { preferences, phrases } = deps
  const { language } = identity
  if (wish.kind === 'show') return await show(deps, identity)
  const { quiet, digestAt, ...rest } = await preferences.of(identity.id)
  const kept = { ...(quiet === undefined ? {} : { quiet }), ...(digestAt === undefined ? {} : { digestAt }) }
  const put = async (preference: Preference) => {
    await preferences.put(identity.id, preference)
    return await show(deps, identity)
  }
  switch (wish.kind) {
    case 'quiet': {
      const span = { from: wish.from, to: wish.to }
      if (!canBeQuiet(span)) return { text: phrases.text(language, 'preferences.no_quiet'), pendingPreference: 'quiet' }
      return await put({ ...rest, ...kept, quiet: span })
    }
    case 'school_quiet':
      return await put({ ...rest, ...(digestAt === undefined ? {} : { digestAt }) })
    case 'digest':
      if (!canBeDigest(wish.at)) return { text: phrases.text(language, 'preferences.no_digest'), pendingPreference: 'digest' }
      return await put({ ...rest, ...kept, digestAt: wish.at })
    case 'no_digest':
      return await put({ ...rest, ...(quiet === undefined ? {} : { quiet }) })
  }
}

function askFor(what: PendingPreference, { phrases, language }: { phrases: Phrases; language: Language }): PreferenceReply {
  const choices: Choice[] =
    what === 'quiet'
      ? [
          ...offeredQuiet.map((span) => ({ label: span.replace('-', ' – '), value: `pf:setquiet:${span}` })),
          { label: phrases.text(language, 'preferences.as_school'), value: 'pf:setquiet:school' },
        ]
      : [
          ...offeredDigest.map((at) => ({ label: at, value: `pf:setdigest:${at}` })),
          { label: phrases.text(language, 'preferences.one_by_one'), value: 'pf:setdigest:off' },
        ]
  return { text: phrases.text(language, `preferences.ask_${what}`), choices, pendingPreference: what }
}

async function show({ preferences, hours, phrases }: Deps, identity: Identity): Promise<PreferenceReply> {
  const { language, people, stopped } = identity
  const { off, quiet, digestAt } = await preferences.of(identity.id)
  const [first] = people
  const school: SchoolHours | undefined = first === undefined ? undefined : await hours.of(first.schoolId)
  const night = quiet ?? school?.quiet
  const say = (key: 'kind' | 'quiet' | 'digest' | 'language' | 'stop', params: Record<string, string>) =>
    phrases.text(language, `preferences.${key}`, params)
  const choices: Choice[] = [
    ...kinds.map((kind) => ({
      label: say('kind', { kind, state: off.includes(kind) ? 'off' : 'on' }),
      value: `pf:kind:${kind}`,
    })),
    {
      label: say('quiet', { from: night?.from ?? '21:00', to: night?.to ?? '06:30', own: quiet === undefined ? 'no' : 'yes' }),
      value: 'pf:quiet',
    },
    { label: say('digest', { at: digestAt ?? 'none' }), value: 'pf:digest' },
    { label: say('language', {}), value: 'pf:language' },
    { label: say('stop', { stopped: stopped ? 'yes' : 'no' }), value: 'pf:stop' },
  ]
  const isOffice = people.some(({ role }) => role === 'office') ? 'yes' : 'no'
  return { text: phrases.text(language, 'preferences.yours', { office: isOffice }), choices }
}
