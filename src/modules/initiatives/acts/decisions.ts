import * as z from 'zod'
import type { Tx } from '#platform/database/scope.ts'
import type { Act, ActDefinition } from '#platform/http/module.ts'
import type { I18n } from '#platform/i18n/index.ts'
import { type Finding, settleChallenge } from '../actions/challenge-mandate.ts'
import { extendDecision } from '../actions/extend-decision.ts'
import { cancelDecision } from '../actions/void-decision.ts'
import { challengeFacts, decisionFacts } from '../queries/decision-facts.ts'

async function describeDecision(tx: Tx, { subject }: Act, i18n: I18n) {
  const decision = await decisionFacts(tx, subject)
  const number = decision?.number ?? 0
  return {
    values: { number: i18n.number(number), title: i18n.text(decision?.title).value },
    path: `/decisions/${number}`,
  }
}

const reasonOf = ({ payload }: Act): string => z.object({ reason: z.string() }).parse(payload).reason

const extendAct: ActDefinition = {
  kind: 'initiatives.extend_decision',
  label: 'initiatives.decision.act.extend',
  describe: describeDecision,
  apply: (tx, act) => extendDecision(tx, act.subject),
}

const cancelAct: ActDefinition = {
  kind: 'initiatives.cancel_decision',
  label: 'initiatives.decision.act.cancel',
  describe: describeDecision,
  apply: (tx, act) => cancelDecision(tx, act.subject, reasonOf(act)),
}

const settleAct = (finding: Finding): ActDefinition => ({
  kind: `initiatives.${finding}_challenge`,
  label: finding === 'uphold' ? 'initiatives.challenge.act.uphold' : 'initiatives.challenge.act.dismiss',
  describe: async (tx, { subject }, i18n) => {
    const { number, member } = await challengeFacts(tx, subject)
    return {
      values: { number: i18n.number(number), member: i18n.text(member).value },
      path: `/decisions/${number}/challenges/${subject}`,
    }
  },
  apply: (tx, act) => settleChallenge(tx, act, finding),
})

/** Two-person acts about decisions and doubts. */
export const decisionActs: ActDefinition[] = [extendAct, cancelAct, settleAct('uphold'), settleAct('dismiss')]
