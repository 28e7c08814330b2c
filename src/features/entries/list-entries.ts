import { schoolDayOf, schoolTimeOf, writtenDay } from '../../core/clock.ts'
import { type Editor, type EntryChoice, type EntryDeps, offering, type Said, saying, shortened } from './editor.ts'
import type { EntryVersion, SchoolEntry } from './entry.ts'

const listed = 30
const versionsShown = 8
const textShown = 400

/** The school's answers that count, and those that wait for somebody. */
export async function listEntries(deps: EntryDeps, editor: Editor): Promise<Said> {
  const { staff, now } = editor
  const say = saying(deps, editor)
  const today = schoolDayOf(now)
  const all = (await deps.entries.list(staff.schoolId)).filter(({ state }) => state !== 'withdrawn')
  if (all.length === 0) return say('entries.list_none')
  const lines = all.slice(-listed).map((entry) => {
    const { number, state, asks, text, validTo } = entry
    const until =
      validTo === null ? '' : say(validTo < today ? 'entries.ended' : 'entries.until', { date: writtenDay(validTo) }).text
    const waits = state === 'published' ? '' : ` [${say(`entries.state_${state}`).text}]`
    return `${number}. ${shortened(asks[0] ?? '')} → ${shortened(text.vi)}${until}${waits}`
  })
  return say('entries.list', { count: all.length, list: lines.join('\n') })
}

/** One answer with its versions, and what can be done with it. */
export async function showEntry(deps: EntryDeps, editor: Editor, entry: SchoolEntry): Promise<Said> {
  const say = saying(deps, editor)
  const versions = await deps.entries.versions(entry)
  const last = versions.at(-1)!
  const isWaiting = last.state === 'draft' || last.state === 'approved'
  const shown = isWaiting ? last : entry
  const lines: string[] = []
  for (const one of versions.slice(-versionsShown)) lines.push(await versionLine(deps, editor, { entry, one }))
  const parameters = {
    number: entry.number,
    state: say(`entries.state_${shown.state}`).text,
    topic: say(`entries.topic_${shown.topic}`).text,
    from: writtenDay(shown.validFrom),
    until: shown.validTo === null ? 'none' : writtenDay(shown.validTo),
    asks: shown.asks.map((ask) => `“${shortened(ask)}”`).join('; '),
    text: shortened(shown.text.vi, textShown),
    english: shown.text.en === null ? 'none' : shortened(shown.text.en, textShown),
    versions: lines.join('\n'),
  }
  const choices = offering(deps, editor, { number: entry.number, choices: choicesFor(entry, last) })
  return { ...say('entries.shown', parameters), choices }
}

function choicesFor({ state }: SchoolEntry, last: EntryVersion): EntryChoice[] {
  if (last.state === 'draft') return ['use', 'approve', 'no']
  if (last.state === 'approved') return ['use', 'no']
  return [state === 'withdrawn' ? 'restore' : 'withdraw']
}

async function versionLine(
  { people, ...deps }: EntryDeps,
  editor: Editor,
  { entry, one }: { entry: SchoolEntry; one: EntryVersion },
): Promise<string> {
  const say = saying(deps, editor)
  const nameOf = async (personId: string) => (await people.person(entry.schoolId, personId))?.name ?? say('entries.somebody').text
  const when = (at: Date) => `${schoolTimeOf(at)} ${writtenDay(schoolDayOf(at))}`
  const { approved } = one
  const isNews = approved !== null && (one.state === 'approved' || one.state === 'published')
  return say('entries.version', {
    version: one.version,
    state: say(`entries.state_${one.state}`).text,
    person: await nameOf(one.personId),
    at: when(one.savedAt),
    approved: isNews ? `${await nameOf(approved.personId)}, ${when(approved.at)}` : 'none',
  }).text
}
