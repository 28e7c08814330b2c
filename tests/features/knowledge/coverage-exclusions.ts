interface Exclusion {
  readonly document: string
  readonly figure: string
  readonly section: string
  readonly reason: string
}

/** Figures of the documents that no entry carries in their section, each with the reason that a reviewer accepted. */
export const exclusions: readonly Exclusion[] = [
  { document: '001', figure: '1', section: 'II.1.1', reason: 'The number of an annex that the stored copy does not hold.' },
  {
    document: '001',
    figure: '02 trường',
    section: 'II.3.3',
    reason: 'Said again with the names of the two schools in II.5.1, where the entry stands.',
  },
  {
    document: '001',
    figure: '2019-2020 năm học',
    section: 'II.3.4',
    reason: 'Only says that the dress and conduct rules were already those of the year before.',
  },
  {
    document: '001',
    figure: '2020',
    section: 'IV.2',
    reason: 'The school plans to 2020 and for 2021-2025 are one entry, under II.1.2.',
  },
  {
    document: '001',
    figure: '2021-2025',
    section: 'IV.2',
    reason: 'The school plans to 2020 and for 2021-2025 are one entry, under II.1.2.',
  },
  {
    document: '001',
    figure: '2020',
    section: 'Lịch trình hoạt động chuyên môn, tháng 4/2021',
    reason: 'Typing error of the document for the summer of 2021; nobody is told the wrong year.',
  },
  {
    document: '001',
    figure: '5/2020 tháng',
    section: 'Lịch trình hoạt động chuyên môn, tháng 5',
    reason: 'Typing error of the document for May 2021; the entry says 5/2021.',
  },
  {
    document: '004',
    figure: '2021-2025',
    section: 'VII.1',
    reason: 'Repeats the period of the theme, which the entry of the heading carries.',
  },
]
