import type { Entry } from '../entry.ts'

const source = { place: 'long-bien', document: '001', validFrom: '2020-08-01', validTo: '2021-08-31' } as const
const five = { value: '95', unit: '%', label: 'chuyên cần tối thiểu', group: '5', schoolYear: '2020-2021' } as const
const three = { value: '87', unit: '%', label: 'chuyên cần phấn đấu', group: '3-4', schoolYear: '2020-2021' } as const
const nursery = { value: '85', unit: '%', label: 'chuyên cần phấn đấu', group: 'nursery', schoolYear: '2020-2021' } as const
const age5 = { value: '5', unit: 'tuổi', label: 'độ tuổi' }
const age34 = { value: '3-4', unit: 'tuổi', label: 'độ tuổi' }

/** How regularly children should come, by age: Long Biên, guidance of 2020-2021. */
export const longBien2020Attendance: readonly Entry[] = [
  {
    ...source,
    id: 'attendance.long-bien.overview-2020',
    topic: 'attendance',
    section: 'II.4.2.1.a',
    audience: ['parent', 'teacher', 'office'],
    text: {
      vi: 'Tỷ lệ chuyên cần Long Biên phấn đấu: từ 95% trở lên với trẻ 5 tuổi, 87% với trẻ 3-4 tuổi và 85% với trẻ nhà trẻ ạ.',
      en: 'Attendance targets in Long Biên: at least 95% for children aged 5, 87% for ages 3-4 and 85% for nursery children.',
    },
    figures: [five, three, nursery, age5, age34],
    asks: [
      'tỷ lệ chuyên cần là bao nhiêu',
      'chỉ tiêu chuyên cần của các độ tuổi',
      'trẻ phải đi học đều bao nhiêu phần trăm',
      'quy định tỷ lệ đi học đầy đủ của các bé',
      'chuyên cần từng lứa tuổi thế nào',
      'tỷ lệ đi học đều phấn đấu mấy phần trăm',
      'tỉ lệ chuyên cần nhà trẻ và mẫu giáo',
      'chuyên cần',
      'attendance rate targets',
      'how regularly should children attend',
    ],
    group: 'all',
  },
  {
    ...source,
    id: 'attendance.long-bien.five-year-2020',
    topic: 'attendance',
    section: 'II.4.2.1.a',
    audience: ['parent', 'teacher', 'office'],
    text: {
      vi: 'Từ 95% trở lên là tỷ lệ chuyên cần Long Biên phấn đấu với trẻ 5 tuổi ạ.',
      en: 'At least 95% is the attendance rate Long Biên aimed at for children aged 5.',
    },
    figures: [five, age5],
    asks: [
      'tỷ lệ chuyên cần trẻ 5 tuổi',
      'lớp lá chuyên cần bao nhiêu phần trăm',
      'trẻ mẫu giáo lớn phải đi học đều bao nhiêu',
      'bé 5 tuổi chuyên cần mấy phần trăm',
      'thế còn 5 tuổi thì chuyên cần bao nhiêu',
      'các con lớp 5 tuổi đi học đều bao nhiêu %',
      'attendance target for 5-year-olds',
    ],
    group: '5',
  },
  {
    ...source,
    id: 'attendance.long-bien.three-four-2020',
    topic: 'attendance',
    section: 'II.4.2.1.a',
    audience: ['parent', 'teacher', 'office'],
    text: {
      vi: '87% là tỷ lệ chuyên cần Long Biên phấn đấu với trẻ 3-4 tuổi ạ.',
      en: '87% is the attendance rate Long Biên aimed at for children aged 3-4.',
    },
    figures: [three, age34],
    asks: [
      'tỷ lệ chuyên cần trẻ 3-4 tuổi',
      'lớp mầm chuyên cần bao nhiêu phần trăm',
      'lớp chồi phải đi học đều bao nhiêu',
      'mẫu giáo bé và mẫu giáo nhỡ chuyên cần mấy phần trăm',
      'trẻ 4 tuổi đi học đều bao nhiêu %',
      'bé 3 tuổi chuyên cần bao nhiêu',
      'attendance target for 3 and 4 year olds',
    ],
    group: '3-4',
  },
  {
    ...source,
    id: 'attendance.long-bien.nursery-2020',
    topic: 'attendance',
    section: 'II.4.2.1.a',
    audience: ['parent', 'teacher', 'office'],
    text: {
      vi: '85% là tỷ lệ chuyên cần Long Biên phấn đấu với trẻ nhà trẻ ạ.',
      en: '85% is the attendance rate Long Biên aimed at for nursery children.',
    },
    figures: [nursery],
    asks: [
      'tỷ lệ chuyên cần trẻ nhà trẻ',
      'nhà trẻ chuyên cần bao nhiêu phần trăm',
      'các bé nhà trẻ đi học đều bao nhiêu',
      'trẻ dưới 3 tuổi chuyên cần mấy phần trăm',
      'nhóm trẻ 24-36 tháng phải chuyên cần bao nhiêu',
      'chuyên cần của bé 2 tuổi',
      'nursery attendance target',
    ],
    group: 'nursery',
  },
]
