import { describe, expect, it } from 'vitest'
import { inScope, type Tx } from '#platform/database/scope.ts'
import { freshDatabase } from '#tests/database.ts'
import { newMandate, newMember } from '#tests/members.ts'
import { inDays } from '#tests/partners.ts'
import { oneAfterTheOther } from '#tests/two-at-once.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { answerMatch } from './answer-match.ts'
import { expireListings, type ListingFacts, postListing } from './keep-listing.ts'

const database = await freshDatabase()
const umbrella = await newUmbrella(database)

async function member() {
  const { membership } = await newMember(database, umbrella)
  const account = await newPerson(database, [umbrella])
  await newMandate(database, umbrella, membership, account)
  return { membership, account, scope: { umbrella, account } }
}

const [needy, giver] = [await member(), await member()]
const deputy = await newPerson(database, [umbrella])
await database.owner.query(
  `insert into network.mandates (umbrella_id, id, membership_id, person_id, role, document, valid_from, status, proposed_by, confirmed_by, confirmed_as, confirmed_at)
   values ($1, gen_random_uuid(), $2, $3, 'deputy', 'minutes', '2020-01-01', 'confirmed', $3, $3, 'founding', now())`,
  [umbrella, needy.membership, deputy],
)

const facts = (kind: string): ListingFacts => ({
  kind,
  title: 'Зала',
  body: '',
  contentLocale: 'uk',
  country: 'UA',
  region: null,
  languages: [],
  until: inDays(10),
})

const posting = (who: typeof needy, side: 'need' | 'offer', kind: string) => ({
  scope: who.scope,
  work: (tx: Tx) => postListing(tx, { ...facts(kind), membership: who.membership, side }),
})

const matches = async () =>
  (await database.owner.query('select id, status from network.matches order by id')).rows

describe('two at once', () => {
  it('a need and an offer posted at the same moment find each other, once', async () => {
    const [first, second] = await oneAfterTheOther(
      database,
      posting(needy, 'need', 'premises'),
      posting(giver, 'offer', 'premises'),
    )
    expect([first, second]).toMatchObject([
      { ok: true, matches: 0 },
      { ok: true, matches: 1 },
    ])
    expect(await matches()).toHaveLength(1)
  })

  it('two representatives of one member answer a match: the second is told so', async () => {
    const [match] = await matches()
    const answering = (account: string, answer: 'accepted' | 'declined') => ({
      scope: { umbrella, account },
      work: (tx: Tx) => answerMatch(tx, { match: match.id, side: 'need' as const, answer, word: null }),
    })
    const [first, second] = await oneAfterTheOther(
      database,
      answering(needy.account, 'accepted'),
      answering(deputy, 'declined'),
    )
    expect(first).toEqual({ ok: true })
    expect(second).toEqual({ ok: false, reason: 'network.match.answeredAlready', values: undefined })
  })

  it('both sides accept at the same moment, and it is accepted', async () => {
    const [match] = await matches()
    await database.owner.query(
      'update network.matches set need_answer = null, need_answered_at = null, need_answered_by = null where id = $1',
      [match.id],
    )
    const accepting = (who: typeof needy, side: 'need' | 'offer') => ({
      scope: who.scope,
      work: (tx: Tx) => answerMatch(tx, { match: match.id, side, answer: 'accepted' as const, word: null }),
    })
    await oneAfterTheOther(database, accepting(needy, 'need'), accepting(giver, 'offer'))
    expect(await matches()).toEqual([{ id: match.id, status: 'accepted' }])
  })
})

describe('the database', () => {
  it('lets nobody answer for another member, post for it, or speak of a match that is settled', async () => {
    const [match] = await matches()
    const attempt = (text: string, account = giver.account) =>
      inScope(database.request, { umbrella, account }, 'write', tx => tx.$client.query(text))
    await expect(
      attempt(`update network.matches set need_word = 'x' where id = '${match.id}'`),
    ).rejects.toThrow(/answers for itself/)
    await expect(
      attempt(`update network.listings set title = 'x' where membership_id = '${needy.membership}'`),
    ).rejects.toThrow(/act for the member/)
    await database.owner.query("update network.matches set status = 'expired' where id = $1", [match.id])
    await expect(
      attempt(`update network.matches set status = 'open' where id = '${match.id}'`),
    ).rejects.toThrow(/settled/)
  })
})

describe('a listing whose last day has passed', () => {
  const nightly = () => inScope(database.request, { umbrella, account: null }, 'write', expireListings)

  it('expires once with its matches, and the member is told', async () => {
    const need = await inScope(database.request, needy.scope, 'write', posting(needy, 'need', 'skills').work)
    await inScope(database.request, giver.scope, 'write', posting(giver, 'offer', 'skills').work)
    if (!need.ok) throw new Error(need.reason)
    expect(await nightly()).toBe(0)
    await database.owner.query('update network.listings set until = $2 where id = $1', [need.id, inDays(-1)])
    expect(await nightly()).toBe(1)
    expect(await nightly()).toBe(0)
    const { rows } = await database.owner.query('select status from network.matches where need_id = $1', [
      need.id,
    ])
    expect(rows).toEqual([{ status: 'expired' }])
    const mail =
      "select person_id from platform.mail where template = 'network.listing_expired' and person_id = $1"
    expect((await database.owner.query(mail, [needy.account])).rows).toHaveLength(1)
  })
})
