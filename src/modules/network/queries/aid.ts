import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { ListingStatus, MatchStatus, Side } from '../schema/aid.ts'
import { memberName } from './member-name.ts'

/** A need or an offer. Days are ISO text, moments ISO text with T and offset. Without a country it reaches anywhere. */
export type ListingView = {
  id: string
  membershipId: string
  member: Localised
  side: Side
  kind: string
  title: string
  body: string
  contentLocale: string
  country: string | null
  region: string | null
  languages: string[]
  until: string
  status: ListingStatus
  outcome: string | null
  useful: boolean | null
  createdAt: string
  today: string
}

/** A match as a line of a list: with whom, about what. */
export type MatchLine = {
  id: string
  status: MatchStatus
  needMembership: string
  needMember: Localised
  offerMembership: string
  offerMember: Localised
  needTitle: string | null
  offerTitle: string | null
  needAnswer: 'accepted' | 'declined' | null
  offerAnswer: 'accepted' | 'declined' | null
  proposedAt: string
}

export const listing = (
  l: SQL,
): SQL => sql`json_build_object('id', ${l}.id, 'membershipId', ${l}.membership_id,
  'member', ${memberName(sql`${l}.membership_id`)}, 'side', ${l}.side, 'kind', ${l}.kind, 'title', ${l}.title, 'body', ${l}.body,
  'contentLocale', ${l}.content_locale, 'country', ${l}.country, 'region', ${l}.region, 'languages', ${l}.languages,
  'until', ${l}.until, 'status', ${l}.status, 'outcome', ${l}.outcome, 'useful', ${l}.useful, 'createdAt', ${l}.created_at,
  'today', network.today())`

const matchLine = sql`json_build_object('id', x.id, 'status', x.status,
  'needMembership', x.need_membership, 'needMember', ${memberName(sql`x.need_membership`)},
  'offerMembership', x.offer_membership, 'offerMember', ${memberName(sql`x.offer_membership`)},
  'needTitle', (select n.title from network.listings n where n.umbrella_id = x.umbrella_id and n.id = x.need_id),
  'offerTitle', (select o.title from network.listings o where o.umbrella_id = x.umbrella_id and o.id = x.offer_id),
  'needAnswer', x.need_answer, 'offerAnswer', x.offer_answer, 'proposedAt', x.proposed_at)`

async function values<T>(tx: Tx, query: SQL): Promise<T[]> {
  const { rows } = await tx.execute<{ value: T }>(query)
  return rows.map(row => row.value)
}

export type ListingPage = ListingView & {
  /** Matches in which one of the viewer's members takes part. */
  matches: MatchLine[]
}

/** One listing with those of its matches that concern `members`; null when there is none. */
export async function findListing(
  tx: Tx,
  id: string,
  members: readonly string[],
): Promise<ListingPage | null> {
  const found = await values<{ listing: ListingView; matches: MatchLine[] }>(
    tx,
    sql`select json_build_object('listing', ${listing(sql`l`)},
        'matches', (select coalesce(json_agg(${matchLine} order by x.id desc), '[]'::json) from network.matches x
          where x.umbrella_id = l.umbrella_id and l.id in (x.need_id, x.offer_id)
            and (x.need_membership = any (${sql.param(members)}::uuid[]) or x.offer_membership = any (${sql.param(members)}::uuid[])))) as value
      from network.listings l where l.umbrella_id = platform.current_umbrella() and l.id = ${id}`,
  )
  const row = found[0]
  return row ? { ...row.listing, matches: row.matches } : null
}

/** Which listings a list shows: open ones of one side, or all of one's own members. */
export type ListingFilter = {
  show: Side | 'mine'
  kind: string | null
  country: string | null
  members: readonly string[]
  after: string | null
}

const pageSize = 30

/** The newest first; `after` is the last one shown. A country's list has what reaches anywhere too. */
export async function listListings(
  tx: Tx,
  filter: ListingFilter,
): Promise<{ lines: ListingView[]; more: boolean }> {
  const { show, kind, country, members, after } = filter
  const shown =
    show === 'mine'
      ? sql`l.membership_id = any (${sql.param(members)}::uuid[])`
      : sql`l.status = 'open' and l.side = ${show}`
  const lines = await values<ListingView>(
    tx,
    sql`select ${listing(sql`l`)} as value from network.listings l
      where l.umbrella_id = platform.current_umbrella() and ${shown}
        and (${kind}::text is null or l.kind = ${kind}) and (${country}::text is null or l.country is null or l.country = ${country})
        and (${after}::uuid is null or l.id < ${after}::uuid)
      order by l.id desc limit ${pageSize + 1}`,
  )
  return { lines: lines.slice(0, pageSize), more: lines.length > pageSize }
}

/** How much is asked and offered now, and how often it helped. Numbers only: these everybody may see. */
export type AidFigures = { needs: number; offers: number; useful: number }

export async function aidFigures(tx: Tx): Promise<AidFigures> {
  const found = await values<AidFigures>(
    tx,
    sql`select json_build_object(
        'needs', (select count(*) from network.listings l
          where l.umbrella_id = platform.current_umbrella() and l.status = 'open' and l.side = 'need'),
        'offers', (select count(*) from network.listings l
          where l.umbrella_id = platform.current_umbrella() and l.status = 'open' and l.side = 'offer'),
        'useful', (select count(*) from network.matches x
          where x.umbrella_id = platform.current_umbrella() and x.status = 'closed' and x.useful)) as value`,
  )
  return found[0]!
}

/** Matches of one's own members, the newest first; `after` is the last one shown. */
export async function listMatches(
  tx: Tx,
  { members, after }: Pick<ListingFilter, 'members' | 'after'>,
): Promise<{ lines: MatchLine[]; more: boolean }> {
  const lines = await values<MatchLine>(
    tx,
    sql`select ${matchLine} as value from network.matches x
      where x.umbrella_id = platform.current_umbrella() and (${after}::uuid is null or x.id < ${after}::uuid)
        and (x.need_membership = any (${sql.param(members)}::uuid[]) or x.offer_membership = any (${sql.param(members)}::uuid[]))
      order by x.id desc limit ${pageSize + 1}`,
  )
  return { lines: lines.slice(0, pageSize), more: lines.length > pageSize }
}
