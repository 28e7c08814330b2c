/** The children of one class that morning. Names are the roster's spelling, with the nickname in parentheses: `Lê Đức Anh (Bin)`. */
export interface Roster {
  readonly class: string
  readonly children: readonly string[]
}

export const symptoms = [
  'fever',
  'cough',
  'runny-nose',
  'vomiting',
  'diarrhea',
  'stomach-ache',
  'rash',
  'chickenpox',
  'hfmd',
  'pink-eye',
  'sore-throat',
  'headache',
  'toothache',
  'earache',
  'fatigue',
  'injury',
  'cold',
  'flu',
  'mumps',
  'measles',
  'dengue',
  'pneumonia',
  'bronchitis',
  'breathing-difficulty',
  'allergy',
  'poor-appetite',
  'covid',
] as const
/** What the teacher typed, as a code. A diagnosis is recorded as typed; nothing here diagnoses. */
export type Symptom = (typeof symptoms)[number]

export type AbsenceReason = 'sick' | 'family' | 'other'

export interface AbsentChild {
  readonly name: string
  readonly reason: AbsenceReason | null
  readonly symptoms: readonly Symptom[]
  /** Degrees Celsius; null when not said, or outside 34 to 42.5. */
  readonly temperatureC: number | null
  /** true: có phép, false: không phép, null: not said. */
  readonly excused: boolean | null
}

export interface IllChild {
  readonly name: string
  readonly symptoms: readonly Symptom[]
  readonly temperatureC: number | null
}

/** A mention that fits two or more children: asked about, never guessed. */
export interface AmbiguousMention {
  readonly mention: string
  readonly candidates: readonly string[]
  readonly role: 'absent' | 'ill' | 'left-early' | 'correction'
}

export const reportErrors = ['count-mismatch', 'unknown-child', 'implausible-temperature', 'not-a-report'] as const
export type ReportError = (typeof reportErrors)[number]

/** One class on one morning, as far as it is understood. `present` and `total` are null only when it is no report. */
export interface ClassReport {
  readonly present: number | null
  readonly total: number | null
  readonly absent: readonly AbsentChild[]
  readonly illPresent: readonly IllChild[]
  /** Came and were picked up again: they count as present. */
  readonly leftEarly: readonly string[]
  /** Away, but not named. */
  readonly unnamedAbsent: number
  readonly ambiguous: readonly AmbiguousMention[]
  readonly unknownNames: readonly string[]
  readonly error: ReportError | null
}
