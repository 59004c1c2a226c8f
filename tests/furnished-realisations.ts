import { openDecision } from '#modules/initiatives/actions/open-decision.ts'
import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import type { App } from '#src/app.ts'
import { writeAs } from './admission.ts'
import { pdf } from './file-samples.ts'
import type { Writer } from './furnished-initiatives.ts'
import { letAllSupport } from './furnished-procedures.ts'
import { inDays } from './partners.ts'
import { newInitiative } from './realisations.ts'

/** The addresses of a realisation that runs, and of what belongs to it, as `rowsOfNoun` has them. */
export const realisationRows: Record<string, string> = {
  realisations: `(select number as id from initiatives.realisations where umbrella_id = $1
    order by status = 'running' desc, number limit 1) union all (select number from initiatives.realisations
    where umbrella_id = $1 and status = 'reversed' order by number limit 1)`,
  tasks: `select t.id from initiatives.tasks t join initiatives.realisations r on r.id = t.realisation_id
    where r.umbrella_id = $1 and r.status = 'running' and t.status = 'open' order by t.id limit 1`,
  milestones: `select t.id from initiatives.milestones t join initiatives.realisations r on r.id = t.realisation_id
    where r.umbrella_id = $1 and r.status = 'running' and t.status = 'ahead' order by t.id limit 1`,
  needs: `select t.id from initiatives.realisation_needs t join initiatives.realisations r on r.id = t.realisation_id
    where r.umbrella_id = $1 and r.status = 'running' order by t.id limit 1`,
  pledges: `select t.id from initiatives.pledges t join initiatives.realisations r on r.id = t.realisation_id
    where r.umbrella_id = $1 and r.status = 'running' and t.status = 'pledged' order by t.id limit 1`,
  expenses: `select t.id from initiatives.expenses t join initiatives.realisations r on r.id = t.realisation_id
    where r.umbrella_id = $1 and r.status = 'running' order by t.id limit 1`,
  receipts: `select t.id from initiatives.expenses t join initiatives.realisations r on r.id = t.realisation_id
    where r.umbrella_id = $1 and r.status = 'running' order by t.id limit 1`,
  files: `select f.file_id as id from initiatives.report_files f join initiatives.reports t on t.id = f.report_id
    where t.umbrella_id = $1 order by 1 limit 1`,
}

type Fields = Record<string, string | string[]>
type Post = (
  cookie: string | undefined,
  path: string,
  fields: Fields,
  files?: Record<string, File>,
) => Promise<void>

// The demonstration has one that runs in some coalitions only.
async function begin(app: App, slug: string, own: Writer, post: Post): Promise<void> {
  const { database } = app.platform
  const umbrella = demoUmbrellaId(slug)
  const subject = await newInitiative(database, umbrella, own.membership)
  const title = { en: 'House of Nations' }
  const opened = await writeAs(database, umbrella, demoPersonId(`${slug}.representative`), tx =>
    openDecision(tx, {
      ...{ kind: 'initiative', subject, title, text: { title }, authoritative: 'en' },
      ...{ secret: false, round: 1, openedBy: own.membership },
    }),
  )
  if (!opened.ok) throw new Error(`${slug}: ${opened.reason}`)
  await letAllSupport(app, umbrella, opened.id)
  const newest = async (noun: string) =>
    (await database.owner.query<{ id: string }>(realisationRows[noun]!, [umbrella])).rows[0]!.id
  const at = `/realisations/${await newest('realisations')}`
  const of = { membership: own.membership }
  await post(own.cookie, `${at}/tasks`, { ...of, title: 'Write to the city', who: '', due: inDays(20) })
  await post(own.cookie, `${at}/milestones`, { ...of, title: 'The house is open', due: inDays(90) })
  const money = { ...of, kind: 'money', amount: '100', currency: 'EUR' }
  await post(own.cookie, `${at}/needs`, { ...money, title: 'Rent' })
  await post(own.cookie, `${at}/pledges`, { ...money, what: 'For the rent' })
  const pledge = await newest('pledges')
  await post(own.cookie, `${at}/pledges/${pledge}/arrival`, { given: '100' })
  await post(own.cookie, `${at}/pledges`, { ...money, what: 'More for the rent' })
  const receipt = new File([new Uint8Array(pdf)], 'receipt.pdf', { type: 'application/pdf' })
  const spent = { ...of, pledge, what: 'Rent', amount: '50', spentOn: inDays(0) }
  await post(own.cookie, `${at}/expenses`, spent, { receipt })
}

/** Lets a member report on a realisation that runs; where none does, one begins. */
export async function furnishRealisations(app: App, slug: string, post: Post, own: Writer): Promise<void> {
  const running = async () =>
    (await app.platform.database.owner.query(realisationRows.realisations!, [demoUmbrellaId(slug)])).rows[0]
  if (!(await running())) await begin(app, slug, own, post)
  const files = new File([new Uint8Array(pdf)], 'report.pdf', { type: 'application/pdf' })
  const report = { membership: own.membership, body: 'It goes well' }
  await post(own.cookie, `/realisations/${(await running()).id}/reports`, report, { files })
}
