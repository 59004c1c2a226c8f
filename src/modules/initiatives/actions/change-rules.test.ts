import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '#platform/id.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { newCoordinator } from '#tests/members.ts'
import { newPerson } from '#tests/umbrella.ts'
import { endDiscussion, votingCoalition } from '#tests/voting.ts'
import { fitsDeclared } from '../declared-rules.ts'
import { initiativesModule } from '../module.ts'
import { findAgreedText, inForce } from '../queries/agreed-texts.ts'
import { standingRules } from '../queries/coalition-rules.ts'
import { findProposal } from '../queries/proposals.ts'
import { fitsRule, ruleKeys, ruleOf } from '../rules.ts'
import type { RuleChange } from '../schema/proposals.ts'
import { askAboutProposal } from './ask-about-proposal.ts'
import { type ProposedContent, proposeChange, reviseProposal, withdrawProposal } from './propose-change.ts'
import { cancelDecision } from './void-decision.ts'

const database = await freshDatabase()
const { umbrella, voters, decide } = await votingCoalition(database, 3)
const declared = initiativesModule({ modules: () => [] }).rules!
const [first] = voters as [(typeof voters)[0]]

const as = <T>(person: string | null, work: Parameters<typeof writeAs<T>>[3]) =>
  writeAs(database, umbrella, person, work)

const title = { en: 'More time to vote' }
const reasons = { en: 'Two weeks are too short in summer.' }

const propose = (content: ProposedContent, person = first.person, membership = first.membership) =>
  as(person, tx => proposeChange(tx, { membership, title, reasons, authoritative: 'en', content }))

const change = (to: number, over: Partial<RuleChange> = {}): ProposedContent => ({
  kind: 'values',
  changes: [{ key: 'decisions.voting_days', version: 0, from: 14, to, ...over }],
})

const open = (id: string) => as(first.person, tx => askAboutProposal(tx, id))

async function decisionOf(id: string): Promise<string> {
  const { rows } = await database.owner.query(
    'select id from initiatives.decisions where subject_id = $1 order by number desc limit 1',
    [id],
  )
  return rows[0].id
}

async function opened(content: ProposedContent) {
  const proposal = await propose(content)
  await endDiscussion(database, proposal.id)
  const outcome = await open(proposal.id)
  if (!outcome.ok) throw new Error(outcome.reason)
  return { ...proposal, decision: await decisionOf(proposal.id) }
}

// The driver's error is inside that of the query.
const because = (message: RegExp) => ({ cause: { message: expect.stringMatching(message) } })
const proposalNow = (number: number) => as(null, tx => findProposal(tx, number))
const votingDays = () => as(null, tx => ruleOf(tx, 'decisions.voting_days'))

describe('a rule', () => {
  test('is discussed for its time before the members are asked, and changes when their majority says so', async () => {
    const { id, number } = await propose(change(21))
    expect(await open(id)).toMatchObject({ reason: 'initiatives.change.stillDiscussed' })
    await endDiscussion(database, id)
    expect(await open(id)).toMatchObject({ ok: true })
    expect(await proposalNow(number)).toMatchObject({ status: 'decision' })
    expect((await votingDays()).value).toBe(14)
    await decide(await decisionOf(id), ['yes', 'yes', 'no'])
    expect(await votingDays()).toMatchObject({ version: 1, value: 21 })
    expect(await proposalNow(number)).toMatchObject({ status: 'adopted' })
    const [rule] = await as(null, tx =>
      standingRules(
        tx,
        declared.filter(({ key }) => key === 'decisions.voting_days'),
      ),
    )
    expect(rule!.versions).toEqual([
      expect.objectContaining({ version: 1, value: 21, decision: expect.any(Number) }),
    ])
  })

  test('stays as it is without a majority of all members', async () => {
    const { decision, number } = await opened(change(30, { version: 1, from: 21 }))
    await decide(decision, ['yes'])
    expect(await votingDays()).toMatchObject({ version: 1, value: 21 })
    expect(await proposalNow(number)).toMatchObject({ status: 'not_adopted' })
  })

  test('is under one decision at a time, and compared with what is in force', async () => {
    const one = await opened(change(25, { version: 1, from: 21 }))
    const other = await propose(change(26, { version: 1, from: 21 }))
    await endDiscussion(database, other.id)
    expect(await open(other.id)).toMatchObject({ reason: 'initiatives.change.otherDecision' })
    await decide(one.decision, ['yes', 'yes'])
    expect(await open(other.id)).toMatchObject({ reason: 'initiatives.change.movedOn' })
  })

  test('goes back to discussion when two coordinators cancel the decision, and can be asked again', async () => {
    const { decision, id, number } = await opened(change(28, { version: 2, from: 25 }))
    const [one, two] = [await newPerson(database, [umbrella]), await newPerson(database, [umbrella])]
    for (const person of [one, two]) await newCoordinator(database, umbrella, person)
    const act = newId()
    await as(one, tx =>
      tx.$client.query(
        `insert into people.acts (umbrella_id, id, kind, subject_id, reason, proposed_by)
         values (platform.current_umbrella(), $1, 'initiatives.cancel_decision', $2, 'wrong', platform.current_account())`,
        [act, decision],
      ),
    )
    await as(two, async tx => {
      await tx.$client.query(
        `update people.acts set status = 'confirmed', decided_by = platform.current_account(), decided_at = now() where id = $1`,
        [act],
      )
      expect(await cancelDecision(tx, decision, 'The list of electors was wrong')).toEqual({ ok: true })
    })
    expect(await proposalNow(number)).toMatchObject({ status: 'discussion', discussed: true })
    expect(await open(id)).toMatchObject({ ok: true })
    expect(await decisionOf(id)).not.toBe(decision)
  })

  test('is not changed past the members: by nobody, with no decision, with another value, not twice', async () => {
    const insert = (value: number, under: string) =>
      as(first.person, tx =>
        tx.$client.query(
          `insert into platform.rules (umbrella_id, id, key, version, value, adopted_under)
           values (platform.current_umbrella(), gen_random_uuid(), 'decisions.voting_days', 9, $1, $2)`,
          [JSON.stringify(value), under],
        ),
      )
    await expect(insert(60, 'founding')).rejects.toThrow(/by a decision of the members/)
    await expect(insert(60, 'me')).rejects.toThrow(/by a decision of the members/)
    const { rows } = await database.owner.query(
      "select id from initiatives.decisions where kind = 'rule' and outcome = 'supported' limit 1",
    )
    await expect(insert(21, `decision:${rows[0].id}`)).rejects.toThrow(/by a decision of the members/)
    await expect(insert(60, `decision:${rows[0].id}`)).rejects.toThrow(/by a decision of the members/)
  })
})

describe('a proposal', () => {
  test('is made and rewritten by its own member with a vote; rewriting begins the discussion anew', async () => {
    const stranger = await newPerson(database, [umbrella])
    await expect(propose(change(20), stranger)).rejects.toMatchObject(because(/by a member with a vote/))
    const { id, number } = await propose(change(20))
    await endDiscussion(database, id)
    const revision = { proposal: id, base: 1, title, reasons: { en: 'Better reasons' }, body: null }
    const changes = [{ key: 'decisions.voting_days', version: 2, from: 25, to: 22 }]
    await expect(
      as(voters[1]!.person, tx => reviseProposal(tx, { ...revision, changes })),
    ).rejects.toMatchObject(because(/rewritten by its member/))
    expect(await as(first.person, tx => reviseProposal(tx, { ...revision, changes }))).toEqual({ ok: true })
    expect(await as(first.person, tx => reviseProposal(tx, { ...revision, changes }))).toMatchObject({
      ok: false,
    })
    expect(await proposalNow(number)).toMatchObject({
      version: 2,
      discussed: false,
      versions: [{ version: 2 }, { version: 1 }],
    })
    expect(await as(first.person, tx => withdrawProposal(tx, id))).toEqual({ ok: true })
    expect(await open(id)).toMatchObject({ reason: 'initiatives.change.closed' })
  })
})

describe('a text of the coalition', () => {
  test('comes into being, changes and ends by decisions, and keeps every version', async () => {
    const goal = (
      body: string,
      text: { id: string; base: number } | null,
      ends = false,
    ): ProposedContent => ({
      kind: 'goal',
      text,
      body: ends ? {} : { en: body },
      ends,
    })
    const one = await opened(goal('A House of Nations in every region', null))
    await decide(one.decision, ['yes', 'yes'])
    const found = await as(null, tx => findAgreedText(tx, 1))
    expect(inForce(found!)).toMatchObject({ version: 1, body: { en: 'A House of Nations in every region' } })
    const { id } = found!
    const two = await opened(goal('A House of Nations in every town', { id, base: 1 }))
    await decide(two.decision, ['yes', 'yes'])
    const late = await propose(goal('Elsewhere', { id, base: 1 }))
    await endDiscussion(database, late.id)
    expect(await open(late.id)).toMatchObject({ reason: 'initiatives.change.movedOn' })
    const three = await opened(goal('', { id, base: 2 }, true))
    await decide(three.decision, ['yes', 'yes'])
    const ended = await as(null, tx => findAgreedText(tx, 1))
    expect(ended!.versions.map(({ version, ends }) => [version, ends])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ])
    expect(inForce(ended!)).toBeUndefined()
  })
})

test('the bounds of rules hold for every number, alike where they are proposed and where they are read', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ruleKeys), fc.integer({ min: -5, max: 1000 }), (key, value) => {
      const rule = declared.find(one => one.key === key)!
      expect(fitsDeclared(rule, value)).toBe(value >= rule.minimum && value <= rule.maximum)
      expect(fitsRule(key, value)).toBe(fitsDeclared(rule, value))
      expect(fitsDeclared(rule, rule.fallback)).toBe(true)
    }),
  )
})
