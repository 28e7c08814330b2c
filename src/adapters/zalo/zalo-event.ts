import { z } from 'zod'
import type { MediaKind } from '../../core/message.ts'

/** Ids travel as strings because they exceed 2^53; a number would already have lost its last digits. */
const id = z.string().min(1).max(200)
/** Epoch milliseconds, documented as a string. */
const timestamp = z.union([z.string().regex(/^\d{1,15}$/), z.int().nonnegative().transform(String)])

/** The part every event has. */
export const anyEvent = z.object({ event_name: z.string().min(1).max(100), timestamp })

/*
 * { "app_id": "1200000000000000001", "user_id_by_app": "8800000000000000042", "event_name": "user_send_text",
 *   "timestamp": "1790000001000", "sender": { "id": "7714000000000000021" }, "recipient": { "id": "3300000000000000007" },
 *   "message": { "msg_id": "a1b2c3d4e5f607182930", "text": "Mai bé Bo nghỉ ạ" } }
 */
export const textEvent = z.object({
  timestamp,
  sender: z.object({ id }),
  recipient: z.object({ id }),
  message: z.object({ msg_id: id, text: z.string() }),
})

/*
 * { "app_id": "1200000000000000001", "event_name": "user_send_image", "timestamp": "1790000001500",
 *   "sender": { "id": "7714000000000000021" }, "recipient": { "id": "3300000000000000007" },
 *   "message": { "msg_id": "a1b2c3d4e5f607182931", "text": "Đơn xin nghỉ",
 *     "attachments": [ { "type": "image", "payload": { "thumbnail": "https://…zdn.vn/t.jpg", "url": "https://…zdn.vn/i.jpg" } } ] } }
 * Of what hangs on it only a file is read: "type": "file", "payload": { "url", "name", "size", "type", "checksum" }.
 */
const filePayload = z.object({
  url: z.string().max(2_000),
  name: z.string().max(300).default(''), // none on a picture
  size: z.coerce.number().optional().catch(undefined),
})

export const mediaEvent = z.object({
  timestamp,
  sender: z.object({ id }),
  recipient: z.object({ id }),
  message: z.object({
    msg_id: id,
    text: z.string().optional().catch(undefined),
    attachments: z
      .array(z.object({ payload: filePayload.optional().catch(undefined) }))
      .optional()
      .catch(undefined),
  }),
})

/*
 * { "app_id": "1200000000000000001", "oa_id": "3300000000000000007", "user_id_by_app": "8800000000000000042",
 *   "event_name": "follow", "source": "oa_profile", "follower": { "id": "7714000000000000021" }, "timestamp": "1790000002000" }
 */
export const followEvent = z.object({ timestamp, oa_id: id, follower: z.object({ id }) })

/** Events by which a person sends something that is no plain text, and what the features call it. */
export const mediaOfEvent: Readonly<Record<string, MediaKind>> = {
  user_send_image: 'photo',
  user_send_gif: 'photo',
  user_send_sticker: 'sticker',
  user_send_audio: 'voice',
  user_send_video: 'video',
  user_send_file: 'file',
  user_send_location: 'location',
  user_send_business_card: 'contact',
  user_send_link: 'other',
}

/*
 * { "event_name": "user_seen_message", "timestamp": "1790000009000", "sender": { "id": "3300000000000000007" },
 *   "recipient": { "id": "7714000000000000021" }, "message": { "msg_ids": ["5f0c1de2ab77c9310e44"] } }, `msg_id` in the others
 */
export const receiptEvent = z.object({
  timestamp,
  sender: z.object({ id, admin_id: z.coerce.string().optional() }),
  recipient: z.object({ id }),
  message: z.object({ msg_id: id.optional(), msg_ids: z.array(id).max(1_000).optional(), text: z.string().optional() }),
})
export type ReceiptEvent = z.output<typeof receiptEvent>

/** Events that tell what became of something the OA said. */
export const receiptOfEvent: Readonly<Record<string, 'delivered' | 'seen' | 'said'>> = {
  user_received_message: 'delivered',
  user_seen_message: 'seen',
  oa_send_text: 'said',
  oa_send_image: 'said',
  oa_send_gif: 'said',
  oa_send_file: 'said',
  oa_send_sticker: 'said',
  oa_send_list: 'said',
}

/*
 * { "app_id": "…", "oa_id": "3300000000000000007", "user_id": "7714000000000000021", "event_name": "user_click_chatnow",
 *   "timestamp": "1790000003000" }; `user_submit_info` and `user_withdraw` name the two as sender and recipient, or as these do
 */
export const personEvent = z
  .object({
    timestamp,
    oa_id: id.optional(),
    user_id: id.optional(),
    follower: z.object({ id }).optional(),
    sender: z.object({ id }).optional(),
    recipient: z.object({ id }).optional(),
  })
  .transform(({ timestamp, oa_id, user_id, follower, sender, recipient }) => ({
    timestamp,
    account: oa_id ?? recipient?.id ?? '',
    user: user_id ?? follower?.id ?? sender?.id ?? '',
  }))
  .refine(({ account, user }) => account !== '' && user !== '')

/** What a person does in the account without writing: the windows of 48 hours and 7 days count from it. */
export const interactionEvents: ReadonlySet<string> = new Set(['user_click_chatnow', 'user_submit_info'])

/** Documented events that ask nothing of us: reactions, tags, templates. */
export const ignoredEvents: ReadonlySet<string> = new Set([
  ...['user_reacted_message', 'oa_reacted_message'],
  ...['update_user_info', 'add_user_to_tag', 'remove_user_from_tag', 'remove_tag'],
  ...['widget_interaction_accepted', 'widget_failed_to_sync_user_external_id'],
  ...[
    'change_template_status',
    'change_template_quality',
    'change_oa_daily_quota',
    'user_feedback',
    'user_click_response_button',
  ],
])
