import { z } from 'zod'
import { parseReport } from './parse/parse-report.ts'
import { candidatesOf, rosterNames } from './parse/roster-names.ts'
import { type ClassReport, type Roster, reportErrors, symptoms } from './report.ts'

const absentSchema = z.object({
  name: z.string(),
  reason: z.enum(['sick', 'family', 'other']).nullable().default(null),
  symptoms: z.array(z.enum(symptoms)).default([]),
  temperature_c: z.number().nullable().default(null),
  excused: z.boolean().nullable().default(null),
})

const illSchema = z.object({
  name: z.string(),
  symptoms: z.array(z.enum(symptoms)).default([]),
  temperature_c: z.number().nullable().default(null),
})

const previousSchema = z.object({
  present: z.number().nullable(),
  total: z.number().nullable(),
  absent: z.array(absentSchema).default([]),
  ill_present: z.array(illSchema).default([]),
  left_early: z.array(z.string()).default([]),
  unnamed_absent: z.number().default(0),
  ambiguous: z.array(z.string()).default([]),
  unknown_names: z.array(z.string()).default([]),
  error: z.enum(reportErrors).nullable().default(null),
})

const inputSchema = z.object({
  id: z.union([z.string(), z.number()]),
  roster: z.object({ class: z.string(), children: z.array(z.string()) }),
  text: z.string(),
  previous: previousSchema.nullish(),
})

type Previous = z.infer<typeof previousSchema>

/** One line of `parse-checkin --batch`: JSON in, the answer object out; `{"id", "error"}` when the line cannot be read. Never throws. */
export function parseCheckinLine(line: string): object {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return { id: null, error: 'not valid JSON' }
  }
  const input = inputSchema.safeParse(json)
  if (!input.success) return { id: idOf(json), error: problem(input.error) }
  const { id, roster, text, previous } = input.data
  return { id, ...written(parseReport(text, roster, previous ? reportOf(previous, roster) : undefined)) }
}

function idOf(json: unknown): string | number | null {
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : null
  return typeof id === 'string' || typeof id === 'number' ? id : null
}

/** Which fields are wrong, without their content. */
function problem(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.code}`).join('; ')
}

function reportOf(previous: Previous, roster: Roster): ClassReport {
  // The contract has only the mentions: as many of them as are away without a name are of children who are away.
  const away = (previous.total ?? 0) - (previous.present ?? 0) - previous.absent.length - previous.unnamed_absent
  const named = previous.ambiguous.length > 0 ? rosterNames(roster) : undefined
  const ambiguous = previous.ambiguous.map((mention, at) => ({
    mention,
    role: at < away ? ('absent' as const) : ('ill' as const),
    candidates: named === undefined ? [] : candidatesOf(mention, named),
  }))
  return {
    present: previous.present,
    total: previous.total,
    absent: previous.absent.map(({ temperature_c: temperatureC, ...child }) => ({ ...child, temperatureC })),
    illPresent: previous.ill_present.map(({ temperature_c: temperatureC, ...child }) => ({ ...child, temperatureC })),
    leftEarly: previous.left_early,
    unnamedAbsent: previous.unnamed_absent,
    ambiguous,
    unknownNames: previous.unknown_names,
    error: previous.error,
  }
}

/** The report with the field names of the command line. */
function written(report: ClassReport): object {
  return {
    present: report.present,
    total: report.total,
    absent: report.absent.map(({ name, reason, symptoms, temperatureC, excused }) => ({
      name,
      reason,
      symptoms,
      temperature_c: temperatureC,
      excused,
    })),
    ill_present: report.illPresent.map(({ name, symptoms, temperatureC }) => ({ name, symptoms, temperature_c: temperatureC })),
    left_early: report.leftEarly,
    unnamed_absent: report.unnamedAbsent,
    ambiguous: report.ambiguous.map(({ mention }) => mention),
    unknown_names: report.unknownNames,
    error: report.error,
  }
}
