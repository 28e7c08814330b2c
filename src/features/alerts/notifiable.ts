import type { Symptom } from '../checkin/report.ts'

/** Diseases of which the office hears at once, as the teacher or the family named them. Nothing here concludes one from symptoms. */
export const notifiable = ['chickenpox', 'hfmd', 'measles', 'mumps', 'dengue', 'pink-eye', 'flu'] as const satisfies Symptom[]
export type Notifiable = (typeof notifiable)[number]

export function isNotifiable(symptom: Symptom): symptom is Notifiable {
  return (notifiable as readonly Symptom[]).includes(symptom)
}

/** Named again within so many days it is the same illness of the child, and no news. */
export const episodeDays = 14
