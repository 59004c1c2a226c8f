import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { applications, type FormationStage, formations, initiators } from '../schema/formations.ts'
import { asPublic } from './keep-council.ts'
import { type Council, seatHolder } from './keep-seats.ts'

const misplaced = { formation_in_order: 'councils.formation.notNow' } as const

async function stepTo(tx: Tx, id: string, values: Partial<typeof formations.$inferInsert>): Promise<Outcome> {
  return refusingWhenViolated(tx, misplaced, async () => {
    await tx.update(formations).set(values).where(eq(formations.id, id))
    return { ok: true }
  })
}

/** An initiative group begins to form a public council. One at a time for each council. */
export async function beginFormation(
  tx: Tx,
  council: Council,
  facts: {
    begunOn: Temporal.PlainDate
    ground: string | null
    organisations: readonly string[]
    members: readonly string[]
  },
): Promise<Outcome<{ id: string }>> {
  return refusingWhenViolated(tx, { one_formation_at_a_time: 'councils.formation.oneAtATime' }, async () => {
    const id = newId()
    const { begunOn, ground } = facts
    await tx.insert(formations).values({
      id,
      councilId: council.id,
      begunOn,
      ground,
      createdBy: sql`platform.current_account()` as never,
    })
    for (const organisation of facts.organisations) {
      await tx.insert(initiators).values({ id: newId(), formationId: id, organisation })
    }
    for (const member of facts.members) {
      await tx.insert(initiators).values({
        id: newId(),
        formationId: id,
        membershipId: member,
        organisation:
          sql`coalesce((select coalesce(o.name ->> 'en', o.name ->> 'uk', o.name ->> 'pl') from network.memberships s
          join network.organisations o on o.id = s.organisation_id
          where s.umbrella_id = platform.current_umbrella() and s.id = ${member}), '—')` as never,
      })
    }
    await record(tx, {
      action: 'councils.formation_begun',
      subject: { type: 'formation', id },
      visibility: asPublic(council.public),
    })
    return { ok: true, id }
  })
}

/** Publishes the call: what for, who may apply, until when, for how many seats. */
export async function publishCall(
  tx: Tx,
  council: Council,
  id: string,
  facts: { callText: Localised; whoMayApply: Localised; seats: number; applyUntil: Temporal.PlainDate },
): Promise<Outcome> {
  const { rows } = await tx.execute<{ late: boolean }>(
    sql`select ${facts.applyUntil.toString()}::date < network.today() as late`,
  )
  if (rows[0]!.late) return refuse('councils.formation.untilPast')
  const outcome = await stepTo(tx, id, { ...facts, stage: 'call', calledOn: sql`network.today()` as never })
  if (!outcome.ok) return outcome
  await record(tx, {
    action: 'councils.call_published',
    subject: { type: 'formation', id },
    visibility: asPublic(council.public),
    detail: { until: facts.applyUntil.toString() },
  })
  return outcome
}

/** An organisation applies: a member by its representative, any other by who keeps the council, out of its letter. */
export async function apply(
  tx: Tx,
  id: string,
  facts: {
    organisation: string
    membership: string | null
    candidate: string
    candidateNamed: boolean
    statement: string
  },
): Promise<Outcome> {
  const { membership: membershipId, ...said } = facts
  const refusals = {
    call_open: 'councils.formation.callClosed',
    one_application_each: 'councils.formation.appliedAlready',
  } as const
  return refusingWhenViolated(tx, refusals, async () => {
    const application = newId()
    await tx.insert(applications).values({
      ...said,
      membershipId,
      id: application,
      formationId: id,
      appliedBy: sql`platform.current_account()` as never,
    })
    await record(tx, {
      action: 'councils.application_received',
      subject: { type: 'formation', id },
      member: membershipId,
      visibility: 'members',
      detail: { organisation: facts.organisation },
    })
    return { ok: true }
  })
}

/** Admits an application to the founding assembly or says why not. */
export async function answerApplication(
  tx: Tx,
  id: string,
  { application, admitted, refusal }: { application: string; admitted: boolean; refusal: string | null },
): Promise<Outcome> {
  if (!admitted && !refusal) return refuse('councils.formation.refusalMissing')
  const { rowCount } = await tx
    .update(applications)
    .set({ status: admitted ? 'admitted' : 'refused', refusal: admitted ? null : refusal })
    .where(
      and(
        eq(applications.id, application),
        eq(applications.formationId, id),
        eq(applications.status, 'received'),
      ),
    )
  if (!rowCount) return refuse('councils.formation.answeredAlready')
  await record(tx, {
    action: 'councils.application_answered',
    subject: { type: 'formation', id },
    visibility: 'members',
    detail: { admitted },
  })
  return { ok: true }
}

/** Closes the time for applying: from here they are looked through. */
export async function closeCall(tx: Tx, council: Council, id: string): Promise<Outcome> {
  const { rows } = await tx.execute<{ open: boolean }>(sql`
    select f.apply_until >= network.today() as open from councils.formations f
    where f.umbrella_id = platform.current_umbrella() and f.id = ${id}`)
  if (rows[0]?.open) return refuse('councils.formation.callOpen')
  const outcome = await stepTo(tx, id, { stage: 'applications' })
  if (outcome.ok) {
    await record(tx, {
      action: 'councils.call_closed',
      subject: { type: 'formation', id },
      visibility: asPublic(council.public),
    })
  }
  return outcome
}

/** Names day and place of the founding assembly. Everybody who applied has been answered by then. */
export async function callAssembly(
  tx: Tx,
  council: Council,
  id: string,
  facts: { assemblyAt: Temporal.Instant; assemblyPlace: string | null },
): Promise<Outcome> {
  const { rows } = await tx.execute<{ waiting: number; admitted: number }>(sql`
    select count(*) filter (where a.status = 'received')::int as waiting, count(*) filter (where a.status = 'admitted')::int as admitted
    from councils.applications a where a.umbrella_id = platform.current_umbrella() and a.formation_id = ${id}`)
  const { waiting, admitted } = rows[0]!
  if (waiting > 0) return refuse('councils.formation.unanswered', { count: waiting })
  if (admitted === 0) return refuse('councils.formation.nobodyAdmitted')
  const outcome = await stepTo(tx, id, { ...facts, stage: 'assembly' })
  if (outcome.ok) {
    await record(tx, {
      action: 'councils.assembly_called',
      subject: { type: 'formation', id },
      visibility: asPublic(council.public),
      detail: { at: facts.assemblyAt.toString() },
    })
  }
  return outcome
}

/** The result of the election: votes of each candidate, who is elected. A tie on the last seat is not decided by the program. */
export async function recordElection(
  tx: Tx,
  council: Council,
  id: string,
  facts: {
    electedOn: Temporal.PlainDate
    electors: number
    minutesFileId: string
    votes: ReadonlyMap<string, number>
    elected: ReadonlySet<string>
  },
): Promise<Outcome> {
  const { electedOn, electors, minutesFileId, votes, elected } = facts
  const { rows } = await tx.execute<{ id: string; seats: number; assembled: boolean }>(sql`
    select a.id, f.seats, ${electedOn.toString()}::date >= (f.assembly_at at time zone u.zone)::date as assembled
    from councils.applications a
    join councils.formations f on (f.umbrella_id, f.id) = (a.umbrella_id, a.formation_id)
    join platform.umbrellas u on u.id = a.umbrella_id
    where a.umbrella_id = platform.current_umbrella() and a.formation_id = ${id} and a.status = 'admitted'`)
  const [first] = rows
  if (!first || rows.some(one => !votes.has(one.id))) return refuse('councils.formation.votesMissing')
  if (!first.assembled) return refuse('councils.formation.electedBefore')
  if (elected.size === 0 || elected.size > first.seats)
    return refuse('councils.formation.seatsExceeded', { seats: first.seats })
  const fewest = Math.min(...[...elected].map(one => votes.get(one) ?? 0))
  if (rows.some(one => !elected.has(one.id) && votes.get(one.id)! > fewest))
    return refuse('councils.formation.moreVotesLeftOut')
  if ([...votes.values()].some(count => count > electors))
    return refuse('councils.formation.moreVotesThanElectors')
  const outcome = await stepTo(tx, id, { stage: 'election', electedOn, electors, minutesFileId })
  if (!outcome.ok) return outcome
  for (const { id: application } of rows) {
    await tx
      .update(applications)
      .set({ votes: votes.get(application)!, elected: elected.has(application) })
      .where(eq(applications.id, application))
  }
  await record(tx, {
    action: 'councils.election_recorded',
    subject: { type: 'formation', id },
    visibility: asPublic(council.public),
    detail: { on: electedOn.toString(), elected: elected.size },
  })
  return outcome
}

/** Publishes the composition: everybody elected takes a seat. */
export async function publishComposition(tx: Tx, council: Council, id: string): Promise<Outcome> {
  const outcome = await stepTo(tx, id, { stage: 'composition', publishedOn: sql`network.today()` as never })
  if (!outcome.ok) return outcome
  const { rows } = await tx.execute<{
    candidate: string
    named: boolean
    membership: string | null
    organisation: string
    on: string
  }>(sql`
    select a.candidate, a.candidate_named as named, a.membership_id as membership, a.organisation, f.elected_on::text as on
    from councils.applications a join councils.formations f on (f.umbrella_id, f.id) = (a.umbrella_id, a.formation_id)
    where a.umbrella_id = platform.current_umbrella() and a.formation_id = ${id} and a.elected order by a.votes desc, a.id`)
  for (const { candidate, named, membership, organisation, on } of rows) {
    const seated = await seatHolder(tx, council, {
      ...{ post: null, name: candidate, named, account: null, duty: 'member', membership },
      ...{
        onBehalf: membership ? null : organisation,
        delegate: membership !== null,
        nominatedBy: organisation,
      },
      ...{ mandateNote: null, mandateFile: null, start: on, end: null },
    })
    if (!seated.ok) return seated
  }
  await record(tx, {
    action: 'councils.composition_published',
    subject: { type: 'formation', id },
    visibility: asPublic(council.public),
    detail: { seats: rows.length },
  })
  return outcome
}

/** Gives a formation up, with the reason. */
export async function abandonFormation(
  tx: Tx,
  council: Council,
  id: string,
  reason: string,
): Promise<Outcome> {
  const stage: FormationStage = 'abandoned'
  const outcome = await stepTo(tx, id, { stage, abandonedReason: reason })
  if (outcome.ok) {
    await record(tx, {
      action: 'councils.formation_abandoned',
      subject: { type: 'formation', id },
      visibility: asPublic(council.public),
    })
  }
  return outcome
}
