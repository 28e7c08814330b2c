import { randomBytes } from 'node:crypto'
import type { Acted, Media, People } from './control.ts'
import type { EmulatorClock } from './emulator-clock.ts'
import type { Phones } from './phone.ts'
import type { SentFile } from './sent-files.ts'
import type { ZaloAppKeys, ZaloSettings } from './zalo-settings.ts'
import type { ZaloEvent } from './zalo-webhooks.ts'

/** How one person stands to the OA. */
export interface Standing {
  isFollower: boolean
  /** Epoch milliseconds of what counts for the 48 hours and the 7 days; none for someone who never wrote. */
  lastInteraction: number | undefined
  /** Messages that may greet a follower who never wrote. */
  welcomeLeft: number
}

const welcomeTotal = 3

const eventOfMedia: Record<Media, { event: string; type: string; payload: unknown }> = {
  photo: {
    event: 'user_send_image',
    type: 'image',
    payload: { thumbnail: 'https://f.zdn.vn/t.jpg', url: 'https://f.zdn.vn/i.jpg' },
  },
  sticker: { event: 'user_send_sticker', type: 'sticker', payload: { id: '34500', url: 'https://f.zdn.vn/s.png' } },
  voice: { event: 'user_send_audio', type: 'audio', payload: { url: 'https://f.zdn.vn/a.amr' } },
  video: {
    ...{ event: 'user_send_video', type: 'video' },
    payload: { url: 'https://f.zdn.vn/v.mp4', thumbnail: 'https://f.zdn.vn/v.jpg', description: '' },
  },
  file: {
    ...{ event: 'user_send_file', type: 'file' },
    payload: {
      url: 'https://f.zdn.vn/d.pdf',
      name: 'don.pdf',
      size: '20480',
      type: 'pdf',
      checksum: '5d41402abc4b2a76b9719d911017c592',
    },
  },
  location: {
    ...{ event: 'user_send_location', type: 'location' },
    payload: { coordinates: { latitude: '21.0478', longitude: '105.8893' } },
  },
  contact: {
    ...{ event: 'user_send_business_card', type: 'link' },
    payload: { url: 'https://zalo.me/0', thumbnail: 'https://f.zdn.vn/c.jpg', description: '{"phone":"84900000000"}' },
  },
}

interface Given {
  keys: ZaloAppKeys
  settings: ZaloSettings
  clock: EmulatorClock
  phones: Phones
  send(event: ZaloEvent): void
  /** Where the service finds a document. */
  fileUrl(id: string): string
}

/** What people do in the Zalo app, and the events that reach the service for it. Message ids are random, as Zalo's look. */
export class ZaloPeople implements People {
  private readonly given: Given
  private readonly standings = new Map<string, Standing>()

  constructor(given: Given) {
    this.given = given
  }

  standing(user: string): Standing {
    const known = this.standings.get(user) ?? { isFollower: false, lastInteraction: undefined, welcomeLeft: welcomeTotal }
    this.standings.set(user, known)
    return known
  }

  reset(): void {
    this.standings.clear()
  }

  /** Follows the OA and wrote to it a moment ago, without any event. */
  start(user: string): void {
    Object.assign(this.standing(user), { isFollower: true, lastInteraction: this.given.clock.now().getTime() })
  }

  write(user: string, text: string): Acted {
    return this.say(user, { event: 'user_send_text', shown: text, message: { text } })
  }

  sendMedia(user: string, media: Media, caption?: string): Acted {
    const { event, type, payload } = eventOfMedia[media]
    const message = { ...(caption ? { text: caption } : {}), attachments: [{ type, payload }] }
    return this.say(user, { event, shown: caption ?? `[${media}]`, message })
  }

  sendFile(user: string, { id, name, bytes, md5 }: SentFile, caption?: string): Acted {
    const type = name.split('.').at(-1) ?? ''
    const payload = { url: this.given.fileUrl(id), name, size: String(bytes.length), type, checksum: md5 }
    const message = { ...(caption ? { text: caption } : {}), attachments: [{ type: 'file', payload }] }
    return this.say(user, { event: 'user_send_file', shown: caption ?? `[${name}]`, message })
  }

  sendPhoto(user: string, { id }: SentFile): Acted {
    const payload = { thumbnail: this.given.fileUrl(id), url: this.given.fileUrl(id) }
    return this.say(user, { event: 'user_send_image', shown: '[photo]', message: { attachments: [{ type: 'image', payload }] } })
  }

  edit(): Acted {
    return { kind: 'refused', because: 'Zalo has no editing of sent messages' }
  }

  /** A query button says its payload in the person's name; there is no event for the tap itself. */
  tap(user: string, messageId: string, value: string): Acted {
    const button = this.given.phones.message(user, messageId)?.buttons.find((one) => one.value === value)
    return button ? this.write(user, button.value) : { kind: 'refused', because: 'no such button' }
  }

  block(user: string, blocked: boolean): Acted {
    const phone = this.given.phones.find(user)
    if (phone?.blocked === blocked) return { kind: 'done', events: [] }
    this.given.phones.block(user, blocked)
    return this.changeFollowing(user, !blocked)
  }

  follow(user: string): Acted {
    if (this.given.phones.find(user)?.blocked) return this.block(user, false)
    return this.standing(user).isFollower ? { kind: 'done', events: [] } : this.changeFollowing(user, true)
  }

  /** Somebody of the school writes in the console of the OA. */
  writeByHand(user: string, text: string): Acted {
    const { phones, keys, clock } = this.given
    const msg_id = newMessageId()
    phones.show(user, { id: msg_id, from: 'service', text, at: clock.now().toISOString() }, true)
    const parties = { sender: { id: keys.oaId, admin_id: '9900000000000000001' }, recipient: { id: user } }
    this.given.send({
      user,
      payload: { ...this.header(user), event_name: 'oa_send_text', ...parties, message: { msg_id, text } },
    })
    return { kind: 'done', events: [msg_id] }
  }

  /** Taps "Nhắn tin" on the account's page. */
  clickChat(user: string): Acted {
    this.standing(user).lastInteraction = this.given.clock.now().getTime()
    const payload = { ...this.header(user), oa_id: this.given.keys.oaId, user_id: user, event_name: 'user_click_chatnow' }
    this.given.send({ user, payload })
    return { kind: 'done', events: [] }
  }

  /** Asks Zalo that the account erase what it holds of them. */
  withdraw(user: string): Acted {
    const parties = { sender: { id: user }, recipient: { id: this.given.keys.oaId } }
    this.given.send({ user, payload: { ...this.header(user), ...parties, event_name: 'user_withdraw' } })
    return { kind: 'done', events: [] }
  }

  /** Ids and the moment, as they stand in every event about this person. */
  header(user: string): { app_id: string; user_id_by_app?: string; timestamp: string } {
    const byApp = this.given.settings.userIdByApp ? { user_id_by_app: byAppOf(user) } : {}
    return { app_id: this.given.keys.appId, ...byApp, timestamp: String(this.given.clock.now().getTime()) }
  }

  private say(user: string, said: { event: string; shown: string; message: Record<string, unknown> }): Acted {
    const { phones, keys, clock } = this.given
    if (phones.find(user)?.blocked) return { kind: 'refused', because: 'this person has blocked the account' }
    const msg_id = newMessageId()
    phones.show(user, { id: msg_id, from: 'user', text: said.shown, at: clock.now().toISOString() })
    this.standing(user).lastInteraction = clock.now().getTime()
    const parties = { sender: { id: user }, recipient: { id: keys.oaId } }
    const payload = { ...this.header(user), event_name: said.event, ...parties, message: { msg_id, ...said.message } }
    this.given.send({ user, payload })
    return { kind: 'done', events: [msg_id] }
  }

  private changeFollowing(user: string, isFollower: boolean): Acted {
    const standing = this.standing(user)
    standing.isFollower = isFollower
    // following counts as interaction, but who never wrote is first greeted out of the welcome allowance
    if (isFollower && standing.lastInteraction !== undefined) standing.lastInteraction = this.given.clock.now().getTime()
    const event_name = isFollower ? 'follow' : 'unfollow'
    const rest = { oa_id: this.given.keys.oaId, source: 'oa_profile', follower: { id: user } }
    const payload = { ...this.header(user), event_name, ...rest }
    this.given.send({ user, payload })
    return { kind: 'done', events: [`${event_name}:${payload.timestamp}:${user}`] }
  }
}

export function newMessageId(): string {
  return randomBytes(10).toString('hex')
}

export function byAppOf(user: string): string {
  return `88${user.slice(2)}`
}
