/** Units of dates. */
export const isDate = (unit: string): boolean => /^(ngày|tháng|năm|năm học|học kỳ|giai đoạn|thời gian)/.test(unit)
/** Units of names and labels: no quantity. */
export const isLabel = (unit: string): boolean =>
  /^(văn bản|tuổi|số|quyết định|nghị định|thông tư|kế hoạch|mức độ|luật)/.test(unit)
