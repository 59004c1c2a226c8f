import type { Tx } from '#platform/database/scope.ts'
import * as records from '../queries/import.ts'
import { requireIndividual, requireOrganisation } from './check-subjects.ts'
import { compareIndividual, isEmpty } from './compare.ts'
import type { Complaints } from './complaints.ts'
import type { MemberRow } from './member-row.ts'
import { type MembershipPlan, planMemberships } from './plan-memberships.ts'
import { resolveSubjects, type Subject, uniteRows } from './resolve.ts'

/** Somebody the list speaks of, and what all its rows together say. */
export type Spoken = { subject: Subject; said: MemberRow }

/** What reading goes by: today and the country of the umbrella, and its memberships by organisation or individual. */
export type Ground = {
  today: string
  country: string | null
  memberships: ReadonlyMap<string, records.RecordedMembership[]>
  complaints: Complaints
  /** Filled while reading. */
  plan: MembershipPlan
}

export async function findGround(tx: Tx, complaints: Complaints): Promise<Ground> {
  const { today, country, memberships: recorded } = await records.importGround(tx)
  const memberships = Map.groupBy(recorded, found => found.organisation ?? found.id)
  const plan: MembershipPlan = { created: [], recorded: new Set(), repeated: new Set() }
  return { today, country, memberships, complaints, plan }
}

const claimsOf = (row: MemberRow): records.Claim[] => [
  ...(row.id ? [{ id: row.id }] : []),
  ...row.identifiers,
]

async function namedBy(tx: Tx, rows: readonly MemberRow[]): Promise<Map<MemberRow, (string | undefined)[]>> {
  const named = await records.organisationsNamed(tx, rows.flatMap(claimsOf))
  let place = 0
  return new Map(
    rows.map(row => {
      const start = place
      place += claimsOf(row).length
      return [row, named.slice(start, place)]
    }),
  )
}

function unite(ground: Ground, subjects: readonly Subject[], require: typeof requireOrganisation): Spoken[] {
  const { complaints, country, plan, today } = ground
  return subjects.map(subject => {
    const said = uniteRows(subject, complaints.about)
    require(subject, said, country, complaints.about(subject.rows[0]!))
    planMemberships(subject, ground.memberships.get(subject.id) ?? [], plan, {
      today,
      complain: complaints.about,
    })
    return { subject, said }
  })
}

/** Of which organisations the rows speak; new ones get an id. */
export async function readOrganisations(
  tx: Tx,
  ground: Ground,
  rows: readonly MemberRow[],
): Promise<Spoken[]> {
  const named = await namedBy(tx, rows)
  const nameless = rows.some(row => !named.get(row)?.some(Boolean))
  const known = {
    named: (row: MemberRow) => named.get(row) ?? [],
    placed: nameless ? await records.placedOrganisations(tx) : [],
    country: ground.country,
  }
  return unite(ground, resolveSubjects(rows, known, ground.complaints.about), requireOrganisation)
}

export type Individuals = { spoken: Spoken[]; recorded: ReadonlyMap<string, records.RecordedIndividual> }

/** Of which individual representatives the rows speak. Who has an account keeps the profile alone. */
export async function readIndividuals(
  tx: Tx,
  ground: Ground,
  rows: readonly MemberRow[],
): Promise<Individuals> {
  const placed = rows.length > 0 ? await records.recordedIndividuals(tx) : []
  const recorded = new Map(placed.map(individual => [individual.id, individual]))
  const named = (row: MemberRow) => [row.id && recorded.has(row.id) ? row.id : undefined]
  const subjects = resolveSubjects(rows, { named, placed, country: ground.country }, ground.complaints.about)
  const spoken = unite(ground, subjects, requireIndividual)
  for (const { subject, said } of spoken) {
    const individual = recorded.get(subject.id)
    if (individual?.own && !isEmpty(compareIndividual(individual, said))) {
      ground.complaints.about(subject.rows[0]!)('id', 'network.import.problem.keepsOwnProfile')
    }
  }
  return { spoken, recorded }
}
