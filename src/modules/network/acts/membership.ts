import * as z from 'zod'
import type { Tx } from '#platform/database/scope.ts'
import type { Act, ActDefinition } from '#platform/http/module.ts'
import type { I18n } from '#platform/i18n/index.ts'
import { refuse } from '#platform/refusal.ts'
import { endMandate } from '../actions/end-mandate.ts'
import { endMembership } from '../actions/end-membership.ts'
import { reactivateMembership, suspendMembership } from '../actions/suspend-membership.ts'
import { mandateFacts } from '../queries/mail-facts.ts'
import { namesOf } from '../queries/member-name.ts'

const reasonOf = ({ payload }: Act): string => z.object({ reason: z.string() }).parse(payload).reason

async function describeMember(tx: Tx, { subject }: Act, i18n: I18n) {
  const [member] = await namesOf(tx, [subject])
  return { values: { name: i18n.text(member?.name).value }, path: `/memberships/${subject}` }
}

const endMembershipAct: ActDefinition = {
  kind: 'network.end_membership',
  label: 'network.act.labelEnd',
  describe: describeMember,
  apply: (tx, act) => endMembership(tx, { membership: act.subject, reason: reasonOf(act) }),
}

const suspendMembershipAct: ActDefinition = {
  kind: 'network.suspend_membership',
  label: 'network.act.labelSuspend',
  describe: describeMember,
  apply: (tx, act) => suspendMembership(tx, { membership: act.subject, reason: reasonOf(act), act: act.id }),
}

const reactivateMembershipAct: ActDefinition = {
  kind: 'network.reactivate_membership',
  label: 'network.act.labelReactivate',
  describe: describeMember,
  apply: (tx, act) => reactivateMembership(tx, { membership: act.subject, act: act.id }),
}

const endMandateAct: ActDefinition = {
  kind: 'network.end_mandate',
  label: 'network.act.labelEndMandate',
  describe: async (tx, { subject }, i18n) => {
    const mandate = await mandateFacts(tx, subject)
    const values = { name: i18n.text(mandate?.name).value, person: mandate?.person ?? '' }
    return { values, path: `/mandates/${subject}` }
  },
  apply: async (tx, act) => {
    const mandate = await mandateFacts(tx, act.subject)
    if (!mandate) return refuse('network.mandate.decidedAlready')
    return endMandate(tx, { mandate: act.subject, membership: mandate.membership, reason: reasonOf(act) })
  },
}

/** Two-person acts about membership and mandates. */
export const membershipActs: ActDefinition[] = [
  endMembershipAct,
  suspendMembershipAct,
  reactivateMembershipAct,
  endMandateAct,
]
