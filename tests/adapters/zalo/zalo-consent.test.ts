import axios from 'axios'
import { expect, test } from 'vitest'
import { createZaloConsent } from '../../../src/adapters/zalo/zalo-consent.ts'
import { failureOf, stageZalo } from './zalo-stage.ts'

const redirectUri = 'https://school.example/zalo/oauth'

async function stageConsent() {
  const stage = await stageZalo({ firstRefreshToken: undefined, settings: { redirectUri } })
  const consentOf = (change: Partial<Parameters<typeof createZaloConsent>[0]> = {}) =>
    createZaloConsent({ ...stage.oauth, redirectUri, tokens: stage.tokens, clock: stage.clock, ...change })
  /** The admin opens the link and agrees: the query with which Zalo calls us back. */
  const agree = async (link: string): Promise<Record<string, string>> => {
    const page = await axios.get<string>(link)
    const href = /href="([^"]+)"/.exec(page.data)?.[1]?.replaceAll('&#38;', '&') ?? ''
    const answer = await axios.get(new URL(href, stage.url).href, { maxRedirects: 0, validateStatus: () => true })
    return Object.fromEntries(new URL(answer.headers.location).searchParams)
  }
  return { ...stage, consentOf, agree }
}

test('an admin consents by link and the channel has its first pair', async () => {
  const stage = await stageConsent()
  expect(await failureOf(stage.tokens.current())).toMatchObject({ reason: 'channel_stopped' })
  const consent = stage.consentOf()
  const query = await stage.agree(consent.link())
  expect(await consent.complete(query)).toEqual({ kind: 'granted', oaId: '3300000000000000007' })
  expect(stage.tokens.state()).toBe('ready')
  expect(await stage.tokens.current()).toBe(stage.store.pair?.accessToken)
})

test('a consent heals a refused grant, in every process', async () => {
  const stage = await stageConsent()
  const consent = stage.consentOf()
  await consent.complete(await stage.agree(consent.link()))
  await stage.setTime(stage.after(100 * 24))
  const other = stage.anotherProcess()
  expect(await failureOf(other.current())).toMatchObject({ reason: 'channel_stopped' })
  expect(await consent.complete(await stage.agree(consent.link()))).toMatchObject({ kind: 'granted' })
  expect(await other.current()).toBe(await stage.tokens.current())
  expect(other.state()).toBe('ready')
})

test('a process whose old token still lived sees at its next call that the consent was given elsewhere', async () => {
  const stage = await stageConsent()
  const consent = stage.consentOf()
  await consent.complete(await stage.agree(consent.link()))
  await stage.setTime(stage.after(24.5))
  const other = stage.anotherProcess()
  await stage.faults({ match: { path: '/v4/oa/access_token' }, fault: { kind: 'error', error: -14014 } })
  await other.current()
  expect(other.state()).toBe('consent_needed')
  await consent.complete(await stage.agree(consent.link()))
  expect(await other.current()).toBe(stage.store.pair?.accessToken)
  expect(other.state()).toBe('ready')
})

test('what one process began another completes', async () => {
  const stage = await stageConsent()
  const query = await stage.agree(stage.consentOf().link())
  expect(await stage.consentOf().complete(query)).toMatchObject({ kind: 'granted' })
})

test('a callback that we did not ask for is foreign and the code is not touched', async () => {
  const stage = await stageConsent()
  const consent = stage.consentOf()
  const { state = '', ...query } = await stage.agree(consent.link())
  const [until = '', proof = ''] = state.split('.')
  const states = [undefined, '', 'x', `${Number(until) + 1}.${proof}`, `${until}.`, `${until}.${proof}A`, `NaN.${proof}`]
  for (const forged of states) expect(await consent.complete({ ...query, state: forged })).toEqual({ kind: 'foreign' })
  await stage.setTime(stage.after(1))
  expect(await consent.complete({ ...query, state })).toEqual({ kind: 'foreign' })
  expect(await stage.requests('/v4/oa/access_token')).toBe(0)
})

test('a code works once, for 10 minutes, and for the app that proves itself', async () => {
  const stage = await stageConsent()
  const consent = stage.consentOf()
  const used = await stage.agree(consent.link())
  expect(await consent.complete(used)).toMatchObject({ kind: 'granted' })
  expect(await consent.complete(used)).toEqual({ kind: 'refused' })
  const late = await stage.agree(consent.link())
  await stage.setTime(stage.after(11 / 60))
  expect(await consent.complete(late)).toEqual({ kind: 'refused' })
  expect(await consent.complete({ state: late.state })).toEqual({ kind: 'refused' })
  expect(stage.tokens.state()).toBe('ready')
})

test('another callback than the one in the console is refused by Zalo', async () => {
  const stage = await stageConsent()
  const link = stage.consentOf({ redirectUri: 'https://stranger.example/zalo/oauth' }).link()
  const { data } = await axios.get(link.replace('/permission?', '/permission/approve?'))
  expect(data).toMatchObject({ error: -14003 })
})

test('the challenge never changes, as the console may want to know it beforehand', async () => {
  const stage = await stageConsent()
  const link = new URL(stage.consentOf().link())
  expect(link.searchParams.get('code_challenge')).toBe(stage.consentOf().codeChallenge)
  expect(stage.consentOf().codeChallenge).toMatch(/^[\w-]{43}$/)
  expect(link.searchParams.get('redirect_uri')).toBe(redirectUri)
})
