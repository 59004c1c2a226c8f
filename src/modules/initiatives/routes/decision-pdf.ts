import { pdfResponse } from '#platform/documents/index.ts'
import { published } from '#platform/http/access.ts'
import { found, NotFound } from '#platform/http/errors.ts'
import { numberParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { decisionPaper, mostListed } from '../papers/decision.ts'
import { canSeeDecision } from '../policy/decisions.ts'
import { findDecision } from '../queries/decision.ts'
import { positionsOf, supportsOf } from '../queries/positions.ts'

const all = { filter: null, after: null, limit: mostListed }

/** A sealed decision as PDF, for whoever may see the decision. Elections that were imported are read from their export. */
export const decisionPdfRoutes = umbrellaRoutes().get('/decisions/:number/pdf', published, async c => {
  const { i18n, umbrella, viewer, platform } = c.var
  const paper = await c.var.read(async tx => {
    const decision = found(await findDecision(tx, numberParam(c)))
    if (!canSeeDecision(viewer, decision) || decision.status !== 'sealed' || decision.outcome === null)
      throw new NotFound()
    const { id, secret, electorate } = decision
    const listed = !secret && electorate <= mostListed
    const positions = listed ? await positionsOf(tx, id, all) : null
    const supports = await supportsOf(tx, id)
    return decisionPaper({ decision, positions, supports }, i18n, umbrella, platform.config.origin)
  })
  return pdfResponse(paper, `${umbrella.slug}-${paper.name}`)
})
