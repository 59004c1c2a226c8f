import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openDecisionDesk, wordsOf } from '#tests/decision-desk.ts'
import { endDiscussion, endVoting, stateOfDecision } from '#tests/decisions.ts'
import { pdf } from '#tests/file-samples.ts'

const desk = await openDecisionDesk('deciding')
const { stage, database, people, members, visitor, partner } = desk
const [coordinator] = desk.coordinators

beforeEach(desk.ask)
afterAll(() => stage.close())

describe('a vote given outside the website', () => {
  const evidence = () => new File([pdf], 'vote.pdf', { type: 'application/pdf' })
  const fields = (member = 0) => ({
    membership: members[member]!,
    choice: 'yes',
    channel: 'paper',
    statement: '',
  })

  test('is entered by a coordinator with evidence, confirmed by the member, and then counts', async () => {
    expect((await people[0]!.browser.get(`${desk.at}/entered/new`)).status).toBe(403)
    expect((await coordinator.get(`${desk.at}/entered/new`)).status).toBe(200)
    const bare = await coordinator.upload(`${desk.at}/entered`, { ...fields(), channel: '' }, {})
    expect(bare.status).toBe(422)
    expect(await wordsOf(bare)).toContain('Say how the vote was given.')
    const entered = await coordinator.upload(`${desk.at}/entered`, fields(), { evidence: evidence() })
    expect(entered.status).toBe(303)
    const place = entered.headers.get('location')!.split('?')[0]!
    expect(await desk.yes()).toBe(0)
    expect((await people[1]!.browser.get(place)).status).toBe(404)
    expect((await people[0]!.browser.get(`${place}/file`)).headers.get('content-type')).toBe(
      'application/pdf',
    )
    expect(await desk.words(desk.at, people[0]!.browser)).toContain(
      'A vote was entered and is waiting for this member to confirm it',
    )
    expect((await coordinator.post(`${place}/confirmation`)).status).toBe(403)
    expect((await people[0]!.browser.post(`${place}/confirmation`)).status).toBe(303)
    expect(await desk.yes()).toBe(1)
    expect((await people[0]!.browser.post(`${place}/refusal`)).status).toBe(409)
  })

  test('that the member does not know is refused by it', async () => {
    const entered = await coordinator.upload(`${desk.at}/entered`, fields(1), { evidence: evidence() })
    const place = entered.headers.get('location')!.split('?')[0]!
    expect((await people[1]!.browser.post(`${place}/refusal`)).status).toBe(303)
    expect(await desk.words(place, coordinator)).toContain('Rejected')
    expect(await desk.yes()).toBe(0)
  })
})

describe('doubts and acts', () => {
  test('a mandate is challenged with reasons, and two coordinators settle it', async () => {
    await desk.vote(0)
    const send = (fields: Record<string, string>) =>
      people[1]!.browser.post(`${desk.at}/challenges`, {
        elector: members[0]!,
        membership: members[1]!,
        ...fields,
      })
    expect((await send({ reasons: 'short' })).status).toBe(422)
    const sent = await send({ reasons: 'The minutes named another person for this.' })
    expect(sent.status).toBe(303)
    const place = sent.headers.get('location')!.split('?')[0]!
    expect((await send({ reasons: 'The minutes named another person for this.' })).status).toBe(409)
    expect(await desk.words(place)).toContain('The minutes named another person')
    const settle = { finding: 'uphold', reason: 'The minutes show it' }
    expect((await people[2]!.browser.post(`${place}/settlement`, settle)).status).toBe(403)
    expect((await coordinator.post(`${place}/settlement`, settle)).status).toBe(303)
    expect(await desk.confirmAct()).toBe(303)
    expect(await desk.yes()).toBe(0)
    expect(await desk.words()).toContain('Upheld: the vote does not count')
  })

  test.each(['extension', 'cancellation'])('%s is proposed by a coordinator with a reason', async name => {
    expect((await people[0]!.browser.get(`${desk.at}/${name}`)).status).toBe(403)
    const browser = coordinator
    expect((await browser.get(`${desk.at}/${name}`)).status).toBe(200)
    expect((await browser.post(`${desk.at}/${name}`, { reason: '' })).status).toBe(422)
    expect((await browser.post(`${desk.at}/${name}`, { reason: 'The server was down' })).status).toBe(303)
    const again = await browser.post(`${desk.at}/${name}`, { reason: 'The server was down' })
    expect(again.status).toBe(409)
    await desk.confirmAct()
    const { rows } = await database.owner.query(
      'select status, extended_at is not null as extended from initiatives.decisions where id = $1',
      [desk.id],
    )
    expect(rows).toEqual([
      name === 'extension' ? { status: 'open', extended: true } : { status: 'cancelled', extended: false },
    ])
    expect((await visitor.get(desk.at)).status).toBe(200)
  })

  test('a partner’s support is shown apart and counts for nothing', async () => {
    const { browser } = partner
    expect((await people[0]!.browser.get(`${desk.at}/support`)).status).toBe(403)
    const support = { membership: partner.membership, statement: 'We help with rooms' }
    expect((await browser.get(`${desk.at}/support`)).status).toBe(200)
    expect((await browser.post(`${desk.at}/support`, support)).status).toBe(303)
    expect(await desk.words()).toContain('We help with rooms')
    expect((await stateOfDecision(database, desk.id)).running).toEqual({
      yes: 0,
      no: 0,
      abstain: 0,
      stand_aside: 0,
    })
    const taken = await browser.post(`${desk.at}/support/withdrawal`, { membership: partner.membership })
    expect(taken.status).toBe(303)
    expect(await desk.words()).not.toContain('We help with rooms')
  })

  test('members back asking again about what was decided, once each', async () => {
    await endDiscussion(database, desk.id)
    expect((await people[0]!.browser.post(`${desk.at}/backing`, { membership: members[0]! })).status).toBe(
      403,
    )
    await endVoting(database, desk.id)
    await desk.advance()
    expect((await people[0]!.browser.post(`${desk.at}/backing`, { membership: members[0]! })).status).toBe(
      303,
    )
    expect((await people[0]!.browser.post(`${desk.at}/backing`, { membership: members[0]! })).status).toBe(
      409,
    )
    expect(await desk.words()).toContain('Backed by 1 of 3')
    const back = await people[0]!.browser.post(`${desk.at}/backing/withdrawal`, { membership: members[0]! })
    expect(back.status).toBe(303)
  })
})
