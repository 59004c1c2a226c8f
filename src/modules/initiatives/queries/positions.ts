import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { Channel, Choice } from '../schema/decisions.ts'
import { isNamed, mostOffered } from './member-search.ts'
import { moment, speakerName } from './speaker.ts'

/** Where an elector stands: the member, never the person. */
export type PositionView = {
  id: string
  name: Localised | null
  choice: Choice | null
  statement: Localised | null
  channel: Channel | null
  castAt: string | null
  challenged: boolean
  /** How often it voted. */
  ballots: number
}

export const positionFilters = ['yes', 'no', 'abstain', 'stand_aside', 'silent', 'statement'] as const
export type PositionFilter = (typeof positionFilters)[number]

const wanted = (filter: PositionFilter | null): SQL => {
  if (filter === null) return sql``
  if (filter === 'silent') return sql`and p.ballot_id is null`
  if (filter === 'statement') return sql`and b.statement is not null`
  return sql`and p.choice = ${filter}`
}

// The name of an organisation is that of the opening; an individual is named as they wish to be today.
const position = sql`
  select p.elector_id as id, coalesce(e.name, ${speakerName(sql`p.elector_id`)}) as name, p.choice, b.statement, b.channel,
    ${moment(sql`b.cast_at`)} as "castAt", p.challenged, p.last_ordinal as ballots
  from initiatives.positions p
  join initiatives.electors e on e.umbrella_id = p.umbrella_id and e.decision_id = p.decision_id and e.elector_id = p.elector_id
  left join initiatives.ballots b on b.umbrella_id = p.umbrella_id and b.id = p.ballot_id
  where p.umbrella_id = platform.current_umbrella()`

/** Where members stand, in the order in which they joined; `after` is the last one of the page before. */
export async function positionsOf(
  tx: Tx,
  decision: string,
  page: { filter: PositionFilter | null; after: string | null; limit: number },
): Promise<PositionView[]> {
  const { rows } = await tx.execute<PositionView>(sql`
    ${position} and p.decision_id = ${decision} ${wanted(page.filter)}
      and (${page.after}::uuid is null or p.elector_id > ${page.after})
    order by p.elector_id limit ${page.limit}`)
  return rows
}

/** Electors of whom one is to be named: the first that fit, and whether there are more. `voted`: only those that have. */
export async function electorsNamed(
  tx: Tx,
  decision: string,
  { sought, voted }: { sought: string; voted: boolean },
): Promise<{ members: PositionView[]; sought: string; more: boolean }> {
  const { rows } = await tx.execute<PositionView>(sql`
    ${position} and p.decision_id = ${decision} ${voted ? sql`and p.ballot_id is not null` : sql``}
      and ${isNamed(sql`p.elector_id`, sought)}
    order by p.elector_id limit ${mostOffered + 1}`)
  return { members: rows.slice(0, mostOffered), sought, more: rows.length > mostOffered }
}

/** Where these members stand; those that are no electors are left out. */
export async function positionsOfMembers(
  tx: Tx,
  decision: string,
  members: readonly string[],
): Promise<PositionView[]> {
  if (members.length === 0) return []
  const { rows } = await tx.execute<PositionView>(sql`
    ${position} and p.decision_id = ${decision} and p.elector_id = any(${sql.param(members)}::uuid[])
    order by p.elector_id`)
  return rows
}

/** A partner that supports what members are asked. */
export type SupportView = { id: string; name: Localised | null; statement: Localised | null; givenAt: string }

export async function supportsOf(tx: Tx, decision: string): Promise<SupportView[]> {
  const { rows } = await tx.execute<SupportView>(sql`
    select s.membership_id as id, ${speakerName(sql`s.membership_id`)} as name, s.statement, ${moment(sql`s.given_at`)} as "givenAt"
    from initiatives.supports s
    where s.umbrella_id = platform.current_umbrella() and s.decision_id = ${decision} and s.withdrawn_at is null
    order by s.given_at, s.membership_id limit 500`)
  return rows
}

/** Members that want to be asked again. */
export async function backersOf(tx: Tx, decision: string): Promise<{ id: string; name: Localised | null }[]> {
  const { rows } = await tx.execute<{ id: string; name: Localised | null }>(sql`
    select c.membership_id as id, ${speakerName(sql`c.membership_id`)} as name from initiatives.cosponsors c
    where c.umbrella_id = platform.current_umbrella() and c.decision_id = ${decision} and c.used_by is null
      and c.withdrawn_at is null and c.membership_id in (select network.voting_members(network.today())) order by c.given_at, c.id limit 500`)
  return rows
}

/** A vote that a coordinator entered: what it says, and whether the member has answered. */
export type EnteredView = {
  id: string
  elector: string
  name: Localised | null
  choice: Choice
  statement: Localised | null
  channel: Channel
  castAt: string
  confirmedAt: string | null
  declinedAt: string | null
  file: string
}

const entered = sql`
  select b.id, b.elector_id as elector, ${speakerName(sql`b.elector_id`)} as name, b.choice, b.statement, b.channel,
    ${moment(sql`b.cast_at`)} as "castAt", ${moment(sql`b.confirmed_at`)} as "confirmedAt", ${moment(sql`b.declined_at`)} as "declinedAt", b.evidence_file_id as file
  from initiatives.ballots b
  where b.umbrella_id = platform.current_umbrella() and b.channel in ('paper', 'email', 'meeting')`

export async function findEntered(
  tx: Tx,
  { decision, id }: { decision: string; id: string },
): Promise<EnteredView | undefined> {
  const { rows } = await tx.execute<EnteredView>(
    sql`${entered} and b.decision_id = ${decision} and b.id = ${id}`,
  )
  return rows[0]
}

/** Entered votes that wait for the member's word: of these members, or of all. */
export async function waitingEntered(
  tx: Tx,
  decision: string,
  members: readonly string[] | null,
): Promise<EnteredView[]> {
  const theirs = members === null ? sql`` : sql`and b.elector_id = any(${sql.param(members)}::uuid[])`
  const { rows } = await tx.execute<EnteredView>(sql`
    ${entered} and b.decision_id = ${decision} and b.confirmed_at is null and b.declined_at is null ${theirs}
    order by b.cast_at, b.id limit 200`)
  return rows
}

/** A doubt about a mandate. */
export type ChallengeView = {
  id: string
  elector: string
  name: Localised | null
  challenger: string
  challengerName: Localised | null
  reasons: string
  locale: string
  raisedAt: string
  settledAt: string | null
  upheld: boolean | null
  settled: boolean
}

/** Doubts of a decision, the open ones first. One doubt marks several ballots and is shown once. */
export async function challengesOf(tx: Tx, decision: string): Promise<ChallengeView[]> {
  const { rows } = await tx.execute<ChallengeView>(sql`
    select c.case_id as id, c.elector_id as elector, ${speakerName(sql`c.elector_id`)} as name,
      c.membership_id as challenger, ${speakerName(sql`c.membership_id`)} as "challengerName", c.reasons,
      c.content_locale as locale, ${moment(sql`c.raised_at`)} as "raisedAt", ${moment(sql`c.settled_at`)} as "settledAt", c.upheld,
      c.settled_at is not null as settled
    from (select distinct on (x.case_id) x.case_id, x.elector_id, x.membership_id, x.reasons,
        x.content_locale, x.raised_at, x.settled_at, x.upheld from initiatives.challenges x
      where x.umbrella_id = platform.current_umbrella() and x.decision_id = ${decision} order by x.case_id, x.raised_at) c
    order by c.settled_at is not null, c.raised_at limit 200`)
  return rows
}
