import type { Clock } from '../../core/clock.ts'
import type { Phrases } from '../../core/phrases.ts'
import { tellOffice } from '../alerts/tell-office.ts'
import { sendDueBroadcast } from '../broadcast/send-broadcast.ts'
import { askForDates } from '../calendar/ask-for-dates.ts'
import { mayTellStaff, schoolHours } from '../calendar/school-hours.ts'
import { tellEndingEntries } from '../entries/ending.ts'
import { remindOfGrowth } from '../growth/remind-growth.ts'
import type { Stores, UnitOfWork } from '../inbound/stores.ts'
import { askAfterMissed } from '../ladder/ask-after.ts'
import { readMorning, sendLadder } from '../ladder/send-ladder.ts'
import { tellStoppedChannels } from '../office/channel-alarm.ts'
import { endDueHandoffs } from '../office/due-handoffs.ts'
import { tellEndingGrants } from '../office/grant-alarm.ts'
import type { School } from '../people/person.ts'
import { sendDuePickups } from '../pickup/due-pickups.ts'
import { sendDueReminders } from '../reminders/send-reminders.ts'
import type { Wordings } from '../reminders/wordings.ts'
import { askOffice } from '../restore/ask-office.ts'
import { carryOut } from '../restore/decide-gap.ts'
import { holdMessages } from '../restore/hold-gap.ts'
import { sendDayLines, tellWaitingNotes } from '../signoff/send-lines.ts'
import { type FileMakers, sendSummaryFiles } from '../summary/send-files.ts'
import { sendDueSummary } from '../summary/send-summary.ts'

/** What one look at the clock caused, for the log. */
export type DueCounts = Record<
  | 'reminders'
  | 'questions'
  | 'summaries'
  | 'revisions'
  | 'summaryFiles'
  | 'endingEntries'
  | 'handoffs'
  | 'broadcasts'
  | 'calls'
  | 'inquiries'
  | 'alerts'
  | 'weighings'
  | 'pickups'
  | 'dayLines'
  | 'channelAlarms',
  number
>

type Deps = {
  work: UnitOfWork
  clock: Clock
  phrases: Phrases
  wordings: Wordings
  files: FileMakers
  schools(): Promise<School[]>
  /** One school's trouble must not keep the others waiting. */
  onError(schoolId: string, error: unknown): void
}

/**
 * Does whatever is due by our clock, each school in a transaction of its own. A tick, a start and a moved clock all call this one step;
 * calling it twice, or in two processes, does nothing twice.
 */
export async function runDue({ work: all, clock, phrases, wordings, files, schools, onError }: Deps): Promise<DueCounts> {
  const counts: DueCounts = {
    reminders: 0,
    questions: 0,
    summaries: 0,
    revisions: 0,
    summaryFiles: 0,
    endingEntries: 0,
    handoffs: 0,
    broadcasts: 0,
    calls: 0,
    inquiries: 0,
    alerts: 0,
    weighings: 0,
    pickups: 0,
    dayLines: 0,
    channelAlarms: 0,
  }
  for (const school of await schools()) {
    try {
      const now = clock.now()
      const gap = await all((stores) => stores.gaps.open(school.id))
      // After a restore what came due before it may have been sent by the service as it was then.
      const isUnasked = gap !== undefined && gap.askedAt === null
      const work = isUnasked ? holdMessages(all) : all
      const { asked, summary, endingEntries, handoffs, morning, alerts, weighings, family, channelAlarms } = await work(
        async (stores) => {
          // At night the staff's own work waits; where a child is and a channel that has stopped do not.
          const isDay = isUnasked || mayTellStaff(await schoolHours(stores, school.id), 'duty', now)
          return {
            asked: await askForDates({ ...stores, phrases }, school, now),
            summary: isDay ? await sendDueSummary({ ...stores, phrases }, school, now) : undefined,
            endingEntries: isDay ? await tellEndingEntries({ ...stores, phrases }, school, now) : 0,
            handoffs: await endDueHandoffs({ ...stores, phrases }, school, now),
            morning: await doMorning({ ...stores, phrases }, { school, now, isDay }),
            alerts: isDay ? await tellOffice({ ...stores, phrases }, school.id, now) : 0,
            weighings: isDay ? await remindOfGrowth({ ...stores, phrases }, school, now) : 0,
            family: await doFamilies({ ...stores, phrases }, school, now),
            channelAlarms:
              (await tellStoppedChannels({ ...stores, phrases }, school, now)) +
              (await tellEndingGrants({ ...stores, phrases }, school, now)),
          }
        },
      )
      if (asked !== undefined) counts.questions += 1
      counts.endingEntries += endingEntries
      counts.handoffs += handoffs
      counts.channelAlarms += channelAlarms
      counts.calls += morning.calls
      counts.inquiries += morning.inquiries
      counts.alerts += alerts
      counts.weighings += weighings
      counts.pickups += family.pickups
      counts.dayLines += family.dayLines
      // Reminders and long notices are written in several transactions.
      const sent = await sendDueReminders({ work, phrases, wordings }, school, now)
      counts.reminders += sent.filter(({ isFirst, to }) => isFirst || to.guardian + to.teacher + to.office > 0).length
      while ((await work((stores) => sendDueBroadcast({ ...stores, phrases }, school, now))) > 0) counts.broadcasts += 1
      counts.summaryFiles += await sendSummaryFiles({ work, phrases, files }, school, now)
      if (isUnasked) await all((stores) => askOffice({ ...stores, phrases }, gap, now))
      else if (gap !== undefined) await all((stores) => carryOut(stores, gap, now))
      if (summary === 'summary') counts.summaries += 1
      if (summary === 'revision') counts.revisions += 1
    } catch (error) {
      onError(school.id, error)
    }
  }
  return counts
}

/** Reports that are out, and children nobody has said anything of. */
async function doMorning(
  deps: Stores & Pick<Deps, 'phrases'>,
  { school, now, isDay }: { school: School; now: Date; isDay: boolean },
) {
  const morning = await readMorning(deps, school, now)
  if (morning === undefined) return { calls: 0, inquiries: 0 }
  return { calls: isDay ? await sendLadder(deps, morning) : 0, inquiries: await askAfterMissed(deps, morning) }
}

/** What families said ahead of its day, and what there is to tell them at its end. */
async function doFamilies(deps: Stores & Pick<Deps, 'phrases'>, school: School, now: Date) {
  await tellWaitingNotes(deps, school, now)
  return { pickups: await sendDuePickups(deps, school, now), dayLines: await sendDayLines(deps, school, now) }
}
