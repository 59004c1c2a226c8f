import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { DecisionKind } from '../schema/decisions.ts'

/** A secret decision as a voter sees it. Nothing here tells how many have voted, nor what. */
export type SecretDecision = {
  id: string
  number: number
  kind: DecisionKind
  subject: string
  title: Localised
  running: boolean
  closesAt: string
  electorate: number
  /** Of the asked memberships: those that have a vote, and those of them that have used it. */
  electors: string[]
  voted: string[]
}

/** The secret decision with this number, or undefined. */
export async function findSecret(
  tx: Tx,
  number: number,
  memberships: readonly string[],
): Promise<SecretDecision | undefined> {
  const own = sql`any (${sql.param(memberships)}::uuid[])`
  const { rows } = await tx.execute<SecretDecision>(sql`
    select d.id, d.number, d.kind, d.subject_id as subject, d.title, d.status = 'open' and now() < d.closes_at as running,
      to_json(d.closes_at) #>> '{}' as "closesAt", d.electorate,
      array(select e.elector_id from initiatives.electors e
        where e.umbrella_id = d.umbrella_id and e.decision_id = d.id and e.elector_id = ${own}) as electors,
      array(select v.elector_id from initiatives.secret_voters v
        where v.umbrella_id = d.umbrella_id and v.decision_id = d.id and v.elector_id = ${own}) as voted
    from initiatives.decisions d
    where d.umbrella_id = platform.current_umbrella() and d.number = ${number} and d.secret`)
  return rows[0]
}
