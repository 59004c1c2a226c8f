import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advanceDecision } from '#modules/initiatives/actions/advance-decision.ts'
import { writeAs } from '#tests/admission.ts'
import { foundCoalition } from '#tests/coalition.ts'
import { endVoting, stateOfDecision, vote } from '#tests/decisions.ts'
import { initiativeDesk, type Representative } from '#tests/initiative-desk.ts'
import { setStage, Visitor } from '#tests/visitor.ts'
import { endUnadopted } from '../actions/withdraw-initiative.ts'

const stage = await setStage()
const { database } = stage.platform
const here = await foundCoalition(stage, 'withdrawal-here')
const { at, post, publish, askMembers, representative, partner, rowOf, toldBy, recorded } = initiativeDesk(
  stage,
  here,
)
let iryna: Representative
let pavlo: Representative
let olena: Representative

beforeAll(async () => {
  iryna = await representative('iryna')
  pavlo = await representative('pavlo')
  olena = await partner('olena')
})
afterAll(() => stage.close())

const withdraw = (who: Representative, page: string, reason = 'Знайшли кращий шлях') =>
  post(who, `${page}/withdrawal`, { reason })

const adopt = (who: Representative, page: string) =>
  post(who, `${page}/adoption`, { membership: who.membership })

const statusOf = async (decision: string) => (await stateOfDecision(database, decision)).status

describe('taking an initiative back', () => {
  it('is for the initiator, with a reason', async () => {
    const page = await publish(iryna)
    expect((await pavlo.browser.get(at(`${page}/withdrawal`))).status).toBe(403)
    expect((await withdraw(pavlo, page)).status).toBe(403)
    expect((await withdraw(iryna, page, '')).status).toBe(422)
    expect((await withdraw(iryna, page)).status).toBe(303)
    expect(await rowOf(page)).toMatchObject({ status: 'withdrawn' })
    expect((await withdraw(iryna, page)).status).toBe(409)
    expect(await (await new Visitor(stage).get(at(page))).text()).toContain('Знайшли кращий шлях')
    expect(await toldBy('initiative_withdrawn')).toEqual([pavlo.id, olena.id].sort())
    expect((await adopt(pavlo, page)).status).toBe(409)
  })

  it('ends a vote that nobody has cast a ballot in', async () => {
    const page = await publish(iryna)
    const decision = await askMembers(iryna, page)
    expect((await withdraw(iryna, page)).status).toBe(303)
    expect(await rowOf(page)).toMatchObject({ status: 'withdrawn' })
    expect(await statusOf(decision)).toBe('withdrawn')
  })
})

describe('an initiative withdrawn after the first ballot', () => {
  async function offered() {
    const page = await publish(iryna)
    const decision = await askMembers(iryna, page)
    await vote(database, here.id, decision, { membership: pavlo.membership, person: pavlo.id })
    expect((await withdraw(iryna, page)).status).toBe(303)
    return { page, decision }
  }

  it('can be adopted by another member or a partner, with its ballots', async () => {
    const { page, decision } = await offered()
    expect(await rowOf(page)).toMatchObject({ status: 'decision', membership: iryna.membership })
    expect(await toldBy('initiative_adoptable')).toEqual([pavlo.id, olena.id].sort())
    expect((await iryna.browser.get(at(`${page}/adoption`))).status).toBe(403)
    expect((await adopt(iryna, page)).status).toBe(409)
    expect((await olena.browser.get(at(`${page}/adoption`))).status).toBe(200)
    expect((await adopt(olena, page)).status).toBe(303)
    expect((await adopt(pavlo, page)).status).toBe(409)
    expect(await rowOf(page)).toMatchObject({ status: 'decision', membership: olena.membership })
    expect(await stateOfDecision(database, decision)).toMatchObject({ status: 'open', running: { yes: 1 } })
    expect(await recorded(page)).toEqual(
      expect.arrayContaining(['initiatives.initiative_offered', 'initiatives.initiative_adopted']),
    )
  })

  it('ends when nobody adopts it in time, once', async () => {
    const { page, decision } = await offered()
    const pass = () => writeAs(database, here.id, null, endUnadopted)
    expect(await pass()).toBe(0)
    await database.owner.query(
      `update initiatives.initiatives set adoptable_until = now() - interval '1 second' where id = $1`,
      [(await rowOf(page)).id],
    )
    expect((await adopt(pavlo, page)).status).toBe(409)
    expect(await pass()).toBe(1)
    expect(await pass()).toBe(0)
    expect(await rowOf(page)).toMatchObject({ status: 'withdrawn' })
    expect(await statusOf(decision)).toBe('withdrawn')
  })

  it('is supported all the same when a majority wants it', async () => {
    const { page, decision } = await offered()
    await vote(database, here.id, decision, { membership: iryna.membership, person: iryna.id })
    await endVoting(database, decision)
    expect(await writeAs(database, here.id, null, tx => advanceDecision(tx, decision))).toBe('sealed')
    expect(await rowOf(page)).toMatchObject({ status: 'supported' })
  })
})

describe('putting it to the vote', () => {
  it('waits for the discussion, is for the initiator, and happens once', async () => {
    const page = await publish(iryna, { goals: 'Друга мета' })
    expect((await post(iryna, `${page}/decision`)).status).toBe(409)
    expect((await post(pavlo, `${page}/decision`)).status).toBe(403)
    const decision = await askMembers(iryna, page)
    expect(await statusOf(decision)).toBe('open')
    expect((await post(iryna, `${page}/decision`)).status).toBe(409)
    expect(await rowOf(page)).toMatchObject({ status: 'decision', decision })
  })

  it('ends as the members decide', async () => {
    const page = await publish(iryna, { goals: 'Третя мета' })
    const decision = await askMembers(iryna, page)
    await endVoting(database, decision)
    expect(await writeAs(database, here.id, null, tx => advanceDecision(tx, decision))).toBe('sealed')
    expect(await rowOf(page)).toMatchObject({ status: 'not_supported' })
    expect((await withdraw(iryna, page)).status).toBe(409)
  })
})
