import { inject } from 'vitest'
import { type Database, openPools } from '#platform/database/open.ts'
import {
  accessTo,
  copyTemplate,
  createEmpty,
  datedName,
  dropDatabase,
  makeOnce,
  type TestServer,
} from './template.ts'

const open = new Set<Database>()

// `letGo` leaves the database where it is; `close` drops it.
async function openOn(
  reach: TestServer['reach'],
  name: string,
): Promise<Database & { letGo: () => Promise<void> }> {
  const { endPools, ...pools } = openPools(await accessTo(reach, name))
  const letGo = async () => {
    open.delete(database)
    await endPools()
  }
  const close = async () => {
    await letGo()
    await dropDatabase(reach, name)
  }
  const kind = 'url' in reach ? 'server' : 'embedded'
  const database = { kind, ...pools, announce: async () => {}, close, letGo } as const
  open.add(database)
  return database
}

function testServer(): TestServer {
  const server = inject('testServer')
  if (server.problem) throw new Error(server.problem)
  return server
}

async function copyOf(reach: TestServer['reach'], template: string) {
  const name = datedName('test')
  await copyTemplate(reach, template, name)
  return { name, database: await openOn(reach, name) }
}

/**
 * A database of one's own with every migration applied, about 0.1 s. It is dropped after the tests of the file. Call it
 * in `beforeAll`, or at the top of the file with `await`.
 */
export async function freshDatabase(): Promise<Database> {
  const { reach, template } = testServer()
  return (await copyOf(reach, template)).database
}

/** The same with what `load` puts into it: the first file of a run that asks waits for it, the others get a copy. */
export async function loadedDatabase(load: (database: Database) => Promise<void>): Promise<Database> {
  const { reach, template, loaded } = testServer()
  await makeOnce(reach, loaded, async () => {
    const { name, database } = await copyOf(reach, template)
    await load(database)
    await database.letGo()
    return name
  })
  return (await copyOf(reach, loaded)).database
}

/** A database of one's own as it is before the first migration. */
export async function emptyDatabase(): Promise<Database> {
  const { reach } = inject('testServer')
  const name = datedName('test')
  await createEmpty(reach, name)
  return openOn(reach, name)
}

/** Drops what the tests of one file opened. */
export async function dropFreshDatabases(): Promise<void> {
  await Promise.all([...open].map(database => database.close()))
}
