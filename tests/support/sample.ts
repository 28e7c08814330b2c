import type { Database } from '../../src/adapters/database/connect.ts'
import { randomIds } from '../../src/adapters/ids.ts'
import type { ChatAddress } from '../../src/core/message.ts'
import { seedSampleSchool } from '../../src/demo/seed-school.ts'
import { users } from './people.ts'
import { keys, type Platforms } from './platforms.ts'

export function addressOf(channel: ChatAddress['channel'], chat: string): ChatAddress {
  return { channel, account: channel === 'zalo' ? keys.zalo.oaId : keys.telegramAccount, chat }
}

/** The sample school with its three linked people. */
export async function seedSample(database: Database, now: Date): Promise<void> {
  const chats = {
    parent: addressOf('zalo', users.parent),
    teacher: addressOf('telegram', users.teacher),
    office: addressOf('telegram', users.office),
  }
  await seedSampleSchool(database, { ids: randomIds, now, chats })
}

/** Their phones, and those of two strangers. */
export async function putPeople({ telegram, zalo }: Platforms): Promise<void> {
  await zalo.person(users.parent, 'Lan')
  await zalo.person(users.zaloStranger, 'Người lạ')
  await telegram.person(users.teacher, 'Hạnh')
  await telegram.person(users.office, 'Thu')
  await telegram.person(users.telegramStranger, 'Người lạ')
}

/** The environment of a service on both emulators. */
export function environmentOf({ telegram, zalo }: Platforms, dataDir: string): Record<string, string> {
  return {
    PORT: '0',
    DEMO: 'off',
    DATA_DIR: dataDir,
    TELEGRAM_BOT_TOKEN: keys.telegramToken,
    TELEGRAM_API_ROOT: telegram.url,
    ZALO_APP_ID: keys.zalo.appId,
    ZALO_APP_SECRET: keys.zalo.appSecret,
    ZALO_OA_SECRET_KEY: keys.zalo.oaSecretKey,
    ZALO_REFRESH_TOKEN: keys.zaloRefreshToken,
    ZALO_API_ROOT: zalo.url,
    ZALO_OAUTH_ROOT: zalo.url,
    ZALO_BUSINESS_ROOT: zalo.url,
  }
}
