import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { affiliate, type Coalition, enter, foundCoalition, type Present } from '#tests/coalition.ts'
import { pdf } from '#tests/file-samples.ts'
import { newMandate } from '#tests/members.ts'
import { inDays, partnersDesk } from '#tests/partners.ts'
import { newPerson } from '#tests/umbrella.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const { database } = stage.platform
const { owner } = database
const here = await foundCoalition(stage, 'partners-here')
const elsewhere: Coalition = await foundCoalition(stage, 'partners-elsewhere')
const {
  at,
  fields,
  document,
  newPartner,
  record,
  answered,
  inForce,
  idOf,
  stateOf,
  membershipOf,
  toldAbout,
} = partnersDesk(stage, here)
const partner = await newPartner('Бібліотека')
let person: Present

beforeAll(async () => {
  person = await enter(stage, 'olena@partner.example')
  await affiliate(stage, here.id, person.id)
  await newMandate(database, here.id, partner.membership, person.id)
})
afterAll(() => stage.close())

describe('recording an agreement', () => {
  it('asks a visitor to sign in, and refuses people of another umbrella', async () => {
    const visitor = new Visitor(stage)
    const form = at(`/partners/${partner.membership}/agreement`)
    expect((await visitor.get(form)).headers.get('location')).toContain('/en/sign-in?to=')
    expect((await elsewhere.coordinators[0].browser.get(form)).status).toBe(403)
    const posted = await elsewhere.coordinators[0].browser.upload(
      at(`/partners/${partner.membership}/agreements`),
      fields(),
      {
        document: document(),
      },
    )
    expect(posted.status).toBe(403)
    expect(
      (await elsewhere.coordinators[0].browser.get(at(`/partners/${partner.membership}`, elsewhere))).status,
    ).toBe(404)
  })

  it('gives back what was typed with every problem', async () => {
    const answer = await here.coordinators[0].browser.upload(
      at(`/partners/${partner.membership}/agreements`),
      fields({ signedForPartner: '', termUntil: 'soon' }),
      {},
    )
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Угода 1')
    for (const field of ['signedForPartner', 'termUntil', 'document'])
      expect(html).toContain(`href="#field-${field}"`)
  })

  it('refuses a file that is no document, and keeps nothing of it', async () => {
    const before = await owner.query('select count(*) from platform.files')
    const answer = await here.coordinators[0].browser.upload(
      at(`/partners/${partner.membership}/agreements`),
      fields(),
      {
        document: new File(['MZ\u0000\u0001'], 'угода.pdf'),
      },
    )
    expect(answer.status).toBe(409)
    expect((await owner.query('select count(*) from platform.files')).rows).toEqual(before.rows)
  })

  it('needs the other side: who recorded it cannot confirm it, and everybody sees it only then', async () => {
    const [anna, bohdan] = here.coordinators
    const path = await record(anna, partner)
    expect(await toldAbout(path, 'network.agreement_to_confirm')).toEqual([person.id])
    const visitor = new Visitor(stage)
    expect((await visitor.get(at(path))).status).toBe(404)
    expect((await answered(anna, path)).status).toBe(403)
    expect((await answered(bohdan, path)).status).toBe(403)

    expect((await answered(person, path, 'refused')).status).toBe(422)
    expect((await answered(person, path)).status).toBe(303)
    expect(await stateOf(path)).toMatchObject({ status: 'confirmed' })
    const html = await (await visitor.get(at(path))).text()
    expect(html).toContain('Голова правління')
    expect(html).not.toContain('anna')
    expect(html).toContain('Members and partners of the coalition can see the document')
    expect((await visitor.get(at(`${path}/document`))).status).toBe(404)
    const file = await person.browser.get(at(`${path}/document`))
    expect(file.headers.get('content-disposition')).toContain('attachment')
    expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf)
    expect((await answered(person, path)).status).toBe(409)
    expect(await (await visitor.get(at('/partners'))).text()).toContain('Бібліотека')
    expect((await elsewhere.coordinators[0].browser.get(at(path, elsewhere))).status).toBe(404)
  })

  it('works the other way round, and a document that is public can be downloaded by everybody', async () => {
    const [anna, bohdan] = here.coordinators
    const path = await record(person, partner, { documentPublic: 'yes' })
    expect(await toldAbout(path, 'network.agreement_to_confirm')).toEqual([anna.id, bohdan.id].sort())
    expect((await answered(person, path)).status).toBe(403)
    expect((await answered(anna, path)).status).toBe(303)
    expect((await new Visitor(stage).get(at(`${path}/document`))).status).toBe(200)
  })

  it('is confirmed by a second coordinator where the partner has nobody yet', async () => {
    const [anna, bohdan] = here.coordinators
    const path = await record(anna, await newPartner('Архів'))
    expect(await toldAbout(path, 'network.agreement_to_confirm')).toEqual([bohdan.id])
    expect((await answered(anna, path)).status).toBe(403)
    expect((await answered(bohdan, path)).status).toBe(303)
  })

  it('can be taken back by the side that recorded it', async () => {
    const path = await record(here.coordinators[0], partner)
    expect((await person.browser.post(at(`${path}/withdrawal`))).status).toBe(403)
    expect((await here.coordinators[1].browser.post(at(`${path}/withdrawal`))).status).toBe(303)
    expect((await answered(person, path)).status).toBe(409)
  })

  it('waits on the home of who has to confirm', async () => {
    const path = await record(here.coordinators[0], partner)
    expect(await (await person.browser.get(at('/home'))).text()).toContain(path)
    expect(await (await here.coordinators[0].browser.get(at('/home'))).text()).not.toContain(path)
    await here.coordinators[0].browser.post(at(`${path}/withdrawal`))
  })
})

describe('an end', () => {
  it('is asked for on a page of its own, needs a reason, and ends the partner’s membership', async () => {
    const over = await newPartner('Остання')
    const someone = await newPerson(database, [here.id])
    await newMandate(database, here.id, over.membership, someone)
    const path = await record(here.coordinators[0], over)
    await owner.query(
      "update network.agreements set status = 'confirmed', answered_by = $2, answered_as = 'partner', answered_at = now() where id = $1",
      [idOf(path), someone],
    )
    const [anna] = here.coordinators
    expect((await person.browser.get(at(`${path}/end`))).status).toBe(403)
    expect(await (await anna.browser.get(at(`${path}/end`))).text()).toContain('Last day of the agreement')
    expect((await anna.browser.post(at(`${path}/end`), { day: inDays(0), reason: '' })).status).toBe(422)
    expect((await anna.browser.post(at(`${path}/end`), { day: inDays(1), reason: 'За згодою' })).status).toBe(
      409,
    )
    expect((await anna.browser.post(at(`${path}/end`), { day: inDays(0), reason: 'За згодою' })).status).toBe(
      303,
    )
    expect(await stateOf(path)).toEqual({ status: 'ended', ended_on: inDays(0), end_reason: 'За згодою' })
    const { rows } = await owner.query('select status from network.mandates where membership_id = $1', [
      over.membership,
    ])
    expect(rows).toEqual([{ status: 'ended' }])
    expect(await (await new Visitor(stage).get(at('/partners?state=former'))).text()).toContain('Остання')
    expect((await anna.browser.post(at(`${path}/end`), { day: inDays(0), reason: 'Ще раз' })).status).toBe(
      409,
    )
  })

  it('leaves the membership while another agreement is in force', async () => {
    const two = await newPartner('Дві угоди')
    const first = await inForce(two, '')
    await inForce(two, '')
    await here.coordinators[0].browser.post(at(`${first}/end`), { day: inDays(0), reason: 'Об’єднано' })
    expect(await membershipOf(two)).toMatchObject({ status: 'active' })
  })
})
