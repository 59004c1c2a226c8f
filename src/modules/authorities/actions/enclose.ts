import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { deleteFile, type HandedIn, storeFile } from '#platform/files/index.ts'
import { newId } from '#platform/id.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'

const mostEnclosures = 12
const refusals = { sent_stays: 'authorities.letter.refusal.changedMeanwhile' } as const

/** Lays a file into the envelope of a draft. Its type is read from its content. */
export async function enclose(tx: Tx, letter: string, handedIn: HandedIn): Promise<Outcome> {
  const { rows } = await tx.execute<{ n: number }>(sql`
    select count(*)::integer as n from authorities.attachments a
    where a.umbrella_id = platform.current_umbrella() and a.communication_id = ${letter} and a.message_id is null`)
  const { n } = rows[0]!
  if (n >= mostEnclosures) return refuse('authorities.letter.refusal.tooManyFiles', { most: mostEnclosures })
  return refusingWhenViolated(tx, refusals, async () => {
    const stored = await storeFile(tx, handedIn)
    if (!stored.ok) return stored
    await tx.execute(sql`
      insert into authorities.attachments (communication_id, id, file_id, sha256, position)
      values (${letter}, ${newId()}, ${stored.file.id}, ${Buffer.from(stored.file.sha256, 'hex')}, ${n})`)
    return { ok: true }
  })
}

/** Takes a file out of the envelope of a draft. */
export const takeOut = (tx: Tx, letter: string, enclosure: string): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    const { rows } = await tx.execute<{ file: string }>(sql`
      delete from authorities.attachments
      where umbrella_id = platform.current_umbrella() and communication_id = ${letter} and id = ${enclosure}
        and message_id is null returning file_id as file`)
    if (!rows[0]) return refuse('authorities.letter.refusal.fileGone')
    await deleteFile(tx, rows[0].file)
    return { ok: true }
  })
