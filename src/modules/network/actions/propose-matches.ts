import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { matchFound } from '../emails/aid.ts'
import type { MatchReasons } from '../schema/aid.ts'

/** The program proposes no more than this for one listing: the nearest first. */
const mostMatches = 20

type Found = { need: string; offer: string; needMember: string; offerMember: string; why: MatchReasons }

// «Other» matches nothing: only people know whether it fits.
async function fitting(tx: Tx, id: string): Promise<Found[]> {
  const { rows } = await tx.execute<Found>(sql`
    select case l.side when 'need' then l.id else o.id end as need, case l.side when 'offer' then l.id else o.id end as offer,
      case l.side when 'need' then l.membership_id else o.membership_id end as "needMember",
      case l.side when 'offer' then l.membership_id else o.membership_id end as "offerMember",
      json_build_object('area', area.word, 'languages', array(
        select unnest(l.languages) intersect select unnest(o.languages) order by 1)) as why
    from network.listings l
    join network.listings o on o.umbrella_id = l.umbrella_id and o.side <> l.side and o.kind = l.kind and o.status = 'open'
      and o.until >= network.today() and o.membership_id <> l.membership_id
    join network.memberships s on s.umbrella_id = o.umbrella_id and s.id = o.membership_id and s.status = 'active'
    cross join lateral (select case
      when l.country is null or o.country is null then 'anywhere'
      when l.country <> o.country then null
      when l.region = o.region then 'region'
      when l.region is null or o.region is null then 'country' end as word) area
    where l.umbrella_id = platform.current_umbrella() and l.id = ${id} and l.status = 'open' and l.kind <> 'other'
      and area.word is not null and (l.languages = '{}' or o.languages = '{}' or l.languages && o.languages)
    order by array_position(array['region', 'country', 'anywhere'], area.word), o.id desc limit ${mostMatches}`)
  return rows
}

/**
 * Looks for what fits an open listing: same kind, an area and a language in common, both still wanted. The lock makes two
 * listings that are posted at the same moment find each other: the second one waits and sees the first. Returns how many
 * matches are new.
 */
export async function proposeMatches(tx: Tx, listing: string): Promise<number> {
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended('network.aid ' || l.umbrella_id || l.kind, 0))
    from network.listings l where l.umbrella_id = platform.current_umbrella() and l.id = ${listing}`)
  let fresh = 0
  for (const { need, offer, needMember, offerMember, why } of await fitting(tx, listing)) {
    const id = newId()
    const { rowCount } = await tx.execute(sql`
      insert into network.matches (umbrella_id, id, need_id, offer_id, need_membership, offer_membership, origin, why)
      values (platform.current_umbrella(), ${id}, ${need}, ${offer}, ${needMember}, ${offerMember}, 'program',
        ${JSON.stringify(why)}::jsonb)
      on conflict do nothing`)
    if (!rowCount) continue
    fresh += 1
    await matchFound(tx, { match: id, needMember, offerMember })
  }
  return fresh
}

/** Matches of a listing that nobody has answered fall: it says something else now, or is not open any more. */
export async function dropMatches(tx: Tx, listing: string, which: 'unanswered' | 'open'): Promise<void> {
  await tx.execute(sql`
    update network.matches set status = 'expired'
    where umbrella_id = platform.current_umbrella() and ${listing}::uuid in (need_id, offer_id) and status = 'open'
      and (${which} = 'open' or origin = 'program' and need_answer is null and offer_answer is null)`)
}
