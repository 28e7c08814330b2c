import type { Ids } from '../../core/ids.ts'
import type { ChatAddress } from '../../core/message.ts'
import { chatKey, type WakeUps } from '../../core/wake-ups.ts'
import type { UnitOfWork } from '../../features/inbound/stores.ts'
import type { ChannelTraits } from '../../features/outbox/outbox.ts'
import { createAbsenceStore } from './absence-store.ts'
import { createAddresseeStore } from './addressee-store.ts'
import { createAlertStore } from './alert-store.ts'
import { createArrangementStore } from './arrangement-store.ts'
import { createBroadcastStore } from './broadcast-store.ts'
import { createCalendarStore } from './calendar-store.ts'
import { createChannelStopStore } from './channel-stop-store.ts'
import { createCheckinStore } from './checkin-store.ts'
import { createConditionStore } from './condition-store.ts'
import { createConsoleStore } from './console-store.ts'
import { createDayLog } from './day-log.ts'
import { createEntryStore } from './entry-store.ts'
import { createErasureStore } from './erasure-store.ts'
import { createGapStore } from './gap-store.ts'
import type { PrismaClient } from './generated/client.ts'
import { createGrantStore } from './grant-store.ts'
import { createGrowthStore } from './growth-store.ts'
import { createHandoffStore } from './handoff-store.ts'
import { createHoursStore } from './hours-store.ts'
import { createImportStore } from './import-store.ts'
import { createJournalMarks } from './journal-store.ts'
import { createLadderStore } from './ladder-store.ts'
import { createMessageLog } from './message-log.ts'
import { createOffers } from './offer-store.ts'
import { createOutbox } from './outbox-store.ts'
import { createPeopleStore } from './people-store.ts'
import { createPickupStore } from './pickup-store.ts'
import { createPreferenceStore } from './preference-store.ts'
import { createQuestionStore } from './question-store.ts'
import { createReminderStore } from './reminder-store.ts'
import { createRollStore } from './roll-store.ts'
import { createRosterImportStore } from './roster-import-store.ts'
import { createSettingsStore } from './settings-store.ts'
import { createSetupStore } from './setup-store.ts'
import { createSignoffStore } from './signoff-store.ts'

/**
 * Runs work in one transaction with a fresh set of stores, then wakes the chats that got messages. The wake-ups are sent once
 * the commit is durable: on the embedded database one inside the transaction would wait for it for ever.
 */
export function createUnitOfWork(
  prisma: PrismaClient,
  { ids, traits, wakeUps }: { ids: Ids; traits: ChannelTraits; wakeUps: Pick<WakeUps, 'outbound' | 'bulk'> },
): UnitOfWork {
  return async (work) => {
    const touched = new Map<string, ChatAddress>()
    let hasBulk = false
    const result = await prisma.$transaction((tx) =>
      work({
        people: createPeopleStore(tx, ids),
        outbox: createOutbox(tx, {
          traits,
          touched: (chat, lane) => {
            if (lane === 'now') touched.set(chatKey(chat), chat)
            else hasBulk = true
          },
        }),
        channelStops: createChannelStopStore(tx),
        marks: createJournalMarks(tx),
        gaps: createGapStore(tx, traits),
        offers: createOffers(tx),
        checkins: createCheckinStore(tx, ids),
        questions: createQuestionStore(tx),
        entries: createEntryStore(tx, ids),
        handoffs: createHandoffStore(tx),
        settings: createSettingsStore(tx),
        calendar: createCalendarStore(tx, ids),
        imports: createImportStore(tx),
        broadcasts: createBroadcastStore(tx),
        absences: createAbsenceStore(tx),
        ladder: createLadderStore(tx, ids),
        pickups: createPickupStore(tx),
        signoffs: createSignoffStore(tx, ids),
        alerts: createAlertStore(tx, ids),
        growth: createGrowthStore(tx, ids),
        hours: createHoursStore(tx),
        preferences: createPreferenceStore(tx),
        reminders: createReminderStore(tx),
        addressees: createAddresseeStore(tx),
        conditions: createConditionStore(tx),
        arrangements: createArrangementStore(tx),
        console: createConsoleStore(tx),
        dayLog: createDayLog(tx),
        messageLog: createMessageLog(tx),
        erasures: createErasureStore(tx, ids),
        grants: createGrantStore(tx),
        roll: createRollStore(tx),
        rosters: createRosterImportStore(tx),
        setup: createSetupStore(tx, ids),
      }),
    )
    await Promise.all([...touched.values()].map((chat) => wakeUps.outbound(chat)))
    if (hasBulk) wakeUps.bulk()
    return result
  }
}
