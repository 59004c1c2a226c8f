import { afterAll, describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { affiliate, enter, foundCoalition, memberWith } from '#tests/coalition.ts'
import { newMandate, newMembership, newOrganisation } from '#tests/members.ts'
import { twinsDesk } from '#tests/twins.ts'
import { setStage, Visitor } from '#tests/visitor.ts'
import { carryOutAwaitingMerges } from '../actions/carry-out-merge.ts'

const stage = await setStage()
const { database } = stage.platform
const { owner } = database
const here = await foundCoalition(stage, 'merges-here')
const elsewhere = await foundCoalition(stage, 'merges-elsewhere')
const [anna, bohdan] = here.coordinators
const { at, one, twins, proposed, actOf, confirmed, stateOf, became, numbered, lublin } = twinsDesk(
  stage,
  here,
)
const member = await enter(stage, 'member@merges.example')
await memberWith(stage, here.id, member.id)
afterAll(() => stage.close())

const nobody = { umbrella: here.id, account: null }

describe('a merge', () => {
  it('needs a survivor and a reason, and gives back what was typed', async () => {
    const { path } = await twins('Teatr Wschodni')
    const answer = await anna.browser.post(at(`${path}/merge`), { reason: 'Bo tak' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('href="#field-survivor"')
    expect(html).toContain('Bo tak')
  })

  it('needs a second coordinator, moves everything and loses nothing', async () => {
    const pair = await twins('Bractwo Młodzieży')
    const { a, b } = pair
    // The duplicate has a history of its own: a partner's membership with an agreement, a union, a number.
    const partner = await newMembership(database, here.id, b.organisation, { form: 'agreement' })
    const person = (await enter(stage, 'past@twins.example')).id
    const mandate = await newMandate(database, here.id, partner, person)
    await owner.query(
      "update network.mandates set status = 'ended', valid_until = '2021-01-01', ended_by = $2, end_reason = 'over' where id = $1",
      [mandate, person],
    )
    const file = newId()
    await owner.query(
      `insert into platform.files (umbrella_id, id, name, media_type, size, sha256) values ($1, $2, 'a.pdf', 'application/pdf', 1, sha256('a'))`,
      [here.id, file],
    )
    const agreement = newId()
    await owner.query(
      `insert into network.agreements (umbrella_id, id, membership_id, title, file_id, document_sha256, signed_on, signed_for_umbrella, signed_for_partner,
         term_from, status, proposed_by, proposed_as, answered_by, answered_as, answered_at)
       values ($1, $2, $3, '{"pl": "Umowa"}', $4, sha256('a'), '2020-01-01', 'x', 'y', '2020-01-01', 'confirmed', $5, 'umbrella', $6, 'partner', now())`,
      [here.id, agreement, partner, file, anna.id, person],
    )
    const union = await newOrganisation(database, { name: { pl: 'Związek' }, ...lublin })
    await owner.query(
      'insert into network.union_edges (union_id, child_id, since, stated_by) values ($1, $2, current_date, $3)',
      [union, b.organisation, person],
    )
    await numbered(b.organisation, '0000777777')

    const merge = await proposed(pair)
    expect((await stateOf(merge)).status).toBe('proposed')
    const again = await anna.browser.post(at(`${pair.path}/merge`), {
      survivor: b.organisation,
      reason: 'Ще раз',
    })
    expect(again.status).toBe(409)
    expect(await became(b.organisation)).toBeNull()
    expect((await confirmed(merge)).status).toBe(303)

    expect(await stateOf(merge)).toMatchObject({ status: 'done', obstacle: null })
    expect(await became(b.organisation)).toBe(a.organisation)
    const owned = async (text: string) => (await owner.query(text, [a.organisation])).rows
    expect(await owned('select id from network.memberships where organisation_id = $1')).toHaveLength(3)
    expect(await owned('select value from network.identifiers where organisation_id = $1')).toEqual([
      { value: '0000777777' },
    ])
    expect(await owned('select union_id from network.union_edges where child_id = $1')).toEqual([
      { union_id: union },
    ])
    expect(
      await owned(
        'select m.id from network.mandates m join network.memberships s on s.id = m.membership_id where s.organisation_id = $1',
      ),
    ).toEqual([{ id: mandate }])
    expect(
      await owned(
        'select m.id from network.agreements m join network.memberships s on s.id = m.membership_id where s.organisation_id = $1',
      ),
    ).toEqual([{ id: agreement }])
    const versions =
      'select count(*)::integer as n from network.organisation_versions where organisation_id = $1'
    for (const id of [a.organisation, b.organisation]) {
      expect((await one<{ n: number }>(versions, [id])).n).toBeGreaterThan(0)
    }
    expect((await stateOf(merge)).moved?.merged.name).toEqual({ pl: 'Bractwo Młodzieży' })
  })

  it('leaves the old addresses leading to the survivor, for good', async () => {
    const pair = await twins('Galeria Sąsiedzi')
    expect((await confirmed(await proposed(pair))).status).toBe(303)
    const { a, b } = pair
    const visitor = new Visitor(stage)
    const old = await visitor.get(at(`/organisations/${b.organisation}`))
    expect(old.status).toBe(301)
    expect(old.headers.get('location')).toBe(at(`/organisations/${a.organisation}`))
    const folded = await one<{ id: string }>(
      'select id from network.memberships where organisation_id = $1 and until = since',
      [a.organisation],
    )
    const standing = folded.id === a.membership ? b.membership : a.membership
    const membership = await visitor.get(at(`/directory/${folded.id}`))
    expect(membership.status).toBe(301)
    expect(membership.headers.get('location')).toBe(at(`/directory/${standing}`))
    expect((await visitor.get(at(`/directory/${standing}`))).status).toBe(200)
    expect((await anna.browser.get(at(pair.path))).status).toBe(404)
  })

  it('says in sentences what stands in the way', async () => {
    const pair = await twins('Radio Region')
    await numbered(pair.a.organisation, '0000111111')
    await numbered(pair.b.organisation, '0000222222')
    const html = await (await anna.browser.get(at(pair.path))).text()
    expect(html).toContain('different numbers in the same register')
    expect(html).not.toContain('Propose the merge')
    const answer = await anna.browser.post(at(`${pair.path}/merge`), {
      survivor: pair.a.organisation,
      reason: 'x',
    })
    expect(answer.status).toBe(409)
  })

  it('may be proposed again once its act was refused', async () => {
    const pair = await twins('Muzeum Wsi')
    const merge = await proposed(pair)
    await bohdan.browser.post(at(`/acts/${await actOf(merge)}/refusal`))
    expect(await proposed(pair)).not.toBe(merge)
    expect((await stateOf(merge)).status).toBe('withdrawn')
  })
})

describe('an organisation with its own people', () => {
  it('is asked, finds it on its home, and nothing happens before it has agreed', async () => {
    const pair = await twins('Dom Kultury')
    const person = await enter(stage, 'own@twins.example')
    await affiliate(stage, here.id, person.id)
    await newMandate(database, here.id, pair.b.membership, person.id)
    const merge = await proposed(pair)
    expect((await person.browser.get(at(merge))).status).toBe(404)
    expect((await confirmed(merge)).status).toBe(303)
    expect(await stateOf(merge)).toMatchObject({ status: 'awaiting', obstacle: null })
    expect(await (await person.browser.get(at('/home'))).text()).toContain(at(merge))
    const { rows } = await owner.query(
      "select person_id from platform.mail where event like 'network.merge_asked %'",
    )
    expect(rows.map(row => row.person_id)).toEqual([person.id])

    expect((await member.browser.get(at(merge))).status).toBe(404)
    expect((await member.browser.post(at(`${merge}/answer`), { answer: 'accepted' })).status).toBe(404)
    expect((await anna.browser.post(at(`${merge}/answer`), { answer: 'accepted' })).status).toBe(403)
    expect((await person.browser.post(at(`${merge}/answer`), { answer: 'refused' })).status).toBe(422)
    expect((await person.browser.post(at(`${merge}/answer`), { answer: 'accepted' })).status).toBe(303)
    expect((await stateOf(merge)).status).toBe('done')
    expect(await became(pair.b.organisation)).toBe(pair.a.organisation)
    expect((await person.browser.post(at(`${merge}/answer`), { answer: 'accepted' })).status).toBe(409)
  })

  it('may say no, with a word to the coordinators', async () => {
    const pair = await twins('Izba Pamięci')
    const person = await enter(stage, 'no@twins.example')
    await affiliate(stage, here.id, person.id)
    await newMandate(database, here.id, pair.a.membership, person.id)
    const merge = await proposed(pair)
    await confirmed(merge)
    const word = 'Ми різні товариства'
    expect((await person.browser.post(at(`${merge}/answer`), { answer: 'refused', word })).status).toBe(303)
    expect((await stateOf(merge)).status).toBe('refused')
    expect(await (await anna.browser.get(at(merge))).text()).toContain(word)
    expect(await became(pair.b.organisation)).toBeNull()
  })

  it('may answer from another umbrella; the merge goes on by itself', async () => {
    const pair = await twins('Wydawnictwo Pogranicze')
    const person = await enter(stage, 'far@twins.example')
    await affiliate(stage, elsewhere.id, person.id)
    const there = await newMembership(database, elsewhere.id, pair.b.organisation)
    await newMandate(database, elsewhere.id, there, person.id)
    const merge = await proposed(pair)
    await confirmed(merge)
    expect((await stateOf(merge)).status).toBe('awaiting')
    expect(await (await person.browser.get(at('/home', elsewhere.slug))).text()).toContain(merge)
    expect((await elsewhere.coordinators[0].browser.get(at(merge, elsewhere.slug))).status).toBe(404)
    const answer = await person.browser.post(at(`${merge}/answer`, elsewhere.slug), { answer: 'accepted' })
    expect(answer.status).toBe(303)
    expect((await stateOf(merge)).status).toBe('awaiting')
    await inScope(database.request, nobody, 'write', carryOutAwaitingMerges)
    expect((await stateOf(merge)).status).toBe('done')
  })
})
