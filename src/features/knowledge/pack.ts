import { documents } from './documents.ts'
import type { Entry } from './entry.ts'
import { haiPhongCurriculum } from './pack/hai-phong-curriculum.ts'
import { haiPhongEnrollment } from './pack/hai-phong-enrollment.ts'
import { haiPhongHealth } from './pack/hai-phong-health.ts'
import { haiPhongMeals } from './pack/hai-phong-meals.ts'
import { haiPhongQuality } from './pack/hai-phong-quality.ts'
import { haiPhongStaff } from './pack/hai-phong-staff.ts'
import { krongPaChildCentred } from './pack/krong-pa-child-centred.ts'
import { longBien2020Attendance } from './pack/long-bien-2020-attendance.ts'
import { longBien2020Curriculum } from './pack/long-bien-2020-curriculum.ts'
import { longBien2020Duties } from './pack/long-bien-2020-duties.ts'
import { longBien2020Enrollment } from './pack/long-bien-2020-enrollment.ts'
import { longBien2020Health } from './pack/long-bien-2020-health.ts'
import { longBien2020Meals } from './pack/long-bien-2020-meals.ts'
import { longBien2020Milk } from './pack/long-bien-2020-milk.ts'
import { longBien2020Models } from './pack/long-bien-2020-models.ts'
import { longBien2020Quality } from './pack/long-bien-2020-quality.ts'
import { longBien2020Safety } from './pack/long-bien-2020-safety.ts'
import { longBien2020Schedule } from './pack/long-bien-2020-schedule.ts'
import { longBien2020Staff } from './pack/long-bien-2020-staff.ts'
import { longBienPlan2021Care } from './pack/long-bien-plan-2021-care.ts'
import { longBienPlan2021Document } from './pack/long-bien-plan-2021-document.ts'
import { longBienPlan2021Duties } from './pack/long-bien-plan-2021-duties.ts'
import { longBienPlan2021Enrollment } from './pack/long-bien-plan-2021-enrollment.ts'
import { longBienPlan2021Facilities } from './pack/long-bien-plan-2021-facilities.ts'
import { longBienPlan2021Schools } from './pack/long-bien-plan-2021-schools.ts'
import { longBienPlan2021Staff } from './pack/long-bien-plan-2021-staff.ts'
import { longBienPlan2022Care } from './pack/long-bien-plan-2022-care.ts'
import { longBienPlan2022Document } from './pack/long-bien-plan-2022-document.ts'
import { longBienPlan2022Duties } from './pack/long-bien-plan-2022-duties.ts'
import { longBienPlan2022Enrollment } from './pack/long-bien-plan-2022-enrollment.ts'
import { longBienPlan2022Primary } from './pack/long-bien-plan-2022-primary.ts'
import { longBienPlan2022Schools } from './pack/long-bien-plan-2022-schools.ts'
import { longBienPlan2022Secondary } from './pack/long-bien-plan-2022-secondary.ts'
import { longBienPlan2022Staff } from './pack/long-bien-plan-2022-staff.ts'

/**
 * The built-in knowledge pack: what the five source documents say, and nothing else.
 * @throws {Error} when two entries share an id or an entry names the place of another document: a mistake in the data.
 */
function joined(lists: readonly (readonly Entry[])[]): readonly Entry[] {
  const entries = lists.flat()
  const ids = new Set<string>()
  for (const entry of entries) {
    if (ids.has(entry.id)) throw new Error(`two entries are called ${entry.id}`)
    if (documents[entry.document].place !== entry.place) throw new Error(`${entry.id} is not of the place of its document`)
    ids.add(entry.id)
  }
  return entries
}

export const pack: readonly Entry[] = joined([
  haiPhongCurriculum,
  haiPhongEnrollment,
  haiPhongHealth,
  haiPhongMeals,
  haiPhongQuality,
  haiPhongStaff,
  krongPaChildCentred,
  longBien2020Attendance,
  longBien2020Curriculum,
  longBien2020Duties,
  longBien2020Enrollment,
  longBien2020Health,
  longBien2020Meals,
  longBien2020Milk,
  longBien2020Models,
  longBien2020Quality,
  longBien2020Safety,
  longBien2020Schedule,
  longBien2020Staff,
  longBienPlan2021Care,
  longBienPlan2021Document,
  longBienPlan2021Duties,
  longBienPlan2021Enrollment,
  longBienPlan2021Facilities,
  longBienPlan2021Schools,
  longBienPlan2021Staff,
  longBienPlan2022Care,
  longBienPlan2022Document,
  longBienPlan2022Duties,
  longBienPlan2022Enrollment,
  longBienPlan2022Primary,
  longBienPlan2022Schools,
  longBienPlan2022Secondary,
  longBienPlan2022Staff,
])
