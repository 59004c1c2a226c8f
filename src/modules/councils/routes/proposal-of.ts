import type { Tx } from '#platform/database/scope.ts'
import { found } from '#platform/http/errors.ts'
import { numberOf, numberParam } from '#platform/http/params.ts'
import { findProposal, type ProposalFilter, type ProposalView } from '../queries/legislation.ts'
import { routes, stages } from '../schema/proposals.ts'
import type { C } from './council-of.ts'

/** The proposal of the address. What is no number leads nowhere: 404. */
export const proposalOf = async (c: C, tx: Tx): Promise<ProposalView> =>
  found(await findProposal(tx, numberParam(c)))

/** The filters of the address; what is none is left out. */
export function filterOf(c: C, day: Temporal.PlainDate, stalledAfter: number): ProposalFilter {
  const { route, stage, stalled, before } = c.req.query()
  return {
    route: routes.find(one => one === route) ?? null,
    stage: stages.find(one => one === stage) ?? null,
    stalledSince: stalled === 'yes' ? day.subtract({ days: stalledAfter }) : null,
    before: numberOf(before),
  }
}

/** 409 with a refusal, 422 with problems. */
export const statusOf = ({ problems, refusal }: { problems?: unknown; refusal?: unknown }) =>
  refusal ? 409 : problems ? 422 : 200
