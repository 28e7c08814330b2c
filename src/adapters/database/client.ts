import type { Prisma, PrismaClient } from './generated/client.ts'

/** The client, or a transaction of it: stores do not care which they were given. */
export type Db = PrismaClient | Prisma.TransactionClient

/** A calendar day as the database keeps it: midnight UTC of that day, whatever the zone. */
export function toDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

export function toDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
