import type { Symptom } from '../report.ts'

/** What is said of somebody, or of a list under a heading. */
export interface Said {
  readonly codes?: readonly Symptom[]
  readonly temperature?: number | undefined
  readonly reason?: 'sick' | 'family' | 'other'
  readonly excused?: boolean
  readonly role?: Role
  /** Told as not so: "không sốt", "chứ không phải 38.5". */
  readonly denied?: boolean
  /** Only an emoji says it: words go before. */
  readonly faint?: boolean
}

/** Where a child is said to be, or what a correction does with its name. */
export type Role = 'away' | 'here' | 'late' | 'leave' | 'dropped' | 'added' | 'stays'

/** One mention of a child and all that was said of it. */
export interface Person {
  readonly mention: string
  candidates: readonly number[]
  /** The name is in no roster. */
  readonly unknown: boolean
  readonly start: number
  /** Which sentence or list line it stands in, counted from 0. */
  readonly sentence: number
  readonly codes: Symptom[]
  readonly faintCodes: Symptom[]
  readonly denied: Symptom[]
  temperature: number | undefined
  temperatureDenied: boolean
  reasonDenied: boolean
  reason: 'sick' | 'family' | 'other' | undefined
  excused: boolean | undefined
  /** 0: nothing says so; 1: after a sentence that speaks of absence; 2: in such a list; 3: directly. */
  away: number
  here: boolean
  late: boolean
  left: boolean
  dropped: boolean
  added: boolean
  mild: boolean
  /** What it is not: "Bảo B chứ không phải Bảo A" denies Bảo A. */
  instead: boolean
  /** "Kiệt kia": the other child of the name. */
  twin: boolean
  /** A comma or "và" and another name follow right behind. */
  listedWithNext: boolean
  /** Named only for another day. */
  otherDay: boolean
  /** What was said of yesterday. */
  readonly past: Said[]
  /** Something was said of it within its own words, not by a heading. */
  own: boolean
}

/** A mention of whom nothing is said yet. */
export function newPerson(of: {
  mention: string
  candidates: readonly number[]
  unknown: boolean
  start: number
  sentence: number
}): Person {
  return {
    ...of,
    codes: [],
    faintCodes: [],
    denied: [],
    temperature: undefined,
    temperatureDenied: false,
    reasonDenied: false,
    reason: undefined,
    excused: undefined,
    away: 0,
    here: false,
    late: false,
    left: false,
    dropped: false,
    added: false,
    mild: false,
    instead: false,
    twin: false,
    listedWithNext: false,
    otherDay: false,
    past: [],
    own: false,
  }
}

/** Adds to a person what is said of them. Of two temperatures the higher stays. */
export function tell(person: Person, said: Said): void {
  const codes = said.codes ?? []
  if (said.denied) {
    person.denied.push(...codes)
    if (said.temperature !== undefined) person.temperatureDenied = true
    if (said.codes === undefined && said.reason !== undefined && said.temperature === undefined) person.reasonDenied = true
    return
  }
  const into = said.faint ? person.faintCodes : person.codes
  for (const code of codes) if (!into.includes(code)) into.push(code)
  if (said.temperature !== undefined) person.temperature = Math.max(person.temperature ?? 0, said.temperature)
  if (said.reason !== undefined && (person.reason === undefined || said.reason === 'sick')) person.reason = said.reason
  if (said.excused !== undefined) person.excused = said.excused
  tellRole(person, said.role)
}

function tellRole(person: Person, role: Role | undefined): void {
  if (role === 'away') person.away = 3
  if (role === 'here' || role === 'stays') person.here = true
  if (role === 'late') person.late = true
  if (role === 'leave') person.left = true
  if (role === 'dropped') person.dropped = true
  if (role === 'added') person.added = true
}
