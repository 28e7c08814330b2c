const units: readonly (readonly [RegExp, string])[] = [
  [/\b(moi|hang|tung|every|each|per|a) (ngay|day)\b|\bngay nao( \w+){0,3} cung\b|\bdaily\b|\b(mot|1) ngay\b/, 'ngay'],
  [/\b(moi|hang|tung|every|each|per|a) (tuan|week)\b|\btuan nao( \w+){0,3} cung\b|\bweekly\b|\b(mot|1) tuan\b/, 'tuan'],
  [/\b(moi|hang|tung|every|each|per|a) (thang|month)\b|\bthang nao( \w+){0,3} cung\b|\bmonthly\b|\b(mot|1) thang\b/, 'thang'],
  [
    /\b(moi|hang|tung|every|each|per|a) (quy|quarter)\b|\bquy nao( \w+){0,3} cung\b|\b(3|ba) thang( \w+){0,3} (mot|1) lan\b|\bquarterly\b|\b(mot|1) quy\b/,
    'quy',
  ],
  [/\b(moi|hang|tung|every|each|per|a) (nam|year|school year)\b|\bnam nao( \w+){0,3} cung\b|\byearly\b|\b(mot|1) nam\b/, 'nam'],
]

/** How often a message (folded) takes something to happen: `thang` of "tháng nào cũng cân"; undefined for none, or for two to choose from. */
export function rhythmClaimOf(text: string): string | undefined {
  if (/\b(hay|hoac|or)\b/.test(text)) return undefined
  const found = units.filter(([pattern]) => pattern.test(text))
  return found.length === 1 ? found[0]![1] : undefined
}

/** `quy` of the unit `lần/quý`; undefined for a unit that is no rhythm. Folded. */
export function rhythmOf(unit: string): string | undefined {
  return /^lan\/(ngay|tuan|thang|quy|nam)/.exec(unit)?.[1]
}
