import type { Page } from 'playwright-core'
import { advanceDecision } from '#modules/initiatives/actions/advance-decision.ts'
import { recountCommand } from '#modules/initiatives/commands/recount.ts'
import { inScope } from '#platform/database/scope.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { letTimePass } from '../time-passes.ts'
import { until } from '../until.ts'
import type { Stage } from './browser.ts'
import { phone, reader } from './coalition-steps.ts'
import { read } from './journey.ts'
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

/** Asks for a job of an umbrella, and waits until the worker has done what it is for. */
export async function runJob(
  { platform }: Program,
  umbrella: string,
  queue: string,
  done: () => Promise<boolean>,
): Promise<void> {
  const scope = { umbrella, account: null }
  await inScope(platform.database.request, scope, 'write', tx =>
    enqueue(tx, queue, { umbrella, id: umbrella }),
  )
  await until(done)
}

type Voting = { as: string; locale: Locale; choice: string }

/** Votes from the board, on a phone without scripts. */
export async function voteFromBoard(
  show: Stage,
  slug: string,
  { as, locale, choice }: Voting,
): Promise<void> {
  const { page, context } = await show.visit({ ...phone, as })
  const { follow, press, done } = reader(page, locale)
  await read(page, `/${locale}/${slug}/board`)
  await page.locator('main article a').first().click()
  await follow('initiatives.ballot.vote')
  await page.locator(`input[name=choice][value=${choice}]`).check()
  await press('initiatives.ballot.send')
  await done('initiatives.said.voted')
  await context.close()
}

/**
 * What `parasol recount` says of the decision on this page, downloaded as anybody can, without a database at hand: the name of
 * the file, the exit code, its lines.
 */
export async function recountFrom(page: Page, locale: Locale, program: Program): Promise<string[]> {
  const coming = page.waitForEvent('download')
  await reader(page, locale).follow('initiatives.export.download')
  const said: string[] = []
  const none = () => Promise.reject(new Error('a file is recounted without any database'))
  const print = (line: string) => said.push(line)
  const context = { config: program.platform.config, platform: none, print }
  const file = await coming
  const code = await recountCommand.run(context, [await file.path()])
  return [file.suggestedFilename(), `exit ${code}`, ...said]
}
