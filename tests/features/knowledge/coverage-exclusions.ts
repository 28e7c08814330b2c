/** Figures of the documents that no entry carries in their section, each with the reason that a reviewer accepted. */
export const exclusions: readonly {
  readonly document: string
  readonly figure: string
  readonly section: string
  readonly reason: string
}[] = []
