import { users } from '../support/people.ts'

/** One thing that happens in the day the service is killed in. */
export type Step =
  | { readonly at: string }
  | { readonly who: 'parent' | 'teacher' | 'office'; readonly says: string }
  /** The office answers the newest question it was shown. */
  | { readonly officeAnswers: string }

export const firstInstant = '2026-11-23T20:00:00+07:00'

/** From Monday evening to Tuesday's summary: every flow of the product at least once, in an order that leaves one right outcome. */
export const dayScript: readonly Step[] = [
  { who: 'parent', says: 'sua hoc duong phu huynh dong bao nhieu %' },
  { who: 'parent', says: 'thế hộ nghèo thì sao ạ?' },
  { who: 'office', says: 'trợ giúp' },
  { at: '2026-11-24T06:40:00+07:00' },
  { at: '2026-11-24T07:00:00+07:00' },
  { who: 'teacher', says: 'A1 28/30, vắng 2: An sốt 38.5, Bình ho có phép' },
  { who: 'teacher', says: '1' },
  { at: '2026-11-24T07:30:00+07:00' },
  { who: 'parent', says: 'Học phí một tháng bao nhiêu ạ?' },
  { officeAnswers: 'Dạ học phí nhà trường gửi trong sổ liên lạc ạ.' },
  { who: 'teacher', says: 'nhầm, An đi học rồi' },
  { who: 'teacher', says: '2' },
  { who: 'teacher', says: '1' },
  { who: 'parent', says: 'cân đo cho bé mấy lần một năm' },
  { who: 'office', says: 'tổng hợp hôm nay' },
  { at: '2026-11-24T09:15:00+07:00' },
  { who: 'teacher', says: 'thêm Châu nghỉ, về quê' },
  { at: '2026-11-24T09:25:00+07:00' },
  { who: 'parent', says: 'dừng' },
  { who: 'parent', says: 'bật lại' },
  { who: 'office', says: 'câu hỏi' },
]

export const platformOf = { parent: 'zalo', teacher: 'telegram', office: 'telegram' } as const
export const userOf = { parent: users.parent, teacher: users.teacher, office: users.office }
