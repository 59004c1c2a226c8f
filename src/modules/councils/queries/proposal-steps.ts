import { rows, type Tx } from '#platform/database/scope.ts'
import type { ProposalStepKind } from '../schema/proposals.ts'

/** Something that happened to a public proposal. */
export type PublicStep = {
  id: string
  number: number
  title: string
  kind: ProposalStepKind
  reference: string | null
  /** When it was written down. */
  at: Temporal.Instant
}

/** What was written down last about proposals that everybody may read, the newest first. */
export async function newestSteps(tx: Tx): Promise<PublicStep[]> {
  const found = await rows<Omit<PublicStep, 'at'> & { at: string }>(
    tx,
    'councils.newest-steps',
    `select s.id, p.number, p.title, s.kind, s.reference,
       to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from councils.proposal_steps s join councils.proposals p on (p.umbrella_id, p.id) = (s.umbrella_id, s.proposal_id)
     where s.umbrella_id = platform.current_umbrella() and p.public order by s.at desc, s.position desc limit 50`,
  )
  return found.map(step => ({ ...step, at: Temporal.Instant.from(step.at) }))
}
