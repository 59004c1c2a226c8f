import type pg from 'pg'

// A batch is one transaction and one root: small enough that recording never waits long for it.
const batch = 1000

/** Seals what is committed in one umbrella. Safe to run twice at once: the second waits. Returns how many it sealed. */
export async function sealJournal(worker: pg.Pool, umbrella: string): Promise<number> {
  for (let sealed = 0; ; ) {
    const { rows } = await worker.query<{ count: number }>('select platform.journal_seal($1, $2) as count', [
      umbrella,
      batch,
    ])
    sealed += rows[0]!.count
    if (rows[0]!.count < batch) return sealed
  }
}

/** Seals every umbrella that has something to seal. */
export async function sealEveryJournal(worker: pg.Pool): Promise<void> {
  const { rows } = await worker.query<{ umbrella: string }>('select platform.journal_waiting() as umbrella')
  for (const { umbrella } of rows) await sealJournal(worker, umbrella)
}
