import { type Database, openPostgres } from '../../src/adapters/database/connect.ts'
import { createServerDatabase, openTestDatabase } from './database.ts'
import { startDatabaseProxy } from './database-proxy.ts'

export interface AwayDatabase {
  readonly database: Database
  /** Connections break and new ones are refused. On the embedded database every query fails. */
  leave(): void
  /** Connections stay and nothing is answered on them. On the embedded database as `leave`. */
  freeze(): void
  comeBack(): void
}

/** A database that can go away and come back while the service runs. */
export async function openAwayDatabase(): Promise<AwayDatabase> {
  const server = await createServerDatabase()
  if (server === undefined) return embedded(await openTestDatabase())
  const proxy = await startDatabaseProxy(server.url)
  const database = await openPostgres(proxy.url)
  const close = async () => {
    await database.close()
    await proxy.close()
    await server.drop()
  }
  return { database: { ...database, close }, leave: proxy.cut, freeze: proxy.freeze, comeBack: proxy.heal }
}

/** The embedded database cannot leave its process: its client is made to refuse everything. */
function embedded(database: Database): AwayDatabase {
  let isAway = false
  const refusing: object = new Proxy(() => {}, {
    get: () => refusing,
    apply: () => Promise.reject(new Error('the database is away')),
  })
  const prisma = new Proxy(database.prisma, {
    get: (client, name) => (isAway && name !== '$disconnect' ? refusing : Reflect.get(client, name, client)),
  })
  const turn = (away: boolean) => () => {
    isAway = away
  }
  return { database: { ...database, prisma }, leave: turn(true), freeze: turn(true), comeBack: turn(false) }
}
