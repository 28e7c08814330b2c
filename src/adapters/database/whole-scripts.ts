import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'

/**
 * A factory for migrations whose scripts reach the server in one piece. Prisma's adapter for PostgreSQL cuts them at each semicolon, the ones
 * inside of a function's body included.
 */
export function withWholeScripts(
  factory: SqlMigrationAwareDriverAdapterFactory,
  connectionString: string,
): SqlMigrationAwareDriverAdapterFactory {
  const connect = factory.connect.bind(factory)
  return Object.assign(Object.create(factory), {
    async connect() {
      const adapter = await connect()
      adapter.executeScript = (script) => execute(connectionString, script)
      return adapter
    },
  })
}

async function execute(connectionString: string, script: string): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: 'mamnon-migrations' })
  await client.connect()
  try {
    await client.query(script)
  } finally {
    await client.end()
  }
}
