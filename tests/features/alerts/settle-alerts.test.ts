import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/core/clock.ts'
import type { HealthAlert } from '../../../src/features/alerts/alert.ts'
import { settleAlerts } from '../../../src/features/alerts/settle-alerts.ts'
import { type ClassRecord, diseaseEpisodes, feversOf } from '../../../src/features/alerts/wanted-alerts.ts'
import type { ClassReport, Symptom } from '../../../src/features/checkin/report.ts'

const children = ['An', 'Bình', 'Châu'].map((rosterName) => ({ id: `id-${rosterName}`, rosterName }))
type Said = { readonly name: string; readonly symptom: Symptom; readonly temperatureC: number | null; readonly isHere: boolean }

function reportOf(said: readonly Said[]): ClassReport {
  const ill = (isHere: boolean) =>
    said
      .filter((one) => one.isHere === isHere)
      .map(({ name, symptom, temperatureC }) => ({ name, symptoms: [symptom], temperatureC }))
  return {
    ...{ present: 3, total: 3, leftEarly: [], unnamedAbsent: 0, ambiguous: [], unknownNames: [], error: null },
    absent: ill(false).map((child) => ({ ...child, reason: 'sick', excused: null })),
    illPresent: ill(true),
  }
}

/** A class's tables in memory: the report of each day, the alerts, and what the office was told. */
function classOf() {
  const reports = new Map<string, ClassReport>()
  let alerts: HealthAlert[] = []
  const told: string[] = []
  const record = (): ClassRecord => ({
    children,
    reports: [...reports].map(([day, report]) => ({ day, report })).sort((one, other) => one.day.localeCompare(other.day)),
    notices: [],
  })
  return {
    record,
    told,
    alerts: () => alerts,
    says(day: string, report: ClassReport) {
      reports.set(day, report)
      const { raise, change } = settleAlerts({ record: record(), alerts, days: [day], today: day })
      for (const { alert, to, isPending, isWithdrawn } of change) {
        const { firstDay, lastDay, figures } = to
        const withdrawnAt = isWithdrawn ? new Date(0) : null
        if (isPending) told.push(`${isWithdrawn ? 'withdrawn' : 'changed'} ${alert.childId} ${alert.subject}`)
        const read = isPending ? { told: isWithdrawn ? null : figures } : {}
        alerts = alerts.map((one) => (one === alert ? { ...one, firstDay, lastDay, figures, withdrawnAt, ...read } : one))
      }
      for (const wanted of raise) {
        told.push(`raised ${wanted.childId} ${wanted.subject}`)
        const kept = { schoolId: 's', classId: 'c', revision: 1, withdrawnAt: null, familyToldAt: null }
        alerts = [{ ...wanted, ...kept, id: `a${alerts.length}`, told: wanted.figures }, ...alerts]
      }
    },
  }
}

const said = fc.record({
  name: fc.constantFrom('An', 'Bình', 'Châu'),
  symptom: fc.constantFrom<Symptom>('chickenpox', 'flu', 'fever', 'cough', 'mumps'),
  temperatureC: fc.constantFrom(null, 37.4, 38, 39.5),
  isHere: fc.boolean(),
})
const morning = fc.record({
  daysLater: fc.integer({ min: 0, max: 20 }),
  said: fc.uniqueArray(said, { maxLength: 3, selector: ({ name }) => name }),
})

test('after any reports and corrections exactly those alerts stand for which the reports speak', () => {
  fc.assert(
    fc.property(fc.array(morning, { maxLength: 12 }), (mornings) => {
      const one = classOf()
      let day = '2026-10-05'
      for (const { daysLater, said } of mornings) {
        day = addDays(day, daysLater)
        one.says(day, reportOf(said))
      }
      const speaks = (alert: Pick<HealthAlert, 'childId' | 'subject' | 'firstDay' | 'lastDay'>) =>
        `${alert.childId}/${alert.subject}/${alert.firstDay}/${alert.lastDay}`
      const standing = one.alerts().filter(({ withdrawnAt, figures }) => withdrawnAt === null && figures.kind !== 'cluster')
      const diseases = standing.filter(({ figures }) => figures.kind === 'disease').map(speaks)
      expect(diseases.sort()).toEqual(diseaseEpisodes(one.record()).map(speaks).sort())
      const fevers = standing.filter(({ figures, firstDay }) => figures.kind === 'fever' && firstDay === day).map(speaks)
      expect(fevers.sort()).toEqual(feversOf(one.record(), day).map(speaks).sort())
    }),
    { numRuns: 1500 },
  )
})

test('the same words again tell the office nothing', () => {
  const one = classOf()
  const report = reportOf([{ name: 'An', symptom: 'mumps', temperatureC: null, isHere: false }])
  for (const day of ['2026-11-23', '2026-11-23', '2026-11-24', '2026-12-02']) one.says(day, report)
  expect(one.told).toEqual(['raised id-An mumps'])
  one.says('2026-12-30', report)
  expect(one.told).toEqual(['raised id-An mumps', 'raised id-An mumps'])
})

test('a child who has left the class takes no alert back', () => {
  const one = classOf()
  one.says('2026-11-23', reportOf([{ name: 'An', symptom: 'mumps', temperatureC: null, isHere: false }]))
  const { change } = settleAlerts({
    ...{ record: { ...one.record(), children: children.slice(1) }, alerts: one.alerts() },
    ...{ days: ['2026-11-23'], today: '2026-11-23' },
  })
  expect(change).toEqual([])
})
