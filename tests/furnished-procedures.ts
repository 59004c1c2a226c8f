import { advanceDecision } from '#modules/initiatives/actions/advance-decision.ts'
import { demoUmbrellaId } from '#modules/people/index.ts'
import { newId } from '#platform/id.ts'
import type { App } from '#src/app.ts'
import { writeAs } from './admission.ts'
import { ask, endVoting } from './decisions.ts'

type Fields = Record<string, string | string[]>
type Post = (cookie: string | undefined, path: string, fields: Fields) => Promise<void>
type Writer = { cookie: string | undefined; membership: string }

/** The addresses of rules, proposals, texts and appeals by noun, as `rowsOfNoun` has them. */
export const procedureRows: Record<string, string> = {
  changes: `select p.number as id from initiatives.proposals p where p.umbrella_id = $1 and p.status = 'discussion'
    order by p.number desc limit 1`,
  remarks: 'select id from initiatives.proposal_remarks where umbrella_id = $1 order by id desc limit 1',
  'agreed-texts':
    'select number as id from initiatives.agreed_texts where umbrella_id = $1 order by number desc limit 1',
  appeals: 'select number as id from initiatives.appeals where umbrella_id = $1 order by number desc limit 1',
}

/** All electors vote yes, also those without an account, and the decision is sealed. */
export async function letAllSupport({ platform }: App, umbrella: string, decision: string): Promise<void> {
  const { database } = platform
  await database.owner.query(
    `insert into initiatives.ballots (umbrella_id, id, decision_id, elector_id, choice, channel, cast_at)
     select umbrella_id, gen_random_uuid(), decision_id, elector_id, 'yes', 'self', now()
     from initiatives.electors where decision_id = $1`,
    [decision],
  )
  await endVoting(database, decision)
  await writeAs(database, umbrella, null, tx => advanceDecision(tx, decision))
}

// A goal that all members support, so that there is a text, and a decision to appeal against.
async function adoptGoal(app: App, umbrella: string): Promise<number> {
  const { database } = app.platform
  const agreed = { text: newId(), title: { en: 'A goal' }, body: { en: 'For everybody' }, ends: false }
  const decision = await ask(database, umbrella, {
    ...{ kind: 'goal', title: agreed.title, text: { agreed }, authoritative: 'en' },
  })
  await letAllSupport(app, umbrella, decision)
  const { rows } = await database.owner.query('select number from initiatives.decisions where id = $1', [
    decision,
  ])
  return rows[0].number
}

/** Lets a member propose other rules, another one speak about it, and both have a decision to appeal against. */
export async function furnishProcedures(
  app: App,
  slug: string,
  post: Post,
  [own, other]: [Writer, Writer],
): Promise<void> {
  const { owner } = app.platform.database
  const umbrella = demoUmbrellaId(slug)
  // Far numbers, as those of initiatives.
  await owner.query(
    `insert into initiatives.numbers (umbrella_id, kind, last)
     select id, kind, 1000 * (1 + (select count(*) from platform.umbrellas o where o.id < u.id))
     from platform.umbrellas u, unnest(array['proposal', 'text']) kind where u.id = $1
     on conflict (umbrella_id, kind) do update set last = greatest(numbers.last, excluded.last)`,
    [umbrella],
  )
  await post(own.cookie, '/changes/new/values', {
    membership: own.membership,
    'title:en': 'More time',
    'reasons:en': 'Boards meet once a month',
    'rule-decisions--voting_days': '16',
  })
  const { rows } = await owner.query(procedureRows.changes!, [umbrella])
  const remark = { membership: other.membership, stance: 'for', body: 'Good' }
  await post(other.cookie, `/changes/${rows[0].id}/remarks`, remark)
  const grounds = 'Two members were never told that the vote had begun.'
  const number = await adoptGoal(app, umbrella)
  await post(own.cookie, `/decisions/${number}/appeals`, { membership: own.membership, grounds })
}
