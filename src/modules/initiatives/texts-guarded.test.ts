import { beforeAll, describe, expect, test } from 'vitest'
import './module.ts'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import { newVoters, type Voter, vote } from '#tests/decisions.ts'
import { oneAfterTheOther } from '#tests/two-at-once.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { answerAmendment, proposeAmendment } from './actions/amend.ts'
import { askMembers } from './actions/ask-members.ts'
import { castBallot } from './actions/cast-ballot.ts'
import { publishInitiative } from './actions/publish-initiative.ts'
import { beginDraft } from './actions/save-draft.ts'
import { adoptInitiative, withdrawInitiative } from './actions/withdraw-initiative.ts'
import { writeComment } from './actions/write-comment.ts'

const database = await freshDatabase()
const umbrella = await newUmbrella(database)
let owner: Voter
let other: Voter
let third: Voter

const texts = { title: 'Дім', need: 'Так', goals: 'Так', beneficiaries: 'Усі', asked: 'Час', plan: 'Крок' }
const by = (who: Voter) => ({ umbrella, account: who.person })

const draft = (who = owner): Promise<string> =>
  writeAs(database, umbrella, who.person, async tx => {
    const facts = { texts, authoritative: 'uk', languages: [], topics: ['culture'], scopeAnswers: [] }
    const outcome = await beginDraft(tx, who.membership, facts)
    if (!outcome.ok) throw new Error(outcome.reason)
    return outcome.id
  })

async function published(): Promise<string> {
  const id = await draft()
  await writeAs(database, umbrella, owner.person, tx => publishInitiative(tx, id))
  return id
}

async function asked(): Promise<{ id: string; decision: string }> {
  const id = await published()
  await database.owner.query(
    "update initiatives.initiatives set discussion_since = discussion_since - interval '8 days' where id = $1",
    [id],
  )
  const outcome = await writeAs(database, umbrella, owner.person, tx => askMembers(tx, id))
  if (!outcome.ok) throw new Error(outcome.reason)
  return { id, decision: outcome.decision }
}

beforeAll(async () => {
  ;[owner, other, third] = (await newVoters(database, umbrella, 3)) as [Voter, Voter, Voter]
})

const asRequest = (who: Voter, text: string, values: unknown[]) =>
  writeAs(database, umbrella, who.person, tx => tx.$client.query(text, values))

describe('whatever the program asks, the database refuses', () => {
  test('to show others a draft', async () => {
    const id = await draft()
    const { rows } = await asRequest(other, 'select id from initiatives.initiatives where id = $1', [id])
    expect(rows).toEqual([])
    const seen = await asRequest(owner, 'select id from initiatives.initiatives where id = $1', [id])
    expect(seen.rows).toEqual([{ id }])
  })

  test.each([
    ['a text without a version', `set title = '{"uk": "Інше"}'`],
    ['support without a decision', `set status = 'supported', decision_id = id`],
    ['a vote that nobody opened', `set status = 'decision', decision_id = id`],
    ['another number', 'set number = 999'],
    ['other answers about the scope', `set scope_answers = '[{"touches": true}]'`],
    ['a round that never was', `set status = 'draft'`],
  ])('%s', async (_what, change) => {
    const id = await published()
    const attempt = asRequest(owner, `update initiatives.initiatives ${change} where id = $1`, [id])
    await expect(attempt).rejects.toThrow(/initiatives?_|initiative |published text|check/)
  })

  test('that somebody takes an initiative of another member', async () => {
    const id = await published()
    const take = 'update initiatives.initiatives set membership_id = $2 where id = $1'
    await expect(asRequest(other, take, [id, other.membership])).rejects.toThrow(/passes to another member/)
  })

  test('to speak for another member', async () => {
    const initiative = await published()
    const said = { initiative, parent: null, stance: 'for', body: 'x', locale: 'uk' } as const
    const attempt = writeAs(database, umbrella, other.person, tx =>
      writeComment(tx, { ...said, membership: third.membership }),
    )
    await expect(attempt).rejects.toThrow()
  })

  test('to rewrite what was said, also for the owner of the tables', async () => {
    const initiative = await published()
    const said = { initiative, parent: null, stance: 'for', body: 'Слово', locale: 'uk' } as const
    const done = await writeAs(database, umbrella, other.person, tx =>
      writeComment(tx, { ...said, membership: other.membership }),
    )
    if (!done.ok) throw new Error(done.reason)
    for (const change of [`body = 'Інше'`, `body_hash = sha256('x')`, `stance = 'against'`])
      await expect(
        database.owner.query(`update initiatives.comments set ${change} where id = $1`, [done.id]),
      ).rejects.toThrow(/not rewritten/)
    const alone = `update initiatives.comments set body = null, salt = null, redacted_at = now(), redaction_reason = 'x',
      redacted_under = $2 where id = $1`
    await expect(asRequest(other, alone, [done.id, done.id])).rejects.toThrow(/two coordinators/)
  })

  test('to change a kept version, also for the owner of the tables', async () => {
    const id = await published()
    const change = `update initiatives.initiative_versions set note = 'x' where initiative_id = $1`
    await expect(database.owner.query(change, [id])).rejects.toThrow(/append-only/)
  })

  test('a changed text while the members decide', async () => {
    const { id } = await asked()
    const version = `insert into initiatives.initiative_versions (umbrella_id, initiative_id, version, round, kind, title, body,
        authoritative, translations, membership_id)
      select umbrella_id, id, 2, round, 'revision', '{"uk": "Інше"}', body, authoritative, translations, membership_id
      from initiatives.initiatives where id = $1`
    await asRequest(owner, version, [id])
    const show = `update initiatives.initiatives set title = '{"uk": "Інше"}', version = 2 where id = $1`
    await expect(asRequest(owner, show, [id])).rejects.toThrow(/only by corrections/)
  })
})

describe('two at once', () => {
  test('publish under neighbouring numbers, and one draft once', async () => {
    const [one, two] = [await draft(), await draft(other)]
    const publish = (id: string, who: Voter) => ({
      scope: by(who),
      work: (tx: Parameters<typeof publishInitiative>[0]) => publishInitiative(tx, id),
    })
    const numbers = await oneAfterTheOther(database, publish(one, owner), publish(two, other))
    expect(numbers.map(outcome => outcome.ok)).toEqual([true, true])
    const [first, second] = numbers.map(outcome => (outcome.ok ? outcome.number : 0))
    expect(second).toBe(first! + 1)
    const three = await draft()
    const twice = await oneAfterTheOther(database, publish(three, owner), publish(three, owner))
    expect(twice.map(outcome => outcome.ok)).toEqual([true, false])
  })

  test('accept amendments of the same words: the second finds them changed', async () => {
    const initiative = await published()
    const propose = (who: Voter, goals: string) =>
      writeAs(database, umbrella, who.person, async tx => {
        const amendment = { initiative, membership: who.membership, base: 1, reasons: 'x' }
        const outcome = await proposeAmendment(tx, { ...amendment, texts: { ...texts, goals } })
        if (!outcome.ok) throw new Error(outcome.reason)
        return outcome.id
      })
    const [one, two] = [await propose(other, 'Одне'), await propose(third, 'Друге')]
    const accept = (id: string) => ({
      scope: by(owner),
      work: (tx: Parameters<typeof answerAmendment>[0]) =>
        answerAmendment(tx, { initiative, id, accepted: true, answer: 'Так', locale: 'uk' }),
    })
    const outcomes = await oneAfterTheOther(database, accept(one), accept(two))
    expect(outcomes).toMatchObject([{ ok: true }, { ok: false, reason: 'initiatives.amendment.textMoved' }])
  })

  test('cast the first ballot and withdraw: the ballot counts, the initiative is offered', async () => {
    const { id, decision } = await asked()
    const ballot = { decision, membership: other.membership, choice: 'yes', statement: null } as const
    const [cast, withdrawn] = await oneAfterTheOther(
      database,
      { scope: by(other), work: tx => castBallot(tx, ballot) },
      {
        scope: by(owner),
        work: tx => withdrawInitiative(tx, { initiative: id, reason: 'Досить', locale: 'uk' }),
      },
    )
    expect(cast.ok).toBe(true)
    expect(withdrawn).toMatchObject({ ok: true, until: expect.any(String) })
  })

  test('adopt one initiative: one of them has it', async () => {
    const { id, decision } = await asked()
    await vote(database, umbrella, decision, other)
    await writeAs(database, umbrella, owner.person, tx =>
      withdrawInitiative(tx, { initiative: id, reason: 'Досить', locale: 'uk' }),
    )
    const adopt = (who: Voter) => ({
      scope: by(who),
      work: (tx: Parameters<typeof adoptInitiative>[0]) =>
        adoptInitiative(tx, { initiative: id, membership: who.membership }),
    })
    const outcomes = await oneAfterTheOther(database, adopt(other), adopt(third))
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false])
  })
})
