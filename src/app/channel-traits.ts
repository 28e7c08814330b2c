import type { ChannelTraits } from '../features/outbox/outbox.ts'

/** What each channel can carry, whether it is on or not: a message may be written while its channel is not configured. */
export const channelTraits: ChannelTraits = {
  telegram: { maxTextLength: 4096, hasButtons: true, canEdit: true, captionLength: { image: 1024, file: 1024 } },
  zalo: {
    maxTextLength: 2000,
    hasButtons: false,
    canEdit: false,
    listsSent: true,
    captionLength: { image: 2000, file: 0 },
    fileTypes: [
      'application/pdf',
      'application/msword',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
  },
}
