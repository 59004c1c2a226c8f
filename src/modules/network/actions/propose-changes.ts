import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { changesProposed } from '../emails/proposals.ts'
import type { Change } from './import-organisations.ts'

/** A proposal that waits for the organisation's own people. */
export type Proposed = { proposal: string; organisation: string; membership: string | null; fields: string[] }

/** Proposes what a list says to organisations that have their own people. What is proposed already is not proposed again. */
export async function proposeChanges(tx: Tx, list: readonly Change[]): Promise<Proposed[]> {
  if (list.length === 0) return []
  const lines = list.map(({ id, changes }) => ({ id: newId(), organisation: id, changes }))
  const { rows } = await tx.execute<Proposed>(sql`
    insert into network.proposals (umbrella_id, id, organisation_id, changes, source, proposed_by)
    select platform.current_umbrella(), n.id, n.organisation, n.changes, 'import', platform.current_account()
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as n (id uuid, organisation uuid, changes jsonb)
    where not exists (select 1 from network.proposals p where p.umbrella_id = platform.current_umbrella()
      and p.organisation_id = n.organisation and p.status = 'proposed' and p.changes = n.changes)
    returning id as proposal, organisation_id as organisation, array(select jsonb_object_keys(changes) order by 1) as fields,
      (select s.id from network.memberships s where s.umbrella_id = platform.current_umbrella()
        and s.organisation_id = network.proposals.organisation_id order by s.until desc nulls first, s.id limit 1) as membership`)
  return rows
}

/** Journals the proposals of a list and asks the organisations' people. */
export async function tellProposals(tx: Tx, proposals: readonly Proposed[]): Promise<void> {
  for (const { fields, ...about } of proposals) {
    await record(tx, {
      action: 'network.change_proposed',
      member: about.membership,
      subject: { type: 'proposal', id: about.proposal },
      visibility: 'members',
      detail: { fields },
    })
    await changesProposed(tx, about)
  }
}
