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
  {
    document: '000',
    figure: '4 mức',
    section: 'I.2.2',
    reason: 'The level that high-quality schools work towards stands in the entry of II.2.',
  },
  {
    document: '000',
    figure: '40 %',
    section: 'II.1',
    reason: 'The same share of party members is the target of I.2.3, where the entry stands.',
  },
  {
    document: '000',
    figure: '1 trường/năm',
    section: 'II.2',
    reason: 'The same yearly step of electronic schools is the target of I.2.2, where the entry stands.',
  },
  {
    document: '000',
    figure: '50 %',
    section: 'Chú thích I.1',
    reason: 'The share of grass is asked of the schools in II.4, where the entry stands.',
  },
  {
    document: '003',
    figure: '2018',
    section: 'IV.3',
    reason: 'Names the general education programme, which the entry of IV.4 carries.',
  },
  {
    document: '003',
    figure: '2018',
    section: 'III.2',
    reason: 'Names the general education programme, which the entry of IV.4 carries.',
  },
  {
    document: '003',
    figure: '4 tuổi',
    section: 'IV.4',
    reason: 'Universal preschool by age is one fact for each age, under I.2.1.',
  },
  {
    document: '003',
    figure: '5 tuổi',
    section: 'IV.4',
    reason: 'Universal preschool by age is one fact for each age, under I.2.1.',
  },
]
