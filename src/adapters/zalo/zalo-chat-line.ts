import { z } from 'zod'

/** One line of `listrecentchat` and `conversation`: `src` 1 is the person's side, 0 the OA's; `time` in milliseconds. */
export const chatLine = z.object({
  src: z.int(),
  time: z.number(),
  type: z.string().catch('text'),
  message: z.string().catch(''),
  message_id: z.string().min(1),
})
