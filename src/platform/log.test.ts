import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { expect, test } from 'vitest'
import { freshDatabase } from '#tests/database.ts'
import { describeError } from './log.ts'

const database = await freshDatabase()

async function failure(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    error => error,
  )
  return JSON.stringify(describeError(error))
}

test('an error keeps its message and its place in the program', () => {
  const described = JSON.stringify(
    describeError(new Error('no such room', { cause: new TypeError('of what') })),
  )
  expect(described).toContain('no such room')
  expect(described).toContain('of what')
  expect(described).toContain('log.test.ts')
})

test("an error of the database keeps its code and the constraint's name, and nothing that somebody wrote", async () => {
  await database.owner.query('create table platform.letters (address text constraint one_each unique)')
  const insert = () => database.owner.query("insert into platform.letters values ('olena@example.org')")
  await insert()
  const described = await failure(insert())
  expect(described).toContain('"code":"23505"')
  expect(described).toContain('"constraint":"one_each"')
  expect(described).not.toContain('olena')
})

test('a failed typed query does not list its parameters', async () => {
  const described = await failure(
    drizzle({ client: database.owner }).execute(sql`select ${'olena@example.org'}::uuid`),
  )
  expect(described).toContain('"code":"22P02"')
  expect(described).not.toContain('olena')
})

test('what is no error is named by its type alone', () => {
  expect(describeError('olena@example.org')).toEqual({ type: 'string' })
})
