import pg from 'pg'
import { inScope, type Scope, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { type JournalEntry, record } from '#platform/journal/record.ts'
import { verifyJournal } from '#platform/journal/verify.ts'
import { freshDatabase } from './database.ts'
import { newPerson, newUmbrella } from './umbrella.ts'

export type Place = { umbrella: string; account: string }

/** An entry as rooms write it. */
export const admitted = (more: Partial<JournalEntry> = {}): JournalEntry => ({
  action: 'network.member_admitted',
  member: newId(),
  subject: { type: 'membership', id: newId() },
  rule: { key: 'network.objection_days', version: 1 },
  visibility: 'public',
  detail: { name: { uk: 'Рада', en: 'Council' } },
  ...more,
})

/** A database of one's own to record in, and a worker that may seal. */
export async function openJournalDesk() {
  const database = await freshDatabase()
  const worker = new pg.Pool({ ...database.worker, max: 4 }).on('error', () => {})

  /** An umbrella with one person who belongs to it. */
  async function place(): Promise<Place> {
    const umbrella = await newUmbrella(database)
    return { umbrella, account: await newPerson(database, [umbrella]) }
  }

  const write = <T>(scope: Scope, work: (tx: Tx) => Promise<T>) =>
    inScope(database.request, scope, 'write', work)
  const read = <T>(scope: Scope, work: (tx: Tx) => Promise<T>) =>
    inScope(database.request, scope, 'read', work)

  /** Records so many entries in one transaction. */
  const recordMany = (scope: Scope, count: number) =>
    write(scope, async tx => {
      for (let i = 0; i < count; i++) await record(tx, admitted())
    })

  async function verify(umbrella: string) {
    const client = await database.owner.connect()
    return verifyJournal(client, umbrella).finally(() => client.release())
  }

  return { database, worker, place, write, read, recordMany, verify }
}

export type JournalDesk = Awaited<ReturnType<typeof openJournalDesk>>
