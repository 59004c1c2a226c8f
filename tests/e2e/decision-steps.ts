import { advanceDecision } from '#modules/initiatives/actions/advance-decision.ts'
import { inScope } from '#platform/database/scope.ts'
import { letTimePass } from '../time-passes.ts'
import type { Program } from './program.ts'

/** The newest decision about a row: its id, number and umbrella. */
export async function decisionAbout(
  { platform }: Program,
  subject: string,
): Promise<{ id: string; number: number; umbrella: string }> {
  const { rows } = await platform.database.owner.query(
    'select id, number, umbrella_id as umbrella from initiatives.decisions where subject_id = $1 order by number desc limit 1',
    [subject],
  )
  return rows[0]
}

/** Members of the demonstration that nobody of the cast acts for put their ballots into the urn. */
export async function othersVoteInSecret(
  { platform }: Program,
  decision: string,
  votes: Partial<Record<'yes' | 'no' | 'abstain', number>>,
): Promise<void> {
  const choices = Object.entries(votes).flatMap(([choice, n]) => Array.from({ length: n }, () => choice))
  await platform.database.owner.query(
    `with free as (
       select e.umbrella_id, e.decision_id, e.elector_id, row_number() over (order by e.elector_id) as n
       from initiatives.electors e
       where e.decision_id = $1 and not exists (select from initiatives.secret_voters v
         where v.umbrella_id = e.umbrella_id and v.decision_id = e.decision_id and v.elector_id = e.elector_id)
         and not exists (select from network.mandates m where m.umbrella_id = e.umbrella_id and m.membership_id = e.elector_id)
         and e.form = 'collective'),
     voted as (
       insert into initiatives.secret_voters (umbrella_id, decision_id, elector_id)
       select umbrella_id, decision_id, elector_id from free where n <= cardinality($2::text[]))
     insert into initiatives.secret_ballots (umbrella_id, id, decision_id, choice)
     select umbrella_id, gen_random_uuid(), decision_id, ($2::text[])[n] from free where n <= cardinality($2::text[])`,
    [decision, choices],
  )
}

/** The same for an open vote. */
export async function othersVote(
  { platform }: Program,
  decision: string,
  { yes, no }: { yes: number; no: number },
): Promise<void> {
  await platform.database.owner.query(
    `insert into initiatives.ballots (umbrella_id, id, decision_id, elector_id, choice, channel, cast_at)
     select umbrella_id, gen_random_uuid(), decision_id, elector_id, case when n <= $2 then 'yes' else 'no' end, 'self', now()
     from (select p.*, row_number() over (order by p.elector_id) as n from initiatives.positions p
       where p.decision_id = $1 and p.ballot_id is null) free
     where n <= $2::integer + $3::integer`,
    [decision, yes, no],
  )
}

/** Days pass, and what the clock does to a decision is done. */
export async function letDecisionPass(program: Program, decision: string, days: number): Promise<void> {
  const { database } = program.platform
  await letTimePass(database, decision, 24 * days)
  const { rows } = await database.owner.query(
    'select umbrella_id as id from initiatives.decisions where id = $1',
    [decision],
  )
  const scope = { umbrella: rows[0].id as string, account: null }
  await inScope(database.request, scope, 'write', tx => advanceDecision(tx, decision))
}
