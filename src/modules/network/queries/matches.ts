import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { MatchAnswer, MatchReasons, MatchStatus } from '../schema/aid.ts'
import { type ListingView, listing } from './aid.ts'
import type { ShownContact } from './member.ts'
import { memberName, personName } from './member-name.ts'

/** How to reach a member that agreed to a match: its people by the names they gave, its contacts as far as the asker may see them. */
export type Reach = { people: string[]; contacts: ShownContact[] }

export type MatchView = {
  id: string
  status: MatchStatus
  origin: 'program' | 'person'
  why: MatchReasons
  proposedAt: string
  need: ListingView | null
  offer: ListingView | null
  needMembership: string
  needMember: Localised
  offerMembership: string
  offerMember: Localised
  needAnswer: MatchAnswer | null
  needWord: string | null
  offerAnswer: MatchAnswer | null
  offerWord: string | null
  outcome: string | null
  useful: boolean | null
  /** Of both sides, once both agreed; null before. */
  reach: { need: Reach; offer: Reach } | null
}

const reachOf = (membership: SQL) => sql`json_build_object(
  'people', (select coalesce(json_agg(known.name order by known.name), '[]'::json) from (
      select ${personName(sql`m.person_id`)} as name from network.mandates m
      where m.umbrella_id = x.umbrella_id and m.membership_id = ${membership} and m.status = 'confirmed'
        and m.valid_from <= network.today() and (m.valid_until is null or m.valid_until > network.today())
    ) known where known.name <> ''),
  'contacts', (select coalesce(json_agg(json_build_object('kind', c.kind, 'value', c.value, 'visibility', c.visibility) order by c.position, c.id), '[]'::json)
    from network.contacts c join network.memberships s on s.organisation_id = c.organisation_id
    where s.umbrella_id = x.umbrella_id and s.id = ${membership}))`

/** One match, or null. Who may see it is the policy's: its two sides alone. */
export async function findMatch(tx: Tx, id: string): Promise<MatchView | null> {
  const { rows } = await tx.execute<{ value: MatchView }>(sql`
    select json_build_object('id', x.id, 'status', x.status, 'origin', x.origin, 'why', x.why, 'proposedAt', x.proposed_at,
      'need', (select ${listing(sql`n`)} from network.listings n where n.umbrella_id = x.umbrella_id and n.id = x.need_id),
      'offer', (select ${listing(sql`o`)} from network.listings o where o.umbrella_id = x.umbrella_id and o.id = x.offer_id),
      'needMembership', x.need_membership, 'needMember', ${memberName(sql`x.need_membership`)},
      'offerMembership', x.offer_membership, 'offerMember', ${memberName(sql`x.offer_membership`)},
      'needAnswer', x.need_answer, 'needWord', x.need_word, 'offerAnswer', x.offer_answer, 'offerWord', x.offer_word,
      'outcome', x.outcome, 'useful', x.useful,
      'reach', case when x.status in ('accepted', 'closed') then json_build_object(
        'need', ${reachOf(sql`x.need_membership`)}, 'offer', ${reachOf(sql`x.offer_membership`)}) end) as value
    from network.matches x where x.umbrella_id = platform.current_umbrella() and x.id = ${id}`)
  return rows[0]?.value ?? null
}
