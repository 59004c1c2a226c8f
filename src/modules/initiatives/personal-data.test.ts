import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeAs } from '#tests/admission.ts'
import { affiliate, enter, foundCoalition } from '#tests/coalition.ts'
import { initiativeDesk, type Representative } from '#tests/initiative-desk.ts'
import { newIndividual } from '#tests/members.ts'
import { setStage, Visitor } from '#tests/visitor.ts'
import { initiativesPersonalData } from './personal-data.ts'

const stage = await setStage()
const { database } = stage.platform
const here = await foundCoalition(stage, 'forgotten-here')
const { at, draft, publish, post, representative, rowOf } = initiativeDesk(stage, here)
let iryna: Representative
let pavlo: Representative
let page: string

beforeAll(async () => {
  iryna = await representative('iryna')
  pavlo = await representative('pavlo')
  page = await publish(iryna)
  await post(pavlo, `${page}/comments`, {
    membership: pavlo.membership,
    stance: 'for',
    body: 'Так, потрібно',
  })
})
afterAll(() => stage.close())

const asSelf = <T>(who: { id: string }, work: Parameters<typeof writeAs<T>>[3]) =>
  writeAs(database, here.id, who.id, work)

describe('what a person wrote for their member', () => {
  it('is handed over to them', async () => {
    const told = await asSelf(pavlo, tx => initiativesPersonalData.export(tx, pavlo.id))
    expect(told).toMatchObject({ comments: [{ stance: 'for', text: 'Так, потрібно' }], initiatives: [] })
    const iryna_ = await asSelf(iryna, tx => initiativesPersonalData.export(tx, iryna.id))
    expect(iryna_).toMatchObject({ initiatives: [{ status: 'discussion' }], comments: [] })
  })

  it('stays with the member when the person is forgotten', async () => {
    await asSelf(pavlo, tx => initiativesPersonalData.erase(tx, pavlo.id))
    const html = await (await new Visitor(stage).get(at(page))).text()
    expect(html).toContain('Так, потрібно')
    expect(html).toContain('A member')
    const { id } = await rowOf(page)
    const { rows } = await database.owner.query(
      'select membership_id, person_id from initiatives.comments where initiative_id = $1',
      [id],
    )
    expect(rows).toEqual([{ membership_id: pavlo.membership, person_id: null }])
  })

  it('loses its author also where they no longer may see it, and only there', async () => {
    const path = await draft(iryna)
    await database.owner.query(
      `update network.mandates set status = 'ended', valid_until = current_date where person_id = $1`,
      [iryna.id],
    )
    await asSelf(iryna, tx => initiativesPersonalData.erase(tx, iryna.id))
    const { rows } = await database.owner.query(
      'select author_id, membership_id from initiatives.initiatives where umbrella_id = $1 and id = $2',
      [here.id, path.split('/').at(-1)],
    )
    expect(rows).toEqual([{ author_id: null, membership_id: iryna.membership }])
  })

  it('goes with an individual who never published it', async () => {
    const person = await enter(stage, 'zemfira@individual.example')
    await affiliate(stage, here.id, person.id)
    const membership = await newIndividual(database, here.id, { person: person.id })
    const path = await draft({ ...person, membership })
    await asSelf(person, tx => initiativesPersonalData.erase(tx, person.id))
    const { rows } = await database.owner.query('select 1 from initiatives.initiatives where id = $1', [
      path.split('/').at(-1),
    ])
    expect(rows).toEqual([])
  })
})
