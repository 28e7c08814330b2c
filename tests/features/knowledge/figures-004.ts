/** Every figure that stands in plan 396 of Krông Pa, 2021 (document 004): the figure, what it is, where. No sentences. */
export const figures = [
  { figure: '396/KH-GD&ĐT', label: 'số kế hoạch', section: 'Tiêu đề' },
  { figure: '10/8/2021', label: 'ngày ban hành', section: 'Tiêu đề' },
  { figure: '2021-2025', label: 'giai đoạn chuyên đề', section: 'Tiêu đề' },
  { figure: '1647/SGDDĐT-GDMN', label: 'kế hoạch của Sở', section: 'Căn cứ' },
  { figure: '02/8/2021', label: 'ngày kế hoạch của Sở', section: 'Căn cứ' },
  { figure: '2016-2020', label: 'giai đoạn trước', section: 'I.2' },
  { figure: '2021-2025', label: 'mô hình điểm', section: 'III.1' },
  { figure: '5 năm', label: 'báo cáo tổng kết của Phòng', section: 'III.1' },
  { figure: '5 năm', label: 'báo cáo tổng kết của trường', section: 'III.2' },
  { figure: '2021-2022 năm học', label: 'bắt đầu', section: 'IV' },
  { figure: '2024-2025 năm học', label: 'kết thúc', section: 'IV' },
  { figure: '2021 năm', label: 'đầu giai đoạn một', section: 'VII.1' },
  { figure: '2023 năm', label: 'cuối giai đoạn một', section: 'VII.1' },
  { figure: '2021-2025', label: 'kế hoạch triển khai', section: 'VII.1' },
  { figure: '02 năm', label: 'sơ kết', section: 'VII.1' },
]
