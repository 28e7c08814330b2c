import { instantOf } from '../../core/clock.ts'
import type { School } from '../people/person.ts'
import { stillMissed } from './ask-after.ts'
import type { Calls } from './call-lines.ts'
import type { Inquiry } from './ladder-store.ts'
import { type LadderDeps, type Morning, readMorning } from './send-ladder.ts'
import { unnamedIn } from './unnamed.ts'

/** Whom the office has to call now, for the top of its lists; undefined on a day off. */
export async function openCalls(deps: LadderDeps, school: School, now: Date): Promise<Calls | undefined> {
  const morning = await readMorning(deps, school, now)
  if (morning === undefined) return undefined
  const inquiries = await deps.ladder.inquiriesOf(school.id, morning.day)
  const missed = inquiries.flatMap((inquiry) => {
    const found = stillMissed(morning, inquiry)
    return found === undefined ? [] : [{ ...found, inquiry }]
  })
  const of = (test: (inquiry: Inquiry) => boolean) => missed.filter(({ inquiry }) => test(inquiry))
  const isUnlinked = ({ askedAt, officeToldAt }: Inquiry) => officeToldAt?.getTime() === askedAt.getTime()
  const open = (inquiry: Inquiry) => inquiry.answer === null && !isUnlinked(inquiry)
  return {
    lost: of(({ answer }) => answer === 'at_school'),
    silent: of((inquiry) => open(inquiry) && isOverdue(morning, inquiry)),
    unlinked: of((inquiry) => inquiry.answer === null && isUnlinked(inquiry)),
    unnamed: now < instantOf(morning.day, morning.hours.cutOff) ? [] : unnamedIn(morning),
    waiting: of((inquiry) => open(inquiry) && !isOverdue(morning, inquiry)).map((one) => ({
      ...one,
      askedAt: one.inquiry.askedAt,
    })),
  }
}

function isOverdue({ now, hours }: Morning, { askedAt, officeToldAt }: Inquiry): boolean {
  return officeToldAt !== null || now.getTime() - askedAt.getTime() >= hours.answerMinutes * 60_000
}
