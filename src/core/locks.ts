/** Mutual exclusion over all processes of a deployment. A holder that dies lets go at once. */
export interface Locks {
  /** Runs `work` if nobody holds the name; returns whether it ran. */
  ifFree(name: string, work: () => Promise<void>): Promise<boolean>
  /** Waits for the name, then runs `work`. */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T>
}
