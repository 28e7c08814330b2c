import { z } from 'zod'

const secret = z.string().min(12, 'use at least 12 characters')
const rootForm = 'must be scheme, host and port, like https://api.telegram.org'
const root = z
  .url({ protocol: /^https?$/, error: rootForm })
  .refine((url) => /^https?:\/\/[^/?#@]+\/?$/i.test(url), rootForm)
  .transform((url) => url.replace(/\/$/, ''))
const loopback = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/

const Env = z.object({
  PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an https address' })
    .refine((url) => url.startsWith('https://') || loopback.test(url), 'must be https; http only on this machine itself')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be postgresql://…' }).optional(),
  DATA_DIR: z.string().default('./data'),
  DEMO: z.enum(['on', 'off'], 'must be on or off').optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent').default('info'),
  METRICS_TOKEN: secret.optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{10,}$/, 'must be the whole token that BotFather gave: digits, a colon, letters')
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: secret.regex(/^[\w-]{1,256}$/, 'may hold letters, digits, _ and - only').optional(),
  TELEGRAM_API_ROOT: root.optional(),
  ZALO_APP_ID: z.string().regex(/^\d+$/, 'must be digits').optional(),
  ZALO_APP_SECRET: secret.optional(),
  ZALO_OA_SECRET_KEY: secret.optional(),
  ZALO_REFRESH_TOKEN: secret.optional(),
  ZALO_API_ROOT: root.optional(),
  ZALO_OAUTH_ROOT: root.optional(),
  ZALO_BUSINESS_ROOT: root.optional(),
  ZALO_DOMAIN_VERIFICATION: z
    .string()
    .regex(/^[\w.-]+$/, 'may hold letters, digits, _ . and - only')
    .optional(),
})
type EnvName = keyof z.input<typeof Env>

export interface TelegramConfig {
  readonly token: string
  readonly webhookSecret: string | undefined
  readonly apiRoot: string
}

export interface ZaloConfig {
  readonly appId: string
  readonly appSecret: string
  readonly oaSecretKey: string
  /** The first refresh token; used only while the database holds no pair. */
  readonly refreshToken: string | undefined
  readonly apiRoot: string
  readonly oauthRoot: string
  readonly businessRoot: string
}

export interface Config {
  readonly port: number
  readonly host: string
  readonly publicUrl: string | undefined
  /** Absent: the embedded database under `dataDir`. */
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  readonly demo: boolean
  readonly logLevel: string
  readonly metricsToken: string | undefined
  readonly telegram: TelegramConfig | undefined
  readonly zalo: ZaloConfig | undefined
  readonly zaloDomainVerification: string | undefined
}

const telegramNames = ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_API_ROOT'] as const
const zaloNames = [
  'ZALO_APP_ID',
  'ZALO_APP_SECRET',
  'ZALO_OA_SECRET_KEY',
  'ZALO_REFRESH_TOKEN',
  'ZALO_API_ROOT',
  'ZALO_OAUTH_ROOT',
  'ZALO_BUSINESS_ROOT',
] as const
const zaloRequired = ['ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_SECRET_KEY'] as const

/** The environment does not add up. The message names every variable at fault, never its value: values may be secrets. */
export class InvalidConfig extends Error {
  override readonly name = 'InvalidConfig'
}

/** @throws {InvalidConfig} naming all mistakes at once. An empty variable counts as absent. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const parsed = Env.safeParse(env)
  const mistakes = parsed.success ? [] : parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  // zod runs rules between fields only once each is valid; these must speak at once.
  mistakes.push(
    ...crossMistakes((name) => env[name] !== undefined, env.DEMO === 'on').map(([name, message]) => `  ${name}: ${message}`),
  )
  if (!parsed.success || mistakes.length > 0) throw new InvalidConfig(`The configuration has mistakes:\n${mistakes.join('\n')}`)
  return toConfig(parsed.data)
}

function crossMistakes(has: (name: EnvName) => boolean, demoWanted: boolean): [EnvName, string][] {
  const mistakes: [EnvName, string][] = []
  const telegram = telegramNames.some(has)
  const zalo = zaloNames.some(has)
  if (telegram && !has('TELEGRAM_BOT_TOKEN'))
    mistakes.push(['TELEGRAM_BOT_TOKEN', 'is missing, while other TELEGRAM_ variables are set'])
  if (telegram && has('PUBLIC_URL') && !has('TELEGRAM_WEBHOOK_SECRET'))
    mistakes.push(['TELEGRAM_WEBHOOK_SECRET', 'is needed for a webhook, that is with PUBLIC_URL'])
  if (zalo)
    for (const name of zaloRequired) if (!has(name)) mistakes.push([name, 'is missing, while other ZALO_ variables are set'])
  if (demoWanted && (telegram || zalo)) mistakes.push(['DEMO', 'cannot be on together with real channels'])
  return mistakes
}

function toConfig(env: z.output<typeof Env>): Config {
  const telegram =
    env.TELEGRAM_BOT_TOKEN === undefined
      ? undefined
      : {
          token: env.TELEGRAM_BOT_TOKEN,
          webhookSecret: env.TELEGRAM_WEBHOOK_SECRET,
          apiRoot: env.TELEGRAM_API_ROOT ?? 'https://api.telegram.org',
        }
  const zalo =
    env.ZALO_APP_ID === undefined || env.ZALO_APP_SECRET === undefined || env.ZALO_OA_SECRET_KEY === undefined
      ? undefined
      : {
          appId: env.ZALO_APP_ID,
          appSecret: env.ZALO_APP_SECRET,
          oaSecretKey: env.ZALO_OA_SECRET_KEY,
          refreshToken: env.ZALO_REFRESH_TOKEN,
          apiRoot: env.ZALO_API_ROOT ?? 'https://openapi.zalo.me',
          oauthRoot: env.ZALO_OAUTH_ROOT ?? 'https://oauth.zaloapp.com',
          businessRoot: env.ZALO_BUSINESS_ROOT ?? 'https://business.openapi.zalo.me',
        }
  const demo =
    env.DEMO === undefined ? telegram === undefined && zalo === undefined && env.DATABASE_URL === undefined : env.DEMO === 'on'
  return Object.freeze({
    port: env.PORT,
    host: demo ? '127.0.0.1' : env.HOST, // the demo's phones are anybody's
    publicUrl: env.PUBLIC_URL,
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    demo,
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN,
    telegram,
    zalo,
    zaloDomainVerification: env.ZALO_DOMAIN_VERIFICATION,
  })
}
