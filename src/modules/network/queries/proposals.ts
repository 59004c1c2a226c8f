import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { ProposedChanges } from '../organisation-profile.ts'
import type { ProposalStatus } from '../schema/organisations.ts'
import { personName } from './member-name.ts'

export type ProposalView = {
  id: string
  organisation: string
  changes: ProposedChanges
  source: 'coordinator' | 'import'
  proposedBy: string | null
  /** How the proposer wants to be called, where the asker knows them. */
  proposer: string | null
  proposedAt: string
  status: ProposalStatus
  decidedAt: string | null
}

const view = sql`json_build_object('id', q.id, 'organisation', q.organisation_id, 'changes', q.changes, 'source', q.source,
  'proposedBy', q.proposed_by, 'proposer', ${personName(sql`q.proposed_by`)}, 'proposedAt', q.proposed_at,
  'status', q.status, 'decidedAt', q.decided_at)`

/** The newest proposals for an organisation, open ones first. */
export async function proposalsFor(tx: Tx, organisation: string): Promise<ProposalView[]> {
  const { rows } = await tx.execute<{ view: ProposalView }>(sql`
    select ${view} as view from network.proposals q where q.organisation_id = ${organisation}
    order by q.status <> 'proposed', q.proposed_at desc, q.id limit 100`)
  return rows.map(row => row.view)
}

export async function findProposal(tx: Tx, organisation: string, id: string): Promise<ProposalView | null> {
  const { rows } = await tx.execute<{ view: ProposalView }>(sql`
    select ${view} as view from network.proposals q where q.id = ${id} and q.organisation_id = ${organisation}`)
  return rows[0]?.view ?? null
}
