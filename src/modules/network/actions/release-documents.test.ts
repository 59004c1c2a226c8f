import { expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { storeFile } from '#platform/files/index.ts'
import { freshDatabase } from '#tests/database.ts'
import { pdf } from '#tests/file-samples.ts'
import { newMandate, newMember } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { releaseRefusedDocuments } from './release-documents.ts'

const database = await freshDatabase()

async function umbrellaWithMandates() {
  const umbrella = await newUmbrella(database)
  const person = await newPerson(database, [umbrella])
  const mandateWith = async (status: 'refused' | 'confirmed', days: number) => {
    const { membership } = await newMember(database, umbrella)
    const mandate = await newMandate(database, umbrella, membership, person)
    const stored = await inScope(database.request, { umbrella, account: person }, 'write', tx =>
      storeFile(tx, { name: 'minutes.pdf', bytes: pdf }),
    )
    if (!stored.ok) throw new Error(stored.reason)
    await database.owner.query(
      `update network.mandates set status = $2, file_id = $3, closed_at = now() - make_interval(days => $4),
         confirmed_at = case when $2 = 'confirmed' then now() end where id = $1`,
      [mandate, status, stored.file.id, days],
    )
    return mandate
  }
  const [refused, recent, holding] = [
    await mandateWith('refused', 31),
    await mandateWith('refused', 29),
    await mandateWith('confirmed', 31),
  ]
  return { umbrella, refused, recent, holding }
}

it('a refused mandate lets go of its document after a month, and no other mandate does', async () => {
  const here = await umbrellaWithMandates()
  const there = await umbrellaWithMandates()
  await inScope(
    database.request,
    { umbrella: here.umbrella, account: null },
    'write',
    releaseRefusedDocuments,
  )
  const { rows } = await database.owner.query<{ id: string }>(
    'select id from network.mandates where file_id is not null order by id',
  )
  const kept = [here.recent, here.holding, there.refused, there.recent, there.holding]
  expect(rows.map(row => row.id)).toEqual(kept.sort())
})
