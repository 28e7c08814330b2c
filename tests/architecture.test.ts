import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = ['main', 'app', 'config', 'cli', 'demo'] as const

/** Layers from the inside out, and what each may import of our own; the table of src/README.md. */
const mayImport: Record<string, readonly string[]> = {
  core: ['core'],
  features: ['core', 'features'],
  adapters: ['core', 'features', 'adapters'],
  emulators: ['emulators'],
  root: ['core', 'features', 'adapters', 'emulators', 'root'],
}

/** Which feature may know which other: everything else belongs in core or behind a port. */
const featureEdges: Record<string, readonly string[]> = {
  checkin: ['people', 'outbox'],
  absence: ['people', 'checkin', 'calendar', 'outbox'],
  form: ['people', 'checkin'],
  settings: ['people'],
  arrangement: ['people', 'calendar', 'outbox'],
  ladder: ['people', 'absence', 'checkin', 'calendar', 'outbox'],
  calendar: ['people', 'outbox', 'hours'],
  imports: ['calendar', 'people'],
  broadcast: ['calendar', 'people', 'outbox', 'hours', 'preferences'],
  alerts: ['absence', 'checkin', 'hours', 'people', 'outbox'],
  growth: ['absence', 'checkin', 'calendar', 'people', 'outbox'],
  summary: ['absence', 'alerts', 'arrangement', 'checkin', 'calendar', 'office', 'people', 'outbox', 'settings'],
  calculators: ['calendar', 'entries', 'knowledge', 'people'],
  entries: ['knowledge', 'people', 'outbox', 'calendar'],
  office: ['entries', 'calendar', 'people', 'outbox'],
  hours: ['people'],
  console: ['alerts', 'arrangement', 'checkin', 'ladder', 'office', 'people', 'summary'],
  preferences: ['hours', 'people'],
  reminders: ['calendar', 'checkin', 'hours', 'preferences', 'people', 'outbox'],
  pickup: ['absence', 'calendar', 'checkin', 'hours', 'office', 'people', 'outbox'],
  signoff: ['absence', 'calendar', 'checkin', 'hours', 'people', 'outbox'],
  restore: ['calendar', 'hours', 'people', 'outbox'],
  people: [],
  outbox: [],
  privacy: [],
  knowledge: [],
  'roster-import': ['growth', 'imports', 'people'],
  setup: ['people'],
  inbound: [
    'privacy',
    'roster-import',
    'setup',
    'restore',
    'console',
    'pickup',
    'signoff',
    'alerts',
    'growth',
    'arrangement',
    'settings',
    'form',
    'calculators',
    'ladder',
    'broadcast',
    'people',
    'absence',
    'entries',
    'checkin',
    'calendar',
    'office',
    'outbox',
    'summary',
    'imports',
    'hours',
    'preferences',
    'reminders',
  ],
  due: [
    'restore',
    'pickup',
    'signoff',
    'alerts',
    'growth',
    'ladder',
    'office',
    'broadcast',
    'calendar',
    'entries',
    'summary',
    'inbound',
    'people',
    'reminders',
  ],
}

/** Packages by layer; node's own modules are left to adapters and the outside. */
const packages: Record<string, RegExp> = {
  core: /^zod$/,
  features: /^zod$/,
  adapters:
    /^(node:|@prisma\/|@electric-sql\/pglite$|pglite-prisma-adapter$|pg$|pg-boss$|fastify$|@fastify\/|rate-limiter-flexible$|telegraf|axios$|i18next|intl-messageformat$|pino$|prom-client$|ical\.js$|uqr$|read-excel-file\/|csv-parse\/|chardet$|iconv-lite$|@resvg\/resvg-js$|vega$|vega-lite$|write-excel-file\/|zod$)/,
  emulators: /^(node:|fastify$|axios$)/,
  root: /^(node:|zod$|axios$|fastify$|node-cron$)/,
}

const sources = globSync('src/**/*.ts').filter((file) => !file.includes('/generated/'))
const imports = sources.flatMap((file) => {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/^(?:import|export|\} from)?.*?\b(?:from |import |import\()\s*'([^'\n]+)'/gm)].map(([, target]) => ({
    file,
    target: target!,
  }))
})
const own = imports
  .filter(({ target }) => target.startsWith('.') && target.endsWith('.ts'))
  .map(({ file, target }) => ({ file, target: join(dirname(file), target) }))

const layerOf = (file: string): string => {
  const top = relative('src', file).split('/')[0]!.replace(/\.ts$/, '')
  return root.some((name) => name === top) ? 'root' : top
}
const partOf = (file: string): string => relative('src', file).split('/')[1]!.replace(/\.ts$/, '')

test('every source file belongs to a layer', () => {
  expect(sources.filter((file) => !(layerOf(file) in mayImport))).toEqual([])
})

test('imports only point inwards', () => {
  const wrong = own.filter(
    ({ file, target }) => !target.includes('locales/') && !mayImport[layerOf(file)]!.includes(layerOf(target)),
  )
  expect(wrong).toEqual([])
})

test('features know only the features they may', () => {
  const wrong = own.filter(({ file, target }) => {
    if (layerOf(file) !== 'features' || layerOf(target) !== 'features') return false
    return partOf(file) !== partOf(target) && !featureEdges[partOf(file)]?.includes(partOf(target))
  })
  expect(wrong).toEqual([])
})

test('no adapter imports another', () => {
  const shared = new Set(['fetch-file', 'process-locks', 'connect-timeout'])
  const wrong = own.filter(
    ({ file, target }) =>
      layerOf(file) === 'adapters' &&
      layerOf(target) === 'adapters' &&
      partOf(file) !== partOf(target) &&
      !shared.has(partOf(target)),
  )
  expect(wrong).toEqual([])
})

test('packages are used only where they belong', () => {
  const wrong = imports.filter(
    ({ file, target }) => !target.startsWith('.') && !target.startsWith('#') && !packages[layerOf(file)]!.test(target),
  )
  expect(wrong).toEqual([])
})

test('no imports go in a circle', () => {
  const targets = Map.groupBy(own, ({ file }) => file)
  const done = new Set<string>()
  const circles: string[][] = []
  const visit = (file: string, path: string[]): void => {
    const at = path.indexOf(file)
    if (at >= 0) circles.push([...path.slice(at), file])
    if (at >= 0 || done.has(file)) return
    for (const { target } of targets.get(file) ?? []) visit(target, [...path, file])
    done.add(file)
  }
  for (const file of sources) visit(file, [])
  expect(circles).toEqual([])
})

test('only the entry points and the configuration read the environment', () => {
  const readers = sources.filter((file) => /process\.env/.test(readFileSync(file, 'utf8')))
  expect(readers.filter((file) => layerOf(file) !== 'root')).toEqual([])
})

test('core and features never ask the machine for the time', () => {
  const asking = sources.filter(
    (file) => ['core', 'features'].includes(layerOf(file)) && /Date\.now\(\)|new Date\(\)/.test(readFileSync(file, 'utf8')),
  )
  expect(asking).toEqual([])
})
