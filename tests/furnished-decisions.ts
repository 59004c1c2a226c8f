import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import type { App } from '#src/app.ts'
import { ask, vote } from './decisions.ts'
import { pdf } from './file-samples.ts'

type Fields = Record<string, string | string[]>
type Post = (
  cookie: string | undefined,
  path: string,
  fields: Fields,
  files?: Record<string, File>,
) => Promise<void>
type Writer = { cookie: string | undefined; membership: string }

/** The addresses of a running decision and of one that is asked again, a vote entered for a member and a doubt about a mandate. */
export const decisionRows: Record<string, string> = {
  decisions: `(select number as id from initiatives.decisions where umbrella_id = $1 and status = 'open' and not secret
    order by number desc limit 1) union all (select d.number from initiatives.decisions d
    where d.umbrella_id = $1 and exists (select from initiatives.cosponsors c where c.decision_id = d.id) order by 1 limit 1)`,
  entered: `select id from initiatives.ballots where umbrella_id = $1 and entered_by is not null order by id desc limit 1`,
  challenges: 'select id from initiatives.challenges where umbrella_id = $1 order by id desc limit 1',
}

/** Asks the members, lets one vote, enters the vote of another from paper, and lets it doubt the first one's mandate. */
export async function furnishDecisions(
  app: App,
  slug: string,
  post: Post,
  [own, other]: [Writer, Writer],
  coordinator: string | undefined,
): Promise<void> {
  const { database } = app.platform
  const umbrella = demoUmbrellaId(slug)
  const decision = await ask(database, umbrella)
  const person = demoPersonId(`${slug}.secondCoordinator`)
  const outcome = await vote(database, umbrella, decision, { membership: other.membership, person })
  if (!outcome.ok) throw new Error(`${slug}: the vote was refused: ${outcome.reason}`)
  const { rows } = await database.owner.query(decisionRows.decisions!, [umbrella])
  const at = `/decisions/${rows[0].id}`
  const evidence = new File([new Uint8Array(pdf)], 'ballot.pdf', { type: 'application/pdf' })
  const entered = { membership: own.membership, choice: 'yes', channel: 'paper' }
  await post(coordinator, `${at}/entered`, entered, { evidence })
  const reasons = 'The document of the mandate names another person.'
  await post(own.cookie, `${at}/challenges`, {
    elector: other.membership,
    membership: own.membership,
    reasons,
  })
}
