import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { record } from '#platform/journal/record.ts'
import type { CsvColumn } from '../csv-columns.ts'
import { membershipStarted } from '../events.ts'
import { compareIndividual, compareOrganisation, isEmpty } from '../import/compare.ts'
import { Complaints } from '../import/complaints.ts'
import type { MemberRow } from '../import/member-row.ts'
import type { NewMembership } from '../import/plan-memberships.ts'
import {
  findGround,
  type Ground,
  type Individuals,
  readIndividuals,
  readOrganisations,
  type Spoken,
} from '../import/read-subjects.ts'
import type { ImportSummary, RowProblem } from '../import/summary.ts'
import { organisationKey } from '../organisation-profile.ts'
import { recordedOrganisations } from '../queries/import.ts'
import { changeIndividuals, enterIndividuals } from './import-individuals.ts'
import { type Change, changeOrganisations, enterOrganisations, inParts } from './import-organisations.ts'
import { type Proposed, proposeChanges, tellProposals } from './propose-changes.ts'

/** A list that has been read: rows without problems, the problems of the others, and how many rows there are in all. */
export type ReadList = {
  rows: readonly MemberRow[]
  problems: readonly RowProblem[]
  headings: ReadonlyMap<CsvColumn, string>
  total: number
}

export type ImportOptions = { id: string; umbrella: string; by: 'page' | 'command'; dryRun: boolean }

export type ImportOutcome = { summary: ImportSummary; problems: RowProblem[] }

async function enterMemberships(tx: Tx, memberships: readonly NewMembership[], id: string): Promise<void> {
  for (const part of inParts(memberships)) {
    await tx.execute(sql`
      insert into network.memberships (umbrella_id, id, form, organisation_id, since, until, status, admitted_under)
      select platform.current_umbrella(), n.id, n.form, n.organisation, n.since, n.until,
        case when n.until is null then 'active' else 'ended' end, ${`import:${id}`}
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
        as n (id uuid, form text, organisation uuid, since date, until date)`)
  }
}

/** Of whom something was changed, and to whom it was proposed. */
type Changed = { own: Set<string>; proposed: readonly Proposed[] }

// Read after the memberships are there: an organisation of another umbrella is seen from now on.
async function changeRecorded(tx: Tx, spoken: readonly Spoken[]): Promise<Changed> {
  const known = new Map(spoken.filter(({ subject }) => subject.known).map(one => [one.subject.id, one.said]))
  const own: Change[] = []
  const others: Change[] = []
  for (const organisation of await recordedOrganisations(tx, [...known.keys()])) {
    const changes = compareOrganisation(organisation, known.get(organisation.id)!)
    const target = organisation.alterable ? own : others
    const key = organisationKey({ ...organisation, ...changes })
    if (!isEmpty(changes)) target.push({ id: organisation.id, changes, key })
  }
  await changeOrganisations(tx, own)
  return { own: new Set(own.map(({ id }) => id)), proposed: await proposeChanges(tx, others) }
}

async function writeIndividuals(
  tx: Tx,
  ground: Ground,
  { spoken, recorded }: Individuals,
): Promise<Set<string>> {
  await enterIndividuals(
    tx,
    spoken
      .filter(({ subject }) => !subject.known)
      .map(({ subject, said }) => ({
        membership: subject.id,
        said,
        country: said.country ?? ground.country ?? '',
      })),
  )
  const changed = spoken.flatMap(({ subject, said }) => {
    const individual = recorded.get(subject.id)
    const changes = individual ? compareIndividual(individual, said) : {}
    return isEmpty(changes) ? [] : [{ id: subject.id, changes }]
  })
  await changeIndividuals(tx, changed)
  return new Set(changed.map(({ id }) => id))
}

async function write(
  tx: Tx,
  ground: Ground,
  organisations: readonly Spoken[],
  individuals: Individuals,
  id: string,
): Promise<Changed> {
  await enterOrganisations(
    tx,
    organisations
      .filter(({ subject }) => !subject.known)
      .map(({ subject, said }) => ({ id: subject.id, said, country: said.country ?? ground.country ?? '' })),
  )
  await enterMemberships(tx, ground.plan.created, id)
  const changed = await changeRecorded(tx, organisations)
  for (const individual of await writeIndividuals(tx, ground, individuals)) changed.own.add(individual)
  return changed
}

function summarise(
  { plan, complaints }: Ground,
  list: ReadList,
  spoken: readonly Spoken[],
  changed: Changed,
): ImportSummary {
  const recorded = spoken.flatMap(({ subject }) =>
    subject.rows.filter(row => plan.recorded.has(row)).map(() => subject.id),
  )
  const updated = recorded.filter(id => changed.own.has(id)).length
  const asked = new Set(changed.proposed.map(({ organisation }) => organisation))
  const waiting = recorded.filter(id => asked.has(id)).length
  return {
    rows: list.total,
    imported: plan.created.length,
    updated,
    unchanged: recorded.length - updated - waiting,
    duplicates: plan.repeated.size,
    proposed: changed.proposed.length,
    rejected: complaints.rejected,
  }
}

async function tell(
  tx: Tx,
  summary: ImportSummary,
  ground: Ground,
  { proposed }: Changed,
  { id, umbrella, by }: ImportOptions,
): Promise<void> {
  if (summary.imported + summary.updated + summary.proposed === 0) return
  await record(tx, {
    action: 'network.members_imported',
    subject: { type: 'import', id },
    visibility: 'public',
    detail: { imported: summary.imported, updated: summary.updated, proposed: summary.proposed, by },
  })
  await tellProposals(tx, proposed)
  for (const { id: membership, form, until } of ground.plan.created) {
    if (until === null) await membershipStarted.emit(tx, { membership, form })
  }
  await enqueue(tx, 'network.find-duplicates', { umbrella, id: umbrella }, { singletonKey: umbrella })
}

const nobody: Changed = { own: new Set(), proposed: [] }

/**
 * Takes a list of members over, in the name and with the rights of the asking coordinator: all of it, or nothing when a row
 * has a problem. Organisations are recognised by id, number, or the same name in the same place; what they already say is
 * left alone, so that importing twice changes nothing. An organisation with its own people, or of another umbrella too, is
 * sent a proposal. A dry run does everything and undoes it.
 */
export async function importMembers(tx: Tx, list: ReadList, options: ImportOptions): Promise<ImportOutcome> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('network.import ' || platform.current_umbrella(), 0))`,
  )
  await tx.execute(sql`savepoint import`)
  const complaints = new Complaints(list.problems, list.headings)
  const ground = await findGround(tx, complaints)
  const isPerson = (row: MemberRow) => row.form === 'individual'
  const organisations = await readOrganisations(
    tx,
    ground,
    list.rows.filter(row => !isPerson(row)),
  )
  const individuals = await readIndividuals(tx, ground, list.rows.filter(isPerson))
  const sound = complaints.problems.length === 0
  const changed = sound ? await write(tx, ground, organisations, individuals, options.id) : nobody
  const summary = summarise(ground, list, [...organisations, ...individuals.spoken], changed)
  if (sound && !options.dryRun) await tell(tx, summary, ground, changed, options)
  else await tx.execute(sql`rollback to savepoint import`)
  return {
    summary: sound ? summary : { ...summary, imported: 0, updated: 0, proposed: 0 },
    problems: complaints.problems,
  }
}
