import { expect, it } from 'vitest'
import { inScope, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { freshDatabase } from '#tests/database.ts'
import { newCoordinator } from '#tests/members.ts'
import { inDays } from '#tests/partners.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { networkPersonalData } from '../personal-data.ts'
import { leaveNote } from './hand-over-post.ts'
import { createPost } from './keep-post.ts'

const database = await freshDatabase()
const umbrella = await newUmbrella(database)
const coordinator = await newPerson(database, [umbrella])
const holder = await newPerson(database, [umbrella])
await newCoordinator(database, umbrella, coordinator)

const as = <T>(account: string, work: (tx: Tx) => Promise<T>) =>
  inScope(database.request, { umbrella, account }, 'write', work)

async function heldPost(title: string, from: string): Promise<string> {
  const facts = {
    kind: 'liaison',
    title: { uk: title },
    about: {},
    country: 'UA',
    regions: [],
    town: null,
  } as const
  const post = await as(coordinator, tx => createPost(tx, { ...facts, regions: [] }))
  await database.owner.query(
    `insert into network.post_terms (umbrella_id, id, post_id, person_id, display_name, valid_from) values ($1, $2, $3, $4, 'О. Шевчук', $5)`,
    [umbrella, newId(), post, holder, from],
  )
  return post
}

it('hands over what is known of a holder, tells what becomes vacant, and forgets the name', async () => {
  const now = await heldPost('Тепер', inDays(-10))
  await heldPost('Потім', inDays(10))
  await as(holder, tx => leaveNote(tx, now, 'Ключі в бібліотеці'))

  const told = await as(holder, tx => networkPersonalData.export(tx, holder))
  expect(told).toMatchObject({
    posts: [{ title: { uk: 'Тепер' }, displayName: 'О. Шевчук' }, { title: { uk: 'Потім' } }],
    postNotes: [{ note: 'Ключі в бібліотеці' }],
    agreements: [],
    needsAndOffers: [],
    matches: [],
  })
  const consequences = await as(holder, tx => networkPersonalData.consequences!(tx, holder))
  expect(consequences).toEqual(
    ['Тепер', 'Потім'].map(post => ({ message: 'network.consequence.postVacant', values: { post } })),
  )

  await as(holder, tx => networkPersonalData.erase(tx, holder))
  const { rows } = await database.owner.query(
    'select display_name, valid_from, valid_until from network.post_terms order by valid_from',
  )
  expect(rows).toEqual([
    { display_name: null, valid_from: inDays(-10), valid_until: inDays(0) },
    { display_name: null, valid_from: inDays(10), valid_until: inDays(10) },
  ])
  await as(holder, tx => networkPersonalData.erase(tx, holder))
})
