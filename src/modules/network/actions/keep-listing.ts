import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { listingExpired } from '../emails/aid.ts'
import type { Side } from '../schema/aid.ts'
import { dropMatches, proposeMatches } from './propose-matches.ts'

/** What is asked or offered. `until` is the last day, ISO text; `contentLocale` the language of title and body. */
export type ListingFacts = {
  kind: string
  title: string
  body: string
  contentLocale: string
  country: string | null
  region: string | null
  languages: string[]
  until: string
}

const set = (facts: ListingFacts) => sql`kind = ${facts.kind}, title = ${facts.title}, body = ${facts.body},
  content_locale = ${facts.contentLocale}, country = ${facts.country}, region = ${facts.region},
  languages = ${sql.param(facts.languages)}::text[], until = ${facts.until}`

async function isOver(tx: Tx, until: string): Promise<boolean> {
  const { rows } = await tx.execute<{ over: boolean }>(sql`select ${until}::date < network.today() as over`)
  return rows[0]!.over
}

/** Posts a need or an offer for a member and looks for what fits. */
export async function postListing(
  tx: Tx,
  { membership, side, ...facts }: ListingFacts & { membership: string; side: Side },
): Promise<Outcome<{ id: string; matches: number }>> {
  if (await isOver(tx, facts.until)) return refuse('network.aid.untilPassed')
  const id = newId()
  await tx.execute(sql`
    insert into network.listings (umbrella_id, id, membership_id, side, kind, title, body, content_locale, country, region, languages, until, created_by)
    values (platform.current_umbrella(), ${id}, ${membership}, ${side}, ${facts.kind}, ${facts.title}, ${facts.body},
      ${facts.contentLocale}, ${facts.country}, ${facts.region}, ${sql.param(facts.languages)}::text[], ${facts.until},
      platform.current_account())`)
  await record(tx, {
    action: side === 'need' ? 'network.need_posted' : 'network.offer_posted',
    member: membership,
    subject: { type: 'listing', id },
    visibility: 'members',
    detail: { kind: facts.kind },
  })
  return { ok: true, id, matches: await proposeMatches(tx, id) }
}

/** Changes an open listing. What the program proposed and nobody answered is compared anew. */
export async function changeListing(tx: Tx, id: string, facts: ListingFacts): Promise<Outcome> {
  if (await isOver(tx, facts.until)) return refuse('network.aid.untilPassed')
  const { rowCount } = await tx.execute(sql`
    update network.listings set ${set(facts)}
    where umbrella_id = platform.current_umbrella() and id = ${id} and status = 'open'`)
  if (!rowCount) return refuse('network.aid.notOpen')
  await dropMatches(tx, id, 'unanswered')
  await proposeMatches(tx, id)
  return { ok: true }
}

type Settlement = { status: 'withdrawn' } | { status: 'closed'; useful: boolean; outcome: string | null }

/** The member needs or offers it no more: closed with what came of it, or withdrawn. */
export async function settleListing(tx: Tx, id: string, given: Settlement): Promise<Outcome> {
  const { useful, outcome } = given.status === 'closed' ? given : { useful: null, outcome: null }
  const { rows } = await tx.execute<{ membership: string }>(sql`
    update network.listings set status = ${given.status}, settled_at = now(), useful = ${useful}, outcome = ${outcome}
    where umbrella_id = platform.current_umbrella() and id = ${id} and status = 'open'
    returning membership_id as membership`)
  if (!rows[0]) return refuse('network.aid.notOpen')
  await dropMatches(tx, id, 'open')
  await record(tx, {
    action: given.status === 'closed' ? 'network.listing_closed' : 'network.listing_withdrawn',
    member: rows[0].membership,
    subject: { type: 'listing', id },
    visibility: 'members',
    ...(useful === null ? {} : { detail: { useful } }),
  })
  return { ok: true }
}

/** Opens a settled or expired listing again until a new day, and looks for what fits now. */
export async function reopenListing(tx: Tx, id: string, until: string): Promise<Outcome> {
  if (await isOver(tx, until)) return refuse('network.aid.untilPassed')
  const { rows } = await tx.execute<{ membership: string }>(sql`
    update network.listings set status = 'open', settled_at = null, useful = null, outcome = null, until = ${until}
    where umbrella_id = platform.current_umbrella() and id = ${id} and status <> 'open'
    returning membership_id as membership`)
  if (!rows[0]) return refuse('network.aid.openAlready')
  await record(tx, {
    action: 'network.listing_reopened',
    member: rows[0].membership,
    subject: { type: 'listing', id },
    visibility: 'members',
  })
  await proposeMatches(tx, id)
  return { ok: true }
}

/** Listings whose last day has passed expire with their open matches; the member is asked what came of it. Safe to repeat. */
export async function expireListings(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ id: string; membership: string; until: string }>(sql`
    update network.listings set status = 'expired', settled_at = now()
    where umbrella_id = platform.current_umbrella() and status = 'open' and until < network.today()
    returning id, membership_id as membership, until`)
  for (const { id, membership, until } of rows) {
    await dropMatches(tx, id, 'open')
    await listingExpired(tx, { listing: id, membership, on: until })
  }
  return rows.length
}
