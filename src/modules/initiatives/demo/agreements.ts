import { sql } from 'drizzle-orm'
import { demoMembershipId } from '#modules/network/index.ts'
import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { inScope, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import type { Platform } from '#platform/platform.ts'
import type { Outcome } from '#platform/refusal.ts'
import { advanceDecision } from '../actions/advance-decision.ts'
import { askAboutProposal } from '../actions/ask-about-proposal.ts'
import { castSecretBallot } from '../actions/cast-secret-ballot.ts'
import { askAboutAdmission } from '../actions/decide-admission.ts'
import { type ProposedContent, proposeChange } from '../actions/propose-change.ts'
import { writeRemark } from '../actions/remark.ts'
import { asOwner, letDecisionPass } from './past.ts'
import { longerObjections, sharedPlatform, waysOfWorking } from './text-of-agreements.ts'

const slug = 'komm'
const members = {
  coordinator: 'kalejdoskop',
  secondCoordinator: 'zup-przemysl',
  representative: 'lemko-legnica',
}
type Part = keyof typeof members

const as = <T>(platform: Platform, part: Part | null, work: (tx: Tx) => Promise<T>, where = slug) =>
  inScope(
    platform.database.request,
    { umbrella: demoUmbrellaId(where), account: part && demoPersonId(`${where}.${part}`) },
    'write',
    work,
  )

// A story that the program refuses is a bug of the demonstration.
function told<T extends object>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`the demonstration: ${outcome.reason}`)
  return outcome
}

type Story = Pick<Parameters<typeof proposeChange>[1], 'title' | 'reasons'>

const propose = (platform: Platform, part: Part, { title, reasons }: Story, content: ProposedContent) =>
  as(platform, part, tx =>
    proposeChange(tx, {
      membership: demoMembershipId(slug, members[part]),
      title,
      reasons,
      authoritative: 'pl',
      content,
    }),
  )

const older = (platform: Platform, proposal: string, days: number) =>
  asOwner(platform, slug, tx =>
    tx.execute(sql`
      update initiatives.proposals set proposed_at = proposed_at - make_interval(days => ${days}),
        discussion_since = discussion_since - make_interval(days => ${days}),
        discussion_until = discussion_until - make_interval(days => ${days})
      where id = ${proposal}`),
  )

// Most members of the demonstration have nobody in the cast: they vote too.
const everybodyVotes = (platform: Platform, decision: string, no: number) =>
  asOwner(platform, slug, async tx => {
    const { rows } = await tx.execute<{ elector: string }>(sql`
      select elector_id as elector from initiatives.positions where decision_id = ${decision} order by elector_id limit 10`)
    for (const [n, { elector }] of rows.entries())
      await tx.execute(sql`
        insert into initiatives.ballots (umbrella_id, id, decision_id, elector_id, choice, channel, cast_at)
        values (platform.current_umbrella(), ${newId()}, ${decision}, ${elector}, ${n < no ? 'no' : 'yes'}, 'self', now())`)
  })

async function adopt(platform: Platform, part: Part, story: Story, content: ProposedContent): Promise<void> {
  const { id } = await propose(platform, part, story, content)
  await older(platform, id, 30)
  told(await as(platform, part, tx => askAboutProposal(tx, id)))
  const decision = await asOwner(platform, slug, async tx => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`select id from initiatives.decisions where subject_id = ${id}`,
    )
    return rows[0]!.id
  })
  await everybodyVotes(platform, decision, 1)
  await letDecisionPass(platform, slug, decision, 22)
  const advance = await as(platform, null, tx => advanceDecision(tx, decision))
  if (advance !== 'sealed') throw new Error(`the demonstration: a decision was not sealed but ${advance}`)
}

async function discuss(platform: Platform): Promise<void> {
  const key = 'admission.objection_days'
  const changes = [{ key, version: 1, from: 14, to: 21 }]
  const { id } = await propose(platform, 'secondCoordinator', longerObjections, { kind: 'values', changes })
  await older(platform, id, 3)
  for (const [n, { stance, body }] of longerObjections.remarks.entries()) {
    const part = n === 0 ? 'representative' : 'coordinator'
    const remark = {
      ...{ proposal: id, membership: demoMembershipId(slug, members[part]), stance, body },
      locale: n === 0 ? 'uk' : 'pl',
    }
    told(await as(platform, part, tx => writeRemark(tx, remark)))
  }
}

// Somebody objected to a group's application: its members are being asked, in secret.
async function voteInSecret(platform: Platform): Promise<void> {
  const where = 'lublin-bialystok'
  const application = newId()
  await asOwner(platform, where, async tx => {
    await tx.execute(sql`
      insert into network.applications (umbrella_id, id, form, applicant_id, locale, status, name, facts, search_key, created_at,
        submitted_at, objections_until, objection_days, rule_version)
      values (platform.current_umbrella(), ${application}, 'individual', ${demoPersonId('komm.partner')}, 'pl', 'contested',
        '{"pl": "Maryja (demo)"}', '{"route": "individual", "about": {}, "communities": ["belarusian"], "languages": ["be"], "fields": [], "basis": "no_formal_organisation", "recognisedBy": "Dwanaście rodzin w Białymstoku", "country": "PL", "region": "PL-20", "town": "Białystok", "listed": false}',
        'maryja', now() - interval '16 days', now() - interval '16 days', now() - interval '2 days', 14, 1)`)
    await tx.execute(sql`
      insert into network.objections (umbrella_id, id, application_id, membership_id, person_id, reasons, raised_at)
      values (platform.current_umbrella(), ${newId()}, ${application}, ${demoMembershipId(where, 'lublin-szkola')},
        ${demoPersonId(`${where}.representative`)},
        'Nie wiemy jeszcze, w czyim imieniu ta osoba chce mówić; prosimy najpierw o spotkanie.', now() - interval '5 days')`)
  })
  await as(platform, null, tx => askAboutAdmission(tx, application), where)
  const membership = demoMembershipId(where, 'solidarnosc-globalna')
  const vote = async (tx: Tx) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`select id from initiatives.decisions where umbrella_id = platform.current_umbrella() and subject_id = ${application}`,
    )
    return castSecretBallot(tx, { decision: rows[0]!.id, membership, choice: 'yes' })
  }
  told(await as(platform, 'coordinator', vote, where))
}

/** What the coalitions of the demonstration agreed on, what they talk about, and whom they vote about in secret. */
export async function installAgreements(platform: Platform): Promise<void> {
  await adopt(platform, 'coordinator', waysOfWorking, {
    kind: 'rules',
    text: null,
    body: waysOfWorking.body,
    ends: false,
  })
  await adopt(platform, 'coordinator', sharedPlatform, {
    kind: 'goal',
    text: null,
    body: sharedPlatform.body,
    ends: false,
  })
  await discuss(platform)
  await voteInSecret(platform)
}
