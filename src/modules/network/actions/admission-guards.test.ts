import { beforeAll, describe, expect, test } from 'vitest'
import '../messages/index.ts'
import { newId } from '#platform/id.ts'
import { endPeriod, published, writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { newCoordinator, newMandate, newMember, newMembership, newOrganisation } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'

// What the database refuses when the program forgets to.
const database = await freshDatabase()
let umbrella: string
let member: string
let partnership: string
let representative: string
let partner: string
let applicant: string
let coordinator: string
let application: string

beforeAll(async () => {
  umbrella = await newUmbrella(database)
  const person = () => newPerson(database, [umbrella])
  ;[representative, partner, applicant, coordinator] = [
    await person(),
    await person(),
    await person(),
    await person(),
  ]
  member = (await newMember(database, umbrella)).membership
  partnership = await newMembership(database, umbrella, await newOrganisation(database), {
    form: 'agreement',
  })
  await newMandate(database, umbrella, member, representative)
  await newMandate(database, umbrella, partnership, partner)
  await newCoordinator(database, umbrella, coordinator)
  application = await published(database, umbrella, applicant)
})

const sql = (account: string | null, text: string, values: unknown[] = []) =>
  writeAs(database, umbrella, account, tx => tx.$client.query(text, values))

const objection = `insert into network.objections (umbrella_id, id, application_id, membership_id, person_id, reasons)
  values (platform.current_umbrella(), $1, $2, $3, platform.current_account(), 'reasons that are long enough')`

describe('an application', () => {
  test.each([
    ['admitted before its time', "set status = 'admitted', closed_at = now(), membership_id = null"],
    ['contested without an objection', "set status = 'contested'"],
    ['refused without a decision', "set status = 'refused', closed_at = now()"],
    ['given another period', "set objections_until = now() + interval '1 minute'"],
    ['given other facts', `set facts = '{"route": "other"}'`],
    ['forgotten while it is open', `set facts = '{}', name = '{}', search_key = '', file_id = null`],
  ])('is not %s', async (_what, change) => {
    const attempt = sql(applicant, `update network.applications ${change} where id = $1`, [application])
    await expect(attempt).rejects.toThrow(/does not go|stays as it was|check constraint/)
  })

  test('is not written by somebody else, nor published in another’s name', async () => {
    const insert = `insert into network.applications (umbrella_id, id, form, applicant_id, locale)
      values (platform.current_umbrella(), $1, 'collective', $2, 'uk')`
    await expect(sql(representative, insert, [newId(), applicant])).rejects.toThrow(/draft of one's own/)
  })

  test('is not deleted once it was sent', async () => {
    expect(
      (await sql(applicant, 'delete from network.applications where id = $1', [application])).rowCount,
    ).toBe(0)
  })

  test('does not turn into an organisation before it is due', async () => {
    const found = sql(applicant, 'select network.organisation_for($1, $2)', [application, newId()])
    await expect(found).rejects.toThrow(/not due/)
    const open = await published(database, umbrella, await newPerson(database, []))
    await sql(representative, objection, [newId(), open, member])
    await endPeriod(database, open)
    await expect(sql(null, 'select network.organisation_for($1, $2)', [open, newId()])).rejects.toThrow(
      /not due/,
    )
  })

  test('in a shorter period than its rule is not published', async () => {
    const person = await newPerson(database, [])
    const id = newId()
    await sql(
      person,
      `insert into network.applications (umbrella_id, id, form, applicant_id, locale)
      values (platform.current_umbrella(), $1, 'individual', platform.current_account(), 'uk')`,
      [id],
    )
    const hurried = sql(
      person,
      `update network.applications set status = 'published', name = '{}', facts = '{}', search_key = '',
      objection_days = 14, rule_version = 0, objections_until = now() + interval '13 days' where id = $1`,
      [id],
    )
    await expect(hurried).rejects.toThrow(/shorter than its rule/)
  })
})

describe('an objection', () => {
  test('is a member’s with a vote, through somebody who acts for it', async () => {
    const by = (person: string, membership: string) =>
      sql(person, objection, [newId(), application, membership])
    await expect(by(partner, partnership)).rejects.toThrow(/only a member with a vote/)
    await expect(by(coordinator, member)).rejects.toThrow(/only a member with a vote/)
    expect((await by(representative, member)).rowCount).toBe(1)
  })
})

describe('a membership and its mandates', () => {
  test('are not suspended by one coordinator', async () => {
    const alone = sql(coordinator, "update network.memberships set status = 'suspended' where id = $1", [
      member,
    ])
    await expect(alone).rejects.toThrow(/two coordinators/)
  })

  test('are not confirmed as if at the founding once the umbrella is open', async () => {
    const founding = `insert into network.mandates (umbrella_id, id, membership_id, person_id, role, document, valid_from, status,
        proposed_by, confirmed_by, confirmed_as, confirmed_at)
      values (platform.current_umbrella(), $1, $2, $3, 'deputy', 'x', current_date, 'confirmed', $3, $3, 'founding', now())`
    await expect(sql(coordinator, founding, [newId(), member, coordinator])).rejects.toThrow(/one's own name/)
  })

  test('are not proposed in another’s name', async () => {
    const proposed = `insert into network.mandates (umbrella_id, id, membership_id, person_id, role, document, valid_from, proposed_by)
      values (platform.current_umbrella(), $1, $2, $3, 'deputy', 'x', current_date, $4)`
    await expect(sql(coordinator, proposed, [newId(), member, partner, representative])).rejects.toThrow(
      /one's own name/,
    )
  })

  test('leave no trace in another umbrella', async () => {
    const there = await newUmbrella(database)
    const seen = await writeAs(database, there, representative, tx =>
      tx.$client.query(`select (select count(*) from network.applications) + (select count(*) from network.objections)
        + (select count(*) from network.mandates) + (select count(*) from network.memberships) as n`),
    )
    expect(seen.rows).toEqual([{ n: 0 }])
  })
})
