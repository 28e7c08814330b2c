import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidConfig, readConfig } from '../src/config.ts'

const telegram = { TELEGRAM_BOT_TOKEN: '7000000001:a-token-of-no-bot' }
const zalo = { ZALO_APP_ID: '1200', ZALO_APP_SECRET: 'secret-of-no-app', ZALO_OA_SECRET_KEY: 'key-of-no-account' }
/** The names at fault, in order. */
function mistakes(env: Record<string, string>): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (!(error instanceof InvalidConfig)) throw error
    return [...error.message.matchAll(/^ {2}(\w+): /gm)].map(([, name]) => name!).sort()
  }
}

test('an empty environment starts the demo on this machine alone', () => {
  const config = readConfig({ HOST: '0.0.0.0', DATABASE_URL: ' ' })
  expect(config).toMatchObject({ demo: true, host: '127.0.0.1', port: 3000, databaseUrl: undefined, dataDir: './data' })
})

test.each([[telegram], [zalo], [{ DATABASE_URL: 'postgresql://127.0.0.1/x' }], [{ DEMO: 'off' }]])(
  'the demo is off with %j',
  (env) => {
    expect(readConfig(env).demo).toBe(false)
  },
)

test('each channel runs without the other, and one without its variables is off', () => {
  expect(readConfig(telegram)).toMatchObject({ zalo: undefined, telegram: { apiRoot: 'https://api.telegram.org' } })
  expect(readConfig(zalo)).toMatchObject({ telegram: undefined, zalo: { oauthRoot: 'https://oauth.zaloapp.com' } })
})

test.each([
  [{ TELEGRAM_WEBHOOK_SECRET: 'long-enough-secret' }, ['TELEGRAM_BOT_TOKEN']],
  [{ ...telegram, PUBLIC_URL: 'https://bot.example' }, ['TELEGRAM_WEBHOOK_SECRET']],
  [{ ZALO_REFRESH_TOKEN: 'a-refresh-token' }, ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_SECRET_KEY']],
  [{ ...telegram, DEMO: 'on' }, ['DEMO']],
  [{ PORT: '70000', DEMO: 'maybe', LOG_LEVEL: 'loud' }, ['DEMO', 'LOG_LEVEL', 'PORT']],
  [{ PORT: '3000.5' }, ['PORT']],
  [{ DATABASE_URL: 'mysql://127.0.0.1/x' }, ['DATABASE_URL']],
  [{ PUBLIC_URL: 'http://bot.example' }, ['PUBLIC_URL']],
  [{ PUBLIC_URL: 'http://127.0.0.1.example' }, ['PUBLIC_URL']],
  [{ ...telegram, TELEGRAM_API_ROOT: 'https://api.example/v2' }, ['TELEGRAM_API_ROOT']],
  [{ ...telegram, TELEGRAM_API_ROOT: 'https://me:pass@api.example' }, ['TELEGRAM_API_ROOT']],
  [{ ZALO_DOMAIN_VERIFICATION: '"><script>' }, ['ZALO_DOMAIN_VERIFICATION']],
])('%j is refused by name', (env, names) => {
  expect(mistakes(env as Record<string, string>)).toEqual(names)
})

test('mistakes within a variable and between variables are told at once', () => {
  const env = { PORT: 'x', ZALO_APP_ID: 'x', TELEGRAM_WEBHOOK_SECRET: 'short' }
  expect(new Set(mistakes(env))).toEqual(
    new Set(['PORT', 'ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_SECRET_KEY', 'TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET']),
  )
})

test('plain http is taken for this machine itself, and trailing slashes go', () => {
  expect(readConfig({ PUBLIC_URL: 'http://127.0.0.1:3000/' }).publicUrl).toBe('http://127.0.0.1:3000')
  expect(readConfig({ ...telegram, TELEGRAM_API_ROOT: 'http://127.0.0.1:81/' }).telegram?.apiRoot).toBe('http://127.0.0.1:81')
})

test('whatever stands in a variable, no message quotes it', () => {
  const names = [
    'PORT',
    'PUBLIC_URL',
    'DATABASE_URL',
    'TELEGRAM_BOT_TOKEN',
    'ZALO_APP_ID',
    'ZALO_APP_SECRET',
    'METRICS_TOKEN',
    'DEMO',
    'LOG_LEVEL',
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.string({ minLength: 6 }).map((text) => `§${text}§`),
      (name, value) => {
        try {
          readConfig({ [name]: value })
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidConfig)
          expect((error as Error).message).not.toContain(value)
        }
      },
    ),
  )
})
