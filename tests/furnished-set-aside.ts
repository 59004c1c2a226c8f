import { advanceDecision } from '#modules/initiatives/actions/advance-decision.ts'
import { openDecision } from '#modules/initiatives/actions/open-decision.ts'
import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import type { App } from '#src/app.ts'
import { writeAs } from './admission.ts'
import { endVoting } from './decisions.ts'
import type { Writer } from './furnished-initiatives.ts'
import { letAllSupport } from './furnished-procedures.ts'
import { newInitiative } from './realisations.ts'

type Fields = Record<string, string | string[]>
type Post = (cookie: string | undefined, path: string, fields: Fields) => Promise<void>
type Asked = { id: string; number: number; initiative: number }

async function asked({ platform: { database } }: App, slug: string, own: Writer): Promise<Asked> {
  const umbrella = demoUmbrellaId(slug)
  const subject = await newInitiative(database, umbrella, own.membership)
  const title = { en: `House of Nations ${subject}` }
  const opened = await writeAs(database, umbrella, demoPersonId(`${slug}.representative`), tx =>
    openDecision(tx, {
      ...{ kind: 'initiative', subject, title, text: { title }, authoritative: 'en' },
      ...{ secret: false, round: 1, openedBy: own.membership },
    }),
  )
  if (!opened.ok) throw new Error(`${slug}: ${opened.reason}`)
  const { rows } = await database.owner.query('select number from initiatives.initiatives where id = $1', [
    subject,
  ])
  return { id: opened.id, number: opened.number, initiative: rows[0].number }
}

// A third member, for which nobody of the cast acts.
const byAThird = (app: App, slug: string, decision: string, writers: readonly Writer[], insert: string) =>
  app.platform.database.owner.query(
    `${insert} from initiatives.electors e where e.umbrella_id = $1 and e.decision_id = $2
       and e.elector_id <> all ($3::uuid[]) and e.form = 'collective' order by e.elector_id limit 1`,
    [demoUmbrellaId(slug), decision, writers.map(({ membership }) => membership)],
  )

// Nobody voted; three members back it, and one of them has begun to ask again.
async function askAgain(app: App, slug: string, post: Post, writers: [Writer, Writer]): Promise<void> {
  const { id, number } = await asked(app, slug, writers[0])
  await endVoting(app.platform.database, id)
  await writeAs(app.platform.database, demoUmbrellaId(slug), null, tx => advanceDecision(tx, id))
  for (const { cookie, membership } of writers)
    await post(cookie, `/decisions/${number}/backing`, { membership })
  const backing = `insert into initiatives.cosponsors (umbrella_id, id, decision_id, membership_id)
    select e.umbrella_id, gen_random_uuid(), e.decision_id, e.membership_id`
  await byAThird(app, slug, id, writers, backing)
  const [own] = writers
  const news = { membership: own.membership, 'news:en': 'The city offers a house' }
  await post(own.cookie, `/decisions/${number}/again`, news)
}

/** Lets members ask again about a decision, and set aside another one whose realisation had begun. */
export async function furnishSetAside(
  app: App,
  slug: string,
  post: Post,
  writers: [Writer, Writer],
): Promise<void> {
  await askAgain(app, slug, post, writers)
  const { owner } = app.platform.database
  const [own, other] = writers
  const { id, number, initiative } = await asked(app, slug, own)
  await letAllSupport(app, demoUmbrellaId(slug), id)
  const money = { kind: 'money', amount: '100', currency: 'EUR', what: 'For the rent' }
  await post(own.cookie, `/realisations/${initiative}/pledges`, { ...money, membership: own.membership })
  const grounds = 'Two members were never told that the vote had begun.'
  await post(own.cookie, `/decisions/${number}/appeals`, { membership: own.membership, grounds })
  const appeal = 'from initiatives.appeals where decision_id = $1'
  const raised = await owner.query(`select id, number ${appeal}`, [id])
  const signing = `insert into initiatives.appeal_signers (umbrella_id, appeal_id, membership_id)
    select e.umbrella_id, '${raised.rows[0].id}', e.membership_id`
  await byAThird(app, slug, id, writers, signing)
  await post(other.cookie, `/appeals/${raised.rows[0].number}/signatures`, { membership: other.membership })
  const answer = await owner.query(`select answer_id as id ${appeal}`, [id])
  await letAllSupport(app, demoUmbrellaId(slug), answer.rows[0].id)
}
