import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openDecisionDesk } from '#tests/decision-desk.ts'
import { endVoting } from '#tests/decisions.ts'
import { pdf } from '#tests/file-samples.ts'

const desk = await openDecisionDesk('at-home')
const home = (who = desk.people[0]!.browser) => desk.words('/en/at-home/home', who)

beforeEach(desk.ask)
afterAll(() => desk.stage.close())

describe('the home of somebody who acts for a member', () => {
  test('names a decision that waits for the vote, until there is one', async () => {
    expect(await home()).toContain('Waiting for your vote Set up a working group – until')
    await desk.vote(0)
    expect(await home()).not.toContain('Waiting for your vote')
    expect(await home(desk.people[1]!.browser)).toContain('Waiting for your vote')
    await endVoting(desk.database, desk.id)
    expect(await home(desk.people[1]!.browser)).not.toContain('Waiting for your vote')
  })

  test('names an entered vote that waits for the member’s word', async () => {
    const fields = { membership: desk.members[0]!, choice: 'yes', channel: 'email', statement: '' }
    await desk.coordinators[0].upload(`${desk.at}/entered`, fields, { evidence: new File([pdf], 'vote.pdf') })
    expect(await home()).toContain('Is this your vote? Set up a working group')
    expect(await home(desk.people[1]!.browser)).not.toContain('Is this your vote')
    await endVoting(desk.database, desk.id)
  })

  test('tells coordinators of doubts', async () => {
    await desk.vote(0)
    await desk.people[1]!.browser.post(`${desk.at}/challenges`, {
      ...{ elector: desk.members[0]!, membership: desk.members[1]! },
      reasons: 'The minutes named another person for this.',
    })
    expect(await home(desk.coordinators[0])).toContain('Settle the challenge: A member')
    expect(await home()).not.toContain('Settle the challenge')
    await endVoting(desk.database, desk.id)
  })

  test('asks partners for no vote', async () => {
    expect(await home(desk.partner.browser)).not.toContain('Waiting for your vote')
  })
})
