import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#platform/id.ts'
import '../messages/index.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import {
  ask,
  confirmedAct,
  endVoting,
  newVoters,
  stateOfDecision,
  twoCoordinators,
  type Voter,
  vote,
} from '#tests/decisions.ts'
import { newIndividual, newMembership, newOrganisation } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { canonical, hashOf } from '../recount/canonical.ts'
import { advanceDecision } from './advance-decision.ts'
import { backAskingAgain, takeBackBacking } from './ask-again.ts'
import { extendDecision } from './extend-decision.ts'
import type { NewDecision } from './open-decision.ts'
import { cancelDecision } from './void-decision.ts'

const database = await freshDatabase()
let umbrella: string
let voters: Voter[]

beforeEach(async () => {
  umbrella = await newUmbrella(database)
  voters = await newVoters(database, umbrella, 4)
})

const owner = async (text: string, values: unknown[]) => (await database.owner.query(text, values)).rows

describe('opening', () => {
  test('takes every member with a vote, and nobody else', async () => {
    const individual = await newIndividual(database, umbrella, {
      person: await newPerson(database, [umbrella]),
    })
    await newMembership(database, umbrella, await newOrganisation(database), { form: 'agreement' })
    await database.owner.query(
      "update network.memberships set status = 'ended', until = current_date - 1 where id = $1",
      [voters[3]!.membership],
    )
    const decision = await ask(database, umbrella)
    const electors = await owner('select elector_id, name from initiatives.electors where decision_id = $1', [
      decision,
    ])
    expect(new Set(electors.map(({ elector_id }) => elector_id))).toEqual(
      new Set([individual, ...voters.slice(0, 3).map(({ membership }) => membership)]),
    )
    expect(electors.find(({ elector_id }) => elector_id === individual)!.name).toBeNull()
    expect((await stateOfDecision(database, decision)).electorate).toBe(4)
  })

  test('publishes a fingerprint of exactly what it fixed', async () => {
    const decision = await ask(database, umbrella)
    const [kept] = await owner(
      `select opening, encode(fingerprint, 'hex') as fingerprint, encode(text_hash, 'hex') as text_hash, text, rules,
         to_json(opened_at) #>> '{}' as opened, encode(electorate_hash, 'hex') as electorate_hash
       from initiatives.decisions where id = $1`,
      [decision],
    )
    expect(hashOf(kept.opening).toString('hex')).toBe(kept.fingerprint)
    expect(kept.opening).toMatchObject({
      ...{ electorate: 4, textHash: hashOf(kept.text).toString('hex'), electorateHash: kept.electorate_hash },
      ...{ decision, kind: 'initiative', number: 1, secret: false },
    })
    expect(canonical(kept.opening.rules)).toBe(canonical(kept.rules))
    expect(Temporal.Instant.from(kept.opening.openedAt).equals(Temporal.Instant.from(kept.opened))).toBe(true)
  })

  test('keeps the rules of its day, whatever is adopted later', async () => {
    await database.owner.query(
      `insert into platform.rules (umbrella_id, id, key, version, value, adopted_under)
       values ($1, gen_random_uuid(), 'decisions.voting_days', 1, '21', 'founding')`,
      [umbrella],
    )
    const [kept] = await owner(
      `select rules -> 'decisions.voting_days' as rule, extract(epoch from closes_at - discussion_until) / 86400 as days
       from initiatives.decisions where id = $1`,
      [await ask(database, umbrella)],
    )
    expect({ rule: kept.rule, days: Number(kept.days) }).toEqual({
      rule: { version: 1, value: 21 },
      days: 21,
    })
  })

  test('counts a discussion that was held before', async () => {
    const since = Temporal.Now.instant().subtract({ hours: 24 * 5 })
    const decision = await ask(database, umbrella, { discussedSince: since.toString() })
    const [kept] = await owner(
      'select extract(epoch from discussion_until - opened_at) / 86400 as days from initiatives.decisions where id = $1',
      [decision],
    )
    expect(Number(kept.days)).toBeCloseTo(2, 2)
  })

  test('is refused where nobody has a vote', async () => {
    await expect(ask(database, await newUmbrella(database))).rejects.toThrow('decision.nobodyVotes')
  })

  test('numbers decisions of an umbrella without gaps', async () => {
    const numbers: number[] = []
    for (let asked = 0; asked < 3; asked++)
      numbers.push((await stateOfDecision(database, await ask(database, umbrella))).number)
    expect(numbers).toEqual([1, 2, 3])
  })
})

const text = { goals: { uk: 'Створити робочу групу з освіти' } }

describe('asking again', () => {
  let earlier: string
  const again = (text: NewDecision['text'] = { goals: { uk: 'Інша мета' } }) =>
    ask(database, umbrella, { text, previous: { decision: earlier, news: { uk: 'Є нові дані' } } })
  const back = ({ membership, person }: Voter) =>
    writeAs(database, umbrella, person, tx => backAskingAgain(tx, { decision: earlier, membership }))

  beforeEach(async () => {
    earlier = await ask(database, umbrella, { text })
    await endVoting(database, earlier)
    await writeAs(database, umbrella, null, tx => advanceDecision(tx, earlier))
  })

  test('needs three members, each by its own representative, each once', async () => {
    await back(voters[0]!)
    expect(await back(voters[0]!)).toMatchObject({ reason: 'initiatives.decision.backedAlready' })
    await back(voters[1]!)
    await expect(again()).rejects.toThrow('decision.tooFewBack')
    await expect(back({ ...voters[2]!, person: voters[0]!.person })).rejects.toThrow(/members with a vote/)
    await back(voters[2]!)
    const decision = await again()
    expect(
      (await owner('select previous_id from initiatives.decisions where id = $1', [decision]))[0],
    ).toEqual({
      previous_id: earlier,
    })
    await expect(again()).rejects.toThrow('decision.tooFewBack')
  })

  test('counts no backing that was taken back', async () => {
    for (const voter of voters.slice(0, 3)) await back(voter)
    const taken = await writeAs(database, umbrella, voters[0]!.person, tx =>
      takeBackBacking(tx, { decision: earlier, membership: voters[0]!.membership }),
    )
    expect(taken).toEqual({ ok: true })
    await expect(again()).rejects.toThrow('decision.tooFewBack')
  })

  test('about the very same text waits ninety days', async () => {
    for (const voter of voters.slice(0, 3)) await back(voter)
    await expect(again(text)).rejects.toThrow('decision.sameTextTooEarly')
  })

  test('about the very same text is not got round by saying nothing about the earlier decision', async () => {
    await expect(ask(database, umbrella, { text })).rejects.toThrow('decision.sameTextUnlinked')
    const reasons = { en: 'In other words' }
    const changes = [{ key: 'decisions.voting_days', version: 0, from: 14, to: 21 }]
    const rule = await ask(database, umbrella, { kind: 'rule', text: { changes, reasons } })
    await endVoting(database, rule)
    await writeAs(database, umbrella, null, tx => advanceDecision(tx, rule))
    const same = ask(database, umbrella, { kind: 'rule', text: { changes, reasons: { en: 'Other words' } } })
    await expect(same).rejects.toThrow('decision.sameTextUnlinked')
    const unchecked = writeAs(database, umbrella, null, tx =>
      tx.$client.query(
        `with taken as materialized (select count(*)::integer as n from initiatives.take_electors($1))
         insert into initiatives.decisions (id, number, kind, subject_id, title, text, authoritative, text_hash, round, secret,
           method, discussion_until, closes_at, electorate, rules, electorate_hash, opening, fingerprint)
         select $1, 9999, kind, subject_id, title, text, authoritative, text_hash, round, secret, method,
           now(), now() + make_interval(days => (rules -> 'decisions.voting_days' ->> 'value')::integer), n, rules,
           electorate_hash, opening, fingerprint
         from initiatives.decisions, taken where id = $2`,
        [newId(), earlier],
      ),
    )
    await expect(unchecked).rejects.toThrow(/the same was decided before/)
  })

  test('leaves what was decided as it is', async () => {
    for (const voter of voters.slice(0, 3)) await back(voter)
    await again()
    expect(await stateOfDecision(database, earlier)).toMatchObject({
      ...{ status: 'sealed', outcome: 'not_supported' },
    })
  })
})

describe('two coordinators', () => {
  let pair: [string, string]
  let decision: string
  const extend = () =>
    confirmedAct(database, umbrella, pair, 'initiatives.extend_decision', decision, tx =>
      extendDecision(tx, decision),
    )

  beforeEach(async () => {
    pair = await twoCoordinators(database, umbrella)
    decision = await ask(database, umbrella)
  })

  test('extend the time once, before it is over', async () => {
    const closes = async () =>
      Temporal.Instant.from(
        (
          await owner(`select to_json(closes_at) #>> '{}' as at from initiatives.decisions where id = $1`, [
            decision,
          ])
        )[0].at,
      )
    const before = await closes()
    expect(await extend()).toEqual({ ok: true })
    expect(before.until(await closes()).total('hours')).toBe(14 * 24)
    expect(await extend()).toMatchObject({ reason: 'initiatives.decision.extendedAlready' })
    decision = await ask(database, umbrella)
    await endVoting(database, decision)
    expect(await extend()).toMatchObject({ reason: 'initiatives.decision.overAlready' })
  })

  test('are needed: nobody extends or cancels alone', async () => {
    await expect(writeAs(database, umbrella, pair[0], tx => extendDecision(tx, decision))).rejects.toThrow()
    await expect(
      writeAs(database, umbrella, pair[0], tx => cancelDecision(tx, decision, 'alone')),
    ).rejects.toThrow()
  })

  test('cancel what was opened with a wrong electorate; members are asked anew', async () => {
    await vote(database, umbrella, decision, voters[0]!)
    const outcome = await confirmedAct(
      database,
      umbrella,
      pair,
      'initiatives.cancel_decision',
      decision,
      (tx, act) => cancelDecision(tx, decision, String(act.payload.reason)),
    )
    expect(outcome).toEqual({ ok: true })
    expect((await stateOfDecision(database, decision)).status).toBe('cancelled')
    await newVoters(database, umbrella, 1)
    expect((await stateOfDecision(database, await ask(database, umbrella))).electorate).toBe(5)
  })
})
