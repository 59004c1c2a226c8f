import { inject } from 'vitest'
import { type Database, openPools } from '#platform/database/open.ts'
import { accessTo, administrator, copyTemplate, createEmpty, datedName, type TestServer } from './template.ts'

const open = new Set<Database>()

async function openOn(reach: TestServer['reach'], name: string): Promise<Database> {
  const { endPools, ...pools } = openPools(await accessTo(reach, name))
  const close = async () => {
    open.delete(database)
    await endPools()
    const last = await administrator(reach)
    await last.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).finally(() => last.end())
  }
  const kind = 'url' in reach ? 'server' : 'embedded'
  const database: Database = { kind, ...pools, announce: async () => {}, close }
  open.add(database)
  return database
}

/**
 * A database of one's own with every migration applied, about 0.1 s. It is dropped after the tests of the file. Call it
 * in `beforeAll`, or at the top of the file with `await`.
 */
export async function freshDatabase(): Promise<Database> {
  const { reach, template, problem } = inject('testServer')
  if (problem) throw new Error(problem)
  const name = datedName('test')
  await copyTemplate(reach, template, name)
  return openOn(reach, name)
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
