/** What the emulated platform knows of the app and its OA from the start. */
export interface ZaloAppKeys {
  appId: string
  appSecret: string
  /** Signs the webhooks; another key than the app secret. */
  oaSecretKey: string
  oaId: string
  oaName: string
}

/** What can be changed while it runs, by `PUT /emulator/settings`. */
export interface ZaloSettings {
  limitPerMinute: number
  appActive: boolean
  oaEnabled: boolean
  packageAllowsApi: boolean
  /** Messages of the package past 48 hours that are still free. */
  subQuotaTotal: number
  subQuotaRemain: number
  /** Zalo documents a string and has been seen to send both. */
  expiresInAs: 'string' | 'number'
  userIdByApp: boolean
  /** Which events follow a message of ours. */
  echoes: boolean
  received: boolean
  seen: boolean
  /** Whether an answer other than 200 is tried again like a failed connection; the documents leave it open. */
  retryRefused: boolean
  /** When set, the only callback that consent accepts. */
  redirectUri: string
}

export const defaultSettings: Readonly<ZaloSettings> = {
  limitPerMinute: 4000,
  appActive: true,
  oaEnabled: true,
  packageAllowsApi: true,
  subQuotaTotal: 500,
  subQuotaRemain: 500,
  expiresInAs: 'string',
  userIdByApp: true,
  echoes: true,
  received: true,
  seen: false,
  retryRefused: true,
  redirectUri: '',
}
