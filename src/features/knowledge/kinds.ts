/** Things of one kind: in a follow-up naming one replaces the other; a figure of one is not a figure of the other. */
export const kinds: readonly ReadonlySet<string>[] = [
  new Set(['parent', 'company', 'city']),
  new Set([
    'poor',
    'near-poor',
    'policy-family',
    'ordinary',
    'disabled',
    'orphan',
    'martyr',
    'minority',
    'worker',
    'officer-child',
    'free',
  ]),
  new Set(['teacher', 'manager', 'staff', 'medical-staff']),
  new Set(['start', 'end']),
  new Set(['underweight', 'stunting', 'obesity', 'malnutrition']),
  new Set(['public', 'non-public']),
  new Set(['level-1', 'level-2', 'level-4']),
  new Set(['when', 'how-many', 'where', 'who', 'which', 'percent', 'how-often', 'how-long', 'what']),
  new Set(['website', 'library', 'computer-room', 'camera', 'air-conditioner', 'internet', 'software']),
]

/** Kinds whose figures are counted apart: the share of the overweight says nothing of the underweight. */
export const measuredApart: readonly ReadonlySet<string>[] = [
  new Set(['underweight', 'stunting', 'obesity', 'malnutrition']),
  new Set(['public', 'non-public']),
]
