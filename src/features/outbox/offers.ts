import type { ChatAddress, Choice } from '../../core/message.ts'

/** What a typed number means in a chat. */
export interface Offers {
  /**
   * Adds choices of a message that goes out on our own accord to what a typed number means there. Numbers that were offered a moment ago
   * keep their meaning: a "1" typed for an answer of ours never means something that came in between.
   * @returns the number of the first of them
   */
  add(address: ChatAddress, choices: readonly Choice[], now: Date): Promise<number>
}
