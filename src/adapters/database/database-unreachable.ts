/** The server of `DATABASE_URL` is not there, or does not let us in. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable'
}
