import type { Choice } from '../../core/message.ts'

/** What stands written for one chat and is to be said in another. */
export interface Written {
  readonly text: string
  /** With the numbers they were shown under. */
  readonly choices: readonly Choice[]
}

const number = /^\d+\. /

/** Takes the numbered list off a text that carries its choices as one, so that the other chat can number and show them its own way. */
export function withoutList({ text, choices }: Written): Written {
  const list = choices.map(({ label }) => label).join('\n')
  return {
    text: list !== '' && text.endsWith(`\n\n${list}`) ? text.slice(0, -list.length - 2) : text,
    choices: choices.map((choice) => ({ ...choice, label: choice.label.replace(number, '') })),
  }
}

/** The key of the message that follows where this one did not arrive: `…/way2`, `…/way3`. */
export function nextWayKey(key: string): string {
  const [, base, way] = /^(.*?)(?:\/way(\d+))?$/s.exec(key)!
  return `${base}/way${Number(way ?? 1) + 1}`
}

/** The key that all ways of one message share. */
export const firstWayKey = (key: string): string => key.replace(/\/way\d+$/, '')
