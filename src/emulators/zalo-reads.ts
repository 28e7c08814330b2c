import type { EmulatorClock } from './emulator-clock.ts'
import type { PhoneMessage, Phones } from './phone.ts'
import { field, refusal, success, type ZaloAnswer } from './zalo-answers.ts'
import { byAppOf, type ZaloPeople } from './zalo-people.ts'
import type { ZaloAppKeys, ZaloSettings } from './zalo-settings.ts'

interface Given {
  keys: ZaloAppKeys
  settings: ZaloSettings
  clock: EmulatorClock
  phones: Phones
  people: ZaloPeople
}

/** `GET /v2.0/oa/getoa`: the account a token belongs to. */
export function readAccount({ keys, phones, people }: Given): ZaloAnswer {
  const followers = phones.all().filter(({ user }) => people.standing(user.id).isFollower)
  return success({
    ...{ oaid: keys.oaId, name: keys.oaName, oa_alias: '', is_verified: true, oa_type: 4, num_follower: followers.length },
    ...{ package_name: 'Growth', package_valid_through_date: '31/12/2030', linked_ZCA: '' },
  })
}

/** `GET /v3.0/oa/user/detail`. The date is a day only, on Vietnam's clock. */
export function readUser({ phones, people }: Given, query: unknown): ZaloAnswer {
  const phone = phones.find(String(field(query, 'user_id')))
  if (!phone) return refusal(-201, 'user_id is invalid!')
  const { id, name } = phone.user
  const { lastInteraction, isFollower } = people.standing(id)
  const vietnameseDay = new Date((lastInteraction ?? 0) + 7 * 3_600_000).toISOString().slice(0, 10)
  return success({
    ...{
      user_id: id,
      user_id_by_app: byAppOf(id),
      user_external_id: '',
      display_name: name,
      user_alias: name,
      is_sensitive: false,
    },
    ...{ user_last_interaction_date: lastInteraction === undefined ? '' : vietnameseDay.split('-').reverse().join('/') },
    ...{ user_is_follower: isFollower, avatar: '', avatars: { 120: '', 240: '' }, dynamic_param: '' },
    ...{ tags_and_notes_info: { notes: [], tag_names: [] } },
    ...{ shared_info: { name: '', phone: '', address: '', city: '', district: '' } },
  })
}

/** `POST /v3.0/oa/quota/message`: for one person the exact last interaction, else what is left of the package. */
export function readQuota({ settings, phones, people }: Given, body: unknown): ZaloAnswer {
  const userId = field(body, 'user_id')
  if (userId === undefined) {
    const left = { total: settings.subQuotaTotal, remain: settings.subQuotaRemain }
    return success([{ asset_id: 'sub-1', product_type: 'cs', quota_type: 'sub_quota', valid_through: '31/12/2030', ...left }])
  }
  if (!phones.find(String(userId))) return refusal(-201, 'user_id is invalid!')
  const { lastInteraction } = people.standing(String(userId))
  const promotion = { daily_remain: 0, daily_total: 0, monthly_remain: 0, monthly_total: 0 }
  return success({ last_interaction: String(lastInteraction ?? ''), cs_reply: { remain: 8, total: 8 }, promotion })
}

/** `GET /v2.0/oa/listrecentchat`: the last message with each person, newest first, as a bare array. */
export function readRecentChats({ keys, phones }: Given, query: unknown): ZaloAnswer {
  const last = phones.all().flatMap(({ user, messages }) => messages.slice(-1).map((message) => chatLine(keys, user, message)))
  return success(
    page(
      last.sort((a, b) => b.time - a.time),
      query,
    ),
  )
}

/** `GET /v2.0/oa/conversation`: the messages with one person, newest first, at most 10. */
export function readConversation({ keys, phones }: Given, query: unknown): ZaloAnswer {
  const phone = phones.find(String(field(query, 'user_id')))
  if (!phone) return refusal(-201, 'user_id is invalid!')
  const newestFirst = phone.messages.map((message) => chatLine(keys, phone.user, message)).reverse()
  return success(page(newestFirst, query))
}

function chatLine(keys: ZaloAppKeys, user: { id: string; name: string }, message: PhoneMessage) {
  const person = { id: user.id, name: user.name }
  const account = { id: keys.oaId, name: keys.oaName }
  const [from, to] = message.from === 'user' ? [person, account] : [account, person]
  const { type, words } = saidIn(message.text)
  return {
    ...{ src: message.from === 'user' ? 1 : 0, time: Date.parse(message.at), type, message: words },
    ...{ message_id: message.id, from_id: from.id, from_display_name: from.name, to_id: to.id, to_display_name: to.name },
  }
}

/** What a bubble carries, by the mark in front of its words. */
export function saidIn(shown: string): { type: 'text' | 'photo' | 'file'; words: string } {
  const words = shown.replace(/^\[(?:photo|document)\] ?/, '')
  if (words === shown) return { type: 'text', words }
  return { type: shown.startsWith('[photo]') ? 'photo' : 'file', words }
}

function page<T>(lines: T[], query: unknown): T[] {
  const offset = Number(field(query, 'offset') ?? 0)
  return lines.slice(offset, offset + Math.min(10, Number(field(query, 'count') ?? 10)))
}
