import { advanceDecision } from '#modules/initiatives/actions/advance-decision.ts'
import { addNeed } from '#modules/initiatives/actions/keep-need.ts'
import { confirmPledge, makePledge, type PledgeFacts } from '#modules/initiatives/actions/make-pledge.ts'
import { openDecision } from '#modules/initiatives/actions/open-decision.ts'
import type { Choice } from '#modules/initiatives/schema/decisions.ts'
import type { RealisationStatus } from '#modules/initiatives/schema/realisation.ts'
import type { Database } from '#platform/database/open.ts'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import type { Outcome } from '#platform/refusal.ts'
import { writeAs } from './admission.ts'
import { endCountdown, endDiscussion, endVoting, newVoters, type Voter, vote } from './decisions.ts'
import { newUmbrella } from './umbrella.ts'

export type Realisation = {
  umbrella: string
  /** The first one's initiative it is. */
  voters: [Voter, Voter, Voter, ...Voter[]]
  initiative: string
  decision: string
  id: string
}

/** An initiative of a member that is being discussed. As the owner of the tables. */
export async function newInitiative(
  database: Database,
  umbrella: string,
  membership: string,
): Promise<string> {
  const id = newId()
  await database.owner.query(
    `insert into initiatives.initiatives (umbrella_id, id, number, status, membership_id, title, authoritative, version,
       published_at, discussion_since)
     select $1, $2, coalesce(max(number), 0) + 1, 'discussion', $3, '{"uk": "Дім національностей", "en": "House of Nations"}', 'uk', 1,
       now() - interval '30 days', now() - interval '30 days'
     from initiatives.initiatives where umbrella_id = $1`,
    [umbrella, id, membership],
  )
  return id
}

/** Everybody votes, and the decision is sealed: yes by default. `last`: what the last of them says. */
export async function decide(
  database: Database,
  umbrella: string,
  voters: readonly Voter[],
  subject: string,
  choice: 'yes' | 'no' = 'yes',
  last: Choice = choice,
): Promise<string> {
  const [first] = voters
  const { id: decision } = await done(database, { umbrella }, first!.person, tx =>
    openDecision(tx, {
      ...{ kind: 'initiative', subject, secret: false, round: 1, openedBy: first!.membership },
      title: { uk: 'Дім національностей', en: 'House of Nations' },
      text: { goals: { uk: `Відкрити дім для всіх спільнот міста (${subject})` } },
      authoritative: 'uk',
    }),
  )
  for (const voter of voters)
    await vote(database, umbrella, decision, voter, voter === voters.at(-1) ? last : choice)
  if (choice === 'yes') {
    await endDiscussion(database, decision)
    await writeAs(database, umbrella, null, tx => advanceDecision(tx, decision))
    await endCountdown(database, decision)
  } else await endVoting(database, decision)
  await writeAs(database, umbrella, null, tx => advanceDecision(tx, decision))
  return decision
}

/** A realisation as it begins: three members, the first answers for it. */
export async function newRealisation(database: Database): Promise<Realisation> {
  const umbrella = await newUmbrella(database)
  const voters = (await newVoters(database, umbrella, 3)) as Realisation['voters']
  const initiative = await newInitiative(database, umbrella, voters[0].membership)
  const decision = await decide(database, umbrella, voters, initiative)
  const { rows } = await database.owner.query<{ id: string }>(
    'select id from initiatives.realisations where decision_id = $1',
    [decision],
  )
  if (!rows[0]) throw new Error('nothing was opened')
  return { umbrella, voters, initiative, decision, id: rows[0].id }
}

export type RealisationState = {
  status: RealisationStatus
  membership: string
  stalled: boolean
  /** Days until the next report, rounded. */
  days: number
}

/** How it stands, as the owner of the tables sees it. */
export async function stateOfRealisation(database: Database, id: string): Promise<RealisationState> {
  const { rows } = await database.owner.query<RealisationState>(
    `select status, membership_id as membership, stalled_at is not null as stalled,
       round(extract(epoch from report_due_at - now()) / 86400)::integer as days
     from initiatives.realisations where id = $1`,
    [id],
  )
  return rows[0]!
}

/** Lets the report be overdue. As the owner of the tables: requests cannot move time. */
export const missReport = (database: Database, id: string) =>
  database.owner.query(
    "update initiatives.realisations set report_due_at = now() - interval '1 minute' where id = $1",
    [id],
  )

/** Lets the days for an answer be over. */
export const endAnswer = (database: Database, realisation: string) =>
  database.owner.query(
    `update initiatives.takeovers set declared_at = declared_at - interval '8 days', answer_until = now() - interval '1 minute'
     where realisation_id = $1 and status = 'open'`,
    [realisation],
  )

/** Does something in somebody's name, and must not be refused. */
export async function done<T extends object>(
  database: Database,
  { umbrella }: Pick<Realisation, 'umbrella'>,
  person: string | null,
  work: (tx: Tx) => Promise<Outcome<T>>,
): Promise<T> {
  const outcome = await writeAs(database, umbrella, person, work)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome
}

/** The reason why something is refused. */
export async function refusal(
  database: Database,
  { umbrella }: Pick<Realisation, 'umbrella'>,
  person: string | null,
  work: (tx: Tx) => Promise<Outcome<object>>,
): Promise<string | null> {
  const outcome = await writeAs(database, umbrella, person, work)
  return outcome.ok ? null : outcome.reason
}

const euros = (amount: number): PledgeFacts => ({
  need: null,
  kind: 'money',
  what: 'Кошти на оренду',
  locale: 'uk',
  amount,
  currency: 'EUR',
})

/** A pledge of money that has come, by the second member. Returns its id. */
export async function moneyGiven(
  database: Database,
  place: Realisation,
  given: { amount: number; currency?: string },
): Promise<string> {
  const [owner, giver] = place.voters
  const facts = { ...euros(given.amount), currency: given.currency ?? 'EUR' }
  await done(database, place, giver.person, tx =>
    makePledge(tx, { realisation: place.id, membership: giver.membership, facts }),
  )
  const { rows } = await database.owner.query<{ id: string }>(
    'select id from initiatives.pledges where realisation_id = $1 order by pledged_at desc, id desc limit 1',
    [place.id],
  )
  const pledge = rows[0]!.id
  await done(database, place, owner.person, tx =>
    confirmPledge(tx, { realisation: place.id, pledge, by: owner.membership, given: given.amount }),
  )
  return pledge
}

/** What it takes, named by the member that answers for it. */
export const needed = (database: Database, place: Realisation, amount: number, currency: string) =>
  done(database, place, place.voters[0].person, tx =>
    addNeed(tx, {
      realisation: place.id,
      by: place.voters[0].membership,
      facts: { kind: 'money', title: 'Оренда', locale: 'uk', amount, currency },
    }),
  )

/** What mail and journal hold of what was done. */
export function tracesOf({ owner }: Database) {
  const count = async (text: string, values: unknown[]) =>
    (await owner.query<{ n: number }>(`select count(*)::integer as n from ${text}`, values)).rows[0]!.n
  return {
    count,
    told: ({ umbrella }: Realisation, template: string) =>
      count('platform.mail where umbrella_id = $1 and template = $2', [umbrella, `initiatives.${template}`]),
    journal: ({ umbrella }: Realisation, action: string) =>
      count('platform.journal_entries where umbrella_id = $1 and action = $2', [
        umbrella,
        `initiatives.${action}`,
      ]),
  }
}

/** Some report of whoever answers for it, unless another voter is named. */
export const anyReport = (place: Realisation, voter = place.voters[0], corrects: string | null = null) => ({
  realisation: place.id,
  membership: voter.membership,
  body: 'Знайшли приміщення',
  locale: 'uk',
  corrects,
  files: [],
})

/** Some offer of another member to take it over. */
export const anyOffer = (place: Realisation, voter = place.voters[1]) => ({
  realisation: place.id,
  membership: voter.membership,
  locale: 'uk',
  plan: 'Зберемо групу цього тижня і знайдемо приміщення.',
})
