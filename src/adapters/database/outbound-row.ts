import { z } from 'zod'
import type { Choice } from '../../core/message.ts'
import type { Prisma } from './generated/client.ts'

const Choices = z.array(z.object({ label: z.string(), value: z.string() }))

/** What stands in a chat's line: an uncertain message only until it is settled. */
export const inLine: Prisma.OutboundWhereInput = {
  OR: [{ state: { in: ['planned', 'sending'] } }, { state: 'uncertain', settleAt: { not: null } }],
}

export function toChoices(column: Prisma.JsonValue): Choice[] {
  return column === null ? [] : Choices.parse(column)
}
