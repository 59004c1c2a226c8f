import { openDecision } from '#modules/initiatives/actions/open-decision.ts'
import type { Database } from '#platform/database/open.ts'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'

/** A decision of the bench. */
export type BenchDecision = { umbrella: string; id: string; number: number }

/** Asks all members of an umbrella. Returns what was opened and how long that took, in milliseconds. */
export async function openLargeDecision(
  database: Database,
  umbrella: string,
): Promise<BenchDecision & { took: number }> {
  const begun = performance.now()
  const subject = newId()
  const opened = await inScope(database.request, { umbrella, account: null }, 'write', tx =>
    openDecision(tx, {
      ...{ kind: 'initiative', subject, title: { uk: 'Рішення', pl: 'Decyzja', en: 'Decision' } },
      ...{
        // Each in other words: the same text would be asked about again.
        text: { goals: { en: `To be measured ${subject}` } },
        authoritative: 'en',
        secret: false,
        round: 1,
        openedBy: null,
      },
    }),
  )
  if (!opened.ok) throw new Error(opened.reason)
  return { umbrella, id: opened.id, number: opened.number, took: performance.now() - begun }
}

const counted = ['decisions', 'ballots', 'positions', 'tallies'] as const

const fill = [
  `insert into initiatives.ballots (umbrella_id, id, decision_id, elector_id, ordinal, choice, channel, cast_at)
     select umbrella_id, gen_random_uuid(), decision_id, elector_id, 1,
       (array['yes', 'yes', 'yes', 'no', 'abstain'])[1 + (row_number() over (order by elector_id)) % 5], 'self', now()
     from initiatives.electors where umbrella_id = $1 and decision_id = $2`,
  `update initiatives.positions p set ballot_id = b.id, choice = b.choice, last_ordinal = 1 from initiatives.ballots b
     where p.umbrella_id = $1 and p.decision_id = $2
       and b.umbrella_id = $1 and b.decision_id = $2 and b.elector_id = p.elector_id`,
  `update initiatives.tallies t set n = c.n from (
       select e.shard, p.choice, count(*) as n from initiatives.positions p
       join initiatives.electors e using (umbrella_id, decision_id, elector_id)
       where p.umbrella_id = $1 and p.decision_id = $2 group by e.shard, p.choice) c
     where t.umbrella_id = $1 and t.decision_id = $2 and t.shard = c.shard and t.choice = c.choice`,
] as const

/** Lets every elector have voted, as casting would leave it, but all at once: as the owner, with the triggers off. */
export async function fillBallots(database: Database, { umbrella, id }: BenchDecision): Promise<void> {
  const client = await database.owner.connect()
  try {
    await client.query('begin')
    for (const table of counted) await client.query(`alter table initiatives.${table} disable trigger user`)
    for (const statement of fill) {
      // Without figures of what has just been written the planner would compare every row with every other.
      await client.query(
        'analyze initiatives.electors, initiatives.ballots, initiatives.positions, initiatives.tallies',
      )
      await client.query(statement, [umbrella, id])
    }
    for (const table of counted) await client.query(`alter table initiatives.${table} enable trigger user`)
    await client.query('commit')
    await client.query(
      'analyze initiatives.electors, initiatives.ballots, initiatives.positions, initiatives.tallies',
    )
  } finally {
    client.release(true)
  }
}
