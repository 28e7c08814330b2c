/** Numbers of a text without their separators: `1.250.000` and `1,250,000` are one. */
function figuresOf(text: string): string[] {
  return (text.match(/\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+/g) ?? []).map((figure) =>
    figure.replace(/[.,]/g, '').replace(/^0+(?=\d)/, ''),
  )
}

/** Figures that one text has and the other has not; an hour after noon may be written either way. */
export function figuresOnlyIn(text: string, other: string): string[] {
  const known = new Set(figuresOf(other))
  return [...new Set(figuresOf(text))].filter((figure) => !known.has(figure) && !known.has(String(Number(figure) + 12)))
}
