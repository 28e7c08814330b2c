import { z } from 'zod'
import { datedForOneYear } from '../../features/calendar/activity-template.ts'
import { audiences, type CalendarEvent, eventSources } from '../../features/calendar/event.ts'
import type { CalendarRule, Rhythm } from '../../features/calendar/rule.ts'
import { classAges } from '../../features/people/person.ts'
import { toDate, toDay } from './client.ts'
import type { Prisma } from './generated/client.ts'

const Audiences = z.array(z.enum(audiences))
const Ages = z.array(z.enum(classAges))
const Source = z.enum(eventSources)

/** An event as its row stands for it, id and school aside. */
export function eventRow(event: Omit<CalendarEvent, 'id'>) {
  const { schoolYear, source, sourceKey, templateKey, title, audience, classIds, ageGroups, when, place, approved } = event
  const dated = when.kind === 'dated' ? when : undefined
  return {
    ...{ schoolYear, source, templateKey, approved },
    sourceKey: sourceKey ?? null,
    titleVi: title.vi,
    titleEn: title.en,
    audience: [...audience],
    classIds: [...(classIds ?? [])],
    ageGroups: [...(ageGroups ?? [])],
    day: dated === undefined ? null : toDate(dated.day),
    lastDay: dated?.lastDay === undefined ? null : toDate(dated.lastDay),
    startTime: dated?.time ?? null,
    endTime: dated?.endTime ?? null,
    place: place ?? null,
    months: when.kind === 'within' ? [...when.months] : [],
  }
}

export function toEvent(row: Prisma.CalendarEventGetPayload<object>): CalendarEvent {
  const { day, lastDay, startTime, endTime, sourceKey, place } = row
  return {
    id: row.id,
    schoolYear: row.schoolYear,
    source: Source.parse(row.source),
    ...(sourceKey === null ? {} : { sourceKey }),
    templateKey: row.templateKey,
    title: { vi: row.titleVi, en: row.titleEn },
    audience: Audiences.parse(row.audience),
    classIds: row.classIds,
    ageGroups: Ages.parse(row.ageGroups),
    when:
      day === null
        ? { kind: 'within', months: row.months }
        : {
            kind: 'dated',
            day: toDay(day),
            ...(lastDay === null ? {} : { lastDay: toDay(lastDay) }),
            ...(startTime === null ? {} : { time: startTime }),
            ...(endTime === null ? {} : { endTime }),
          },
    ...(place === null ? {} : { place }),
    approved: row.approved,
    // Of the built-in schedule some days come back every year; whatever else waits for approval was laid from another year.
    tentative: !row.approved && (row.templateKey === null || datedForOneYear(row.templateKey)),
  }
}

/** A rule as its row stands for it, school and time aside. */
export function ruleRow({ id, number, title, audience, classIds, ageGroups, rhythm, time }: CalendarRule) {
  return {
    ...{ id, number, titleVi: title.vi, titleEn: title.en, startTime: time ?? null },
    ...{ audience: [...audience], classIds: [...classIds], ageGroups: [...ageGroups] },
    rhythm: rhythm as unknown as Prisma.InputJsonValue,
  }
}

export function toRule(row: Prisma.CalendarRuleGetPayload<object>): CalendarRule {
  const { id, number, titleVi, titleEn, classIds, startTime } = row
  return {
    ...{ id, number, classIds, title: { vi: titleVi, en: titleEn } },
    audience: Audiences.parse(row.audience),
    ageGroups: Ages.parse(row.ageGroups),
    rhythm: row.rhythm as unknown as Rhythm, // written by `ruleRow` and by nothing else
    ...(startTime === null ? {} : { time: startTime }),
  }
}
