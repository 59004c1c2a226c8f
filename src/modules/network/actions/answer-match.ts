import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { helpOffered, matchAccepted, matchDeclined } from '../emails/aid.ts'
import type { MatchAnswer, Side } from '../schema/aid.ts'

type Response = { listing: string; membership: string; word: string | null }

type Open = { side: Side; owner: string }

/**
 * «We can help» with a need, or «we need this» about an offer, from a member without a listing of its own. It has agreed
 * already; the other side answers. Refused when the same member has said so before and it is not settled.
 */
export async function respondToListing(
  tx: Tx,
  { listing, membership, word }: Response,
): Promise<Outcome<{ id: string }>> {
  const { rows } = await tx.execute<Open>(sql`
    select l.side, l.membership_id as owner from network.listings l
    where l.umbrella_id = platform.current_umbrella() and l.id = ${listing} and l.status = 'open' and l.until >= network.today()
      and l.membership_id <> ${membership} for share`)
  const open = rows[0]
  if (!open) return refuse('network.aid.notOpen')
  const id = newId()
  const isNeed = open.side === 'need'
  const answer = isNeed
    ? sql`offer_answer, offer_word, offer_answered_by, offer_answered_at`
    : sql`need_answer, need_word, need_answered_by, need_answered_at`
  const { rowCount } = await tx.execute(sql`
    insert into network.matches (umbrella_id, id, need_id, offer_id, need_membership, offer_membership, origin, proposed_by, ${answer})
    values (platform.current_umbrella(), ${id}, ${isNeed ? listing : null}, ${isNeed ? null : listing},
      ${isNeed ? open.owner : membership}, ${isNeed ? membership : open.owner}, 'person', platform.current_account(),
      'accepted', ${word}, platform.current_account(), now())
    on conflict do nothing`)
  if (!rowCount) return refuse('network.match.respondedAlready')
  await record(tx, {
    action: 'network.help_proposed',
    member: membership,
    subject: { type: 'match', id },
    visibility: 'members',
  })
  await helpOffered(tx, { match: id, owner: open.owner, from: membership, side: open.side })
  return { ok: true, id }
}

type Answer = { match: string; side: Side; answer: MatchAnswer; word: string | null }

type Answered = { status: string; needMember: string; offerMember: string }

const columnsOf = { need: sql.raw('need'), offer: sql.raw('offer') } as const

async function answerOnce(tx: Tx, { match, side, answer, word }: Answer): Promise<Answered | undefined> {
  const own = columnsOf[side]
  const other = columnsOf[side === 'need' ? 'offer' : 'need']
  // One statement: of two people who answer at once, the second finds an answer there.
  const { rows } = await tx.execute<Answered>(sql`
    update network.matches set ${own}_answer = ${answer}, ${own}_word = ${word}, ${own}_answered_by = platform.current_account(),
      ${own}_answered_at = now(),
      status = case when ${answer} = 'declined' then 'declined' when ${other}_answer = 'accepted' then 'accepted' else 'open' end
    where umbrella_id = platform.current_umbrella() and id = ${match} and status = 'open' and ${own}_answer is null
    returning status, need_membership as "needMember", offer_membership as "offerMember"`)
  return rows[0]
}

/** One side accepts, or declines with a word. Both accepted: they learn how to reach each other. */
export async function answerMatch(tx: Tx, given: Answer): Promise<Outcome> {
  const answered = await answerOnce(tx, given)
  if (!answered) return refuse('network.match.answeredAlready')
  const { match, side } = given
  const { status, needMember, offerMember } = answered
  const [own, other] = side === 'need' ? [needMember, offerMember] : [offerMember, needMember]
  await record(tx, {
    action: given.answer === 'accepted' ? 'network.match_accepted' : 'network.match_declined',
    member: own,
    subject: { type: 'match', id: match },
    visibility: 'members',
  })
  if (status === 'accepted') await matchAccepted(tx, { match, needMember, offerMember })
  if (status === 'declined') await matchDeclined(tx, { match, by: own, told: other })
  return { ok: true }
}

/** One side says what came of it, and whether it was useful. Outside only the number of useful ones is told. */
export async function closeMatch(
  tx: Tx,
  {
    match,
    member,
    useful,
    outcome,
  }: { match: string; member: string; useful: boolean; outcome: string | null },
): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    update network.matches set status = 'closed', useful = ${useful}, outcome = ${outcome}, closed_at = now()
    where umbrella_id = platform.current_umbrella() and id = ${match} and status = 'accepted'`)
  if (!rowCount) return refuse('network.match.closedAlready')
  await record(tx, {
    action: 'network.match_closed',
    member,
    subject: { type: 'match', id: match },
    visibility: 'members',
    detail: { useful },
  })
  return { ok: true }
}
