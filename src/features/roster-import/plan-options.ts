/** What a plan depends on beside the file and the school. */
export interface PlanOptions {
  /** The year of the September that this school year began in. */
  readonly schoolYearStart: number
  /** Whether the school keeps a number for calling. */
  readonly keepPhones: boolean
  readonly uuid: () => string
}
