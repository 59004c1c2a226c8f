import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { enter, foundCoalition, memberWith } from '#tests/coalition.ts'
import { openDecisionDesk, wordsOf } from '#tests/decision-desk.ts'
import { endVoting } from '#tests/decisions.ts'

const desk = await openDecisionDesk('deciding')
const { stage, database, here, people, members, visitor, partner } = desk

beforeEach(desk.ask)
afterAll(() => stage.close())

describe('the page of a decision', () => {
  test('shows everybody the question, the votes by member and how to check them', async () => {
    await desk.vote(0, { statement: 'Children need it' })
    const shown = await desk.words()
    for (const text of [
      'Set up a working group',
      '1 more yes vote is needed',
      'Children need it',
      'No answer',
    ])
      expect(shown).toContain(text)
    expect(shown).toContain('Fingerprint of the decision')
    expect(shown).not.toContain('vira')
  })

  test('lists members by what they said', async () => {
    await desk.vote(0)
    await desk.vote(1, { choice: 'no', statement: 'Too early' })
    expect(await desk.words(`${desk.at}?show=no`)).toContain('Too early')
    expect(await desk.words(`${desk.at}?show=stand_aside`)).toContain('There are no such answers')
    expect(await desk.words(`${desk.at}?show=nonsense&after=nonsense`)).toContain('Too early')
  })

  test('is 404 where there is none, and in another umbrella', async () => {
    await foundCoalition(stage, 'elsewhere')
    for (const path of [
      '/en/deciding/decisions/999',
      '/en/deciding/decisions/x',
      '/en/elsewhere/decisions/1',
    ])
      expect((await visitor.get(path)).status, path).toBe(404)
  })

  test('shows a sealed decision with its outcome, and a list that filters', async () => {
    await desk.vote(0)
    await desk.vote(1)
    await endVoting(database, desk.id)
    await desk.advance()
    const shown = await desk.words()
    expect(shown).toContain('Supported by the majority: 2 of 3 members said yes; 2 were needed')
    expect(shown).toContain('Voting again')
    expect(await desk.words('/en/deciding/decisions?show=supported')).toContain('2 of 2 needed')
    expect(await desk.words('/en/deciding/decisions?show=ended')).toContain('There are no decisions here yet')
  })
})

describe('voting', () => {
  test('asks visitors to sign in, and is not for partners or strangers', async () => {
    expect((await visitor.get(`${desk.at}/vote`)).headers.get('location')).toContain('/sign-in?to=')
    expect((await visitor.post(`${desk.at}/vote`, {})).status).toBe(403)
    expect((await partner.browser.get(`${desk.at}/vote`)).status).toBe(403)
    expect((await desk.vote(0, { membership: members[1]! })).status).toBe(403)
    expect(await desk.yes()).toBe(0)
  })

  test('casts and changes a vote until it is sealed', async () => {
    const page = await desk.words(`${desk.at}/vote`, people[0]!.browser)
    expect(page).toContain('Stand aside')
    const answer = await desk.vote(0)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `${desk.at}?said=initiatives.said.voted`,
    ])
    expect(await desk.yes()).toBe(1)
    expect(await (await people[0]!.browser.get(`${desk.at}/vote`)).text()).toContain('Cast the vote')
    await desk.vote(0, { choice: 'abstain' })
    expect(await desk.yes()).toBe(0)
  })

  test('returns every problem at once, keeps what was typed, and does not consume the vote', async () => {
    const empty = await people[0]!.browser.post(`${desk.at}/vote`, {
      membership: members[0]!,
      statement: 'kept',
    })
    expect(empty.status).toBe(422)
    const page = await empty.text()
    expect(page).toContain('Choose an answer.')
    expect(page).toContain('kept')
    expect((await desk.vote(0, { choice: 'maybe' })).status).toBe(422)
    const aside = await desk.vote(0, { choice: 'stand_aside' })
    expect(await aside.text()).toContain('Say why the member stands aside.')
    expect((await desk.vote(0)).status).toBe(303)
    const { rows } = await database.owner.query(
      'select ordinal from initiatives.ballots where decision_id = $1',
      [desk.id],
    )
    expect(rows).toEqual([{ ordinal: 1 }])
  })

  test('is refused with the rule: after the end, and for a member that joined later', async () => {
    const person = await enter(stage, 'late@members.example')
    const membership = await memberWith(stage, here.id, person.id)
    expect((await person.browser.post(`${desk.at}/vote`, { membership, choice: 'yes' })).status).toBe(403)
    await endVoting(database, desk.id)
    const late = await desk.vote(0)
    expect(late.status).toBe(409)
    expect(await wordsOf(late)).toContain('Voting has closed.')
    await database.owner.query(
      "update network.memberships set status = 'ended', until = current_date, end_reason = 'left' where id = $1",
      [membership],
    )
  })
})
