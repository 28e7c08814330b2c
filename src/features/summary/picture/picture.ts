/** What stands on the summary's picture, worded already; drawn behind `DrawPicture`. */
export interface SummaryPicture {
  readonly title: string
  readonly school: string
  readonly headline: string
  /** How much of the day the headline covers; empty when all of it. */
  readonly note: string
  readonly classesTitle: string
  readonly classes: readonly PictureBar[]
  /** What the parts of a bar mean. */
  readonly legend: Readonly<Record<BarPart | 'missing', string>>
  readonly daysTitle: string
  readonly days: readonly PictureDay[]
  /** Explains hollow rings and dashes; empty when there are none. */
  readonly daysNote: string
}

/** Of the children counted: those present, away ill, away for anything else. */
export const barParts = ['present', 'ill', 'away'] as const
export type BarPart = (typeof barParts)[number]

export interface PictureBar {
  readonly label: string
  /** As printed beside the bar: `28/30`. */
  readonly figure: string
  /** Children; null when the class has not reported. */
  readonly parts: Readonly<Record<BarPart, number>> | null
  /** Children on the list. */
  readonly roster: number
}

export interface PictureDay {
  /** `T2`, and `23/11` under it. */
  readonly weekday: string
  readonly date: string
  /** Percent; null when nobody reported. */
  readonly rate: number | null
  /** As printed at the point: `95,7`. */
  readonly figure: string
  readonly isComplete: boolean
}

/** Draws a picture as PNG, readable at the width of a phone. */
export type DrawPicture = (picture: SummaryPicture) => Promise<Uint8Array>
