import type { Symptom } from '../checkin/report.ts'

/** Kinds of complaint that are counted together, since one germ shows in several words. */
export const symptomGroups = ['fever', 'respiratory', 'gut', 'skin', 'eyes'] as const
export type SymptomGroup = (typeof symptomGroups)[number]

/** From here on a temperature is a fever, degrees Celsius. */
export const feverFrom = 38

const members: Readonly<Record<SymptomGroup, readonly Symptom[]>> = {
  fever: ['fever', 'flu', 'covid', 'dengue'],
  respiratory: ['cough', 'runny-nose', 'sore-throat', 'cold', 'flu', 'bronchitis', 'pneumonia', 'breathing-difficulty', 'covid'],
  gut: ['vomiting', 'diarrhea', 'stomach-ache'],
  skin: ['rash', 'hfmd', 'chickenpox', 'measles'],
  eyes: ['pink-eye'],
}

/** A child as a report has it. */
export interface IllChild {
  readonly name: string
  readonly symptoms: readonly Symptom[]
  /** Degrees Celsius. */
  readonly temperatureC: number | null
}

export function isInGroup({ symptoms, temperatureC }: IllChild, group: SymptomGroup): boolean {
  if (symptoms.some((symptom) => members[group].includes(symptom))) return true
  return group === 'fever' && temperatureC !== null && temperatureC >= feverFrom
}

/** Whether what was said is a fever: a temperature that was read rules over the word. */
export function hasFever({ symptoms, temperatureC }: IllChild): boolean {
  return temperatureC === null ? symptoms.includes('fever') : temperatureC >= feverFrom
}
