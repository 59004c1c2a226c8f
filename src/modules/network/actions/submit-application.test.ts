import { beforeAll, describe, expect, test } from 'vitest'
import '../messages/index.ts'
import { newId } from '#platform/id.ts'
import { apply, endPeriod, individualValues, published, stateOf, writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { newIndividual, newMandate, newMember, newOrganisation } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { tellMembers } from '../emails/applications.ts'
import { findDraft } from '../queries/application-choices.ts'
import { findApplication } from '../queries/applications.ts'
import { discardDraft, saveDraft } from './save-draft.ts'

const database = await freshDatabase()
let umbrella: string
let member: string
let representative: string

const count = async (text: string, values: unknown[]) =>
  (await database.owner.query<{ n: number }>(`select count(*) as n from ${text}`, values)).rows[0]!.n

beforeAll(async () => {
  umbrella = await newUmbrella(database)
  representative = await newPerson(database, [umbrella])
  member = (await newMember(database, umbrella)).membership
  await newMandate(database, umbrella, member, representative)
})

describe('a draft', () => {
  test('is one per person and form, kept as typed, seen by its author alone, and can be thrown away', async () => {
    const person = await newPerson(database, [])
    const keep = (decision: string) =>
      writeAs(database, umbrella, person, tx =>
        saveDraft(tx, { form: 'collective', locale: 'pl', values: { decision, country: '??' }, file: null }),
      )
    const first = await keep('one')
    expect(await keep('two')).toEqual(first)
    const { draft } = await writeAs(database, umbrella, person, tx => findDraft(tx, 'collective'))
    expect(draft?.draft).toEqual({ decision: 'two', country: '??' })
    expect(await writeAs(database, umbrella, representative, tx => findApplication(tx, first.id))).toBeNull()
    await writeAs(database, umbrella, person, tx => discardDraft(tx, first.id))
    expect(await writeAs(database, umbrella, person, tx => findDraft(tx, 'collective'))).toMatchObject({
      draft: null,
    })
  })
})

describe('submitting', () => {
  test('publishes at once to members, until the end of the fourteenth day, under the default rule', async () => {
    const person = await newPerson(database, [])
    const id = await published(database, umbrella, person)
    const seen = await writeAs(database, umbrella, representative, tx => findApplication(tx, id))
    expect(seen).toMatchObject({
      status: 'published',
      objectionDays: 14,
      ruleVersion: 0,
      over: false,
      draft: {},
    })
    const zone = 'Europe/Kyiv'
    const last = Temporal.Instant.from(seen!.objectionsUntil!).toZonedDateTimeISO(zone)
    expect(last.hour).toBe(0)
    const today = Temporal.Instant.from(seen!.submittedAt!).toZonedDateTimeISO(zone).toPlainDate()
    expect(last.toPlainDate().subtract({ days: 15 }).equals(today)).toBe(true)
    const told = 'platform.mail where person_id = $1 and template = $2'
    expect(await count(told, [representative, 'network.application_published'])).toBe(0)
    for (let n = 0; n < 2; n++) await writeAs(database, umbrella, null, tx => tellMembers(tx, id))
    expect(await count(told, [representative, 'network.application_published'])).toBe(1)
    expect(await count(told, [person, 'network.application_published'])).toBe(0)
    expect(await count(told, [person, 'network.application_received'])).toBe(1)
    expect(
      await count('platform.outbox where subject_id = $1 and queue = $2', [id, 'network.close-objections']),
    ).toBe(1)
  })

  test('takes the period from the version of the rule that is in force, and records which', async () => {
    const place = await newUmbrella(database)
    for (const [version, days, from] of [
      [1, 7, '2020-01-01'],
      [2, 21, '2024-01-01'],
      [3, 30, '2999-01-01'],
    ]) {
      await database.owner.query(
        `insert into platform.rules (umbrella_id, id, key, version, value, valid_from, adopted_under)
         values ($1, $2, 'admission.objection_days', $3, $4, $5, 'founding')`,
        [place, newId(), version, JSON.stringify(days), from],
      )
    }
    const id = await published(database, place, await newPerson(database, []))
    const { rows } = await database.owner.query(
      'select objection_days, rule_version from network.applications where id = $1',
      [id],
    )
    expect(rows[0]).toEqual({ objection_days: 21, rule_version: 2 })
    const journal = 'platform.journal_entries where subject_id = $1 and rule_version = 2'
    expect(await count(journal, [id])).toBe(1)
  })

  test('is refused twice for the same person, name or number, until the first is closed', async () => {
    const person = await newPerson(database, [])
    const first = await published(database, umbrella, person, 'individual')
    const again = () => apply(database, umbrella, person, 'individual', individualValues)
    expect((await again()).outcome).toMatchObject({ ok: false, reason: 'network.application.openAlready' })
    const other = await newPerson(database, [])
    const numbered = { 'identifiers:UA-EDR': '00032129' }
    await published(database, umbrella, other, 'collective', numbered)
    const third = await newPerson(database, [])
    const clash = await apply(database, umbrella, third, 'collective', { ...numbered, 'name:uk': 'Інша' })
    expect(clash.outcome).toMatchObject({ reason: 'network.application.openAlready' })
    expect(await stateOf(database, clash.id)).toMatchObject({ status: 'draft' })
    await endPeriod(database, first)
    await database.owner.query(
      "update network.applications set status = 'withdrawn', closed_at = now() where id = $1",
      [first],
    )
    expect((await again()).outcome.ok).toBe(true)
  })

  test('is refused for whoever is a member already', async () => {
    const person = await newPerson(database, [umbrella])
    await newIndividual(database, umbrella, { person })
    const { outcome } = await apply(database, umbrella, person, 'individual')
    expect(outcome).toMatchObject({ reason: 'network.application.memberAlready' })
    const { organisation } = await newMember(database, umbrella)
    const own = await apply(database, umbrella, person, 'collective', { organisation })
    expect(own.outcome).toMatchObject({ reason: 'network.application.memberAlready' })
  })

  test('is refused to strangers for an organisation that has people of its own', async () => {
    const elsewhere = await newUmbrella(database)
    const { organisation, membership } = await newMember(database, elsewhere)
    const owner = await newPerson(database, [elsewhere])
    await newMandate(database, elsewhere, membership, owner)
    const stranger = await newPerson(database, [])
    const { outcome } = await apply(database, umbrella, stranger, 'collective', { organisation })
    expect(outcome).toMatchObject({ reason: 'network.application.peopleOfItsOwn' })
    const known = { organisation, decision: 'The board decided' }
    expect((await apply(database, umbrella, owner, 'collective', known)).outcome.ok).toBe(true)
  })

  test('finds the organisation that carries a number, and lets one without people be claimed', async () => {
    const organisation = await newOrganisation(database)
    await database.owner.query(
      `insert into network.identifiers (organisation_id, scheme, value) values ($1, 'PL-KRS', '0000240024')`,
      [organisation],
    )
    const person = await newPerson(database, [])
    const number = { 'identifiers:PL-KRS': '240024' }
    const ignored = await apply(database, umbrella, person, 'collective', number)
    expect(ignored.outcome).toMatchObject({ reason: 'network.known.problem' })
    const claimed = await apply(database, umbrella, person, 'collective', { ...number, organisation })
    expect(claimed.outcome.ok).toBe(true)
  })
})
