/** Ids and random codes come from here, so that tests can set them. */
export interface Ids {
  /** A new UUID. */
  uuid(): string
  /** `length` characters from an alphabet without look-alikes, unguessable. */
  code(length: number): string
}
