/** Ways to reach people. One deployment has one Telegram bot and one Zalo Official Account, shared by its schools. */
export const channelNames = ['telegram', 'zalo'] as const
export type ChannelName = (typeof channelNames)[number]

/** Where one conversation takes place. Ids are the platform's own, kept as strings: they exceed 2^53. */
export interface ChatAddress {
  readonly channel: ChannelName
  /** Which bot or Official Account: chat and user ids mean nothing outside of it. */
  readonly account: string
  readonly chat: string
}

export type MediaKind = 'photo' | 'sticker' | 'voice' | 'video' | 'file' | 'location' | 'contact' | 'other'

/** A document that somebody sent; its bytes stay with the platform until they are fetched. */
export interface InboundFile {
  /** What the platform knows it by: an id or an address. */
  readonly ref: string
  /** As on the sender's device: proves nothing of what is in it. */
  readonly name: string
  readonly bytes?: number
}

export type InboundContent =
  /** Commands such as `/start abc` are texts too. NFC, as typed otherwise. `messageId` where the platform lets people change what they sent. */
  | { readonly kind: 'text'; readonly text: string; readonly messageId?: string }
  /** A tapped button. `value` is what the button carried, `messageId` the message it hung on. */
  | { readonly kind: 'choice'; readonly value: string; readonly messageId: string; readonly callbackId?: string }
  /** The person changed a message they had sent. */
  | { readonly kind: 'edit'; readonly text: string; readonly messageId: string }
  /** `file`: of a document or a photo, where it can be fetched from. */
  | { readonly kind: 'media'; readonly media: MediaKind; readonly caption?: string; readonly file?: InboundFile }
  /** The person opened the door to us: followed the account, unblocked the bot. */
  | { readonly kind: 'follow' }
  /** The person shut it: unfollowed, blocked the bot. */
  | { readonly kind: 'unfollow' }
  /** A person of the school wrote in this chat as the account itself, past us. */
  | { readonly kind: 'taken_over' }
  /** The person asked the platform that their data be erased. */
  | { readonly kind: 'withdraw' }
  /** The bot was added to a group. */
  | { readonly kind: 'joined_group' }

/** One event of a platform that somebody must deal with, verified and translated; receipts and the like never become one. */
export interface InboundMessage {
  readonly from: ChatAddress
  /** The platform's id of the event: what makes five deliveries of it one. */
  readonly eventId: string
  /** Who wrote it; in a private chat mostly the same id as the chat. */
  readonly sender: string
  /** What the person calls themselves on the platform; shown to nobody but the office, never logged. */
  readonly senderName?: string
  /** The platform's clock, for order and windows; school time is decided by our own clock. */
  readonly sentAt: Date
  readonly chatType: 'private' | 'group'
  /** Somebody else's message passed on, where the platform says so: it proves nothing of what its sender wants. */
  readonly isForwarded?: boolean
  readonly content: InboundContent
}

/** One thing a person may choose. Shown as a button where buttons work; the number in the list can always be typed. */
export interface Choice {
  readonly label: string
  /** At most 64 bytes: Telegram's limit for callback data. */
  readonly value: string
}

/** A picture as it is sent, small enough for every platform. */
export interface Photo {
  readonly bytes: Uint8Array
  readonly type: 'image/jpeg' | 'image/png'
}

/** The most that every platform takes: Zalo's limit is 1 MB. */
export const mostPhotoBytes = 900_000

/** What goes with a message: a picture of at most `mostPhotoBytes`, or any other document. */
export interface Attachment {
  readonly kind: 'image' | 'file'
  /** As the reader sees it, with its ending: platforms go by that. */
  readonly name: string
  /** MIME; of an image `image/png` or `image/jpeg`. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** One message as the platform is asked to carry it: split already, within `Channel.maxTextLength`. */
export interface OutboundMessage {
  readonly to: ChatAddress
  /** Empty only where an attachment says it all. */
  readonly text: string
  readonly choices?: readonly Choice[]
  /** Replaces the text and buttons of this earlier message of ours instead of sending a new one, where the channel can. */
  readonly edits?: string
  /** The text, short enough for that or empty, stands under it. */
  readonly attachment?: Attachment
}

/** The platform's receipt for one message. */
export interface Delivered {
  readonly messageId: string
}
