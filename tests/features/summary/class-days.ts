import type { AbsentChild, IllChild } from '../../../src/features/checkin/report.ts'
import type { AgeGroup } from '../../../src/features/summary/attendance-target.ts'
import type { ClassDay } from '../../../src/features/summary/totals.ts'

export const away = (child: Partial<AbsentChild> = {}): AbsentChild => ({
  name: 'Lê Đức Anh (Bin)',
  reason: null,
  symptoms: [],
  temperatureC: null,
  excused: null,
  ...child,
})

export const ill = (child: Partial<IllChild> = {}): IllChild => ({
  name: 'Nguyễn Bảo An',
  symptoms: ['cough'],
  temperatureC: null,
  ...child,
})

interface ReportParts {
  readonly absent?: readonly AbsentChild[]
  readonly illPresent?: readonly IllChild[]
  readonly leftEarly?: readonly string[]
  readonly unnamedAbsent?: number
  readonly state?: ClassDay['state']
  readonly enrolled?: number
}

/** A class that reported `28/30`, confirmed unless said otherwise. */
export function reported(className: string, ageGroup: AgeGroup, count: string, parts: ReportParts = {}): ClassDay {
  const [present, total] = count.split('/').map(Number)
  const { absent = [], illPresent = [], leftEarly = [], unnamedAbsent = 0, state = 'confirmed', enrolled = total! } = parts
  return {
    className,
    ageGroup,
    enrolled,
    state,
    report: { present: present!, total: total!, absent, illPresent, leftEarly, unnamedAbsent },
  }
}

export const silent = (className: string, ageGroup: AgeGroup, enrolled: number): ClassDay => ({
  className,
  ageGroup,
  enrolled,
  state: 'not_reported',
  report: null,
})

/** A morning at a small school: one class above its target, one below, one on it, one silent. */
export const morning: readonly ClassDay[] = [
  reported('A1', '5', '28/30', {
    absent: [
      away({ reason: 'sick', symptoms: ['fever'], temperatureC: 38.5 }),
      away({ reason: 'sick', symptoms: ['cough'], excused: true }),
    ],
  }),
  reported('B1', '4-5', '27/27', {
    illPresent: [ill({ symptoms: ['cough', 'runny-nose'] })],
    leftEarly: ['Trần Minh'],
    state: 'unconfirmed',
    enrolled: 28,
  }),
  silent('C1', '3-4', 25),
  reported('Nhà trẻ D2', 'nursery', '17/20', { absent: [away({ reason: 'family', excused: true })], unnamedAbsent: 2 }),
]
