import type { SchoolDay } from '../../core/clock.ts'
import type { Place } from '../../core/place.ts'

/** The five source documents, by the number their file name starts with. */
export const documentIds = ['000', '001', '002', '003', '004'] as const
export type DocumentId = (typeof documentIds)[number]

/** One source document as people see it named. */
export interface SourceDocument {
  readonly id: DocumentId
  readonly file: string
  /** Short and recognisable, in Vietnamese and English: `Kế hoạch 142/KH-UBND (19/3/2021), UBND quận Long Biên`. */
  readonly title: { readonly vi: string; readonly en: string }
  readonly place: Place
  readonly signedOn: SchoolDay | null
  /** The period the document was made for. */
  readonly validFrom: SchoolDay
  readonly validTo: SchoolDay
}

export const topics = [
  'milk',
  'enrollment',
  'attendance',
  'health',
  'meals',
  'safety',
  'policy',
  'facilities',
  'staff',
  'curriculum',
  'quality',
  'events',
  'reporting',
  'document',
  'other',
] as const
export type Topic = (typeof topics)[number]

/** Whom a figure is about, as far as the document says so. */
export const ageGroups = ['nursery', '3-5', '3-4', '4', '5', 'kindergarten', 'all'] as const
export type AgeGroup = (typeof ageGroups)[number]

/** A figure exactly as the document has it. Every number in an answer must stand in the entry it cites. */
export interface Figure {
  /** As written in the answer, Vietnamese notation: `47`, `2,2`, `07/9/2020`, `105/2020/NĐ-CP`. */
  readonly value: string
  /** `%`, `trường`, `lần/quý`, `ngày`, `văn bản` … */
  readonly unit: string
  /** What it measures, without repeating the figure. */
  readonly label: string
  readonly group?: AgeGroup
  readonly schoolYear?: string
}

/** One fact that a person could ask for, worded and sourced. */
export interface Entry {
  /** `<topic>.<place>.<what>`, kebab-case, unique in the pack: `milk.long-bien.parents-share`. */
  readonly id: string
  readonly topic: Topic
  readonly place: Place
  readonly document: DocumentId
  /** The numbering of the document: `II.5.2`, `II.4.2.1.a`. */
  readonly section: string
  /** When the fact held; the document's period unless the fact itself has its own dates. */
  readonly validFrom: SchoolDay
  readonly validTo: SchoolDay
  readonly audience: readonly ('parent' | 'teacher' | 'office')[]
  /**
   * The answer without its source line (that is composed): figure first, then who, where, when. Two or three short sentences at
   * most, polite and warm, in plain words; own wording, not the document's sentence. Says a plan or target as one.
   */
  readonly text: { readonly vi: string; readonly en: string }
  /** Figures as data; every number in `text` is here. */
  readonly figures: readonly Figure[]
  /**
   * Ways parents, teachers or the office would ask for just this fact, Vietnamese with diacritics, northern and southern words, and two or
   * three in English. Short and long. No place names unless the question would always carry one (the place is read separately).
   */
  readonly asks: readonly string[]
  /** The age group the fact is about, when it is about one. */
  readonly group?: AgeGroup
  /** Entry ids that say the same fact of another year or document: the later one answers first. */
  readonly supersedes?: readonly string[]
}
