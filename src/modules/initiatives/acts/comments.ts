import type { ActDefinition } from '#platform/http/module.ts'
import { redactComment } from '../actions/redact-comment.ts'
import { commentPlace } from '../queries/discussion.ts'

const redactAct: ActDefinition = {
  kind: 'initiatives.redact_comment',
  label: 'initiatives.act.labelRedactComment',
  describe: async (tx, { subject }, i18n) => {
    const { number, member } = await commentPlace(tx, subject)
    return {
      values: { number: i18n.number(number), member: i18n.text(member).value },
      path: `/initiatives/${number}#comment-${subject}`,
    }
  },
  apply: redactComment,
}

/** Two-person acts about what is said. */
export const commentActs: ActDefinition[] = [redactAct]
