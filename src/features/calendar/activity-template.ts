import type { Language } from '../../core/phrases.ts'
import type { Audience } from './event.ts'

/** One activity of the built-in schedule. */
export interface TemplateLine {
  /** Month heading and line in the document: `11-1`. A line with several dates has one entry for each: `09-4a`. */
  readonly key: string
  /** Months of the school year, 1 to 12. */
  readonly months: readonly number[]
  /** Present when the document has a day. `of`: a day of every year, or only of 2020-2021 and so to be approved again. */
  readonly date?: { readonly month: number; readonly day: number; readonly of: 'every_year' | '2020-2021' }
  readonly audience: readonly Audience[]
  /** Who arranges it: the school itself, or the authorities above it, whose day the school only learns. */
  readonly arrangedBy: 'school' | 'authority'
  readonly title: Readonly<Record<Language, string>>
  /** Where it stands: heading as printed, line counted from 1. */
  readonly section: string
}

/** The document behind the schedule, as an answer names it. It has run out: every line is a pattern until a school approves it. */
export const activityTemplateSource = {
  file: '001_dbf5707a5c009c6d.txt',
  document: 'Hướng dẫn thực hiện nhiệm vụ GDMN năm học 2020-2021, quận Long Biên',
  place: 'long-bien',
  schoolYear: '2020-2021',
} as const

type Line = Omit<TemplateLine, 'key' | 'months' | 'section'>

interface Month {
  readonly key: string
  /** As printed: the schedule says 5/2020 where it means May 2021. */
  readonly heading: string
  readonly months: readonly number[]
  readonly lines: readonly (Line | readonly Line[])[]
}

const staff: readonly Audience[] = ['staff']
const office: readonly Audience[] = ['office']
const teachers: readonly Audience[] = ['teachers']
const everyone: readonly Audience[] = ['parents', 'staff']

const school = (audience: readonly Audience[], vi: string, en: string): Line => ({
  audience,
  arrangedBy: 'school',
  title: { vi, en },
})
const authority = (audience: readonly Audience[], vi: string, en: string): Line => ({
  ...school(audience, vi, en),
  arrangedBy: 'authority',
})

const licensing = authority(
  office,
  'Cùng phường kiểm tra cấp phép trường, nhóm lớp tư thục',
  'Licence checks of private settings with the ward',
)
const civicInspection = authority(staff, 'Đoàn kiểm tra công vụ của quận đến trường', 'District inspection of public duties')
const developmentPlanCheck = authority(
  office,
  'Kiểm tra kế hoạch phát triển mầm non 2021-2025',
  'Check of the 2021-2025 development plan',
)

const schedule: readonly Month[] = [
  {
    key: '08',
    heading: 'THÁNG 8/2020',
    months: [8],
    lines: [
      authority(
        staff,
        'Kiểm tra phòng dịch, chuẩn bị khai giảng, hoạt động hè, tuyển sinh',
        'Check: epidemic control, opening, summer care, enrolment',
      ),
      licensing,
    ],
  },
  {
    key: '09',
    heading: 'THÁNG 9/2020',
    months: [9],
    lines: [
      school(everyone, 'Khai giảng, ổn định nề nếp', 'School opening, settling in'),
      authority(
        office,
        'Văn bản chỉ đạo năm học: nhiệm vụ, lịch chuyên môn, quy chế, kiến tập',
        "The year's guidance: tasks, schedule, rules, visits",
      ),
      authority(
        office,
        'Hội nghị tổng kết năm học trước, triển khai năm học mới',
        'Conference: last year reviewed, new year launched',
      ),
      [
        {
          ...school(everyone, 'Bắt đầu thực hiện chương trình năm học', "The year's programme begins"),
          date: { month: 9, day: 14, of: '2020-2021' },
        },
        {
          ...school(staff, 'Hoàn thành chương trình năm học', "The year's programme is completed"),
          date: { month: 5, day: 24, of: '2020-2021' },
        },
        { ...school(everyone, 'Kết thúc năm học', 'The school year ends'), date: { month: 5, day: 28, of: '2020-2021' } },
      ],
      authority(
        staff,
        'Kiểm tra thu chi, an toàn thực phẩm, phòng dịch, quy chế chuyên môn',
        'Check: fees, food safety, epidemic control, practice',
      ),
      school(
        office,
        'Thống kê trên phần mềm Ngành, cập nhật phần mềm phổ cập',
        'Statistics in the sector software, universal-schooling data',
      ),
      school(office, 'Lập kế hoạch kiểm tra nội bộ', 'Plan of internal checks'),
      authority(
        staff,
        'Hướng dẫn hội thi giáo viên, nhân viên nuôi dưỡng giỏi cấp quận',
        'Guidance for the district contest of teachers and kitchen staff',
      ),
      authority(office, 'Kiểm tra phường đạt chuẩn phổ cập trẻ 5 tuổi', 'Check of wards: universal schooling of 5-year-olds'),
      licensing,
    ],
  },
  {
    key: '10',
    heading: 'THÁNG 10/2020',
    months: [10],
    lines: [
      school(office, 'Tập hợp số liệu mầm non, hồ sơ phổ cập trẻ 5 tuổi', 'Collect figures and the file on 5-year-olds'),
      authority(
        staff,
        'Kiểm tra quy chế, nhiệm vụ, an toàn thực phẩm, tai nạn thương tích, phòng dịch',
        'Check: practice, food safety, injuries, epidemic control',
      ),
      authority(staff, 'Kiến tập quản lý nuôi dưỡng, an toàn thực phẩm cấp thành phố', 'City visit: catering and food safety'),
      authority(staff, 'Kiến tập phòng chống tai nạn thương tích cấp thành phố', 'City visit: preventing injuries'),
      authority(
        staff,
        'Kiến tập ứng dụng CNTT, quản lý ngoài công lập cấp thành phố',
        'City visit: IT and running private settings',
      ),
      authority(staff, 'Kiến tập quản lý nuôi dưỡng, an toàn thực phẩm cấp quận', 'District visit: catering and food safety'),
      civicInspection,
      authority(staff, 'Bồi dưỡng thường xuyên cán bộ, giáo viên cốt cán (Sở)', 'Training of core staff by the department'),
      school(
        office,
        'Hoàn thiện hồ sơ kiểm định chất lượng, trường chuẩn quốc gia',
        'File for accreditation and national standard',
      ),
      licensing,
    ],
  },
  {
    key: '11',
    heading: 'THÁNG 11/2020',
    months: [11],
    lines: [
      {
        ...school(staff, 'Kỷ niệm ngày Nhà giáo Việt Nam 20/11', "Vietnamese Teachers' Day, 20/11"),
        date: { month: 11, day: 20, of: 'every_year' },
      },
      authority(
        staff,
        'Kiểm tra quy chế, nhiệm vụ, an toàn thực phẩm, thương tích, y tế học đường',
        'Check: practice, food safety, injuries, school health',
      ),
      authority(staff, 'Kiến tập phòng chống tai nạn thương tích cấp quận', 'District visit: preventing injuries'),
      authority(staff, 'Tập huấn phổ cập trẻ 5 tuổi', 'Training: universal schooling of 5-year-olds'),
      authority(staff, 'Kiến tập trường, lớp mầm non hạnh phúc cấp thành phố', 'City visit: happy preschool'),
      civicInspection,
      authority(staff, 'Kiến tập trường, lớp mầm non hạnh phúc cấp quận', 'District visit: happy preschool'),
      authority(
        staff,
        'Đón đoàn thành phố đánh giá ngoài, thẩm định chuẩn quốc gia',
        'City team: external evaluation, national standard',
      ),
      licensing,
    ],
  },
  {
    key: '12',
    heading: 'THÁNG 12/2020',
    months: [12],
    lines: [
      authority(
        staff,
        'Kiểm tra quy chế, nhiệm vụ, phòng suy dinh dưỡng, phòng dịch, an toàn thực phẩm',
        'Check: practice, malnutrition, epidemic control, food safety',
      ),
      authority(
        teachers,
        'Tập huấn tài liệu thanh lịch, văn minh cho trẻ 5-6 tuổi',
        'Training: good manners, children of 5 to 6',
      ),
      authority(office, 'Lập kế hoạch phát triển mầm non 2021-2025', 'Development plan 2021-2025'),
      school(office, 'Báo cáo, thống kê học kỳ I', 'Report and figures of semester 1'),
      authority(office, 'Hoàn thiện hồ sơ phổ cập trình thành phố', 'Universal-schooling file to the city'),
      civicInspection,
      authority(
        staff,
        'Khai mạc hội thi giáo viên, nhân viên nuôi dưỡng giỏi cấp quận (dự kiến)',
        'District contest of teachers and kitchen staff opens (planned)',
      ),
      licensing,
    ],
  },
  {
    key: '01-02',
    heading: 'THÁNG 01, 02/2021',
    months: [1, 2],
    lines: [
      school(staff, 'Sơ kết học kỳ I', 'Review of semester 1'),
      authority(
        staff,
        'Tổng kết câu lạc bộ tập thể xuất sắc thành phố (dự kiến)',
        "City club of outstanding teams: year's review (planned)",
      ),
      school(everyone, 'Nghỉ Tết Âm lịch; kiểm tra trường, lớp trước và sau Tết', 'Tết break; premises checked before and after'),
      authority(staff, 'Kiến tập đổi mới hình thức giáo dục, lấy trẻ làm trung tâm', 'Visit: child-centred teaching'),
      authority(
        staff,
        'Chấm thi giáo viên, nhân viên nuôi dưỡng giỏi cấp quận',
        'District contest of teachers and kitchen staff: judging',
      ),
      authority(
        office,
        'Tư vấn hồ sơ kiểm định chất lượng, chuẩn quốc gia',
        'Advice on the files for accreditation and national standard',
      ),
      licensing,
    ],
  },
  {
    key: '03',
    heading: 'THÁNG 3/2021',
    months: [3],
    lines: [
      authority(
        office,
        'Đón đoàn Sở kiểm tra hồ sơ kiểm định, chuẩn quốc gia',
        'Department team: accreditation and national standard',
      ),
      authority(
        teachers,
        'Kiểm tra thực hiện tài liệu thanh lịch, văn minh cho trẻ 5-6 tuổi',
        'Check: good manners, children of 5 to 6',
      ),
      authority(
        staff,
        'Kiểm tra quy chế, nhiệm vụ, tai nạn thương tích, an toàn thực phẩm',
        'Check: practice, injuries, food safety',
      ),
      authority(teachers, 'Kiến tập tiết dạy đạt giải cao cấp quận', 'Visit: prize-winning lessons of the district'),
      authority(teachers, 'Kiến tập chuyên đề khám phá khoa học', 'Visit: exploring science'),
      authority(teachers, 'Kiến tập hoạt động theo phương pháp Unis', 'Visit: activities in the Unis method'),
      civicInspection,
      authority(staff, 'Đón đoàn thanh tra chuyên ngành của Sở (dự kiến)', 'Inspection by the department (planned)'),
      authority(everyone, 'Liên hoan "Chúng cháu vui khỏe" cấp quận', "District children's festival of health and joy"),
      authority(
        staff,
        'Tổng kết hội thi giáo viên, nhân viên nuôi dưỡng giỏi cấp quận (dự kiến)',
        'District contest of teachers and kitchen staff: closing (planned)',
      ),
      licensing,
    ],
  },
  {
    key: '04',
    heading: 'THÁNG 4/2021',
    months: [4],
    lines: [
      authority(
        staff,
        'Kiểm tra quy chế, trường học an toàn, thương tích, an toàn thực phẩm, y tế',
        'Check: practice, safe school, injuries, food safety, health',
      ),
      developmentPlanCheck,
      school(staff, 'Đánh giá danh hiệu thi đua cuối năm', 'Year-end awards: assessment'),
      school(office, 'Điều tra số liệu cho tuyển sinh năm học mới', "Survey for the new year's enrolment"),
      school(
        staff,
        'Xây dựng hướng dẫn hoạt động hè, kế hoạch bồi dưỡng hè',
        'Guidance for summer care, plan of summer training',
      ),
      authority(staff, 'Chấm sáng kiến kinh nghiệm', 'Judging of practice papers'),
      licensing,
    ],
  },
  {
    key: '05',
    heading: 'THÁNG 5/2020',
    months: [5],
    lines: [
      school(everyone, 'Tổng kết năm học', 'Closing of the school year'),
      developmentPlanCheck,
      school(office, 'Thống kê, báo cáo tổng kết năm học, báo cáo thi đua', "Figures, year's report, awards report"),
      school(office, 'Lập kế hoạch, hướng dẫn tuyển sinh năm học mới', "Plan and guidance for the new year's enrolment"),
      authority(staff, 'Đón đoàn Sở kiểm tra thi đua tập thể xuất sắc', 'Department team: outstanding team award'),
      licensing,
      school(
        office,
        'Hoàn thiện hồ sơ đề nghị thành phố đánh giá, công nhận chuẩn quốc gia',
        'File for the city: evaluation and national standard',
      ),
    ],
  },
  {
    key: '06-08',
    heading: 'THÁNG 6,7,8/2021',
    months: [6, 7, 8],
    lines: [
      authority(staff, 'Bồi dưỡng thường xuyên hè cấp thành phố và quận', 'Summer training, city and district'),
      licensing,
      authority(
        staff,
        'Kiểm tra hoạt động hè, phòng dịch, thương tích, an toàn thực phẩm',
        'Check: summer care, epidemic control, injuries, food safety',
      ),
      authority(
        office,
        'Đón đoàn thành phố đánh giá kiểm định, chuẩn quốc gia',
        'City team: accreditation and national standard',
      ),
      authority(
        office,
        'Dự hội nghị tổng kết năm học, triển khai năm học mới của Sở',
        "Department's conference: year reviewed, new year launched",
      ),
      authority(office, 'Hội nghị tổng kết năm học, triển khai năm học mới', 'Conference: year reviewed, new year launched'),
      authority(staff, 'Kiểm tra trường chuẩn bị năm học mới', 'Check: ready for the new school year'),
    ],
  },
]

/** Every dash line of the activity schedule of the guidance 2020-2021, in its order, in our own short words. */
export const activityTemplate: readonly TemplateLine[] = schedule.flatMap(({ key, heading, months, lines }) =>
  lines.flatMap((line, index) => {
    const section = `Lịch trình hoạt động chuyên môn, ${heading}, dòng ${index + 1}`
    const parts = Array.isArray(line) ? (line as readonly Line[]) : [line as Line]
    return parts.map((part, nth) => ({
      ...part,
      key: `${key}-${index + 1}${parts.length > 1 ? 'abc'[nth] : ''}`,
      months: part.date ? [part.date.month] : months,
      section,
    }))
  }),
)

const ofOneYear = new Set(activityTemplate.filter(({ date }) => date?.of === '2020-2021').map(({ key }) => key))

/** Whether the document gives this line a day that was meant for 2020-2021 alone. */
export const datedForOneYear = (templateKey: string | null): boolean => templateKey !== null && ofOneYear.has(templateKey)
