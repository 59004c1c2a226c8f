import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { erasePersonFromJournal } from '#platform/journal/erase.ts'
import { record } from '#platform/journal/record.ts'
import { sealJournal } from '#platform/journal/seal.ts'
import { type Verification, verifyJournal, type Witness } from '#platform/journal/verify.ts'
import { openJournalDesk } from './journal-desk.ts'
import { newPerson } from './umbrella.ts'

/** How many entries the journal below has; leaf 0 was done by a person who is forgotten, the last one says so. */
export const sealed = 12

/** A sealed journal under four roots, and what happens when somebody with the owner's rights lays hands on it. */
export async function openSealedJournal() {
  const { database, worker, place } = await openJournalDesk()
  const { umbrella, account: person } = await place()
  const forgotten = await newPerson(database, [umbrella])
  for (const batch of [1, 4, 6]) {
    await inScope(
      database.request,
      { umbrella, account: batch === 1 ? forgotten : person },
      'write',
      async tx => {
        for (let i = 0; i < batch; i++) {
          await record(tx, {
            action: 'network.member_admitted',
            subject: { type: 'membership', id: newId() },
            visibility: (['public', 'members', 'sealed'] as const)[i % 3]!,
            member: i % 2 ? newId() : null,
            rule: i % 2 ? { key: 'network.objection_days', version: i } : undefined,
            about: i === 3 ? [person] : undefined,
            detail: i === 2 ? undefined : { name: { uk: `Рада «${i}»`, en: 'Council' }, days: 14 },
          })
        }
      },
    )
    await sealJournal(worker, umbrella)
  }
  await inScope(database.request, { umbrella, account: forgotten }, 'write', tx =>
    erasePersonFromJournal(tx, forgotten),
  )
  await sealJournal(worker, umbrella)
  await worker.end()

  /** Does what an intruder with the owner's rights could do, verifies, and takes it back. */
  async function tampered(
    tamper: string[],
    witnesses: Witness[] = [],
  ): Promise<Verification & { touched: number }> {
    const client = await database.owner.connect()
    try {
      await client.query('begin')
      for (const table of ['entries', 'nodes', 'roots']) {
        await client.query(`alter table platform.journal_${table} disable trigger user`)
      }
      let touched = 0
      for (const sql of tamper) touched += (await client.query(sql)).rowCount ?? 0
      return { ...(await verifyJournal(client, umbrella, witnesses)), touched }
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  return { database, umbrella, tampered }
}

export type SealedJournal = Awaited<ReturnType<typeof openSealedJournal>>

export const leavesOf = (found: Verification) => found.findings.map(finding => finding.leaf)
