import type { AbsentChild, AmbiguousMention, ClassReport, IllChild, ReportError, Roster, Symptom } from '../report.ts'
import type { Person } from './people.ts'
import { placed, whereabouts } from './roles.ts'
import type { Attached, Counted } from './state.ts'
import { tally } from './tally.ts'

/** A report made of one reading, and how well names and numbers agree: 0 wholly, 1 nobody named, 2 not. */
export interface Settled {
  readonly report: ClassReport
  readonly fit: 0 | 1 | 2
  /** The line names those who came. */
  readonly listed?: boolean
}

/** Makes a report of what was attached: decides who is away, ill or gone home, and holds it against the numbers. */
export function settle(attached: Attached, roster: Roster): Settled {
  const size = roster.children.length
  const { rest, present: said } = attached.counted
  if (rest && attached.counted.ratios.length === 0 && said === undefined)
    for (const person of attached.people) if (!person.here && !person.late && !person.left && !person.mild) person.away = 3
  // "An nghỉ, còn lại đi đủ": the rest, not everybody.
  const ratios = attached.counted.ratios.map((ratio) => turned(ratio, attached))
  const full = attached.counted.full && !attached.people.some((person) => person.away > 0 && !person.here && !person.late)
  const numbers = tally({ ...attached.counted, ratios, full, ...listedAway(attached, size) }, size)
  const expected = numbers.present === undefined ? undefined : Math.max(0, numbers.total - numbers.present)
  const { away, ...found } = whereabouts(placed(attached, expected), expected)
  // "An nghỉ, An sốt": what is said of an absent child elsewhere belongs to the absence.
  const gone = new Set(away.filter(certain).map((person) => person.candidates[0]))
  const again = found.ill.filter((person) => certain(person) && gone.has(person.candidates[0]))
  const ill = found.ill.filter((person) => !again.includes(person))
  const left = found.left.filter((person) => !(certain(person) && gone.has(person.candidates[0])))
  const absent = merged([...away.filter(certain), ...again]).map((person) => absentOf(person, roster))
  const unclear = away.filter((person) => person.candidates.length > 1)
  const strangers = away.filter((person) => person.unknown)
  const named = absent.length + unclear.length + strangers.length
  const present = numbers.present ?? numbers.total - named
  // A child that the roster does not know under this name is away, but not named.
  const unnamed = Math.max(0, (expected ?? named) - named) + strangers.length
  const report = {
    present,
    total: numbers.total,
    absent,
    illPresent: merged(
      [...ill, ...left].filter(
        (person) =>
          person.candidates.length === 1 &&
          (codesOf(person).length > 0 || person.temperature || (person.left && person.reason === 'sick')),
      ),
    ).map((person) => illOf(person, roster)),
    leftEarly: [
      ...new Set(
        left.filter((person) => person.candidates.length === 1).map((person) => roster.children[person.candidates[0]!]!),
      ),
    ],
    unnamedAbsent: unnamed,
    ambiguous: [
      ...unclear.map((person) => doubt(person, 'absent', roster)),
      ...ambiguousOf(ill, 'ill', roster),
      ...ambiguousOf(left, 'left-early', roster),
    ],
    unknownNames: [...away, ...ill, ...left].filter((person) => person.unknown).map((person) => person.mention),
  }
  // "vắng 2: An": one more is away, and nothing contradicts it.
  const { away: stated, bare } = attached.counted
  const open = ratios.length === 0 && said === undefined && bare === undefined && stated !== undefined && named < stated
  const mismatch = numbers.wrong || (expected !== undefined && named !== expected && named > 0 && !open)
  const hot = [...away, ...ill, ...left].some((person) => person.temperature !== undefined && !plausible(person.temperature))
  const error: ReportError | null =
    report.unknownNames.length > 0 ? 'unknown-child' : mismatch ? 'count-mismatch' : hot ? 'implausible-temperature' : null
  const agreed = numbers.wrong || expected === undefined || named === expected ? 0 : named === 0 ? 1 : 2
  // A symptom of nobody: perhaps a word was a name after all.
  const orphan = attached.people.length === 0 && attached.loose.some(({ codes, denied }) => codes !== undefined && !denied)
  const fit = agreed === 0 && orphan ? 1 : agreed
  return { report: { ...report, error }, fit }
}

/** "2b: Nam sốt, Phong ho kp": as many as are named, with what ails them, are away rather than present. */
function listedAway({ counted, people }: Attached, size: number): Partial<Counted> {
  const { bare, away, present, total, ratios } = counted
  // "vắng Lâm, Sơn. Tổng 2"
  if (total !== undefined && total < size / 2 && people.length === total && away === undefined && present === undefined)
    return { total: undefined, away: total }
  const alone = away === undefined && present === undefined && total === undefined && ratios.length === 0
  if (!alone || bare === undefined || bare > size / 2 || people.length !== bare) return {}
  const told = people.some((person) => person.reason !== undefined || person.excused !== undefined)
  return told && !people.some(({ here, late, left }) => here || late || left) ? { bare: undefined, away: bare } : {}
}

/** "vắng 2/32" says how many are away, unless the names say otherwise. */
function turned(ratio: Counted['ratios'][number], { people, counted }: Attached): Counted['ratios'][number] {
  const { left, right, away } = ratio
  if (away === undefined || left >= right || counted.away === right - left) return ratio
  const named = people.filter((person) => !person.here && !person.late && !person.left).length
  const small =
    away === 'before' ? left <= (right * 3) / 4 && named !== right - left : left <= right / 4 && named !== right - left
  const asNamed = named === left && named !== right - left
  return small || asNamed ? { left: right - left, right } : ratio
}

function certain(person: Person): boolean {
  return person.candidates.length === 1
}

/** 34 to 42.5 °C: what a living child can have. */
export function plausible(temperature: number): boolean {
  return temperature >= 34 && temperature <= 42.5
}

/** What was said of a child, without what was denied; an emoji counts only when no word says more. */
export function codesOf(person: Person): Symptom[] {
  const said = person.codes.length > 0 ? person.codes : person.faintCodes
  const codes = said.filter((code) => !person.denied.includes(code))
  const feverish = person.temperature !== undefined && (person.temperature >= 37.5 || !plausible(person.temperature))
  return feverish && !codes.includes('fever') && !codes.includes('dengue') ? ['fever', ...codes] : codes
}

/** Degrees Celsius; null when not said or not plausible. */
export function temperatureOf(person: Person): number | null {
  return person.temperature !== undefined && plausible(person.temperature) ? person.temperature : null
}

function merged(people: readonly Person[]): Person[] {
  const byChild = new Map<number, Person>()
  for (const person of people) {
    const child = person.candidates[0]!
    const known = byChild.get(child)
    if (known === undefined) byChild.set(child, person)
    else {
      for (const code of person.codes) if (!known.codes.includes(code)) known.codes.push(code)
      known.temperature ??= person.temperature
      known.reason ??= person.reason
      known.excused ??= person.excused
    }
  }
  return [...byChild.values()]
}

/** The absence of a child whose mention is settled. */
export function absentOf(person: Person, roster: Roster): AbsentChild {
  const codes = codesOf(person)
  return {
    name: roster.children[person.candidates[0]!]!,
    reason: codes.length > 0 ? 'sick' : (person.reason ?? null),
    symptoms: codes,
    temperatureC: temperatureOf(person),
    excused: person.excused ?? null,
  }
}

/** The illness at school of a child whose mention is settled. */
export function illOf(person: Person, roster: Roster): IllChild {
  return { name: roster.children[person.candidates[0]!]!, symptoms: codesOf(person), temperatureC: temperatureOf(person) }
}

function ambiguousOf(people: readonly Person[], role: AmbiguousMention['role'], roster: Roster): AmbiguousMention[] {
  return people.filter((person) => person.candidates.length > 1).map((person) => doubt(person, role, roster))
}

/** What to ask about a mention that fits several children. */
export function doubt(person: Person, role: AmbiguousMention['role'], roster: Roster): AmbiguousMention {
  return { mention: person.mention, role, candidates: person.candidates.map((child) => roster.children[child]!) }
}
