import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { unionStated } from '../emails/unions.ts'
import type { ConstituentEntry } from '../forms/organisation.ts'
import { organisationKey } from '../organisation-profile.ts'
import { writeIdentifiers } from './save-profile.ts'

/** The two sides of a relation, and the membership here of the side that acts. */
export type Edge = { union: string; child: string; member: string | null }

const refusals = {
  no_circles: 'network.union.circle',
  union_edges_pkey: 'network.union.already',
  union_edges_check: 'network.union.itself',
} as const

type EdgeAction = 'network.union_stated' | 'network.union_confirmed' | 'network.union_ended'

const journal = (tx: Tx, action: EdgeAction, { union, child, member }: Edge) =>
  record(tx, {
    action,
    member,
    subject: { type: 'organisation', id: union },
    visibility: 'public',
    detail: { constituent: child },
  })

async function insertEdge(tx: Tx, { union, child }: Edge): Promise<void> {
  await tx.execute(sql`
    insert into network.union_edges (union_id, child_id, since, stated_by)
    values (${union}, ${child}, network.today(), platform.current_account())`)
}

/**
 * The union says that an organisation belongs to it; the organisation is asked to confirm. Refused when the union would
 * contain itself, also when two such statements come at once.
 */
export function stateUnion(tx: Tx, edge: Edge): Promise<Outcome> {
  return refusingWhenViolated(tx, refusals, async () => {
    await insertEdge(tx, edge)
    await journal(tx, 'network.union_stated', edge)
    await unionStated(tx, edge)
    return { ok: true }
  })
}

/** The organisation agrees that it belongs to the union. */
export async function confirmUnion(tx: Tx, edge: Edge): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    update network.union_edges set confirmed_at = now()
    where union_id = ${edge.union} and child_id = ${edge.child} and confirmed_at is null`)
  if (rowCount === 0) return refuse('network.union.gone')
  await journal(tx, 'network.union_confirmed', edge)
  return { ok: true }
}

/** Either side ends the relation, or declines one that was only stated. */
export async function endUnion(tx: Tx, edge: Edge): Promise<Outcome> {
  const { rowCount } = await tx.execute(
    sql`delete from network.union_edges where union_id = ${edge.union} and child_id = ${edge.child}`,
  )
  if (rowCount === 0) return refuse('network.union.gone')
  await journal(tx, 'network.union_ended', edge)
  return { ok: true }
}

/**
 * The union describes an organisation that nobody has on record. Whoever writes it down speaks for it until it has people
 * of its own, so the relation is confirmed at once.
 */
export function describeConstituent(
  tx: Tx,
  { union, member }: Pick<Edge, 'union' | 'member'>,
  entry: ConstituentEntry,
): Promise<Outcome<{ organisation: string }>> {
  const taken = { ...refusals, identifiers_scheme_value_key: 'network.organisation.identifierTaken' } as const
  return refusingWhenViolated(tx, taken, async () => {
    const child = newId()
    const { name, kind, country, region, town, communities } = entry
    await tx.execute(sql`
      insert into network.organisations (id, kind, name, country, region, town, communities, search_key, created_by)
      values (${child}, ${kind}, ${JSON.stringify(name)}::jsonb, ${country}, ${region}, ${town},
        ${sql.param(communities)}::text[], ${organisationKey(entry)}, platform.current_account())`)
    await writeIdentifiers(tx, child, entry)
    const edge = { union, child, member }
    await insertEdge(tx, edge)
    await journal(tx, 'network.union_stated', edge)
    await confirmUnion(tx, edge)
    return { ok: true, organisation: child }
  })
}
