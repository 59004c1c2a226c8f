import { expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { freshDatabase } from '#tests/database.ts'
import { newCoordinator, newMandate, newMember } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { memberView } from './member.ts'

const database = await freshDatabase()

test('contacts are told to those for whom they were given, and all to the organisation itself', async () => {
  const umbrella = await newUmbrella(database)
  const council = await newMember(database, umbrella, { name: { uk: 'Рада' } })
  await database.owner.query(
    `insert into network.contacts (organisation_id, id, kind, value, visibility) values
       ($1, gen_random_uuid(), 'website', 'https://example.org/rada', 'public'),
       ($1, gen_random_uuid(), 'phone', '+380 44 111', 'members'),
       ($1, gen_random_uuid(), 'email', 'inner@example.org', 'coordinators')`,
    [council.organisation],
  )
  const other = await newMember(database, umbrella, { name: { uk: 'Сусідня' } })
  const people = {
    visitor: null,
    member: await newPerson(database, [umbrella]),
    coordinator: await newPerson(database, [umbrella]),
    own: await newPerson(database, [umbrella]),
  }
  await newMandate(database, umbrella, other.membership, people.member)
  await newMandate(database, umbrella, council.membership, people.own)
  await newCoordinator(database, umbrella, people.coordinator)
  const seenBy = async (account: string | null) => {
    const view = await inScope(database.request, { umbrella, account }, 'read', tx =>
      memberView(tx, council.membership, account !== null),
    )
    return view?.contacts.map(({ kind }) => kind).sort()
  }
  expect(await seenBy(people.visitor)).toEqual(['website'])
  expect(await seenBy(people.member)).toEqual(['phone', 'website'])
  expect(await seenBy(people.coordinator)).toEqual(['email', 'phone', 'website'])
  expect(await seenBy(people.own)).toEqual(['email', 'phone', 'website'])
})
