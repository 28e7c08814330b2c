import type { SchoolClass } from '../people/person.ts'
import { isNow } from './hours.ts'
import type { LadderDeps, Morning } from './send-ladder.ts'

/** A class with children away whom its report does not name, or not surely. */
export interface Unnamed {
  readonly one: SchoolClass
  readonly count: number
}

/** Children nobody can ask after, because nobody knows who they are. */
export function unnamedIn({ classes, reports }: Pick<Morning, 'classes' | 'reports'>): Unnamed[] {
  return classes.flatMap((one) => {
    const report = reports.get(one.id)?.report
    if (report === undefined) return []
    const count = (report.total ?? 0) - (report.present ?? 0) - report.absent.length
    return count > 0 ? [{ one, count }] : []
  })
}

/**
 * At the cut-off the teachers of such a class are asked for the names, once a day; from the moment they give them, the children are asked
 * after like any other. @returns how many messages went out, and the classes the office is to be told of.
 */
export async function askForNames(deps: LadderDeps, morning: Morning): Promise<{ sent: number; fresh: Unnamed[] }> {
  const { school, day, now, hours, reports } = morning
  if (!isNow({ day, time: hours.cutOff, now })) return { sent: 0, fresh: [] }
  let sent = 0
  const fresh: Unnamed[] = []
  for (const unnamed of unnamedIn(morning)) {
    const { one, count } = unnamed
    const key = `ladder/${school.id}/${day}/names/${one.id}`
    if (!(await deps.calendar.claim({ key, schoolId: school.id, dueAt: now, now }))) continue
    fresh.push(unnamed)
    const teachers = await deps.people.recipients({ schoolId: school.id, role: 'teacher', classIds: [one.id], day })
    const reporter = teachers.find(({ personId }) => personId === reports.get(one.id)?.reportedBy) ?? teachers[0]
    if (reporter === undefined) continue
    const { address, language, personId } = reporter
    const text = deps.phrases.text(language, 'ladder.name_them', { class: one.code, count })
    await deps.outbox.add({ to: address, key: `${key}/${personId}`, kind: 'reminder', schoolId: school.id, text }, now)
    sent += 1
  }
  return { sent, fresh }
}
