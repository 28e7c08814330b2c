/** A question whose answer comes from the documents and from nowhere else, with the entry that gives it. */
export interface ProtectedQuestion {
  readonly text: string
  readonly entryId: string
}

/**
 * What the sector's documents settle for everybody: who pays for school milk, who drinks free, when it was, and which share of children
 * is to be enrolled. An entry of a school takes the place of one of these only where the office has said so twice (`protected.ts`).
 */
export const protectedQuestions: readonly ProtectedQuestion[] = [
  { text: 'Sữa học đường phụ huynh đóng bao nhiêu phần trăm?', entryId: 'milk.long-bien.parents-share' },
  { text: 'Tiền sữa học đường chia như thế nào?', entryId: 'milk.long-bien.shares' },
  { text: 'Thành phố hỗ trợ bao nhiêu phần trăm tiền sữa học đường?', entryId: 'milk.long-bien.city-share' },
  { text: 'Doanh nghiệp hỗ trợ bao nhiêu phần trăm tiền sữa học đường?', entryId: 'milk.long-bien.company-share' },
  { text: 'Trẻ nào được miễn phí sữa học đường?', entryId: 'milk.long-bien.free-groups' },
  { text: 'Sữa học đường bắt đầu và kết thúc ngày nào?', entryId: 'milk.long-bien.period' },
  { text: 'Sữa học đường là chương trình gì?', entryId: 'milk.long-bien.overview' },
  {
    text: 'Chỉ tiêu huy động trẻ nhà trẻ ra lớp năm 2020-2021 là bao nhiêu phần trăm?',
    entryId: 'enrollment.long-bien.nursery-target-2020',
  },
  {
    text: 'Mục tiêu huy động trẻ nhà trẻ đến năm 2025 là bao nhiêu phần trăm?',
    entryId: 'enrollment.long-bien.nursery-goal-plan-2022',
  },
  {
    text: 'Mục tiêu huy động trẻ mẫu giáo đến năm 2025 là bao nhiêu phần trăm?',
    entryId: 'enrollment.long-bien.kindergarten-goal-plan-2022',
  },
  {
    text: 'Mục tiêu huy động trẻ 5 tuổi đến năm 2025 là bao nhiêu phần trăm?',
    entryId: 'enrollment.long-bien.five-year-goal-plan-2022',
  },
  {
    text: 'Chỉ tiêu huy động trẻ mẫu giáo năm 2020-2021 là bao nhiêu phần trăm?',
    entryId: 'enrollment.long-bien.kindergarten-target-2020',
  },
  { text: 'Ở Hải Phòng chỉ tiêu huy động trẻ nhà trẻ là bao nhiêu phần trăm?', entryId: 'enrollment.hai-phong.nursery-target' },
  {
    text: 'Ở Hải Phòng chỉ tiêu huy động trẻ mẫu giáo là bao nhiêu phần trăm?',
    entryId: 'enrollment.hai-phong.kindergarten-target',
  },
  { text: 'Ở Hải Phòng chỉ tiêu huy động trẻ 5 tuổi là bao nhiêu phần trăm?', entryId: 'enrollment.hai-phong.five-year-target' },
]
