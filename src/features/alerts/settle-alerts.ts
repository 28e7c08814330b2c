import { addDays, type SchoolDay } from '../../core/clock.ts'
import { type HealthAlert, isNews, type WantedAlert } from './alert.ts'
import { childrenSince, findCluster } from './find-cluster.ts'
import { episodeDays } from './notifiable.ts'
import type { SymptomGroup } from './symptom-group.ts'
import { type ClassRecord, clustersOf, diseaseEpisodes, feversOf, illDays } from './wanted-alerts.ts'

/** What is to be done so that a class's alerts say what its reports and notices say. */
export interface Settlement {
  readonly raise: readonly WantedAlert[]
  readonly change: readonly {
    readonly alert: HealthAlert
    readonly to: WantedAlert
    readonly isPending: boolean
    readonly isWithdrawn: boolean
  }[]
}

/** A cluster into which nobody fell for so many days is over: what comes then is another. */
const clusterDays = 7
/** And so is one that has lasted so long: it has become what is usual in the class. */
const longestClusterDays = 21

interface Question {
  readonly record: ClassRecord
  /** Of the class, newest first, withdrawn ones included. */
  readonly alerts: readonly HealthAlert[]
  /** Days whose report or notices were written just now. */
  readonly days: readonly SchoolDay[]
  readonly today: SchoolDay
}

/**
 * Compares what stands with what should. A disease is news once an illness of a child; a fever at school and a cluster are news on their own
 * day; what a correction took the ground from is withdrawn. Days that nobody touched are left as they are: a child who left the class takes
 * nothing back.
 */
export function settleAlerts(question: Question): Settlement {
  const { record, days, today, alerts } = question
  const isTouched = ({ firstDay, lastDay }: WantedAlert) => days.some((day) => firstDay <= day && day <= lastDay)
  const fevers = days.includes(today) ? feversOf(record, today) : []
  const clusters = days.includes(today) ? clustersOf(record, today).filter((one) => openCluster(question, one) === undefined) : []
  const matched = [...diseaseEpisodes(record), ...fevers, ...clusters].map((wanted) => ({
    wanted,
    alert: alerts.find((alert) => isSame(alert, wanted)),
  }))
  const raise = matched.filter(({ wanted, alert }) => alert === undefined && isTouched(wanted)).map(({ wanted }) => wanted)
  const kept = matched.flatMap(({ wanted, alert }) =>
    alert === undefined || (alert.withdrawnAt !== null && !isTouched(wanted)) ? [] : stand(alert, wanted),
  )
  const rest = alerts.filter((alert) => alert.withdrawnAt === null && !matched.some((one) => one.alert === alert))
  return { raise, change: [...kept, ...rest.flatMap((alert) => without(alert, question))] }
}

function isSame(alert: HealthAlert, wanted: WantedAlert): boolean {
  if (alert.childId !== wanted.childId || alert.subject !== wanted.subject || alert.figures.kind !== wanted.figures.kind)
    return false
  if (wanted.figures.kind !== 'disease') return alert.firstDay === wanted.firstDay
  return wanted.firstDay <= addDays(alert.lastDay, episodeDays) && alert.firstDay <= addDays(wanted.lastDay, episodeDays)
}

/** A cluster that has begun earlier and goes on: more children are its growth, no second cluster. */
function openCluster({ alerts, today }: Question, { subject }: WantedAlert): HealthAlert | undefined {
  return alerts.find(
    (alert) =>
      alert.figures.kind === 'cluster' &&
      alert.subject === subject &&
      alert.withdrawnAt === null &&
      alert.firstDay < today &&
      isOpenCluster(alert, today),
  )
}

/** Whether more children who fall ill alike belong to a cluster that has begun earlier. */
export function isOpenCluster({ firstDay, lastDay }: Pick<HealthAlert, 'firstDay' | 'lastDay'>, today: SchoolDay): boolean {
  return lastDay >= addDays(today, -clusterDays) && firstDay >= addDays(today, -longestClusterDays)
}

function stand(alert: HealthAlert, to: WantedAlert): Settlement['change'] {
  const facts = ({ firstDay, lastDay, figures }: WantedAlert) =>
    JSON.stringify([firstDay, lastDay, Object.entries(figures).sort()])
  if (alert.withdrawnAt === null && facts(alert) === facts(to)) return []
  return [{ alert, to, isPending: isNews(alert.told, to.figures), isWithdrawn: false }]
}

/** An alert for which nothing asks today: it is over, goes on as a cluster, or has lost its ground. */
function without(alert: HealthAlert, question: Question): Settlement['change'] {
  const { record, days, today } = question
  const { figures } = alert
  const withdrawn = [{ alert, to: alert, isPending: alert.told !== null, isWithdrawn: true }]
  if (figures.kind === 'disease') {
    const isHere = record.children.some(({ id }) => id === alert.childId)
    return isHere && days.some((day) => alert.firstDay <= day && day <= alert.lastDay) ? withdrawn : []
  }
  if (figures.kind === 'fever') return days.includes(alert.firstDay) ? withdrawn : []
  const group = alert.subject as SymptomGroup
  const history = illDays(record)
  if (days.includes(alert.firstDay) && findCluster(history, { group, day: alert.firstDay }) === undefined) return withdrawn
  if (!days.includes(today) || !isOpenCluster(alert, today)) return []
  const since = childrenSince(history, group, figures.from)
  if (since === figures.since) return []
  return stand(alert, { ...alert, lastDay: since > figures.since ? today : alert.lastDay, figures: { ...figures, since } })
}
