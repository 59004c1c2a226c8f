import type { ActDefinition } from '#platform/http/module.ts'
import { redactRemark } from '../actions/remark.ts'
import { proposalOfRemark } from '../queries/proposals.ts'

const redactRemarkAct: ActDefinition = {
  kind: 'initiatives.redact_remark',
  label: 'initiatives.remark.act.redact',
  describe: async (tx, { subject }, i18n) => {
    const about = await proposalOfRemark(tx, subject)
    return {
      values: { title: i18n.text(about?.title).value },
      path: `/changes/${about?.number}#remark-${subject}`,
    }
  },
  apply: redactRemark,
}

/** Two-person acts about what was said of a proposal. */
export const remarkActs: ActDefinition[] = [redactRemarkAct]
