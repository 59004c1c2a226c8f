import { sql } from 'drizzle-orm'
import { memberName } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'

/** What letters about a decision tell of it. */
export type DecisionFacts = {
  number: number
  title: Record<string, string>
  status: string
  secret: boolean
  crossedAt: string | null
  /** When it ends, as it stands. */
  until: string
  extendedAt: string | null
}

export async function decisionFacts(tx: Tx, decision: string): Promise<DecisionFacts | undefined> {
  const { rows } = await tx.execute<DecisionFacts>(sql`
    select d.number, d.title, d.status, d.secret, d.crossed_at as "crossedAt", d.extended_at as "extendedAt",
      to_json(coalesce(d.countdown_until, d.closes_at)) #>> '{}' as until
    from initiatives.decisions d where d.umbrella_id = platform.current_umbrella() and d.id = ${decision}`)
  return rows[0]
}

/** A vote, or a doubt about one: in which decision, of which member. */
export type VoteFacts = {
  number: number
  title: Record<string, string>
  elector: string
  member: Record<string, string>
}

export async function ballotFacts(tx: Tx, ballot: string): Promise<VoteFacts> {
  const { rows } = await tx.execute<VoteFacts>(sql`
    select d.number, d.title, b.elector_id as elector, coalesce(${memberName(sql`b.elector_id`)}, '{}') as member
    from initiatives.ballots b
    join initiatives.decisions d on d.umbrella_id = b.umbrella_id and d.id = b.decision_id
    where b.umbrella_id = platform.current_umbrella() and b.id = ${ballot}`)
  return rows[0]!
}

export async function challengeFacts(tx: Tx, challenge: string): Promise<VoteFacts & { challenger: string }> {
  const { rows } = await tx.execute<VoteFacts & { challenger: string }>(sql`
    select d.number, d.title, c.elector_id as elector, c.membership_id as challenger,
      coalesce(${memberName(sql`c.elector_id`)}, '{}') as member
    from initiatives.challenges c
    join initiatives.decisions d on d.umbrella_id = c.umbrella_id and d.id = c.decision_id
    where c.umbrella_id = platform.current_umbrella() and c.case_id = ${challenge} limit 1`)
  return rows[0]!
}
