import type { ClassAge } from '../features/people/person.ts'

/** The sample school: invented, in Long Biên. Fixed names, so that hints, tests and pictures can rely on them. */
export const sampleSchool = {
  name: 'Trường Mầm non Hoa Nắng',
  place: 'long-bien',
} as const

interface SampleClass {
  readonly code: string
  readonly name: string
  readonly age: ClassAge
  readonly children: readonly string[]
}

export const sampleClasses: readonly SampleClass[] = [
  {
    code: 'A1',
    name: 'Mẫu giáo lớn A1',
    age: '5',
    children: [
      'Nguyễn Hoài An',
      'Trần Thái Bình',
      'Lê Bảo Châu',
      'Phạm Quỳnh Chi',
      'Vũ Tiến Đạt',
      'Hoàng Anh Đức (Bin)',
      'Đỗ Thuỳ Dương',
      'Bùi Hương Giang',
      'Ngô Thu Hà',
      'Đặng Gia Hân',
      'Nguyễn Minh Hiếu',
      'Trần Quang Huy (Tôm)',
      'Lê Khánh Huyền',
      'Phạm Tuấn Kiệt',
      'Vũ Đăng Khoa',
      'Hoàng Tùng Lâm',
      'Đỗ Khánh Linh',
      'Bùi Bảo Long',
      'Ngô Phương Mai',
      'Đặng Nhật Minh',
      'Nguyễn Hà My',
      'Trần Hải Nam',
      'Lê Kim Ngân',
      'Phạm Bảo Ngọc',
      'Vũ Khôi Nguyên',
      'Hoàng Yến Nhi',
      'Đỗ Tấn Phát',
      'Bùi Minh Quân',
      'Ngô Đức Thịnh',
      'Đặng Thanh Trúc',
    ],
  },
  {
    code: 'B1',
    name: 'Mẫu giáo nhỡ B1',
    age: '4-5',
    children: [
      'Nguyễn Thiên Ân',
      'Trần Minh Anh',
      'Lê Gia Bảo',
      'Phạm Ngọc Diệp (Cốm)',
      'Vũ Hải Đăng',
      'Hoàng Hà Linh',
      'Đỗ Quang Minh (Sóc)',
      'Bùi Trà My',
      'Ngô Hoàng Nam',
      'Đặng Thảo Nguyên',
      'Nguyễn Uyên Nhi',
      'Trần Hồng Phúc',
      'Lê Anh Thư',
      'Phạm Cát Tường',
      'Vũ Bảo Vy',
    ],
  },
  {
    code: 'C1',
    name: 'Mẫu giáo bé C1',
    age: '3-4',
    children: [
      'Nguyễn Tú Anh (Thỏ)',
      'Trần Gia Bách',
      'Lê Khánh Chi (Na)',
      'Phạm Minh Đức',
      'Vũ Linh Đan (Miu)',
      'Hoàng Quang Hải',
      'Đỗ Thu Hiền',
      'Bùi Phúc Hưng (Bắp)',
      'Ngô Duy Khánh',
      'Đặng Bảo Lâm',
      'Nguyễn Nhật Nam',
      'Trần Tường Vy',
    ],
  },
  {
    code: 'D1',
    name: 'Nhà trẻ D1',
    age: 'nursery',
    children: [
      'Nguyễn Minh Khang (Bon)',
      'Trần Tuệ An (Nấm)',
      'Lê Hải Đường (Gấu)',
      'Phạm Gia Minh (Tít)',
      'Vũ Bảo Châu (Kem)',
      'Hoàng Quốc Bảo (Cà Rốt)',
      'Đỗ Mai Chi (Mơ)',
      'Bùi Anh Tú (Voi)',
    ],
  },
]

/** Of some children the sample school knows the age and sex: whole months on the demo's first day, and who is a boy. */
export const sampleAges: Readonly<Record<string, { readonly months: number; readonly sex: 'female' | 'male' }>> = {
  'Nguyễn Hoài An': { months: 68, sex: 'female' },
  'Trần Thái Bình': { months: 65, sex: 'male' },
  'Nguyễn Minh Khang (Bon)': { months: 18, sex: 'male' },
  'Trần Tuệ An (Nấm)': { months: 22, sex: 'female' },
  'Lê Hải Đường (Gấu)': { months: 27, sex: 'female' },
  'Phạm Gia Minh (Tít)': { months: 30, sex: 'male' },
}

/** The three phones of `/try`, and the teachers of the other classes, who have no phone there. */
export const samplePeople = {
  parent: { person: 'Chị Lan, mẹ bé Hoài An', child: 'Nguyễn Hoài An' },
  teacher: { person: 'Cô Hạnh', classes: ['A1'] },
  office: { person: 'Cô Thu, văn phòng' },
  others: [
    { person: 'Cô Mai', classes: ['B1'] },
    { person: 'Cô Nga', classes: ['C1'] },
    { person: 'Cô Yến', classes: ['D1'] },
  ],
} as const

/** One dated event for parents and one for teachers: days are counted in school days from the demo's first day. */
export const sampleEvents = [
  {
    key: 'demo-open-day',
    inSchoolDays: 2,
    audience: ['parents'],
    title: { vi: 'Ngày hội gia đình tại sân trường', en: 'Family day in the school yard' },
  },
  {
    key: 'demo-training',
    inSchoolDays: 3,
    audience: ['teachers'],
    title: { vi: 'Tập huấn sơ cấp cứu cho giáo viên', en: 'First-aid training for teachers' },
  },
] as const
